"""The concordance: the entries mentioned in passages, and the passages mentioning an entry."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from ..languages import LANGUAGES, LanguageCode
from ..model import Article, Claim, Corpus, Key, Passage, Section
from ..text.forms import forms_in
from ..text.lexicon import Lexicon
from ..text.mentions import Piece, mentioned, pieces
from ..text.units import units_shown


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A passage in its article and section."""

    article: Article
    section: Section
    passage: Passage

    @property
    def reference(self) -> str:
        """The reference by which claims cite it: `article#passage`."""
        return f"{self.article.id}#{self.passage.id}"


class Concordance:
    """The occurrences of each entry of a corpus, and the pieces of any of its texts.

    A passage mentions an entry if either of its texts does, even if the other text words it
    differently.
    """

    def __init__(self, corpus: Corpus, lexicon: Lexicon | None = None) -> None:
        self.corpus = corpus
        self.lexicon = lexicon or Lexicon(tuple(forms_in(corpus)))
        self.pieces = cache(self._pieces)
        self.occurrences = _occurrences(corpus)
        self._mentions = _mentions(self)
        self._claims = _claims_by_passage(corpus)

    def _pieces(self, text: str, language: LanguageCode) -> tuple[Piece, ...]:
        return pieces(text, language, self.lexicon.indexes)

    def of(self, key: Key) -> tuple[Occurrence, ...]:
        """Return the passages that mention a term, name, claim or source, in reading order."""
        return self._mentions.get(key, ())

    def passage(self, reference: str) -> Occurrence:
        """Return the passage with the reference `article#passage`."""
        return self.occurrences[reference]

    def claims_in(self, article: Article) -> list[Claim]:
        """Return the claims reported in an article, in the order of its passages, each once."""
        references = (f"{article.id}#{passage.id}" for passage in article.passages())
        found = (claim for reference in references for claim in self.claims_of(reference))
        return list({claim.id: claim for claim in found}.values())

    def claims_of(self, reference: str) -> tuple[Claim, ...]:
        """Return the claims that cite a passage."""
        return self._claims.get(reference, ())

    def keys_of(self, article: Article) -> tuple[Key, ...]:
        """Return the entries mentioned in an article, in the order of first mention."""
        found = [
            key for passage in article.passages() for key in self.mentioned_by(article, passage)
        ]
        return tuple(dict.fromkeys(found))

    def mentioned_by(self, article: Article, passage: Passage) -> tuple[Key, ...]:
        """Return the entries mentioned in either text of a passage of an article."""
        units = tuple(unit for unit in units_shown(article, passage) if unit.is_prose)
        texts = [self.pieces(unit.written(o.code), o.code) for o in LANGUAGES for unit in units]
        return tuple(dict.fromkeys(key for text in texts for key in mentioned(text)))


def _occurrences(corpus: Corpus) -> dict[str, Occurrence]:
    found = (
        Occurrence(article, section, passage)
        for article in corpus.articles.values()
        for _, section, passage in article.located_passages()
    )
    return {occurrence.reference: occurrence for occurrence in found}


def _mentions(concordance: Concordance) -> dict[Key, tuple[Occurrence, ...]]:
    found: defaultdict[Key, list[Occurrence]] = defaultdict(list)
    for occurrence in concordance.occurrences.values():
        for key in concordance.mentioned_by(occurrence.article, occurrence.passage):
            found[key].append(occurrence)
    return {key: tuple(occurrences) for key, occurrences in found.items()}


def _claims_by_passage(corpus: Corpus) -> dict[str, tuple[Claim, ...]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        for reference in claim.passages:
            found[reference].append(claim)
    return {reference: tuple(claims) for reference, claims in found.items()}
