"""The figures of an English text: what its grammar finds, and what the words before add."""

import re
from collections.abc import Iterator
from typing import Final

from . import years
from .compound import joined
from .english_changes import WENT, look_after, look_before
from .english_patterns import GRAMMAR
from .english_readers import READERS
from .patterns import lazily
from .phrases import blanked
from .quantity import UNITS, Qualifier, Quantity, Reading

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
_WINDOW = 60  # characters before a figure in which its qualifier is looked for


def quantities(text: str) -> Iterator[Quantity]:
    """Every figure of a text, in its order."""
    return joined(_read(text), text, "en")


def _read(text: str) -> Iterator[Quantity]:
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
            end = look_after(read, visible, end)
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
    if qualifier and qualifier[0].startswith("up to") and WENT.search(before[: qualifier.start()]):
        qualifier = None
    if qualifier and read.qualifier is None and read.kind not in ("ordinal", "label"):
        read.qualifier = _NAMES[(qualifier.lastindex or 1) - 1]
        read.approximate = _LOOSE.match(qualifier[0]) is not None or (
            # “over five years” is as often the time that something takes
            qualifier[0].startswith("over")
            and (read.unit in UNITS or read.kind in ("year", "magnitude"))
        )
        before = before[: qualifier.start()]
        start = window + qualifier.start()
    comparison_key = look_before(read, before)
    return start if comparison_key is None else window + comparison_key
