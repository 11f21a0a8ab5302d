"""The alignment of two documents, from their paragraphs to their beads."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from typing import Final

from ...text.lengths import NOTHING, Size
from .beads import Bead, Shape
from .evidence import Paragraph
from .lattice import Band, likeliest
from .stretches import Texts

# Scores are divided by this for probabilities: the sum takes the pieces of evidence to be
# independent, which they are not, so that probabilities would be too near to 0 and 1. Fitted with
# `bench/alignment.py`.
TEMPERATURE: Final = 2.0
SURE: Final = 0.9  # the confidence from which a bead counts for the length ratio
NARROWEST: Final = 16  # points to either side of the diagonal
MARGIN: Final = 6  # points that must be free between the beads and the edge of the band


def align(
    english: Sequence[Paragraph],
    chinese: Sequence[Paragraph],
    *,
    temperature: float = TEMPERATURE,
) -> list[Bead]:
    """Return the beads of two texts whose paragraphs are in the same order, in that order.

    Every paragraph is in one bead. There are two passes: the confident beads of the first give the
    length ratio of the texts for the second. The time grows with n·√n, n being the number of
    paragraphs of the longer text.
    """
    if not english or not chinese:
        return [*_alone(len(english), Shape(1, 0)), *_alone(len(chinese), Shape(0, 1))]
    texts = Texts(english, chinese)
    first = _banded(texts, NOTHING, temperature)
    known = texts.size([bead for bead in first if bead.confidence >= SURE])
    return _banded(texts, known, temperature)


def links(beads: Sequence[Bead]) -> Iterator[tuple[int, int]]:
    """Return the pairs of paragraphs within beads, by their numbers."""
    for bead in beads:
        yield from product(bead.english, bead.chinese)


def _alone(number: int, shape: Shape) -> Iterator[Bead]:
    """Beads for a text without a counterpart."""
    for at in range(number):
        english = range(at, at + 1) if shape.english else range(0)
        chinese = range(at, at + 1) if shape.chinese else range(0)
        yield Bead(english, chinese, 1.0)


def _banded(texts: Texts, others: Size, temperature: float) -> list[Bead]:
    """The likeliest beads in a band, which is widened until they keep clear of its edges."""
    score = texts.score(others)
    width = NARROWEST + math.isqrt(max(len(texts.english), len(texts.chinese)))
    while True:
        band = _band(texts, width)
        beads = likeliest(score, band, temperature)
        if not band.is_tight(beads, MARGIN):
            return beads
        width *= 2


def _band(texts: Texts, width: int) -> Band:
    """The points near the diagonal, where the same share of both texts' length is reached.

    Each row begins before the one above it ends, so that a path through the band exists.
    """
    english, chinese = _cumulative_shares(texts.english), _cumulative_shares(texts.chinese)
    last = len(texts.chinese)
    columns = [range(min(width, last) + 1)]
    for share in english[1:-1]:
        centre = bisect_left(chinese, share)
        start = min(max(centre - width, 0), columns[-1].stop - 1)
        columns.append(range(start, min(centre + width, last) + 1))
    columns.append(range(min(max(last - width, 0), columns[-1].stop - 1), last + 1))
    return Band(tuple(columns))


def _cumulative_shares(paragraphs: Sequence[Paragraph]) -> list[float]:
    """The share of a text's length that is reached after each number of its paragraphs."""
    reached = list(accumulate((one.length + 1 for one in paragraphs), initial=0.0))
    return [letters / reached[-1] for letters in reached]
