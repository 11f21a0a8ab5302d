"""The build context: everything from which the pages and exports of a build are made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from ..analysis.progress import CorpusProgress, corpus_progress
from ..cache.picture_facts import cached_facts
from ..cache.stages import StageCache
from ..cache.store import Store, temporary_store
from ..languages import LANGUAGES, LanguageCode
from ..model import FOLDERS, Article, Claim, Corpus, Key, WithTopics
from ..model.relations import Related, relations, sources_of
from ..reading.content import Content
from ..reading.pictures import PictureFacts
from ..reading.yaml_tree import Location
from ..text.forms import forms_in
from ..text.lexicon import Lexicon
from .concordance import Concordance
from .examples import Example, examples
from .recorder import Fact, Recorder, recorded
from .settings import Settings
from .spoken_forms import Spoken, spoken_forms

K = TypeVar("K")
Neighbours = tuple[Key | None, Key | None]
"""The entries before and after an entry in its list."""
Parts = dict[K, tuple[str, frozenset[Fact]]]


def empty_sections(corpus: Corpus) -> frozenset[str]:
    """Return the sections without entries, which have no page and no links to one.

    A section has the name of its kind's folder.
    """
    series = any(article.series for article in corpus.articles.values())
    listing = (entry for entry in corpus.entries() if isinstance(entry, WithTopics))
    empty = {folder for kind, folder in FOLDERS.items() if not corpus.of(kind)}
    return frozenset(
        empty if series or any(entry.topics for entry in listing) else {*empty, "topics"}
    )


@dataclass(frozen=True)
class BuildContext:
    """The content of a build, and data derived from it.

    `store` caches results between builds. `published` are the pages written so far, by their path
    below their language's root, with the day of their last update; it is complete when the exports
    run. `mentions` are the entries that passages mention, by reference, as far as they are known.

    `recorder` notes what pages ask of the content. Parts of several pages are rendered once and
    cached here with what they asked: `quotations`, passages in concordances, by reference and
    language; `headwords` of word sheets. `neighbours` are the entries before and after each in the
    lists of a language.
    """

    content: Content
    settings: Settings
    store: Store = field(default_factory=temporary_store, repr=False)
    mentions: dict[str, Sequence[Key]] = field(default_factory=dict, repr=False)
    published: dict[str, date | None] = field(default_factory=dict, repr=False)
    recorder: Recorder = field(default_factory=Recorder, repr=False)
    quotations: Parts[tuple[str, str]] = field(default_factory=dict, repr=False)
    headwords: Parts[tuple[Key, str]] = field(default_factory=dict, repr=False)
    neighbours: dict[LanguageCode, Mapping[Key, Neighbours]] = field(
        default_factory=dict, repr=False
    )

    @cached_property
    def corpus(self) -> Corpus:
        """The entries; pages that ask for one are noted to depend on it."""
        return recorded(self.content.corpus, self.recorder)

    @cached_property
    def empty(self) -> frozenset[str]:
        """The sections of the site without entries."""
        return empty_sections(self.content.corpus)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The forms of all terms and names."""
        return Lexicon(tuple(forms_in(self.content.corpus)))

    @cached_property
    def spoken(self) -> Spoken:
        """The syllables that editors wrote, by the key of the entry and the form."""
        return spoken_forms(self.content.corpus)

    @cached_property
    def concordance(self) -> Concordance:
        """Where every entry occurs."""
        return Concordance(self.content.corpus, self.lexicon, self.recorder, self.mentions)

    @cached_property
    def examples(self) -> Callable[[str], Mapping[Key, Example]]:
        """A function that returns the examples from an article, by its id."""
        concordance, articles = self.concordance, self.content.corpus.articles
        found = cache(lambda article: examples(concordance, articles[article]))

        def examples_of(article: str) -> Mapping[Key, Example]:
            self.recorder.note("entry", "article", article)
            return found(article)

        return examples_of

    @property
    def progress(self) -> CorpusProgress:
        """The progress of the work on the corpus."""
        return corpus_progress(self.corpus)

    def relations_of(self, name: str) -> tuple[Related, ...]:
        """Return the relations of a name, in both directions."""
        self.recorder.note("relations", name)
        return self._relations.get(name, ())

    @cached_property
    def _series(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for article in self.content.corpus.articles.values():
            if article.series:
                parts = found.setdefault(article.series.topic, [])
                parts.append((article.series.part, article.id))
        return {topic: tuple(id for _, id in sorted(parts)) for topic, parts in found.items()}

    def series_of(self, topic: str) -> tuple[Article, ...]:
        """Return the articles of a series in their order, by the id of its topic."""
        self.recorder.note("series", topic)
        return tuple(self.corpus.articles[article] for article in self._series.get(topic, ()))

    @cached_property
    def _relations(self) -> Mapping[str, tuple[Related, ...]]:
        return relations(self.content.corpus)

    def claims_about(self, key: Key) -> tuple[Claim, ...]:
        """Return the claims that mention an entry, are asserted by it or come from it."""
        self.recorder.note("claims about", *key)
        return tuple(self.corpus.claims[claim] for claim in self._claims_about.get(key, ()))

    @cached_property
    def _claims_about(self) -> Mapping[Key, Mapping[str, None]]:
        corpus = self.content.corpus
        found: dict[Key, dict[str, None]] = {}
        for claim in corpus.claims.values():
            keys = [Key("name", claim.asserted_by.name)]
            keys += [Key("source", source) for source in sources_of(corpus, claim)]
            for language in LANGUAGES:
                text = claim.statement.of(language.code)
                pieces = self.concordance.pieces(text, language.code)
                keys += [piece.key for piece in pieces if piece.key]
            for key in keys:
                found.setdefault(key, {})[claim.id] = None
        return found

    def related_terms(self, term: str) -> tuple[str, ...]:
        """Return the terms related to one: those that it lists and those that list it."""
        self.recorder.note("related terms", term)
        return tuple(self._related_terms.get(term, ()))

    @cached_property
    def _related_terms(self) -> Mapping[str, Mapping[str, None]]:
        terms = self.content.corpus.terms
        found = {term: dict.fromkeys(terms[term].related) for term in terms}
        for term in terms.values():
            for other in term.related:
                found[other][term.id] = None
        return found

    def sources_from(self, publisher: str) -> tuple[str, ...]:
        """Return the sources that a name has published."""
        self.recorder.note("sources from", publisher)
        sources = self.content.corpus.sources.values()
        return tuple(source.id for source in sources if source.publisher == publisher)

    def picture(self, name: str) -> PictureFacts:
        """Return what is known of the picture file of a name."""
        self.recorder.note("picture", name)
        return cached_facts(self.content.folder.pictures[name], StageCache(self.store, {}))

    def edit_url(self, key: Key, location: Location = ()) -> str:
        """Return the address for editing an entry, at the line of one of its fields."""
        self.recorder.note("entry", *key)
        place = self.content.place(key, location)
        return self.settings.edit_url(place.path, place.line)
