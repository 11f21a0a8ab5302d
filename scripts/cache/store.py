"""The store: results of pure stages in one SQLite file, each under the hash of its inputs.

It may be deleted at any moment: without it everything is only slower. Two processes may use it at
once, a killed one leaves it intact, a damaged store is replaced, and it never grows beyond
`SIZE_LIMIT`.
"""

import hashlib
import os
import sqlite3
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from ..reading.folder import EntryFile
from .file_stamps import FileStamp

FORMAT: Final = 1  # of the tables; a store of another format is replaced
PATIENCE: Final = 1  # seconds to wait for another process that is writing
SIZE_LIMIT: Final = 1 << 30  # bytes
CHECKSUM: Final = 8  # bytes before each value: SQLite itself does not detect all damage
BATCH: Final = 500  # keys in a query
DAY: Final = 86_400  # seconds
TABLES: Final = """
create table results (key blob primary key, value blob not null, day integer) without rowid;
create table stamps (path text primary key, seen, signature, digest) without rowid;
"""


class Store:
    """An open store. No method raises an error if it cannot be read or written."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._today = int(time.time()) // DAY
        self._stale: set[bytes] = set()
        self.is_damaged = False

    def load(self, keys: Collection[bytes]) -> dict[bytes, bytes]:
        """Return the results that are stored under some of the keys."""
        found: dict[bytes, bytes] = {}
        wanted = list(keys)
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            places = ",".join("?" * len(batch))
            query = f"select key, value, day from results where key in ({places})"
            for key, value, day in self._rows(query, batch):
                if value[:CHECKSUM] == _checksum(key, value[CHECKSUM:]):
                    found[key] = value[CHECKSUM:]
                    if day != self._today:
                        self._stale.add(key)
        return found

    def save(self, results: Mapping[bytes, bytes]) -> None:
        """Store results under their keys, all of them or, if another process is writing, none."""
        rows = [(key, _checksum(key, value) + value, self._today) for key, value in results.items()]
        if rows:
            with self._writing():
                self._database.executemany("replace into results values (?, ?, ?)", rows)

    def stamps(self, files: Collection[EntryFile]) -> dict[str, FileStamp]:
        """Return the stamps of files that were seen before, perhaps among those of others."""
        rows = self._rows("select path, seen, signature, digest from stamps")
        known = {str(path): FileStamp(*stamp) for path, *stamp in rows}
        if len(known) > 2 * len(files) + 1000:
            missing = [(path,) for path in known if not os.path.lexists(path)]
            with self._writing():
                self._database.executemany("delete from stamps where path = ?", missing)
        return known

    def save_stamps(self, stamps: Mapping[str, FileStamp]) -> None:
        """Store the stamps of files by their paths."""
        if stamps:
            rows = [(path, *stamp) for path, stamp in stamps.items()]
            with self._writing():
                self._database.executemany("replace into stamps values (?, ?, ?, ?)", rows)

    def tidy(self) -> None:
        """Note which results are still used, and drop those unused for longest if it is full."""
        with self._writing():
            touched = [(self._today, key) for key in self._stale]
            self._database.executemany("update results set day = ? where key = ?", touched)
        if self._size() > SIZE_LIMIT:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        """Keep the results of the last day of use if they take at most half of the limit."""
        with self._writing():
            self._database.execute("delete from results where day < ?", (self._today,))
            if self._size() > SIZE_LIMIT // 2:
                self._database.execute("delete from results")

    def _size(self) -> int:
        """The bytes in use."""
        pages = "select page_count - freelist_count from pragma_page_count, pragma_freelist_count"
        rows = self._rows(f"select ({pages}) * page_size from pragma_page_size")
        return rows[0][0] if rows else 0

    def _rows(self, query: str, values: Collection[object] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(query, tuple(values)).fetchall()
        except sqlite3.OperationalError:
            return []
        except sqlite3.DatabaseError:
            self.is_damaged = True
            return []

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Write all or nothing: nothing if the disk is full or another process is writing."""
        try:
            with self._database:
                yield
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            self.is_damaged = True


@contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """Open the store in a file; if it cannot be kept there, one in memory."""
    with closing(_opened(path)) as database:
        store = Store(database)
        yield store
        store.tidy()
    if store.is_damaged:
        with suppress(OSError):
            path.unlink()


def temporary_store() -> Store:
    """Return a store in memory, for runs that keep nothing."""
    return Store(_connected(":memory:"))


def _opened(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _connected(path)
    except (OSError, sqlite3.OperationalError):  # a read-only folder, another process that writes
        return _connected(":memory:")
    except sqlite3.DatabaseError:  # no database at all, or a broken one
        with suppress(OSError):
            path.unlink()
        return _connected(":memory:")


def _connected(path: Path | str) -> sqlite3.Connection:
    """Connect to a database that has the tables of this format."""
    database = sqlite3.connect(path, timeout=PATIENCE)
    try:
        database.execute("pragma synchronous = off")  # a lost store is only slower
        if database.execute("pragma user_version").fetchone() != (FORMAT,):
            with database:
                _create_tables(database)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _create_tables(database: sqlite3.Connection) -> None:
    """Replace the tables of any other format by new ones."""
    database.execute("begin immediate")
    query = "select name from sqlite_master where type = 'table'"
    for (table,) in database.execute(query).fetchall():
        database.execute(f'drop table "{table}"')
    for statement in filter(None, TABLES.split(";\n")):
        database.execute(statement)
    database.execute(f"pragma user_version = {FORMAT}")


def _checksum(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=CHECKSUM, key=key).digest()
