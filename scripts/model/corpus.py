"""The corpus: every entry of `content/`, by kind and id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from ..kinds import FOLDERS, Key, Kind
from .article import Article
from .claim import Claim
from .name import Name
from .record import Label
from .source import Source
from .term import Term
from .topic import Topic

AnyEntry = Source | Article | Name | Claim | Term | Topic
WithForms = Name | Term
WithTopics = Article | Name | Claim

MODELS: dict[Kind, type[AnyEntry]] = {
    "source": Source,
    "article": Article,
    "name": Name,
    "claim": Claim,
    "term": Term,
    "topic": Topic,
}
_KINDS = {model: kind for kind, model in MODELS.items()}


def key_of_entry(entry: AnyEntry) -> Key:
    """Return the key of an entry."""
    return Key(_KINDS[type(entry)], entry.id)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries. Each mapping is in the order of the ids."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    names: Mapping[str, Name] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)

    def of(self, kind: Kind) -> Mapping[str, AnyEntry]:
        """The entries of one kind."""
        match kind:
            case "source":
                return self.sources
            case "article":
                return self.articles
            case "name":
                return self.names
            case "claim":
                return self.claims
            case "term":
                return self.terms
            case "topic":
                return self.topics
        assert_never(kind)

    def keys(self) -> Iterator[Key]:
        """Yield the key of every entry."""
        for kind in FOLDERS:
            for entry_id in self.of(kind):
                yield Key(kind, entry_id)

    def entries(self) -> Iterator[AnyEntry]:
        """Every entry."""
        for kind in FOLDERS:
            yield from self.of(kind).values()

    def get(self, key: Key) -> AnyEntry | None:
        """The entry of a key, if there is one."""
        return self.of(key.kind).get(key.id)

    def label(self, key: Key) -> Label:
        """What an entry is called in lists: its title, headword or heading."""
        entry = self.of(key.kind)[key.id]
        match entry:
            case Article() | Claim():
                return entry.title
            case Source() | Topic() | Term() | Name():
                return entry.label
        assert_never(entry)
