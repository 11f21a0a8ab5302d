"""Parse the figures of an English text: match its grammar, then read the words around a match."""

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
# Qualifiers that may have another sense: “a few”, “under the rules of”, “at its highest”.
_APPROXIMATE = lazily(
    r"(?:some|under|below|above|beyond|up to|as (?:many|much|high) as|exceed\w*|surpass\w*)\b"
)
_WINDOW = 60  # characters before a figure that are searched for its qualifier


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the figures of a text in their order."""
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
    """The text in lower case, unchanged in length: a few letters, such as İ, would grow."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_written_so(name: str, text: str, match: re.Match[str]) -> bool:
    """Whether a match has its capitals: a month one, a Roman numeral only capitals."""
    written = text[match.start() : match.end()]
    if name == "roman":
        return written.isupper()
    return name != "month" or written[0].isupper()


def _look_before(read: Reading, text: str, start: int) -> int:
    """Set the qualifier, change and direction of a figure from the words before it.

    Returns the offset at which the figure begins, these words included.
    """
    window = max(0, start - _WINDOW)
    before = text[window:start]
    qualifier = _BEFORE.search(before)
    if qualifier and qualifier[0].startswith("up to") and WENT.search(before[: qualifier.start()]):
        qualifier = None
    if qualifier and read.qualifier is None and read.kind not in ("ordinal", "label"):
        read.qualifier = _NAMES[(qualifier.lastindex or 1) - 1]
        read.approximate = _APPROXIMATE.match(qualifier[0]) is not None or (
            # “over five years” often means “in the course of five years”
            qualifier[0].startswith("over")
            and (read.unit in UNITS or read.kind in ("year", "magnitude"))
        )
        before = before[: qualifier.start()]
        start = window + qualifier.start()
    change_start = look_before(read, before)
    return start if change_start is None else window + change_start
