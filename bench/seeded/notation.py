"""Errors of notation: markup of other systems, and broken blocks."""

import re
from collections.abc import Iterator
from typing import Final

from scripts.model import Passage

from .characters import HAN
from .planting import Splice, Text, by_text, reported_as
from .swapping import Swap, each, once, swapping

LATIN: Final = r"(?<= )[a-z]{4,}(?= )"
CHINESE: Final = f"(?<=[{HAN}])[{HAN}]{{2}}(?=[{HAN}])"


def marked(marks: str) -> Swap:
    """Return a swap that puts marks around words, whose place is `{}`."""

    def swap(text: Text, match: re.Match[str]) -> str:
        return marks.format(match[0])

    return swap


def _itemised(text: Text) -> Iterator[Splice]:
    """Make a text of a passage the only item of a list."""
    if isinstance(text.unit.label, Passage):
        yield 0, 0, "- "


def _noted(text: Text) -> Iterator[Splice]:
    """Put the mark of a footnote at the end of a text of a passage."""
    if isinstance(text.unit.label, Passage):
        end = len(text.written.rstrip())
        yield end, end, "[^1]"


OF_BLOCKS: Final = (
    reported_as("blocks", "a list in one language", by_text(_itemised), "blocks-differ"),
    reported_as("blocks", "a footnote without words", by_text(_noted), "note-missing"),
)
KINDS: Final = OF_BLOCKS + tuple(
    reported_as(
        "notation",
        name,
        each(once(swapping(LATIN, marked(marks))), once(swapping(CHINESE, marked(marks)))),
        "unknown-notation",
    )
    for name, marks in (
        ("bold type", "__{}__"),
        ("struck-out type", "~~{}~~"),
        ("code", "`{}`"),
        ("a footnote", "{}[^n]"),
    )
)
