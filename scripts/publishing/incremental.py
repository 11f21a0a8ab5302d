"""Writing only what has changed: a file whose facts are those of the last build is linked.

The trace of a file has the facts that it was made from, by which it is known whether making it
again would give the same bytes. Traces belong to the site in one folder, and are in the store.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from ..cache.parallel import forked_map
from ..cache.stages import pack
from ..cache.store import Store
from ..edition.recorder import Fact, Recorder
from .site_writer import FileStamp, SiteWriter

Made = tuple[bytes | None, date | None]
"""The content of a file, or None if there is none, and the day of its last update."""

Written = tuple[list[Fact], FileStamp | None, date | None]
"""The facts that a file was made from, its stamp if there is a file, and its last update."""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file of the site: its path, and what makes it."""

    path: str
    make: Callable[[], Made]


class Trace(msgspec.Struct, frozen=True, array_like=True):
    """What a file was made from, as a hash and as numbers of facts; what it was like then.

    `stamp` is None if there was no file.
    """

    key: bytes
    facts: list[int]
    stamp: tuple[int, int] | None
    updated: date | None


class Traces(msgspec.Struct, array_like=True):
    """The traces of a site's files by path, and the facts that they number."""

    facts: list[Fact] = []
    files: dict[str, Trace] = {}


_decode = msgspec.msgpack.Decoder(Traces).decode


class IncrementalWriter:
    """Writes files into a site, and links those that would be the same as in the old one.

    `digest` hashes a fact, `base` is the hash of all else that files depend on.
    """

    def __init__(
        self,
        writer: SiteWriter,
        old: Traces,
        recorder: Recorder,
        digest: Callable[[Fact], bytes],
        base: bytes,
    ) -> None:
        self._writer, self._old, self._recorder = writer, old, recorder
        self._digest, self._base = digest, base
        self._numbers: dict[Fact, int] = {}
        self._traces: dict[str, Trace] = {}

    def write(
        self, files: Iterable[PlannedFile], *, forked: bool = False
    ) -> Iterator[tuple[str, date | None]]:
        """Write files or link them; yield the path and the last update of each that there is.

        Many files are made on all processors, if they are made without the store (`forked`).
        """
        planned = list(files)
        kept = {file.path: trace for file in planned if (trace := self._kept(file.path))}
        missing = [file for file in planned if file.path not in kept]
        made = self._all_made(missing, forked=forked)
        for file in planned:
            trace = kept.get(file.path) or made[file.path]
            self._traces[file.path] = trace
            if trace.stamp:
                yield file.path, trace.updated

    def _all_made(self, files: Sequence[PlannedFile], *, forked: bool) -> dict[str, Trace]:
        """Make files, and return their traces by path."""

        def make(share: Sequence[PlannedFile]) -> list[Written]:
            return [self._made(file) for file in share]

        results = forked_map(make, files) if forked else make(files)
        return {
            file.path: Trace(self._key(file.path, facts), self._numbered(facts), stamp, updated)
            for file, (facts, stamp, updated) in zip(files, results, strict=True)
        }

    @property
    def traces(self) -> Traces:
        """The traces of all files that were written or linked."""
        return Traces(list(self._numbers), self._traces)

    def _kept(self, path: str) -> Trace | None:
        """The trace of a file of the old site that was linked."""
        trace = self._old.files.get(path)
        if trace is None:
            return None
        facts = [self._old.facts[number] for number in trace.facts]
        if self._key(path, facts) != trace.key:
            return None
        if trace.stamp and not self._writer.keep(path, trace.stamp):
            return None
        return Trace(trace.key, self._numbered(facts), trace.stamp, trace.updated)

    def _made(self, file: PlannedFile) -> Written:
        """Write a file; return the facts that it was made from, its stamp and its last update."""
        with self._recorder.recording() as noted:
            content, updated = file.make()
        if content is None:
            return sorted(noted), None, updated
        self._writer.write(file.path, content)
        return sorted(noted), self._writer.stamp(file.path), updated

    def _numbered(self, facts: Iterable[Fact]) -> list[int]:
        return [self._numbers.setdefault(fact, len(self._numbers)) for fact in facts]

    def _key(self, path: str, facts: Iterable[Fact]) -> bytes:
        key = hashlib.sha256(self._base)
        key.update(path.encode())
        for fact in facts:
            key.update(self._digest(fact))
        return key.digest()


def load_traces(store: Store, site: Path) -> Traces:
    """Return the traces of the site in a folder."""
    key = _stored_under(site)
    found = store.load([key])
    try:
        return _decode(found[key]) if key in found else Traces()
    except msgspec.DecodeError:  # of another version
        return Traces()


def save_traces(store: Store, site: Path, traces: Traces) -> None:
    """Store the traces of the site in a folder."""
    store.save({_stored_under(site): pack(traces)})


def _stored_under(site: Path) -> bytes:
    return hashlib.sha256(f"traces of {site.absolute()}".encode()).digest()
