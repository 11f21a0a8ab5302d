"""The ledger: what each entry's file showed when it was last looked at.

It is kept between runs, so that after a change only the changed files are read. A file is known
again by its size and times, as git knows it, or else by its bytes. What another generator wrote is
not believed. Without a ledger everything is only slower: nothing fails because it cannot be kept.
"""

import hashlib
import os
import sqlite3
import stat
import sys
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .reading import EntryFile
from .reading.files import SIZE_LIMIT

LIBRARIES = ("pyyaml", "pydantic", "edtf", "markdown-it-py", "ahocorasick-rs", "msgspec")
# A file that was written this shortly before it was looked at may have changed since, within one
# tick of the file system's clock.
FRESH = 2 * 10**9  # nanoseconds
PATIENCE = 1  # seconds to wait for another run that is writing
COLUMNS = "file, shown, seen, signature, digest, survey, lexicon, review"
TABLE = f"create table if not exists entries ({COLUMNS}, primary key (file, shown))"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a file: which bytes it held when it was seen, and what they showed.

    `survey` and `review` are as `looks` writes them, or empty; the review holds for the
    forms whose fingerprint is `lexicon`. `seen` is a time in nanoseconds.
    """

    seen: int
    signature: str
    digest: bytes
    survey: bytes = b""
    lexicon: bytes = b""
    review: bytes = b""


class Ledger:
    """The records of files."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def recall(self, files: Collection[EntryFile]) -> dict[str, Record | None]:
        """The record of each file by its path, or None; the file may have changed since."""
        rows: list[tuple[Any, ...]] = []
        with suppress(sqlite3.DatabaseError):
            rows = self._database.execute(f"select {COLUMNS} from entries").fetchall()
        known = {(file, shown): Record(*record) for file, shown, *record in rows}
        if len(known) > 2 * len(files) + 1000:
            self._forget_missing({file for file, _ in known})
        return {file.path: known.get(_names(file)) for file in files}

    def _forget_missing(self, files: Collection[bytes]) -> None:
        """Take out the records of files that are no more."""
        missing = [(file,) for file in files if not os.path.lexists(file)]
        with suppress(sqlite3.DatabaseError), self._database:
            self._database.executemany("delete from entries where file = ?", missing)

    def keep(self, records: Mapping[EntryFile, Record]) -> None:
        """Write records, all or none: none if the disk is full or another run is writing."""
        rows = [
            (*_names(file), r.seen, r.signature, r.digest, r.survey, r.lexicon, r.review)
            for file, r in records.items()
        ]
        with suppress(sqlite3.DatabaseError), self._database:
            self._database.executemany("replace into entries values (?,?,?,?,?,?,?,?)", rows)


@contextmanager
def opened(path: Path) -> Iterator[Ledger]:
    """The ledger in a file; where none can be kept, one that lasts as long as it is open."""
    with closing(_database(path)) as database:
        yield Ledger(database)


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
    """A database with an empty table, or with what this very generator wrote."""
    database = sqlite3.connect(path, timeout=PATIENCE)
    try:
        with database:
            if database.execute("pragma user_version").fetchone() != (_generator(),):
                database.execute("drop table if exists entries")
                database.execute(f"pragma user_version = {_generator()}")
            database.execute(TABLE)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _names(file: EntryFile) -> tuple[bytes, str]:
    """A file, as seen from the folder in which the generator runs, and as problems name it."""
    return os.fsencode(file.file), file.path


def current(file: Path, record: Record | None) -> Record:
    """The record of a file as it is now: without what an older text of it showed."""
    now = time.time_ns()
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > SIZE_LIMIT:
            return Record(now, "", b"")  # a pipe would never end; whoever reads the file will tell
        signature = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
        if record and record.signature == signature and status.st_ctime_ns + FRESH < record.seen:
            return record
        digest = hashlib.sha256(file.read_bytes()).digest()
    except OSError:
        return Record(now, "", b"")
    if record and record.digest == digest:
        return replace(record, seen=now, signature=signature)
    return Record(now, signature, digest)


@cache
def _generator() -> int:
    """A fingerprint of all that decides what a file shows: our own code, Python, the libraries."""
    digest = hashlib.sha256(sys.version.encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    root = Path(__file__).parent
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return int.from_bytes(digest.digest()[:4], "big", signed=True)
