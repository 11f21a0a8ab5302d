"""Examples: the sentences of an article that use a term or name, in both languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, groupby, product
from operator import itemgetter

from ..languages import LANGUAGES, LanguageCode
from ..model import Article, Key, Passage
from ..text.mentions import Piece
from ..text.units import Unit, units_shown
from .concordance import Concordance
from .sentences import Span, sentences


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence as stretches of text, each with whether it is the word of the example.

    If the text has no form of the word, the excerpt is the whole text, without the word.
    """

    stretches: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The sentence as one text."""
        return "".join(text for text, _ in self.stretches)

    @property
    def has_word(self) -> bool:
        """Whether it contains the word."""
        return any(is_word for _, is_word in self.stretches)


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that uses a term or name, with the sentence of each text that does."""

    passage: Passage
    en: Excerpt
    zh_hant: Excerpt

    def of(self, language: LanguageCode) -> Excerpt:
        """Return the excerpt in a language."""
        return self.en if language == "en" else self.zh_hant


def examples(concordance: Concordance, article: Article) -> Mapping[Key, Example]:
    """Return an example of each entry mentioned in an article, in the order of first mention.

    It is from the first unit of which both texts use the word; failing that, from the first of
    which one does.
    """
    found: dict[Key, tuple[Passage, Unit]] = {}
    in_both: set[Key] = set()
    for passage, unit in _units(article):
        en, zh = (_keys(concordance.pieces(unit.written(o.code), o.code)) for o in LANGUAGES)
        for key in (*en, *zh):
            if key not in found or (key not in in_both and key in en and key in zh):
                found[key] = passage, unit
        in_both |= en.keys() & zh.keys()
    return {key: _example(concordance, key, *place) for key, place in found.items()}


def _units(article: Article) -> Iterator[tuple[Passage, Unit]]:
    """The units of an article, each with its passage."""
    for passage in article.passages():
        for unit in units_shown(article, passage):
            if unit.is_prose:
                yield passage, unit


def _keys(pieces: tuple[Piece, ...]) -> dict[Key, None]:
    return {piece.key: None for piece in pieces if piece.key}


def _example(concordance: Concordance, key: Key, passage: Passage, unit: Unit) -> Example:
    en = _Text(concordance.pieces(unit.written("en"), "en"), "en")
    zh = _Text(concordance.pieces(unit.written("zh-Hant"), "zh-Hant"), "zh-Hant")
    pairs = list(product(en.with_word(key), zh.with_word(key)))
    if not pairs:
        return Example(passage, en.excerpt(key), zh.excerpt(key))
    # Of several pairs, the one at the most similar position in both texts.
    first, second = min(pairs, key=lambda pair: abs(en.middle(pair[0]) - zh.middle(pair[1])))
    return Example(passage, en.excerpt(key, first), zh.excerpt(key, second))


class _Text:
    """One text of a passage, split into pieces and into sentences."""

    def __init__(self, pieces: tuple[Piece, ...], language: LanguageCode) -> None:
        ends = [0, *accumulate(len(piece.text) for piece in pieces)]
        self.pieces = list(zip(pieces, ends, strict=False))
        self.sentences = sentences("".join(piece.text for piece in pieces), language)

    def with_word(self, key: Key) -> list[int]:
        """Return the numbers of the sentences in which a mention begins."""
        starts = [start for piece, start in self.pieces if piece.key == key]
        return [
            number
            for number, (begin, end) in enumerate(self.sentences)
            if any(begin <= start < end for start in starts)
        ]

    def middle(self, number: int) -> float:
        """Return the position of a sentence in the text, from 0 to 1."""
        return round((number + 0.5) / len(self.sentences), 6)

    def excerpt(self, key: Key, number: int | None = None) -> Excerpt:
        """Return a sentence; by default the first with the word, failing that the whole text."""
        if number is None:
            number = next(iter(self.with_word(key)), None)
        if number is None:
            return self._cut((self.sentences[0][0], self.sentences[-1][1]), key)
        return self._cut(self.sentences[number], key)

    def _cut(self, span: Span, key: Key) -> Excerpt:
        runs = groupby(self._stretches(*span, key), key=itemgetter(1))
        return Excerpt(tuple(("".join(text for text, _ in run), is_word) for is_word, run in runs))

    def _stretches(self, begin: int, end: int, key: Key) -> Iterator[tuple[str, bool]]:
        for piece, start in self.pieces:
            text = piece.text[max(begin - start, 0) : max(end - start, 0)]
            if text:
                yield text, piece.key == key
