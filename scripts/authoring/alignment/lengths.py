"""Length as evidence: the likelihood that stretches of two texts are counterparts by length.

Lengths are in English letters, as in `text.lengths`, whose parameters are used: a text’s
counterpart is as long as it is but for a difference that grows with both.
"""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ...text.lengths import HABIT, NOTHING, VARIANCE, Size, habit

# The difference has Student’s distribution rather than the normal one, because one text may lack a
# sentence or have one more and still be the counterpart.
FREEDOM: Final = 5.0
_constant = (
    math.lgamma((FREEDOM + 1) / 2) - math.lgamma(FREEDOM / 2) - math.log(math.pi * FREEDOM) / 2
)


class Lengths:
    """Likelihoods of lengths in a document.

    `usual` is the usual length of its Chinese paragraphs, in letters; `others` is the length ratio
    seen in confident beads.
    """

    def __init__(self, usual: float, others: Size = NOTHING) -> None:
        self._usual = math.log(max(usual, 1.0))
        self._per_letter = 1 / max(usual, 1.0)
        self._habit = habit(others)
        self._unknown = 1 / (others.length + VARIANCE / HABIT**2)

    def likelihood(
        self, english: float, chinese: NDArray[np.float64], paragraphs: int
    ) -> NDArray[np.float64]:
        """Return the log-likelihood ratios of lengths as counterparts or as strangers.

        A stranger’s length is random, and long ones are rare (an exponential distribution), so
        equal lengths are strong evidence for long paragraphs and weak for short ones. `paragraphs`
        is their number in both texts: a text in two paragraphs may be divided anywhere.
        """
        mean = np.maximum((english + chinese) / 2, 1.0)
        variance = VARIANCE * mean * (1 + mean * self._unknown)
        away = (english - chinese - self._habit * mean) ** 2 / variance
        fits = _constant - np.log(variance) / 2
        fits -= (FREEDOM + 1) / 2 * np.log1p(away / FREEDOM)
        cuts = (paragraphs - 2) * (self._usual - np.log(mean))
        return np.asarray(fits + self._usual + chinese * self._per_letter + cuts)
