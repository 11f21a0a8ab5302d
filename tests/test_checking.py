"""Checking with a ledger finds what checking without one finds, and reads only what is new."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scripts import check
from scripts.analysis.corpus_index import CorpusIndex
from scripts.cache import analysers, parallel
from scripts.cache.incremental_check import diagnostics_in
from scripts.check import diagnose
from scripts.checks import of_corpus
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.reading.content import read_content
from scripts.reading.folder import EntryFile, Folder, open_folder, with_handwritten
from scripts.reading.parsed_entry import read_parsed_entry

CHECKOUT = Path(__file__).parent.parent
CONTENT = CHECKOUT / "tests" / "content"
ARTICLE = "articles/a-year-of-night-boats.yml"
PAGE = "docs/en/about.md"
TWO_NAMES = ("names/heron-isle.yml", "names/puffin-ferries.yml")
WAIVER = "waivers:\n  - check: figures\n    reason: The log counts by moons.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Entries, and a hand-written page beside them."""
    for language in ("en", "zh-Hant"):
        (tmp_path / "docs" / language).mkdir(parents=True)
    (tmp_path / "docs/zh-Hant/about.md").write_text("# 關於\n", encoding="utf-8")
    (tmp_path / PAGE).write_text("See [puffins](name:puffin-ferries).\n", encoding="utf-8")
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "ledger"


def open_cache(folder: Path) -> Folder:
    return with_handwritten(open_folder(folder), folder.parent / "docs")


def without_ledger(folder: Path) -> list[Diagnostic]:
    return diagnose(read_content(open_cache(folder)))


def with_ledger(folder: Path, cache: Path) -> list[Diagnostic]:
    return diagnostics_in(open_cache(folder), cache)


