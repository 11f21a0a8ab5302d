"""The likeliest row of beads, and how likely each bead is: dynamic programming over a lattice.

A point of the lattice is the number of English and of Chinese paragraphs before it; a bead
leads from one point to a later one, and a row of beads from the first point to the last. Only
points near the diagonal are considered: for each number of English paragraphs a column of points,
which NumPy works on at once.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .beads import SHAPES, Bead, Shape

Column = NDArray[np.float64]  # a number for each point of a column
Score = Callable[[int, range, Shape], Column]
"""Log-likelihoods of the beads of a shape that begin after this number of English paragraphs and
after each of these numbers of Chinese ones."""

_forwards: Final = tuple(shape for shape in SHAPES if shape.english)  # to a later column
_upwards: Final = next(shape for shape in SHAPES if not shape.english)  # within a column


class Point(NamedTuple):
    """The number of paragraphs of either text before the point."""

    english: int
    chinese: int


@dataclass(frozen=True, slots=True)
class Band:
    """The points considered: for each number of English paragraphs, a range of Chinese ones."""

    columns: tuple[range, ...]

    @property
    def last(self) -> Point:
        """The end of both texts."""
        return Point(len(self.columns) - 1, self.columns[-1].stop - 1)

    def starts(self, english: int, shape: Shape) -> range:
        """Return where in a column the beads of a shape begin that end in the band."""
        if english + shape.english > self.last.english:
            return range(0)
        start, end = self.columns[english], self.columns[english + shape.english]
        lowest = max(start.start, end.start - shape.chinese)
        return range(lowest, max(min(start.stop, end.stop - shape.chinese), lowest))

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


class _Steps:
    """The score of every bead in a band, divided by the temperature, by its beginning."""

    def __init__(self, score: Score, band: Band, temperature: float) -> None:
        self.band = band
        self._scores = {
            (english, shape): score(english, starts, shape) / temperature
            for english in range(len(band.columns))
            for shape in SHAPES
            if (starts := band.starts(english, shape))
        }

    def of(self, english: int, shape: Shape) -> tuple[range, Column]:
        """Return where in a column the beads of a shape begin, and their scores."""
        starts = self.band.starts(english, shape)
        return starts, self._scores.get((english, shape), np.empty(0))

    def at(self, start: Point, shape: Shape) -> float:
        """Return the score of one bead; minus infinity if it is not in the band."""
        if start.english < 0:
            return -math.inf
        starts, scores = self.of(start.english, shape)
        return float(scores[start.chinese - starts.start]) if start.chinese in starts else -math.inf


def likeliest(score: Score, band: Band, temperature: float) -> list[Bead]:
    """Return the likeliest row of beads, each with its probability.

    The scores are divided by the temperature for the probabilities. Time and memory grow with the
    points of the band.
    """
    steps = _Steps(score, band, temperature)
    before, after = _before(steps, np.logaddexp), _after(steps)
    whole = _value(before, band, band.last)
    beads: list[Bead] = []
    for start, shape in _best_row(steps, _before(steps, np.maximum)):
        end = _end(start, shape)
        having = _value(before, band, start) + steps.at(start, shape) + _value(after, band, end)
        beads.append(
            Bead(
                range(start.english, end.english),
                range(start.chinese, end.chinese),
                math.exp(min(having - whole, 0.0)),
            )
        )
    return beads


def _end(start: Point, shape: Shape) -> Point:
    return Point(start.english + shape.english, start.chinese + shape.chinese)


def _value(columns: Sequence[Column], band: Band, point: Point) -> float:
    return float(columns[point.english][point.chinese - band.columns[point.english].start])


def _best_row(steps: _Steps, best: Sequence[Column]) -> list[tuple[Point, Shape]]:
    """The beads of the best row, found from its end (Viterbi)."""
    row: list[tuple[Point, Shape]] = []
    point = steps.band.last
    while any(point):
        found: list[tuple[float, Point, Shape]] = []
        for shape in SHAPES:
            start = Point(point.english - shape.english, point.chinese - shape.chinese)
            value = steps.at(start, shape)
            if value > -math.inf:
                found.append((_value(best, steps.band, start) + value, start, shape))
        # Rounded, so that equal rows do not depend on the processor’s arithmetic.
        _, point, shape = max(found, key=lambda one: round(one[0], 9))
        row.append((point, shape))
    return row[::-1]


def _before(steps: _Steps, combine: np.ufunc) -> list[Column]:
    """For each point, all rows of beads that lead to it, combined: their sum or the best."""
    sums = [np.full(len(column), -math.inf) for column in steps.band.columns]
    sums[0][0] = 0.0
    for english, column in enumerate(steps.band.columns):
        _, upwards = steps.of(english, _upwards)
        sums[english] = _accumulated(sums[english], upwards, combine)
        for shape in _forwards:
            starts, scores = steps.of(english, shape)
            if starts:
                end = english + shape.english
                from_ = _part(starts, column)
                to = _part(starts, steps.band.columns[end], shape.chinese)
                sums[end][to] = combine(sums[end][to], sums[english][from_] + scores)
    return sums


def _after(steps: _Steps) -> list[Column]:
    """For each point, the sum over all rows of beads that lead from it to the end."""
    sums = [np.full(len(column), -math.inf) for column in steps.band.columns]
    sums[-1][-1] = 0.0
    for english in reversed(range(len(sums))):
        column = steps.band.columns[english]
        for shape in _forwards:
            starts, scores = steps.of(english, shape)
            if starts:
                end = english + shape.english
                from_ = _part(starts, column)
                to = _part(starts, steps.band.columns[end], shape.chinese)
                sums[english][from_] = np.logaddexp(sums[english][from_], sums[end][to] + scores)
        _, upwards = steps.of(english, _upwards)
        reverse = _accumulated(sums[english][::-1], upwards[::-1], np.logaddexp)
        sums[english] = reverse[::-1]
    return sums


def _part(starts: range, column: range, higher: int = 0) -> slice:
    """The points of a column so much higher than the starts, as a part of its numbers."""
    first = starts.start + higher - column.start
    return slice(first, first + len(starts))


def _accumulated(column: Column, steps: Column, combine: np.ufunc) -> Column:
    """Add, at each point of a column, the rows that lead to it from the points below it."""
    reached = np.concatenate(([0.0], np.cumsum(steps)))
    return np.asarray(combine.accumulate(column - reached) + reached)
