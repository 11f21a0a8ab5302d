"""The likeliest row of beads, and how likely each bead is: dynamic programming over a lattice.

A point of the lattice is the number of English and of Chinese paragraphs before it; a bead
leads from one point to a later one, and a row of beads from the first point to the last. Only
points near the diagonal are considered.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .beads import SHAPES, Bead, Shape

NEVER = -math.inf
_shapes = tuple(SHAPES)


class Point(NamedTuple):
    """The number of paragraphs of either text before the point."""

    english: int
    chinese: int


Score = Callable[[Point, Shape], float]
Step = tuple[Point, float]  # the beginning of a bead that ends here, and its score


@dataclass(frozen=True, slots=True)
class Band:
    """The points considered: for each number of English paragraphs, a range of Chinese ones."""

    columns: tuple[range, ...]

    def __contains__(self, point: Point) -> bool:
        return point.english >= 0 and point.chinese in self.columns[point.english]

    def __iter__(self) -> Iterator[Point]:
        for english, columns in enumerate(self.columns):
            for chinese in columns:
                yield Point(english, chinese)

    @property
    def last(self) -> Point:
        """The end of both texts."""
        return Point(len(self.columns) - 1, self.columns[-1].stop - 1)

    def is_tight(self, beads: Sequence[Bead], margin: int) -> bool:
        """Whether beads come so near an edge of the band that better ones may be outside it."""
        for bead in beads:
            columns, at = self.columns[bead.english.stop], bead.chinese.stop
            below, above = at - columns.start, columns.stop - 1 - at
            if columns.start > 0 and below < margin:
                return True
            if columns.stop - 1 < self.last.chinese and above < margin:
                return True
        return False


def likeliest(score: Score, band: Band, temperature: float) -> list[Bead]:
    """Return the likeliest row of beads, each with its probability.

    `score` returns the log-likelihood of a bead that begins at a point; it is divided by the
    temperature for the probabilities. Time and memory grow with the points of the band.
    """
    steps = {point: _steps_to(point, score, band) for point in band}
    before = _sums_before(steps, temperature)
    after = _sums_after(steps, band.last, temperature)
    whole = before[band.last]
    return [
        Bead(
            range(start.english, end.english),
            range(start.chinese, end.chinese),
            math.exp(min(before[start] + value / temperature + after[end] - whole, 0.0)),
        )
        for start, end, value in _best_row(steps, band.last)
    ]


def _steps_to(end: Point, score: Score, band: Band) -> list[Step]:
    """Every bead that may end at a point."""
    starts = [(Point(end[0] - shape[0], end[1] - shape[1]), shape) for shape in _shapes]
    return [(start, score(start, shape)) for start, shape in starts if start in band]


def _best_row(steps: dict[Point, list[Step]], last: Point) -> list[tuple[Point, Point, float]]:
    """The beads of the best row: their beginnings, ends and scores (Viterbi)."""
    best: dict[Point, float] = {}
    chosen: dict[Point, Step] = {}
    for point, found in steps.items():
        best[point] = NEVER if found or any(point) else 0.0
        for start, value in found:
            if best[start] + value > best[point]:
                best[point] = best[start] + value
                chosen[point] = (start, value)
    row: list[tuple[Point, Point, float]] = []
    while any(last):
        start, value = chosen[last]
        row.append((start, last, value))
        last = start
    return row[::-1]


def _sums_before(steps: dict[Point, list[Step]], temperature: float) -> dict[Point, float]:
    """The sum over all rows of beads that lead from the beginning to each point (forward)."""
    sums: dict[Point, float] = {}
    for point, found in steps.items():
        terms = [sums[start] + value / temperature for start, value in found]
        sums[point] = _log_sum(terms) if any(point) else 0.0
    return sums


def _sums_after(
    steps: dict[Point, list[Step]], last: Point, temperature: float
) -> dict[Point, float]:
    """The sum over all rows of beads that lead from each point to the end (backward)."""
    terms: dict[Point, list[float]] = {point: [] for point in steps}
    terms[last].append(0.0)
    sums: dict[Point, float] = {}
    for point in reversed(steps):
        sums[point] = _log_sum(terms.pop(point))
        for start, value in steps[point]:
            terms[start].append(sums[point] + value / temperature)
    return sums


def _log_sum(terms: Sequence[float]) -> float:
    """The logarithm of the sum of numbers, given their logarithms."""
    most = max(terms, default=NEVER)
    if most == NEVER:
        return NEVER
    return most + math.log(sum(math.exp(term - most) for term in terms))
