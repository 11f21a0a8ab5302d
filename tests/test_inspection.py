"""Checking with a ledger finds what checking without one finds, and reads only what is new."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from scripts import looks, processors
from scripts.inspection import problems_in, problems_of
from scripts.problems import Problem
from scripts.reading import EntryFile, open_folder, read_content, read_manuscript

CONTENT = Path(__file__).parent / "content"
ARTICLE = "articles/a-year-of-night-boats.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "ledger"


def without_ledger(folder: Path) -> list[Problem]:
    return problems_of(read_content(open_folder(folder)))


def with_ledger(folder: Path, ledger: Path) -> list[Problem]:
    return problems_in(open_folder(folder), ledger)


def replaced(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


# What an editor may do, one after the other.
EDITS: dict[str, Callable[[Path], object]] = {
    "a link is misspelt": lambda f: replaced(f, ARTICLE, "name:puffin", "name:pufin"),
    "the YAML breaks": lambda f: replaced(f, ARTICLE, "sections:", "sections: ["),
    "the YAML is mended": lambda f: replaced(f, ARTICLE, "sections: [", "sections:"),
    "a field breaks": lambda f: replaced(f, ARTICLE, "written_first: zh-Hant", "written_first: x"),
    "a term is taken away": lambda f: (f / "glossary/berth.yml").unlink(),
    "a term has another form": lambda f: replaced(
        f, "glossary/ferry.yml", "form: 渡輪", "form: 街渡"
    ),
    "a claim names another passage": lambda f: replaced(
        f, "claims/night-boat-passengers.yml", "#p1", "#p9"
    ),
    "a file is copied": lambda f: (f / "articles/copy.yml").write_bytes((f / ARTICLE).read_bytes()),
    "a file goes astray": lambda f: (f / ARTICLE).rename(f / "astray.yml"),
}


def test_a_ledger_changes_nothing(folder: Path, ledger: Path) -> None:
    assert with_ledger(folder, ledger) == without_ledger(folder) == []
    for done, edit in EDITS.items():
        edit(folder)
        found = with_ledger(folder, ledger)
        assert found == without_ledger(folder), done
        assert with_ledger(folder, ledger) == found, done


def test_only_changed_files_are_read(
    folder: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(file: EntryFile) -> object:
        read.append(file.path)
        return read_manuscript(file)

    monkeypatch.setattr(looks, "read_manuscript", noted)
    with_ledger(folder, ledger)
    assert {Path(path) for path in read} == set(folder.rglob("*.yml"))
    read.clear()
    replaced(folder, ARTICLE, "though ferries", "although ferries")
    os.utime(folder / "names/night-boat.yml")
    with_ledger(folder, ledger)
    assert {Path(path) for path in read} == {folder / ARTICLE}


def test_a_change_that_hides_its_size_and_time_is_seen(folder: Path, ledger: Path) -> None:
    file = folder / ARTICLE
    before = file.stat()
    assert with_ledger(folder, ledger) == []
    replaced(folder, ARTICLE, "name:puffin", "name:buffin")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert "unknown-entry" in [problem.fault.code for problem in with_ledger(folder, ledger)]


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_ledger_is_made_anew(folder: Path, ledger: Path, damage: bytes) -> None:
    ledger.parent.mkdir()
    ledger.write_bytes(damage)
    assert with_ledger(folder, ledger) == []
    assert with_ledger(folder, ledger) == []


def test_a_ledger_that_cannot_be_kept_is_done_without(folder: Path, ledger: Path) -> None:
    ledger.mkdir(parents=True)
    assert with_ledger(folder, ledger) == []
    assert with_ledger(folder, ledger / "in" / "none") == []
    assert with_ledger(folder, folder / ARTICLE / "in-a-file") == []


def test_two_may_use_a_ledger_at_once(folder: Path, ledger: Path) -> None:
    with_ledger(folder, ledger)
    replaced(folder, ARTICLE, "name:puffin", "name:pufin")
    with closing(sqlite3.connect(ledger)) as other, other:
        other.execute("begin immediate")
        assert with_ledger(folder, ledger) == without_ledger(folder) != []
        other.execute("update entries set seen = seen")
    assert with_ledger(folder, ledger) == without_ledger(folder)


def test_a_small_folder_does_not_push_out_a_large_one(folder: Path, ledger: Path) -> None:
    with_ledger(folder, ledger)
    with closing(sqlite3.connect(ledger)) as database, database:
        mine = database.execute("select count(*) from entries").fetchone()
        database.executemany(
            "insert into entries values (?, ?, 0, '', x'', x'', x'', x'')",
            [(b"no-more/%d.yml" % number, f"{number}") for number in range(1100)],
        )
    with_ledger(folder / "glossary", ledger)
    with closing(sqlite3.connect(ledger)) as database:
        assert database.execute("select count(*) from entries").fetchone() == mine


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(folder: Path, ledger: Path) -> None:
    os.mkfifo(folder / "articles/pipe.yml")
    assert [problem.fault.code for problem in with_ledger(folder, ledger)] == ["unreadable"]


def test_what_another_generator_found_is_not_believed(folder: Path, ledger: Path) -> None:
    with_ledger(folder, ledger)
    with sqlite3.connect(ledger) as database:
        assert database.execute("select count(*) from entries").fetchone()[0] > 10
        database.execute("update entries set survey = x'c0', review = x'c0'")
        database.execute("pragma user_version = 1")
    database.close()
    assert with_ledger(folder, ledger) == []


def test_many_files_are_shared_out_among_processors(
    folder: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(folder, ARTICLE, "name:puffin", "name:pufin")
    monkeypatch.setattr(processors, "WORTHWHILE", 1)
    monkeypatch.setattr(processors, "PORTION", 3)
    assert with_ledger(folder, ledger) == without_ledger(folder) != []
