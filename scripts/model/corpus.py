"""The corpus: every entry of `content/`, by kind and id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..kinds import FOLDERS, Key, Kind
from .article import Article
from .claim import Claim
from .name import Name
from .record import Entry, Label
from .source import Source
from .term import Term
from .topic import Topic

MODELS: dict[Kind, type[Entry]] = {
    "source": Source,
    "article": Article,
    "name": Name,
    "claim": Claim,
    "term": Term,
    "topic": Topic,
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries. Each mapping is in the order of the ids."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    names: Mapping[str, Name] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)

    def of(self, kind: Kind) -> Mapping[str, Entry]:
        """Return the entries of one kind."""
        entries: Mapping[str, Entry] = {
            "source": self.sources,
            "article": self.articles,
            "name": self.names,
            "claim": self.claims,
            "term": self.terms,
            "topic": self.topics,
        }[kind]
        return entries

    def keys(self) -> Iterator[Key]:
        """Yield the key of every entry."""
        for kind in FOLDERS:
            for entry_id in self.of(kind):
                yield Key(kind, entry_id)

    def entries(self) -> Iterator[Entry]:
        """Yield every entry."""
        for kind in FOLDERS:
            yield from self.of(kind).values()

    def get(self, key: Key) -> Entry | None:
        """Return the entry of a key, if there is one."""
        return self.of(key.kind).get(key.id)

    def label(self, key: Key) -> Label:
        """Return the name of an entry in lists: its title, headword or heading."""
        match self.of(key.kind)[key.id]:
            case Source(label=label) | Topic(label=label) | Article(title=label):
                return label
            case Term() | Name() as entry:
                return entry.label
            case Claim(title=label):
                return label
            case other:
                raise TypeError(f"no label for {type(other).__name__}")
