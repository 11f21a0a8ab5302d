"""The figures of an English text: what its grammar finds, and what the words before add."""

import re
from collections.abc import Iterator
from typing import Final

from ...model.claim import Qualifier
from ..patterns import lazily
from . import years
from .english_patterns import GRAMMAR
from .english_readers import READERS
from .phrases import blanked
from .quantity import CHANGING, Change, Quantity, Reading

_QUALIFIERS: Final[dict[Qualifier, str]] = {
    "at least": "at least|no fewer than|not? less than|not fewer than|(?:a )?minimum(?: of)?",
    "at most": "at most|not? more than|up to|as (?:many|much|high) as|(?:a )?maximum(?: of)?"
    "|not exceeding|fewer than|less than|under|below|lower than|not over",
    "nearly": "nearly|almost|close to|approaching|just under|just short of|not quite|just shy of",
    "more than": "more than|(?:just |well )?(?:over|above)|greater than|larger than"
    "|exceed(?:s|ed|ing)?|upwards? of|in excess of|topp(?:ed|ing)|surpass(?:ed|es|ing)?|beyond",
    "about": r"about|around|approximately|roughly|some|circa|c\.|an estimated|estimated",
}
_NAMES: Final = tuple(_QUALIFIERS)
_ARTICLES = "the|an?|another|an additional|every|each|some|only|just|its|their"
_BEFORE = lazily(
    r"\b(?:"
    + "|".join(f"({words})" for words in _QUALIFIERS.values())
    + rf")(?: (?:{_ARTICLES}))?[ (“\"‘'-]*$"
)
# Words that may also say no more than “a few”, “under the rules of” or “at its highest”.
_LOOSE = lazily(
    r"(?:some|under|below|above|beyond|up to|as (?:many|much|high) as|exceed\w*|surpass\w*)\b"
)
# What rises or falls by itself, what may also be raised or cut, and what can only be raised.
_TURNS = (
    r"r[io]se[sn]?|rising|gr[eo]w\w*|climb\w*|jump\w*|soar\w*|surg\w+|swell\w*|gain(?:s|ed)?|"
    r"f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slump\w*|plung\w+|plummet\w*|"
    r"tumbl\w+|sank|sinks?|dip(?:s|ped)?|slip(?:s|ped)?|expand\w*|slid\w*"
)
_TURNED = r"increas\w+|cut\w*|reduc\w+|lower\w*|lift\w*|boost\w*|trim\w*|slash\w*"
_RAISED = r"rais(?:e[sd]?|ing)"
_MOVED = (
    r"(?:g(?:o|oes|one|oing)|went|com(?:e|es|ing)|came|mov\w+|edg(?:es|ed|ing)|inch(?:es|ed|ing)|"
    r"tick(?:s|ed|ing)|cre(?:eps?|pt|eping)|push(?:es|ed|ing)|br(?:ings?|ought|inging)) "
)
# “Went up”, “up 15% on the year”; but what makes up 15% does not rise.
_UP_OR_DOWN = rf"(?:{_MOVED})?(?<!make )(?<!made )(?<!makes )(?<!making )(?:up|down)"
_ADVERB = r"(?: back| further| \w+ly)?"
_VERB = rf"\b(?:{_TURNS}|{_TURNED}|{_UP_OR_DOWN}){_ADVERB}"
_ANY_VERB = rf"\b(?:{_TURNS}|{_TURNED}|{_UP_OR_DOWN}|{_RAISED}){_ADVERB}"
_OBJECT = r"(?: (?!(?:by|to|of|from|and|or|but|as|while) )[a-z][a-z’'-]*){1,5}"
_BY_OR_TO = r" (?P<word>by|to)(?: an?| the)? *$"
_BY_OR_TO_LAST = lazily(_BY_OR_TO)  # all that the patterns with it have in common, and quick
_BY_WORD = lazily(rf"{_ANY_VERB}{_BY_OR_TO}")
_FROM_ONE_TO_ANOTHER = lazily(rf"{_ANY_VERB} from [^,.;:]{{1,30}}? (?=to ){_BY_OR_TO[1:]}")
# “Cut by 7% and working hours by 9%”: the verb is not said again.
_AND_BY = lazily(
    rf"{_ANY_VERB} (?:by|to) [^ ;:]{{1,12}}[a-z ]{{0,20}},? (?:and|but|while)"
    r"(?: [a-z’'-]+){1,4} (?P<word>by|to) *$"
)
_FROM = lazily(rf"{_ANY_VERB} from *$")
# “Rose 3%”, “a fall of HK$5”, “cut the fare by 3%”: not of what may be any count.
_BARE = lazily(rf"{_VERB}(?: of(?: an?)?)? *$")
_BY_OBJECT = lazily(rf"\b(?:{_TURNED}|{_RAISED}){_OBJECT}{_BY_OR_TO}")
_MEASURED: Final = frozenset(("percent", "points", "money"))
_WENT = lazily(rf"\b{_MOVED}$")
_WINDOW = 60  # characters before a figure in which its qualifier is looked for


