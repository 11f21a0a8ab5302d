"""Recording of the facts that a page was made from: a verifying trace, as build systems call it.

While a page is made, everything that it asks of the corpus is noted as a fact, which `facts` can
look up again without making the page. A page whose facts have not changed need not be made again.
(Mokhov, Mitchell and Peyton Jones, “Build Systems à la Carte”, 2018.)
"""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from typing import TypeVar

from ..kinds import KINDS, Kind
from ..model import Corpus

Fact = tuple[str, ...]
"""A question about the content: its name, and what it is asked of."""
T = TypeVar("T")
K = TypeVar("K")


class Recorder:
    """Notes the facts that are asked for while a page is made, or part of one."""

    def __init__(self) -> None:
        self._open: list[set[Fact]] = []

    def note(self, *fact: str) -> None:
        """Note a fact."""
        if self._open:
            self._open[-1].add(fact)

    @contextmanager
    def recording(self) -> Iterator[set[Fact]]:
        """Yield a set that gets the facts noted in the block; what surrounds it gets them too."""
        noted: set[Fact] = set()
        self._open.append(noted)
        try:
            yield noted
        finally:
            self._open.pop()
        if self._open:
            self._open[-1] |= noted

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Note nothing in the block, which derives a fact of its own from many entries."""
        self._open.append(set())
        try:
            yield
        finally:
            self._open.pop()

    def once(self, made: dict[K, tuple[T, frozenset[Fact]]], key: K, make: Callable[[], T]) -> T:
        """Return part of several pages, made at the first of them and noted for each."""
        if key not in made:
            with self.recording() as noted:
                part = make()
            made[key] = part, frozenset(noted)
        part, facts = made[key]
        if self._open:
            self._open[-1] |= facts
        return part


class Recorded(Mapping[str, T]):
    """The entries of a kind, noting which are asked for."""

    def __init__(self, kind: Kind, entries: Mapping[str, T], recorder: Recorder) -> None:
        self._kind, self._entries, self._recorder = kind, entries, recorder

    def __getitem__(self, entry_id: str) -> T:
        self._recorder.note("entry", self._kind, entry_id)
        return self._entries[entry_id]

    def __iter__(self) -> Iterator[str]:
        self._recorder.note("ids", self._kind)
        return iter(self._entries)

    def __len__(self) -> int:
        self._recorder.note("ids", self._kind)
        return len(self._entries)

    def values(self) -> ValuesView[T]:
        """Return all entries, noted as one fact."""
        self._recorder.note("entries", self._kind)
        return self._entries.values()

    def items(self) -> ItemsView[str, T]:
        """Return all entries by id, noted as one fact."""
        self._recorder.note("entries", self._kind)
        return self._entries.items()


def recorded(corpus: Corpus, recorder: Recorder) -> Corpus:
    """Return a corpus that notes which of its entries are asked for."""
    kinds = {of.plural: Recorded(kind, corpus.of(kind), recorder) for kind, of in KINDS.items()}
    return Corpus(**kinds)  # type: ignore[arg-type]  # each kind's plural is a field of a Corpus
