"""What lengths tell of whether stretches of two texts are counterparts.

Lengths are in English letters, as in `text.lengths`, whose parameters are used: a text’s
counterpart is as long as it is but for a difference that grows with both.
"""

import math
from typing import Final

from ...text.lengths import HABIT, NOTHING, VARIANCE, Size, habit

# The difference has Student’s distribution rather than the normal one, for it happens that one text
# lacks a sentence or has one more, and is no stranger for it.
FREEDOM: Final = 5.0
_constant = (
    math.lgamma((FREEDOM + 1) / 2) - math.lgamma(FREEDOM / 2) - math.log(math.pi * FREEDOM) / 2
)


class Lengths:
    """How likely lengths are, in a document whose Chinese paragraphs have a usual length.

    `usual` is that length, in letters; `others` what is known of the hands that wrote both texts.
    """

    def __init__(self, usual: float, others: Size = NOTHING) -> None:
        self._usual = math.log(max(usual, 1.0))
        self._per_letter = 1 / max(usual, 1.0)
        self._habit = habit(others)
        self._unknown = 1 / (others.length + VARIANCE / HABIT**2)

    def likelihood(self, english: float, chinese: float, paragraphs: int) -> float:
        """How much likelier two lengths are of counterparts than of strangers: the logarithm.

        A stranger’s length is random, and long ones are rare (an exponential distribution), so
        two long paragraphs as long as each other tell much, two short ones little. `paragraphs`
        are those of both texts: what stands in two is cut anywhere.
        """
        mean = max((english + chinese) / 2, 1.0)
        variance = VARIANCE * mean * (1 + mean * self._unknown)
        away = (english - chinese - self._habit * mean) ** 2 / variance
        fits = _constant - math.log(variance) / 2
        fits -= (FREEDOM + 1) / 2 * math.log1p(away / FREEDOM)
        cuts = (paragraphs - 2) * (self._usual - math.log(mean))
        return fits + self._usual + chinese * self._per_letter + cuts
