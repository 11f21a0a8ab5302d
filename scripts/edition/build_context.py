"""The build context: everything from which the pages and exports of a build are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from ..analysis.progress import CorpusProgress, corpus_progress
from ..cache.store import Store, temporary_store
from ..languages import LANGUAGES, LanguageCode
from ..model import FOLDERS, Article, Claim, Corpus, Key, WithTopics
from ..model.relations import Related, relations, sources_of
from ..reading.content import Content
from ..reading.yaml_tree import Location
from ..text.forms import forms_in
from ..text.lexicon import Lexicon
from .concordance import Concordance
from .examples import Example, examples
from .settings import Settings

Neighbours = tuple[Key | None, Key | None]  # the entries before and after an entry in its list


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
    run.

    Parts of several pages are rendered once and cached here: `quotations`, passages in
    concordances, by reference and language; `cards`, by entry, language and the path to the
    language's root; `headwords` of word sheets; `neighbours`, the entries before and after each in
    the lists of a language.
    """

    content: Content
    settings: Settings
    store: Store = field(default_factory=temporary_store, repr=False)
    published: dict[str, date | None] = field(default_factory=dict, repr=False)
    quotations: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    cards: dict[tuple[Key, LanguageCode, str], str] = field(default_factory=dict, repr=False)
    headwords: dict[tuple[Key, str], str] = field(default_factory=dict, repr=False)
    neighbours: dict[LanguageCode, Mapping[Key, Neighbours]] = field(
        default_factory=dict, repr=False
    )

    @property
    def corpus(self) -> Corpus:
        """The entries."""
        return self.content.corpus

    @cached_property
    def empty(self) -> frozenset[str]:
        """The sections of the site without entries."""
        return empty_sections(self.corpus)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The forms of all terms and names."""
        return Lexicon(tuple(forms_in(self.corpus)))

    @cached_property
    def concordance(self) -> Concordance:
        """Where every entry occurs."""
        return Concordance(self.corpus, self.lexicon)

    @cached_property
    def examples(self) -> Callable[[str], Mapping[Key, Example]]:
        """A function that returns the examples from an article, by its id."""
        articles = self.corpus.articles
        return cache(lambda article: examples(self.concordance, articles[article]))

    @cached_property
    def progress(self) -> CorpusProgress:
        """The progress of the work on the corpus."""
        return corpus_progress(self.corpus)

    @cached_property
    def relations(self) -> Mapping[str, tuple[Related, ...]]:
        """The relations of each name, in both directions."""
        return relations(self.corpus)

    @cached_property
    def series(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles of each series in their order, by the id of its topic."""
        found: dict[str, list[tuple[int, Article]]] = {}
        for article in self.corpus.articles.values():
            if article.series:
                parts = found.setdefault(article.series.topic, [])
                parts.append((article.series.part, article))
        ordered = {topic: sorted(parts, key=lambda one: one[0]) for topic, parts in found.items()}
        return {topic: tuple(article for _, article in parts) for topic, parts in ordered.items()}

    @cached_property
    def claims_about(self) -> Mapping[Key, tuple[Claim, ...]]:
        """The claims that mention an entry, are asserted by a name or come from a source."""
        found: dict[Key, dict[str, Claim]] = {}
        for claim in self.corpus.claims.values():
            keys = [Key("name", claim.asserted_by.name)]
            keys += [Key("source", source) for source in sources_of(self.corpus, claim)]
            for language in LANGUAGES:
                text = claim.statement.of(language.code)
                pieces = self.concordance.pieces(text, language.code)
                keys += [piece.key for piece in pieces if piece.key]
            for key in keys:
                found.setdefault(key, {})[claim.id] = claim
        return {key: tuple(claims.values()) for key, claims in found.items()}

    def edit_url(self, key: Key, location: Location = ()) -> str:
        """Return the address for editing an entry, at the line of one of its fields."""
        place = self.content.documents[key].place(location)
        return self.settings.edit_url(place.path, place.line)
