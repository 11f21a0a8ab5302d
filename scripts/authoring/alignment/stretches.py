"""The stretches of two texts, and the score of each pair of stretches as counterparts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...languages import LanguageCode
from ...text.lengths import Size, total
from .beads import LARGEST, PRIORS, Bead, Shape
from .evidence import Paragraph, Token, Weights
from .lattice import Point
from .lengths import Lengths


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive paragraphs: their length, their tokens, and the score of these if unmatched."""

    length: float
    tokens: frozenset[Token]
    alone: float


class Texts:
    """The paragraphs of both texts, and the stretches of up to three of them."""

    def __init__(self, english: Sequence[Paragraph], chinese: Sequence[Paragraph]) -> None:
        self.english, self.chinese = english, chinese
        self._weights = Weights(english, chinese)
        self._stretches = {
            "en": self._cut(english, "en"),
            "zh-Hant": self._cut(chinese, "zh-Hant"),
        }
        self._reported: dict[
            tuple[Point, Shape], float
        ] = {}  # by tokens; lengths are scored in both passes

    def _cut(
        self, paragraphs: Sequence[Paragraph], language: LanguageCode
    ) -> dict[tuple[int, int], Stretch]:
        """Every stretch, by its first paragraph and its number of paragraphs."""
        found: dict[tuple[int, int], Stretch] = {}
        for start in range(len(paragraphs)):
            for number in range(1, min(LARGEST, len(paragraphs) - start) + 1):
                some = paragraphs[start : start + number]
                tokens = self._weights.known(token for one in some for token in one.tokens)
                alone = self._weights.alone(tokens, language)
                found[start, number] = Stretch(sum(one.length for one in some), tokens, alone)
        return found

    def score(self, others: Size) -> Callable[[Point, Shape], float]:
        """Return the log-likelihood of a bead at a point; `others` is the texts' length ratio."""
        usual = sum(one.length for one in self.chinese) / len(self.chinese)
        lengths = Lengths(usual, others)
        english, chinese = self._stretches["en"], self._stretches["zh-Hant"]

        def score_at(point: Point, shape: Shape) -> float:
            if not all(shape):
                return PRIORS[shape]
            one = english[point.english, shape.english]
            other = chinese[point.chinese, shape.chinese]
            fits = lengths.likelihood(one.length, other.length, sum(shape))
            if (tokens := self._reported.get((point, shape))) is None:
                shared = self._weights.shared(one.tokens & other.tokens, shape.english)
                tokens = self._reported[point, shape] = one.alone + other.alone + shared
            return PRIORS[shape] + fits + tokens

        return score_at

    def size(self, beads: Sequence[Bead]) -> Size:
        """The lengths of the texts of those beads that have both."""
        return total(
            Size(english - chinese, (english + chinese) / 2)
            for bead in beads
            if all(bead.shape)
            for english in [sum(self.english[at].length for at in bead.english)]
            for chinese in [sum(self.chinese[at].length for at in bead.chinese)]
        )
