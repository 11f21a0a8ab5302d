"""Beads: the shapes in which paragraphs of two texts are paired, and their frequencies."""

import math
from dataclasses import dataclass
from typing import Final, NamedTuple


class Shape(NamedTuple):
    """The number of English and of Chinese paragraphs in a bead."""

    english: int
    chinese: int


# The frequency of each shape, chosen with `bench/alignment.py`. They need not be exact: half as
# many, or four times as many, of one kind move the F1 of the links by less than half a point.
SHAPES: Final[dict[Shape, float]] = {
    Shape(1, 1): 0.81,
    Shape(1, 0): 0.015,
    Shape(0, 1): 0.015,
    Shape(2, 1): 0.06,
    Shape(1, 2): 0.06,
    Shape(2, 2): 0.01,
    Shape(3, 1): 0.015,
    Shape(1, 3): 0.015,
}
PRIORS: Final = {shape: math.log(share) for shape, share in SHAPES.items()}
LARGEST: Final = 3  # paragraphs of one text in a bead


@dataclass(frozen=True, slots=True)
class Bead:
    """Paragraphs of both texts that say the same, by their numbers from 0; one side may be empty.

    `confidence` is the probability, from 0 to 1, that just these belong together.
    """

    english: range
    chinese: range
    confidence: float

    @property
    def shape(self) -> Shape:
        """The number of paragraphs of either language."""
        return Shape(len(self.english), len(self.chinese))
