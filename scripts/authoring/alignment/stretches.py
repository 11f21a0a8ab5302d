"""The stretches of two texts, and the score of each pair of stretches as counterparts."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...languages import LanguageCode
from ...text.lengths import Size, total
from .beads import LARGEST, PRIORS, Bead, Shape
from .evidence import Paragraph, Token, Weights
from .lattice import Column
from .lengths import Lengths


@dataclass(frozen=True, slots=True)
class Stretches:
    """All stretches of a number of consecutive paragraphs, by their first paragraph.

    Their lengths, their tokens, and the score of these if unmatched.
    """

    lengths: Column
    tokens: Sequence[frozenset[Token]]
    alone: Column

    def places(self) -> dict[Token, NDArray[np.intp]]:
        """Return the numbers of the stretches that have each token, in order."""
        found: defaultdict[Token, list[int]] = defaultdict(list)
        for number, tokens in enumerate(self.tokens):
            for token in tokens:
                found[token].append(number)
        return {token: np.array(numbers, dtype=np.intp) for token, numbers in found.items()}


class Texts:
    """The paragraphs of both texts, and the stretches of up to three of them."""

    def __init__(self, english: Sequence[Paragraph], chinese: Sequence[Paragraph]) -> None:
        self.english, self.chinese = english, chinese
        self._weights = Weights(english, chinese)
        sizes = range(1, LARGEST + 1)
        self._english = {number: self._cut(english, number, "en") for number in sizes}
        self._chinese = {number: self._cut(chinese, number, "zh-Hant") for number in sizes}
        self._places = {number: self._chinese[number].places() for number in sizes}

    def _cut(
        self, paragraphs: Sequence[Paragraph], number: int, language: LanguageCode
    ) -> Stretches:
        """Every stretch of a number of paragraphs."""
        some = [paragraphs[start : start + number] for start in range(len(paragraphs) - number + 1)]
        tokens = [self._weights.known(t for one in part for t in one.tokens) for part in some]
        return Stretches(
            np.array([sum(one.length for one in part) for part in some]),
            tokens,
            np.array([self._weights.alone(one, language) for one in tokens]),
        )

    def score(self, others: Size) -> Callable[[int, range, Shape], Column]:
        """Return the log-likelihood of beads in a column; `others` is the texts' length ratio."""
        usual = sum(one.length for one in self.chinese) / len(self.chinese)
        lengths = Lengths(usual, others)

        def score_of(start: int, starts: range, shape: Shape) -> Column:
            if not all(shape):
                return np.full(len(starts), PRIORS[shape])
            one, other = self._english[shape.english], self._chinese[shape.chinese]
            column = slice(starts.start, starts.stop)
            fits = lengths.likelihood(one.lengths[start], other.lengths[column], sum(shape))
            shared = self._shared(one.tokens[start], starts, shape)
            tokens = one.alone[start] + other.alone[column] + shared
            return np.asarray(PRIORS[shape] + fits + tokens)

        return score_of

    def _shared(self, tokens: frozenset[Token], starts: range, shape: Shape) -> Column:
        """The score added by the tokens that an English stretch shares with Chinese ones."""
        found = np.zeros(len(starts))
        places = self._places[shape.chinese]
        for token in sorted(tokens & places.keys()):
            first, last = np.searchsorted(places[token], (starts.start, starts.stop))
            weight = self._weights.shared(token, shape.english)
            found[places[token][first:last] - starts.start] += weight
        return found

    def size(self, beads: Sequence[Bead]) -> Size:
        """The lengths of the texts of those beads that have both."""
        return total(
            Size(english - chinese, (english + chinese) / 2)
            for bead in beads
            if all(bead.shape)
            for english in [sum(self.english[at].length for at in bead.english)]
            for chinese in [sum(self.chinese[at].length for at in bead.chinese)]
        )
