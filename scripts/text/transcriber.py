"""A machine reads Chinese aloud (ToJyutping), and what it said is kept between builds.

To be loaded takes the library most of a second and 70 MB, and each passage a good third of a
millisecond: it is loaded only for texts that no earlier build has asked about. Without a cache
everything is only slower.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

# For each text, a syllable for each of its characters; None where there is none to say.
Syllables = list[list[str | None]]
Transcribe = Callable[[Sequence[str]], Syllables]

LIBRARY = "ToJyutping"
MISREAD = Path(__file__).with_name("misread.tsv")
PATIENCE = 1  # seconds to wait for another build that is writing
TABLE = "create table if not exists said (asked primary key, syllables) without rowid"


@cache
def transcriber_version() -> str:
    """What reads, and in which version: `ToJyutping 3.2.0`."""
    return f"{LIBRARY} {version(LIBRARY)}"


@cache
def misread() -> dict[str, str]:
    """How words are read that the machine is known to misread."""
    lines = MISREAD.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {word: syllables for word, _, syllables in pairs}


def transcribe(texts: Sequence[str]) -> Syllables:
    """What the machine says, asked anew."""
    import ToJyutping

    reader = ToJyutping.customize(misread())
    return [[syllable for _, syllable in reader.get_jyutping_list(text)] for text in texts]


@contextmanager
def cached_transcriber(path: Path) -> Iterator[Transcribe]:
    """The machine, asked only what the file at PATH does not tell.

    The texts of an article are asked about and kept together: an edit costs one article.
    """
    with closing(_database(path)) as database:
        asked: set[bytes] = set()
        yield lambda texts: _recalled(database, texts, asked)
        with suppress(sqlite3.DatabaseError):
            _forget(database, asked)
            database.commit()


def _recalled(database: sqlite3.Connection, texts: Sequence[str], asked: set[bytes]) -> Syllables:
    """What the machine says, or said when it was asked the same before."""
    question = hashlib.sha256(
        json.dumps([transcriber_version(), misread(), *texts]).encode()
    ).digest()
    asked.add(question)
    with suppress(sqlite3.DatabaseError):
        found = database.execute("select syllables from said where asked = ?", (question,))
        if row := found.fetchone():
            kept: Syllables = json.loads(row[0])
            return kept
    said = transcribe(texts)
    with suppress(sqlite3.DatabaseError):
        database.execute("replace into said values (?, ?)", (question, json.dumps(said)))
    return said


def _forget(database: sqlite3.Connection, asked: set[bytes]) -> None:
    """Take out what was not asked this time, once it is more than half."""
    known = {question for (question,) in database.execute("select asked from said")}
    if len(known) > 2 * len(asked) + 1000:
        database.executemany("delete from said where asked = ?", [(q,) for q in known - asked])


def _database(path: Path) -> sqlite3.Connection:
    """The file, or else one in memory: it cannot be kept, or holds something else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _connected(path)
    except (OSError, sqlite3.OperationalError):
        return _connected(":memory:")
    except sqlite3.DatabaseError:
        with suppress(OSError):
            path.unlink()
        return _connected(":memory:")


def _connected(path: Path | str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=PATIENCE)
    try:
        database.execute(TABLE)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
