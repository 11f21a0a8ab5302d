"""The ledger: what earlier runs saw, kept in a database.

It holds by what each file is known again, what its bytes showed, and what was wrong with the whole.
What another generator wrote is not believed. Without a ledger everything is only slower: nothing
fails because it cannot be kept.
"""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from ..reading.folder import EntryFile
from .file_stamps import FileStamp

PATIENCE = 1  # seconds to wait for another run that is writing
NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})
FINDINGS = 16  # of as many states of the files; an editor goes back and forth
# Each has a table of its own, for a run reads as few as it can: where nothing has changed only the
# marks, where outlines have not, none of them.
TABLES = {
    "marks": "path primary key, seen, signature, digest",
    "records": "path primary key, digest, forms, lexicon, look, outline",
    "outlines": "path primary key, outline",
    "findings": "state primary key, problems",
}


class CachedAnalysis(NamedTuple):
    """What the bytes with a DIGEST showed, as `desks` packs it.

    `forms` are those of the entry. `look` and `outline`, which is the fingerprint of one, hold for
    the forms of all entries whose fingerprint is `lexicon`.
    """

    digest: bytes
    forms: bytes
    lexicon: bytes
    result: bytes
    summary: bytes


class CheckCache:
    """What is known of files, by their paths as problems name them, and of all together."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def stamps(self, files: Collection[EntryFile]) -> dict[str, FileStamp]:
        """The marks of the files that have been seen before, perhaps among those of others."""
        rows = self._rows("select path, seen, signature, digest from marks")
        known = {path: FileStamp(seen, signature, digest) for path, seen, signature, digest in rows}
        if len(known) > 2 * len(files) + 1000:
            self._forget_missing(known)
        return known

    def analyses(self, stamps: Mapping[str, FileStamp]) -> dict[str, CachedAnalysis]:
        """What files showed, as far as they still have the bytes that they had."""
        known = ((path, CachedAnalysis(*row)) for path, *row in self._rows("select * from records"))
        return {
            path: record
            for path, record in known
            if path in stamps and stamps[path].digest == record.digest
        }

    def summaries(self) -> dict[str, bytes]:
        """The outlines whose fingerprints the records have."""
        return dict(self._rows("select * from outlines"))

    def found(self, state: bytes) -> bytes | None:
        """What was found of files in a state, as it was packed; None if it is not known."""
        rows = self._rows("select problems from findings where state = ?", state)
        return rows[0][0] if rows else None

    def keep(
        self,
        *,
        stamps: Mapping[str, FileStamp] = NOTHING,
        analyses: Mapping[str, CachedAnalysis] = NOTHING,
        summaries: Mapping[str, bytes] = NOTHING,
        found: Mapping[bytes, bytes] = NOTHING,
    ) -> None:
        """Write what is new, all or nothing; of what was found, only the newest is kept."""
        if stamps or analyses or summaries or found:
            with self._writing():
                self._put("marks", [(path, *stamp) for path, stamp in stamps.items()])
                self._put("records", [(path, *record) for path, record in analyses.items()])
                self._put("outlines", list(summaries.items()))
                self._put("findings", list(found.items()))
                newest = f"select rowid from findings order by rowid desc limit {FINDINGS}"
                self._database.execute(f"delete from findings where rowid not in ({newest})")

    def _rows(self, query: str, *values: bytes) -> list[tuple[Any, ...]]:
        with suppress(sqlite3.DatabaseError):
            return self._database.execute(query, values).fetchall()
        return []

    def _put(self, table: str, rows: Collection[tuple[Any, ...]]) -> None:
        places = ",".join("?" * len(TABLES[table].split(",")))
        self._database.executemany(f"replace into {table} values ({places})", rows)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Write all or nothing: nothing if the disk is full or another run is writing."""
        with suppress(sqlite3.DatabaseError), self._database:
            yield

    def _forget_missing(self, paths: Collection[str]) -> None:
        """Take out what is known of files that are no more."""
        missing = [(path,) for path in paths if not os.path.lexists(path)]
        with self._writing():
            for table in ("marks", "records", "outlines"):
                self._database.executemany(f"delete from {table} where path = ?", missing)


@contextmanager
def open_cache(path: Path) -> Iterator[CheckCache]:
    """The ledger in a file; where none can be kept, one that lasts as long as it is open."""
    with closing(_database(path)) as database:
        yield CheckCache(database)


def _database(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _connected(path)
    except (OSError, sqlite3.OperationalError):  # a folder that is read-only, a run that is writing
        return _connected(":memory:")
    except sqlite3.DatabaseError:  # no database at all, or a broken one
        with suppress(OSError):
            path.unlink()
        return _connected(":memory:")


def _connected(path: Path | str) -> sqlite3.Connection:
    """A database with empty tables, or with what this very generator wrote."""
    database = sqlite3.connect(path, timeout=PATIENCE)
    try:
        if database.execute("pragma user_version").fetchone() != (_generator(),):
            with database:
                _begin(database)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _begin(database: sqlite3.Connection) -> None:
    """Make the tables anew, whatever another generator called its own."""
    database.execute("begin immediate")
    tables = database.execute("select name from sqlite_master where type = 'table'").fetchall()
    for (table,) in tables:
        database.execute(f"drop table {table}")
    for table, columns in TABLES.items():
        database.execute(f"create table {table} ({columns})")
    database.execute(f"pragma user_version = {_generator()}")


@cache
def _generator() -> int:
    """A fingerprint of all that decides what a file shows: our own code, Python, the libraries."""
    digest = hashlib.sha256(sys.version.encode())
    digest.update("\n".join(sorted(_installed())).encode())
    root = Path(__file__).parent
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return int.from_bytes(digest.digest()[:4], "big", signed=True)


def _installed() -> Iterator[str]:
    """The libraries that Python finds, with their versions.

    To ask `importlib.metadata` takes as long as all else does where nothing has changed.
    """
    for folder in map(Path, sys.path):
        with suppress(OSError):
            yield from (file.name for file in folder.iterdir() if file.suffix == ".dist-info")
