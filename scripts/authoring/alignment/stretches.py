"""Two texts, and how much each stretch of one and of the other tell of being counterparts."""

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
    """Some paragraphs in a row: their length, their tokens, and what these tell if alone."""

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
        self._reported: dict[tuple[Point, Shape], float] = {}  # by tokens; lengths are judged twice

    def _cut(
        self, paragraphs: Sequence[Paragraph], language: LanguageCode
    ) -> dict[tuple[int, int], Stretch]:
        """Every stretch, by where it begins and how many paragraphs it has."""
        found: dict[tuple[int, int], Stretch] = {}
        for start in range(len(paragraphs)):
            for number in range(1, min(LARGEST, len(paragraphs) - start) + 1):
                some = paragraphs[start : start + number]
                tokens = self._weights.known(token for one in some for token in one.tokens)
                alone = self._weights.alone(tokens, language)
                found[start, number] = Stretch(sum(one.length for one in some), tokens, alone)
        return found

    def score(self, others: Size) -> Callable[[Point, Shape], float]:
        """How much a bead tells that begins at a point; OTHERS is what is known of the hands."""
        usual = sum(one.length for one in self.chinese) / len(self.chinese)
        lengths = Lengths(usual, others)
        english, chinese = self._stretches["en"], self._stretches["zh-Hant"]

        def told(point: Point, shape: Shape) -> float:
            if not all(shape):
                return PRIORS[shape]
            one = english[point.english, shape.english]
            other = chinese[point.chinese, shape.chinese]
            fits = lengths.likelihood(one.length, other.length, sum(shape))
            if (tokens := self._reported.get((point, shape))) is None:
                shared = self._weights.shared(one.tokens & other.tokens, shape.english)
                tokens = self._reported[point, shape] = one.alone + other.alone + shared
            return PRIORS[shape] + fits + tokens

        return told

    def size(self, beads: Sequence[Bead]) -> Size:
        """How long the texts of beads are, where both have one."""
        return total(
            Size(english - chinese, (english + chinese) / 2)
            for bead in beads
            if all(bead.shape)
            for english in [sum(self.english[at].length for at in bead.english)]
            for chinese in [sum(self.chinese[at].length for at in bead.chinese)]
        )