def quantities(text: str) -> Iterator[Quantity]:
    """Every figure of a text, in its order."""
    visible = _lower(blanked(text, "en"))
    position = 0
    while match := GRAMMAR.search(visible, position):
        name = match.lastgroup or ""
        read = READERS[name](match) if _is_written_so(name, text, match) else None
        position = match.end()
        if read is not None and read.is_figure:
            start, end = read.start or match.start(), read.end or match.end()
            start, end = years.english(read, text, start, end)
            start = _look_before(read, visible, start)
            yield read.quantity(text, start, end)
            position = end


def _lower(text: str) -> str:
    """In lower case, as long as before: a few letters, as İ, change their length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_written_so(name: str, text: str, match: re.Match[str]) -> bool:
    """Months have a capital, and Roman numerals nothing else: “may” and “vi” are words."""
    written = text[match.start() : match.end()]
    if name == "roman":
        return written.isupper()
    return name != "month" or written[0].isupper()


def _look_before(read: Reading, text: str, start: int) -> int:
    """How exact the figure is said to be, and whether it is what something rose by or to.

    Returns where the figure begins with those words.
    """
    window = max(0, start - _WINDOW)
    before = text[window:start]
    qualifier = _BEFORE.search(before)
    if qualifier and qualifier[0].startswith("up to") and _WENT.search(before[: qualifier.start()]):
        qualifier = None
    if qualifier and read.qualifier is None and read.kind not in ("ordinal", "label"):
        read.qualifier = _NAMES[(qualifier.lastindex or 1) - 1]
        read.loose = _LOOSE.match(qualifier[0]) is not None or (
            # “over five years” is as often the time that something takes
            qualifier[0].startswith("over")
            and (read.unit is not None or read.kind in ("year", "magnitude"))
        )
        before = before[: qualifier.start()]
        start = window + qualifier.start()
    if read.change is None and read.kind in CHANGING:
        change, said = _change_before(read, before)
        if change:
            read.change, start = change, window + said
    return start


def _change_before(read: Reading, before: str) -> tuple[Change | None, int]:
    """Whether something rose or fell by the figure or to it, and where this is said."""
    is_measured = read.kind in _MEASURED
    if _BY_OR_TO_LAST.search(before):
        said = _BY_WORD.search(before) or (
            is_measured and (_BY_OBJECT.search(before) or _AND_BY.search(before))
        )
        if said:
            begins = said.start("word" if said.re.pattern == _AND_BY.pattern else 0)
            return ("to" if said["word"] == "to" else "by"), begins
        if said := _FROM_ONE_TO_ANOTHER.search(before):  # the first figure has words of its own
            return "to", said.start("word")
    elif said := (is_measured and _BARE.search(before)) or None:
        return "by", said.start()
    said = _FROM.search(before) if read.to is not None else None
    return ("to", said.start()) if said else (None, 0)