def replaced(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def exchanged(folder: Path, one: str, other: str) -> None:
    (folder / one).rename(folder.parent / "aside")
    (folder / other).rename(folder / one)
    (folder.parent / "aside").rename(folder / other)


# What an editor may do, one after the other.
EDITS: dict[str, Callable[[Path], object]] = {
    "a link is misspelt": lambda f: replaced(f, ARTICLE, "name:puffin", "name:pufin"),
    "a line is put above it": lambda f: replaced(f, ARTICLE, "title:", "# one\ntitle:"),
    "words before it change": lambda f: replaced(f, ARTICLE, "[Puffin", "Today [Puffin"),
    "two names have one form": lambda f: replaced(f, TWO_NAMES[0], "form: 鷺洲", "form: 海鸚渡輪"),
    "a line is put above the other": lambda f: replaced(f, TWO_NAMES[1], "forms:", "# one\nforms:"),
    "they have two again": lambda f: replaced(f, TWO_NAMES[0], "form: 海鸚渡輪", "form: 鷺洲"),
    "a figure is nobody's claim": lambda f: replaced(f, ARTICLE, "the timetable.", "77 rules."),
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
    "a waiver has nothing to silence": lambda f: replaced(
        f, "claims/night-boat-passengers.yml", "title:", WAIVER + "title:"
    ),
    "lines are put above it": lambda f: replaced(
        f, "claims/night-boat-passengers.yml", WAIVER, "# one\n# two\n" + WAIVER
    ),
    "a page links to nothing": lambda f: replaced(f.parent, PAGE, "puffin-ferries", "pufin"),
    "a line is put above that": lambda f: replaced(f.parent, PAGE, "See", "\nSee"),
    "two files change places": lambda f: exchanged(f, *TWO_NAMES),
    "they change back": lambda f: exchanged(f, *TWO_NAMES),
    "a file is copied": lambda f: (f / "articles/copy.yml").write_bytes((f / ARTICLE).read_bytes()),
    "a file goes astray": lambda f: (f / ARTICLE).rename(f / "astray.yml"),
}


def test_a_ledger_changes_nothing(folder: Path, cache: Path) -> None:
    assert with_ledger(folder, cache) == without_ledger(folder) == []
    for done, edit in EDITS.items():
        edit(folder)
        found = with_ledger(folder, cache)
        assert found == without_ledger(folder), done
        assert with_ledger(folder, cache) == found, done


def test_only_what_the_outlines_tell_is_looked_for_again(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other words, and problems that stand elsewhere, change nothing between the entries."""
    looked: list[CorpusIndex] = []

    def noted(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
        looked.append(corpus_index)
        return of_corpus(corpus_index)

    monkeypatch.setattr(check, "of_archive", noted)
    for old, new, times in (
        ("the timetable.", "their timetable.", 1),
        ("of its first year", "of the first year", 1),
        ("name:puffin", "name:pufin", 2),
        ("their timetable.", "the timetable.", 3),  # the place of that problem may be another
    ):
        with_ledger(folder, cache)
        replaced(folder, ARTICLE, old, new)
        with_ledger(folder, cache)
        assert len(looked) == times, new


def test_an_outline_of_another_run_is_not_taken_for_its_own(folder: Path, cache: Path) -> None:
    """Another run may write into the ledger between two things that this one reads."""
    with_ledger(folder, cache)
    with closing(sqlite3.connect(cache)) as database, database:
        summaries = dict(database.execute("select path, outline from outlines"))
        one, other = (str(folder / path) for path in TWO_NAMES)
        database.execute("update outlines set outline = ? where path = ?", (summaries[one], other))
    replaced(folder, ARTICLE, "name:puffin", "name:pufin")
    assert with_ledger(folder, cache) == without_ledger(folder) != []


def test_what_is_undone_is_as_it_was(folder: Path, cache: Path, tmp_path: Path) -> None:
    for done, edit in EDITS.items():
        before, found = tmp_path / "before", with_ledger(folder, cache)
        shutil.copytree(folder.parent, before, ignore=shutil.ignore_patterns("cache", "before"))
        edit(folder)
        with_ledger(folder, cache)
        shutil.rmtree(folder)
        shutil.copytree(before, folder.parent, dirs_exist_ok=True)
        assert with_ledger(folder, cache) == found == without_ledger(folder), done
        shutil.rmtree(before)
        edit(folder)


def test_what_has_not_changed_is_not_even_understood(folder: Path) -> None:
    """The model and the checks are not imported, only which files there are is looked at."""
    replaced(folder, ARTICLE, "name:puffin", "name:pufin")
    (folder.parent / "mkdocs.yml").touch()
    code = """import sys
from scripts.__main__ import main
main(["check", "--content", "content", "--format", "github"])
print(sorted({name.partition(".")[0] for name in sys.modules} & {"markdown_it", "pydantic"}))
"""
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=folder.parent,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout.rpartition("\n[")
        for _ in range(2)
    )
    assert first[0] == second[0] != ""
    assert first[2] == "'markdown_it', 'pydantic']\n"
    assert second[2] == "]\n"


def test_what_is_written_while_it_is_read_is_read_again(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the checks made of it may be of other bytes than those by which it is known."""
    good = (folder / ARTICLE).read_bytes()

    def disturbed(file: EntryFile) -> object:
        replaced(folder, ARTICLE, "name:puffin", "name:pufin")
        monkeypatch.undo()
        return read_parsed_entry(file)

    monkeypatch.setattr(analysers, "read_manuscript", disturbed)
    assert [diagnostic.message.code for diagnostic in with_ledger(folder, cache)] == [
        "unknown-entry"
    ]
    (folder / ARTICLE).write_bytes(good)
    assert with_ledger(folder, cache) == []


def test_only_changed_files_are_read(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(file: EntryFile) -> object:
        read.append(file.path)
        return read_parsed_entry(file)

    monkeypatch.setattr(analysers, "read_manuscript", noted)
    with_ledger(folder, cache)
    assert {Path(path) for path in read} == set(folder.rglob("*.yml"))
    read.clear()
    replaced(folder, ARTICLE, "though ferries", "although ferries")
    os.utime(folder / "names/night-boat.yml")
    with_ledger(folder, cache)
    assert {Path(path) for path in read} == {folder / ARTICLE}


def test_a_change_that_hides_its_size_and_time_is_seen(folder: Path, cache: Path) -> None:
    file = folder / ARTICLE
    before = file.stat()
    assert with_ledger(folder, cache) == []
    replaced(folder, ARTICLE, "name:puffin", "name:buffin")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert "unknown-entry" in [diagnostic.message.code for diagnostic in with_ledger(folder, cache)]


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_ledger_is_made_anew(folder: Path, cache: Path, damage: bytes) -> None:
    cache.parent.mkdir()
    cache.write_bytes(damage)
    assert with_ledger(folder, cache) == []
    assert with_ledger(folder, cache) == []


def test_a_ledger_that_cannot_be_kept_is_done_without(folder: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    assert with_ledger(folder, cache) == []
    assert with_ledger(folder, cache / "in" / "none") == []
    assert with_ledger(folder, folder / ARTICLE / "in-a-file") == []


def test_two_may_use_a_ledger_at_once(folder: Path, cache: Path) -> None:
    with_ledger(folder, cache)
    replaced(folder, ARTICLE, "name:puffin", "name:pufin")
    with closing(sqlite3.connect(cache)) as other, other:
        other.execute("begin immediate")
        assert with_ledger(folder, cache) == without_ledger(folder) != []
        other.execute("update marks set seen = seen")
    assert with_ledger(folder, cache) == without_ledger(folder)


def test_a_small_folder_does_not_push_out_a_large_one(folder: Path, cache: Path) -> None:
    with_ledger(folder, cache)
    with closing(sqlite3.connect(cache)) as database, database:
        mine = database.execute("select count(*) from marks").fetchone()
        database.executemany(
            "insert into marks values (?, 0, '', x'')",
            [(f"no-more/{number}.yml",) for number in range(1100)],
        )
    with_ledger(folder / "glossary", cache)
    with closing(sqlite3.connect(cache)) as database:
        assert database.execute("select count(*) from marks").fetchone() == mine


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(folder: Path, cache: Path) -> None:
    os.mkfifo(folder / "articles/pipe.yml")
    assert [diagnostic.message.code for diagnostic in with_ledger(folder, cache)] == ["unreadable"]


def test_what_another_generator_found_is_not_believed(folder: Path, cache: Path) -> None:
    with_ledger(folder, cache)
    with sqlite3.connect(cache) as database:
        assert database.execute("select count(*) from marks").fetchone()[0] > 10
        database.execute("update records set look = x'c0'")
        database.execute("update outlines set outline = x'c0'")
        database.execute("update findings set problems = x'c0'")
        database.execute("pragma user_version = 1")
    database.close()
    assert with_ledger(folder, cache) == []


def test_many_files_are_shared_out_among_processors(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(folder, ARTICLE, "name:puffin", "name:pufin")
    monkeypatch.setattr(parallel, "WORTHWHILE", 1)
    monkeypatch.setattr(parallel, "PORTION", 3)
    assert with_ledger(folder, cache) == without_ledger(folder) != []
