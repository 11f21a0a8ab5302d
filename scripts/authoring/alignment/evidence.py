"""The tokens that counterparts share although their languages differ, and their weights.

Figures, names and terms of the lexicon, common words, Latin words and addresses that occur in the
Chinese as well, and a few punctuation marks. Each is a `Token`, the same in both languages.
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
    """Something that both counterparts should have: its kind and its value."""

    kind: TokenKind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph for alignment: its length in English letters, and its tokens."""

    length: float
    tokens: frozenset[Token]


# How often a token of the Chinese that occurs anywhere in the English is in the counterpart: a
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
    """Return the length and the tokens of a plain text in a language."""
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
    """The weight of each token of two texts, as the logarithm of a likelihood ratio.

    A token that occurs in many paragraphs weighs little, one that occurs in few weighs much.
    Only tokens that occur in both texts have a weight.
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
        """Return the tokens that have a weight."""
        return frozenset(token for token in tokens if token in self._both)

    def alone(self, tokens: Collection[Token], language: LanguageCode) -> float:
        """Return the score of tokens of one text of which its counterpart has none."""
        table = self._only_english if language == "en" else self._only_chinese
        return sum(table[token] for token in tokens)

    def shared(self, token: Token, paragraphs: int) -> float:
        """Return the score added by a token that both have, in this many English paragraphs."""
        return self._both[token][paragraphs - 1]


def _shares(paragraphs: Sequence[Paragraph]) -> dict[Token, float]:
    """The share of the paragraphs that contain each token."""
    counts = Counter(token for one in paragraphs for token in one.tokens)
    return {token: (n + 0.5) / (len(paragraphs) + 1) for token, n in counts.items()}
