"""What the preview shows of drafts and of broken files."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.check import check_content
from scripts.edition.build_context import BuildContext
from scripts.edition.settings import read_settings
from scripts.languages import LANGUAGES
from scripts.model import MODELS, Entry
from scripts.pages import plan
from scripts.pages.notes import Notes
from scripts.pages.page import Page
from scripts.preview.news import News, Report
from scripts.reading.content import Content, preview_of, read_content
from scripts.reading.folder import open_folder
from scripts.reading.gaps import entry_with_gaps
from scripts.reading.yaml_parser import read_yaml
from scripts.text.units import units_of

TESTS = Path(__file__).parent
CASES: dict[str, dict[str, Any]] = yaml.safe_load((TESTS / "gaps.yml").read_text(encoding="utf-8"))
NAME = "names/puffin-ferries.yml"


@pytest.mark.parametrize("name", CASES)
def test_an_unfinished_entry_is_shown_with_gaps(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    file = tmp_path / "half.yml"
    file.write_text(case["text"], encoding="utf-8")
    document, _ = read_yaml(file, "half.yml")
    assert document
    entry = entry_with_gaps(document, MODELS[case["kind"]], "half")
    units = units_of(entry) if entry else ()
    texts = [unit.written(language.code) for unit in units for language in LANGUAGES]
    assert texts == case.get("texts", [])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TESTS / "content", tmp_path / "content"))


def previewed(folder: Path, earlier: dict[str, Entry]) -> tuple[Content, dict[str, Page]]:
    """The content of a preview, and its English pages with their notes, by their paths."""
    content = read_content(open_folder(folder, "content"))
    shown = preview_of(content, earlier)
    context = BuildContext(shown, read_settings(TESTS.parent / "mkdocs.yml"))
    notes = Notes(content, check_content(content), shown.corpus)
    pages = [*notes.on(plan(context))]
    pages += [page for one in plan(context) if not notes.has(one.path) and (page := one.compose())]
    return shown, {page.path: page for page in pages if page.language.code == "en"}


def test_a_draft_is_shown_with_its_problems(folder: Path) -> None:
    (folder / "articles/half.yml").write_text(
        "status: draft\ntitle: {en: Half a thought}\n", encoding="utf-8"
    )
    ferry = folder / "glossary/ferry.yml"
    ferry.write_text("status: draft\n" + ferry.read_text(encoding="utf-8"), encoding="utf-8")
    shown, pages = previewed(folder, {})
    assert {"half"} == shown.corpus.articles.keys() - {
        file.stem for file in (TESTS / "content/articles").iterdir()
    }
    page = pages["articles/half/"]
    assert "This is a draft: only the preview shows it." in page.body
    assert "The field “summary” is missing." in page.body
    assert '<mark class="fp-label">to follow</mark>' in page.body
    assert "This is a draft" in pages["glossary/ferry/"].body
    assert "ferry" in shown.corpus.terms["berth"].related
    assert 'role="note"' not in pages["glossary/lantern/"].body
    assert "half" not in read_content(open_folder(folder)).corpus.articles


def test_a_broken_file_does_not_hide_the_others(folder: Path) -> None:
    earlier: dict[str, Entry] = {}
    _, before = previewed(folder, earlier)
    (folder / NAME).write_text("kind: [\n", encoding="utf-8")
    _, pages = previewed(folder, earlier)
    assert pages.keys() == before.keys()
    page = pages["names/puffin-ferries/"]
    assert "is its last good state" in page.body
    assert "1:8 This is not valid YAML" in page.body
    assert before["names/puffin-ferries/"].body in page.body


def test_a_file_that_was_never_right_has_a_page_of_its_problems(folder: Path) -> None:
    (folder / NAME).write_text("kind: [\n", encoding="utf-8")
    shown, pages = previewed(folder, {})
    assert "This entry cannot be shown yet." in pages["names/puffin-ferries/"].body
    assert "1:8 This is not valid YAML" in pages["names/puffin-ferries/"].body
    assert "cannot be shown" in pages["articles/a-year-of-night-boats/"].body  # it needs the name
    assert "walk-to-the-well" in shown.corpus.articles
    assert "cannot be shown" not in pages["articles/walk-to-the-well/"].body


def test_a_report_of_a_site_that_is_built_with_problems(tmp_path: Path) -> None:
    news = News(tmp_path)
    first = news.build
    news.publish(Report(("a problem",), built=True))
    assert news.build != first
    assert "up to date" in news.headline["en-GB"]
    second = news.build
    news.publish(Report(("another",)))
    assert news.build == second
    assert "last good build" in news.headline["en-GB"]
