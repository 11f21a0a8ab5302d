"""Errors of notation: marks that other systems know and a text here does not."""

import re
from typing import Final

from .characters import HAN
from .planting import Text, told_by
from .swapping import Swap, each, once, swapping

LATIN: Final = r"(?<= )[a-z]{4,}(?= )"
CHINESE: Final = f"(?<=[{HAN}])[{HAN}]{{2}}(?=[{HAN}])"


def marked(marks: str) -> Swap:
    """Puts marks around words: their place is `{}`."""

    def swap(text: Text, match: re.Match[str]) -> str:
        return marks.format(match[0])

    return swap


KINDS: Final = tuple(
    told_by(
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
