"""The widths in which a picture is published: for phones, for tablets, and for sharp screens."""

from typing import Final

from ..reading.pictures import PictureFacts

WIDTHS: Final = (480, 960, 1600)


def widths_of(facts: PictureFacts) -> tuple[int, ...]:
    """Return the widths of the copies of a picture, none of them larger than it is."""
    return (*(width for width in WIDTHS if width < facts.width), min(facts.width, WIDTHS[-1]))[
        : len(WIDTHS)
    ]
