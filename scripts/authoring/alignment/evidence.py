"""What two texts share whatever their languages: the marks by which counterparts are known.

Figures, names and terms of the lexicon, words for common things, Latin words and addresses that
stand in the Chinese as well, and a few signs. Each is a `Token`, the same in both languages.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from ...figures import Quantity, quantities_in
from ...figures.quantity import date_parts
from ...languages import LanguageCode
from ...text.lengths import length
from ...text.lexicon import Lexicon
from ...text.web import addresses
from .common_words import things_in

TokenKind = Literal["figure", "entry", "latin", "thing", "sign"]


class Token(NamedTuple):
    """Something that both of two counterparts should have: its kind, and what it is."""

    kind: TokenKind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What alignment knows of a paragraph: its length in English letters, and its tokens."""

    length: float
    tokens: frozenset[Token]


# How often a token of the Chinese that the English text has somewhere stands in its counterpart: a
# little less than was counted in good pairs of the benchmark’s corpus, as not all pairs are good.
# That corpus has no lexicon, so for entries it is taken to be as for words of common things.
KEPT: Final[dict[TokenKind, float]] = {
    "figure": 0.93,
    "entry": 0.85,
    "latin": 0.96,
    "thing": 0.83,
    "sign": 0.9,
}
STRAY: Final = 0.02  # the least share of paragraphs that have a token their counterpart lacks

_word = re.compile(r"[a-z][a-z0-9]+(?:[.'’+-][a-z0-9]+)*")
_signs: Final = {"?": "?？", "!": "!！", "()": "(（", "“": '“「"', "%": "%％", ";": ";；"}
_colon = re.compile(r"[:：]\s*\Z")


def paragraph(text: str, language: LanguageCode, lexicon: Lexicon) -> Paragraph:
    """What alignment knows of a plain text in a language."""
    return Paragraph(length(text, language), frozenset(_tokens(text, language, lexicon)))


def _tokens(text: str, language: LanguageCode, lexicon: Lexicon) -> Iterator[Token]:
    for address in addresses.findall(text):
        yield Token("latin", address.rstrip(".,;:!?)"))
    words = addresses.sub(" ", text)
    for quantity in quantities_in(words, language):
        if not quantity.optional:
            yield from (Token("figure", str(value)) for value in _values(quantity))
    for match in lexicon.indexes[language].find(words):
        yield Token("entry", str(match.form.owner))
    for word in _word.findall(words.lower()):
        yield Token("latin", word)
    for thing in things_in(words, language):
        yield Token("thing", thing)
    for name, signs in _signs.items():
        if any(sign in words for sign in signs):
            yield Token("sign", name)
    if _colon.search(words):
        yield Token("sign", ":")


def _values(quantity: Quantity) -> Iterator[Decimal]:
    """The numbers of a figure: those of a date one by one, of a share as such."""
    for value in filter(None, (quantity.value, quantity.to)):
        if quantity.kind == "date":
            yield from (Decimal(part) for part in date_parts(value) if part)
        elif quantity.kind in ("percent", "discount"):
            yield (value / 100).normalize()
        else:
            yield value.normalize()


class Weights:
    """What each token of two texts tells, as the logarithm of a likelihood ratio.

    A token that stands in many paragraphs tells little, one that stands in a few much. Only
    tokens that both texts have somewhere are looked at.
    """

    def __init__(self, english: Sequence[Paragraph], chinese: Sequence[Paragraph]) -> None:
        self._english = _shares(english)
        chinese_shares = _shares(chinese)
        self._both: dict[Token, tuple[float, ...]] = {}
        self._only_english: dict[Token, float] = {}
        self._only_chinese: dict[Token, float] = {}
        for token in self._english.keys() & chinese_shares.keys():
            self._weigh(token, self._english[token], chinese_shares[token])

    def _weigh(self, token: Token, english: float, chinese: float) -> None:
        kept = KEPT[token.kind]
        stray = max((english - kept * chinese) / (1 - chinese), STRAY * english)
        self._only_english[token] = min(math.log(stray / english), 0.0)
        self._only_chinese[token] = min(math.log((1 - kept) / (1 - english)), 0.0)
        alone = self._only_english[token] + self._only_chinese[token]
        self._both[token] = tuple(
            max(math.log(kept / (1 - (1 - english) ** n)), 0.0) - alone for n in (1, 2, 3)
        )

    def known(self, tokens: Iterable[Token]) -> frozenset[Token]:
        """Those that tell something."""
        return frozenset(token for token in tokens if token in self._both)

    def alone(self, tokens: Collection[Token], language: LanguageCode) -> float:
        """What the tokens of one text tell if its counterpart has none of them."""
        table = self._only_english if language == "en" else self._only_chinese
        return sum(table[token] for token in tokens)

    def shared(self, tokens: Iterable[Token], paragraphs: int) -> float:
        """What it adds if both texts have these, in so many English paragraphs."""
        return sum(self._both[token][paragraphs - 1] for token in tokens)


def _shares(paragraphs: Sequence[Paragraph]) -> dict[Token, float]:
    """In which share of the paragraphs each token stands."""
    counts = Counter(token for one in paragraphs for token in one.tokens)
    return {token: (n + 0.5) / (len(paragraphs) + 1) for token, n in counts.items()}
