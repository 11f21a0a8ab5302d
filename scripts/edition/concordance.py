"""The concordance: the entries mentioned in passages, and the passages mentioning an entry."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from ..languages import LANGUAGES, LanguageCode
from ..model import Article, Claim, Corpus, Key, Passage, Section
from ..text.forms import forms_in
from ..text.lexicon import Lexicon
from ..text.mentions import Piece, mentioned, pieces
from ..text.units import units_shown
from .recorder import Recorder


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

    def __init__(
        self,
        corpus: Corpus,
        lexicon: Lexicon | None = None,
        recorder: Recorder | None = None,
        known: Mapping[str, Sequence[Key]] | None = None,
    ) -> None:
        """Take a recorder, and the keys of passages whose mentions are known by reference."""
        self.corpus = corpus
        self.lexicon = lexicon or Lexicon(tuple(forms_in(corpus)))
        self.pieces = cache(self._pieces)
        self._recorder = recorder or Recorder()
        self._occurrences = _occurrences(corpus)
        self._known = known or {}
        self._claims = _claims_by_passage(corpus)

    def _pieces(self, text: str, language: LanguageCode) -> tuple[Piece, ...]:
        return pieces(text, language, self.lexicon.indexes)

    @cached_property
    def _mentions(self) -> Mapping[Key, tuple[Occurrence, ...]]:
        found: defaultdict[Key, list[Occurrence]] = defaultdict(list)
        for reference, occurrence in self._occurrences.items():
            keys = self._known.get(reference)
            if keys is None:
                keys = self.mentioned_by(occurrence.article, occurrence.passage)
            for key in keys:
                found[key].append(occurrence)
        return {key: tuple(occurrences) for key, occurrences in found.items()}

    def passages(self) -> list[str]:
        """Return the references of all passages, in the order of the articles."""
        self._recorder.note("passages")
        return list(self._occurrences)

    def of(self, key: Key) -> tuple[Occurrence, ...]:
        """Return the passages that mention a term, name, claim or source, in reading order."""
        self._recorder.note("mentions", *key)
        found = self._mentions.get(key, ())
        for occurrence in found:
            self._recorder.note("entry", "article", occurrence.article.id)
        return found

    def passage(self, reference: str) -> Occurrence:
        """Return the passage with the reference `article#passage`."""
        found = self._occurrences[reference]
        self._recorder.note("entry", "article", found.article.id)
        return found

    def claims_in(self, article: Article) -> list[Claim]:
        """Return the claims reported in an article, in the order of its passages, each once."""
        references = (f"{article.id}#{passage.id}" for passage in article.passages())
        found = (claim for reference in references for claim in self.claims_of(reference))
        return list({claim.id: claim for claim in found}.values())

    def claims_of(self, reference: str) -> tuple[Claim, ...]:
        """Return the claims that cite a passage."""
        self._recorder.note("claims of", reference)
        found = self._claims.get(reference, ())
        for claim in found:
            self._recorder.note("entry", "claim", claim.id)
        return found

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


def _claims_by_passage(corpus: Corpus) -> dict[str, tuple[Claim, ...]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims.values():
        for reference in claim.passages:
            found[reference].append(claim)
    return {reference: tuple(claims) for reference, claims in found.items()}
