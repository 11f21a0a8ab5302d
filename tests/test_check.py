"""Checks with a store find the same as without one, and read only files that have changed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from scripts import check
from scripts.analysis.corpus_index import CorpusIndex
from scripts.cache import parallel, stages
from scripts.cache.stages import Stage, StageCache
from scripts.cache.store import open_store, temporary_store
from scripts.check import check_content, check_folder, read_and_check
from scripts.checks import of_corpus, of_entry, runner
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.model import Key
from scripts.reading.content import read_content
from scripts.reading.folder import EntryFile, Folder, open_folder, with_handwritten
from scripts.reading.parsed_entry import ParsedEntry

CHECKOUT = Path(__file__).parent.parent
CONTENT = CHECKOUT / "tests" / "content"
ARTICLE = "articles/a-year-of-night-boats.yml"
PAGE = "docs/en/about.md"
TWO_NAMES = ("names/heron-isle.yml", "names/puffin-ferries.yml")
WAIVER = "waivers:\n  - check: figures\n    reason: The log counts by moons.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Entries and a hand-written page."""
    for language in ("en", "zh-Hant"):
        (tmp_path / "docs" / language).mkdir(parents=True)
    (tmp_path / "docs/zh-Hant/about.md").write_text("# 關於\n", encoding="utf-8")
    (tmp_path / PAGE).write_text("See [puffins](name:puffin-ferries).\n", encoding="utf-8")
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "store"


def opened(folder: Path) -> Folder:
    return with_handwritten(open_folder(folder), folder.parent / "docs")


def without_store(folder: Path) -> list[Diagnostic]:
    return check_content(read_content(opened(folder)))


def with_store(folder: Path, store: Path) -> list[Diagnostic]:
    return check_folder(opened(folder), store)


