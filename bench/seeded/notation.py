"""Errors of notation: markup of other systems."""

import re
from typing import Final

from .characters import HAN
from .planting import Text, reported_as
from .swapping import Swap, each, once, swapping

LATIN: Final = r"(?<= )[a-z]{4,}(?= )"
CHINESE: Final = f"(?<=[{HAN}])[{HAN}]{{2}}(?=[{HAN}])"


def marked(marks: str) -> Swap:
    """Return a swap that puts marks around words, whose place is `{}`."""

    def swap(text: Text, match: re.Match[str]) -> str:
        return marks.format(match[0])

    return swap


KINDS: Final = tuple(
    reported_as(
        "notation",
        name,
        each(once(swapping(LATIN, marked(marks))), once(swapping(CHINESE, marked(marks)))),
        "unknown-notation",
    )
    for name, marks in (
        ("bold type", "**{}**"),
        ("struck-out type", "~~{}~~"),
        ("code", "`{}`"),
        ("a footnote", "{}[^1]"),
    )
)
