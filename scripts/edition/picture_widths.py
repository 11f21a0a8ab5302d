"""The widths in which a picture is published: for phones, for tablets, and for sharp screens."""

from typing import Final

from ..reading.pictures import PictureFacts

WIDTHS: Final = (480, 960, 1600)


def widths_of(facts: PictureFacts) -> tuple[int, ...]:
    """Return the widths of the copies of a picture, none of them larger than it is."""
    largest = min(facts.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width < largest), largest)


def height_of(width: int, height: int, new_width: int) -> int:
    """Return the height of a copy of a picture."""
    return max(round(height * new_width / width), 1)
