"""Drafts: what is published without them, and what of them is reported."""

import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.check import check_content, check_folder
from scripts.diagnostics.diagnostic import errors
from scripts.model import Corpus, Key, key_of_entry
from scripts.model.completion import complete
from scripts.reading.content import Content, read_content
from scripts.reading.draft import is_draft
from scripts.reading.folder import open_folder
from scripts.text.markup import parse

TESTS = Path(__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TESTS / "content", tmp_path / "content"))


def drafted(folder: Path, *names: str) -> Content:
    """The content of a folder in which some entries are drafts."""
    for name in names:
        file = folder / name
        file.write_text("status: draft\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    return read_content(open_folder(folder, "content"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("status: draft", True),
        ("status:   'draft'  # soon", True),
        ('status: "draft"\r', True),
        ("status: drafted", False),
        ("status: Draft", False),
        (" status: draft", False),
        ("title: 'status: draft'", False),
        ("#status: draft", False),
    ],
)
def test_a_draft_is_known_by_a_line(tmp_path: Path, line: str, expected: bool) -> None:  # noqa: FBT001
    file = tmp_path / "one.yml"
    file.write_bytes(f"updated: 2031-05-01\n{line}\nforms: [\n".encode())
    assert is_draft(file) == expected
    assert not is_draft(tmp_path / "none.yml")


def test_a_draft_is_not_published(folder: Path) -> None:
    content = drafted(folder, "glossary/ferry.yml", "topics/finance.yml", "claims/twelve-boats.yml")
    corpus = content.corpus
    assert "ferry" not in corpus.terms
    assert "finance" not in corpus.topics
    assert "twelve-boats" not in corpus.claims
    assert "ferry" not in corpus.terms["berth"].related
    article = corpus.articles["a-year-of-night-boats"]
    assert article.topics == ("heritage",)
    text = article.passages()[2].en
    assert "[more boats](none:)" in text
    assert "[crews](claim:crews-at-the-regatta)" in text
    assert "more boats" in parse(text).plain


def test_nothing_is_published_without_what_it_needs(folder: Path) -> None:
    content = drafted(folder, "names/puffin-ferries.yml")
    corpus = content.corpus
    assert "night-boat-report" not in corpus.sources
    assert "a-year-of-night-boats" not in corpus.articles
    assert "report-and-letter" not in corpus.articles
    assert "twelve-boats" not in corpus.claims
    assert "walk-to-the-well" in corpus.articles
    assert errors(check_content(content))  # so no site is built of this


def test_a_corpus_without_drafts_stays_as_it_is(fixture_content: Content) -> None:
    corpus = fixture_content.corpus
    entries = {key_of_entry(entry): entry for entry in corpus.entries()}
    assert complete(entries) == corpus
    assert complete({}) == Corpus()
    assert complete({Key("source", "x"): corpus.sources["islanders-letter"]}) == Corpus()


def test_problems_of_drafts_wait(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "articles/half.yml").write_text("status: draft\ntitle: [\n", encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    shutil.copy(TESTS.parent / "mkdocs.yml", folder.parent)
    assert main(["check", "--strict", "--content", "content"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Drafts have 1 problem, which wait: make check PATHS=content/articles/")
    assert main(["check", "--strict", "--content", "content", "content/articles"]) == 0
    assert "half.yml:2:9: warning yaml-syntax" in capsys.readouterr().out
    assert main(["check", "--content", "content", "--format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_a_check_with_a_store_finds_the_same(folder: Path, tmp_path: Path) -> None:
    """Also once an entry becomes a draft, and once it is published."""
    store = tmp_path / "store.sqlite"
    file = folder / "glossary/ferry.yml"
    for text in ("status: draft\n" + file.read_text(encoding="utf-8"), file.read_text("utf-8")):
        file.write_text(text, encoding="utf-8")
        opened = open_folder(folder, "content")
        expected = check_content(read_content(opened))
        assert check_folder(opened, store) == expected == check_folder(opened, store)
