"""The store returns saved values, survives damage and never grows beyond its limit."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from scripts.cache import store
from scripts.cache.store import open_store

RESULTS = {bytes([number]) * 32: bytes([number]) * 5000 for number in range(50)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "store.sqlite"


def filled(path: Path) -> None:
    with open_store(path) as opened:
        opened.save(RESULTS)


def loaded(path: Path) -> dict[bytes, bytes]:
    with open_store(path) as opened:
        return opened.load(RESULTS)


def test_what_is_saved_is_loaded(path: Path) -> None:
    filled(path)
    assert loaded(path) == RESULTS


def test_a_store_may_be_deleted(path: Path) -> None:
    filled(path)
    path.unlink()
    assert loaded(path) == {}
    filled(path)
    assert loaded(path) == RESULTS


def flipped(data: bytes, *, place: int) -> bytes:
    """The data with one byte changed, at this percentage of its length."""
    place = len(data) * place // 100
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "no database": lambda data: b"no database at all",
    "half": lambda data: data[: len(data) // 2],
    "header only": lambda data: data[:100],
    "other bytes behind the header": lambda data: data[:100] + b"x" * (len(data) - 100),
    **{f"one byte at {place}%": partial(flipped, place=place) for place in range(1, 100, 7)},
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_store_gives_nothing_wrong_and_recovers(
    path: Path, damage: Callable[[bytes], bytes]
) -> None:
    filled(path)
    path.write_bytes(damage(path.read_bytes()))
    assert loaded(path).items() <= RESULTS.items()
    for _ in range(2):  # the first may only find the damage
        filled(path)
    assert loaded(path) == RESULTS


def test_without_a_writable_file_the_store_is_in_memory(path: Path) -> None:
    path.mkdir(parents=True)
    filled(path)
    assert loaded(path) == {}
    (path / "file").touch()
    filled(path / "file" / "in-a-file")


def test_another_process_may_be_writing(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("begin immediate")
        with open_store(path) as opened:
            opened.save({b"new": b"result"})
            assert opened.load(RESULTS) == RESULTS
        other.execute("update results set day = day")
    assert loaded(path) == RESULTS


def test_a_full_store_drops_what_was_unused_for_longest(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SIZE_LIMIT", 200_000)
    filled(path)  # more than its limit on one day
    assert loaded(path) == {}
    old, new = ({key: RESULTS[key] for key in keys} for keys in (list(RESULTS)[:30], [b"\1" * 32]))
    with open_store(path) as opened:
        opened.save(old)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("update results set day = day - 1")
    with open_store(path) as opened:
        opened.load(new)  # used once more
        opened.save({b"more": b"x" * 60_000})
    assert loaded(path) == new