def replaced(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def exchanged(folder: Path, one: str, other: str) -> None:
    (folder / one).rename(folder.parent / "aside")
    (folder / other).rename(folder / one)
    (folder.parent / "aside").rename(folder / other)


# Edits, made one after the other.
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


def test_a_store_does_not_change_the_diagnostics(folder: Path, store: Path) -> None:
    assert with_store(folder, store) == without_store(folder) == []
    for done, edit in EDITS.items():
        edit(folder)
        found = with_store(folder, store)
        assert found == without_store(folder), done
        assert with_store(folder, store) == found, done


def test_entries_are_compared_again_only_if_a_summary_or_a_place_has_changed(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changed wording and moved problems do not cause another comparison of the entries."""
    looked: list[CorpusIndex] = []

    def noted(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
        looked.append(corpus_index)
        return of_corpus(corpus_index)

    monkeypatch.setattr(runner, "of_corpus", noted)
    for old, new, times in (
        ("the timetable.", "their timetable.", 1),
        ("of its first year", "of the first year", 1),
        ("name:puffin", "name:pufin", 2),
        ("their timetable.", "the timetable.", 2),
        ("title:", "# one\ntitle:", 3),  # the place of that diagnostic has moved
    ):
        with_store(folder, store)
        replaced(folder, ARTICLE, old, new)
        with_store(folder, store)
        assert len(looked) == times, new


def test_an_undone_edit_gives_the_earlier_diagnostics(
    folder: Path, store: Path, tmp_path: Path
) -> None:
    for done, edit in EDITS.items():
        before, found = tmp_path / "before", with_store(folder, store)
        shutil.copytree(folder.parent, before, ignore=shutil.ignore_patterns("cache", "before"))
        edit(folder)
        with_store(folder, store)
        shutil.rmtree(folder)
        shutil.copytree(before, folder.parent, dirs_exist_ok=True)
        assert with_store(folder, store) == found == without_store(folder), done
        shutil.rmtree(before)
        edit(folder)


def test_the_model_is_not_imported_if_nothing_has_changed(folder: Path) -> None:
    """The model and the checks are not imported; only the files are listed."""
    replaced(folder, ARTICLE, "name:puffin", "name:pufin")
    shutil.copy(CHECKOUT / "mkdocs.yml", folder.parent)
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


def test_a_file_written_while_it_is_read_is_read_again(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the diagnostics could be those of other bytes than the stamped ones."""
    good = (folder / ARTICLE).read_bytes()

    def disturbed(stage: Stage, files: Sequence[EntryFile], *rest: Any) -> list[bytes]:
        if stage is runner.ANALYSIS:
            replaced(folder, ARTICLE, "name:puffin", "name:pufin")
            monkeypatch.undo()
        return of_files(cache, stage, files, *rest)

    cache = StageCache(temporary_store(), {})
    of_files = StageCache.of_files

    def noted(self: StageCache, *arguments: Any) -> list[bytes]:
        nonlocal cache
        cache = self
        return disturbed(*arguments)

    monkeypatch.setattr(StageCache, "of_files", noted)
    found = with_store(folder, store)
    assert [diagnostic.message.code for diagnostic in found] == ["unknown-entry"]
    (folder / ARTICLE).write_bytes(good)
    assert with_store(folder, store) == []


def test_a_build_publishes_the_version_that_it_checked(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file saved while a build reads it is published in the version that was checked."""
    checked = check._check

    def disturbed(*arguments: Any) -> list[Diagnostic]:
        diagnostics = checked(*arguments)
        replaced(folder, ARTICLE, "name:puffin", "name:pufin")
        return diagnostics

    monkeypatch.setattr(check, "_check", disturbed)
    with open_store(store) as open_one:
        read, diagnostics = read_and_check(opened(folder), open_one)
    parsed = read.parsed_entries[Key("article", "a-year-of-night-boats")]
    assert "name:pufin" in parsed.document.text
    assert "name:pufin" in str(read.corpus.articles["a-year-of-night-boats"])
    assert [diagnostic.message.code for diagnostic in diagnostics] == ["unknown-entry"]


def test_only_changed_files_are_analysed(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysed: list[str] = []

    def noted(parsed: ParsedEntry) -> Iterator[Diagnostic]:
        analysed.append(parsed.document.path)
        return of_entry(parsed)

    monkeypatch.setattr(runner, "of_entry", noted)
    with_store(folder, store)
    assert {Path(path) for path in analysed} == set(folder.rglob("*.yml"))
    analysed.clear()
    replaced(folder, ARTICLE, "though ferries", "although ferries")
    os.utime(folder / "names/night-boat.yml")
    with_store(folder, store)
    assert {Path(path) for path in analysed} == {folder / ARTICLE}


def test_a_change_of_equal_size_and_time_is_detected(folder: Path, store: Path) -> None:
    file = folder / ARTICLE
    before = file.stat()
    assert with_store(folder, store) == []
    replaced(folder, ARTICLE, "name:puffin", "name:buffin")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert "unknown-entry" in [diagnostic.message.code for diagnostic in with_store(folder, store)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(folder: Path, store: Path) -> None:
    os.mkfifo(folder / "articles/pipe.yml")
    assert [diagnostic.message.code for diagnostic in with_store(folder, store)] == ["unreadable"]


def test_the_results_of_other_code_are_not_used(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysed: list[ParsedEntry] = []

    def noted(parsed: ParsedEntry) -> Iterator[Diagnostic]:
        analysed.append(parsed)
        return of_entry(parsed)

    monkeypatch.setattr(runner, "of_entry", noted)
    with_store(folder, store)
    number = len(analysed)
    with_store(folder, store)
    assert len(analysed) == number
    monkeypatch.setattr(stages, "fingerprint", lambda module: b"other code")
    with_store(folder, store)
    assert len(analysed) == 2 * number


def test_many_files_are_analysed_on_all_processors(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(folder, ARTICLE, "name:puffin", "name:pufin")
    monkeypatch.setattr(parallel, "WORTHWHILE", 1)
    monkeypatch.setattr(parallel, "PORTION", 3)
    assert with_store(folder, store) == without_store(folder) != []
