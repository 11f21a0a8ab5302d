"""Every example of the guide holds: its pages are carried out in the invented corpus."""

import re
import shutil
from pathlib import Path

import pytest

from scripts.languages import CHINESE, ENGLISH

from .guide_pages import Block, Walk, blocks

TESTS = Path(__file__).parent
DOCS = TESTS.parent / "docs"
PAGES = sorted(file.name for file in (DOCS / ENGLISH.code / "guide").glob("*.md"))
ANCHOR = re.compile(r"^#+ .*\{#([\w-]+)\}$", re.MULTILINE)


@pytest.fixture
def walk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Walk:
    """The beginning of a page, in a project with the invented corpus."""
    project = tmp_path / "project"
    shutil.copytree(TESTS / "content", project / "content")
    shutil.copytree(TESTS / "site" / "docs", project / "docs")
    shutil.copy(TESTS.parent / "mkdocs.yml", project)
    monkeypatch.chdir(project)
    return Walk(capsys)


def page(name: str, code: str) -> str:
    return (DOCS / code / "guide" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_example_of_a_page_holds(walk: Walk, name: str) -> None:
    for block in blocks(page(name, ENGLISH.code)):
        walk.step(block)
    assert walk.final_report() == ""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_same_steps_in_both_languages(name: str) -> None:
    english, chinese = (page(name, language.code) for language in (ENGLISH, CHINESE))
    assert [*blocks(english)] == [*blocks(chinese)]
    assert ANCHOR.findall(english) == ANCHOR.findall(chinese)
    assert len(ANCHOR.findall(english)) == len(re.findall(r"^##+ ", english, re.MULTILINE))


@pytest.mark.parametrize("name", PAGES)
def test_no_example_is_left_out(name: str) -> None:
    """Every fenced block of a page is parsed as an example."""
    text = page(name, ENGLISH.code)
    found = [*blocks(text)]
    assert len(re.findall(r"^```", text, re.MULTILINE)) == 2 * len(found)
    assert all(block.path for block in found if block.language in ("yaml", "txt"))


PART = "    title:\n      en: The Lantern Regatta\n      zh-Hant: 燈籠競渡\n"
ARTICLE = "content/articles/a-year-of-night-boats.yml"


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        (Block("text", "1 error. 1項錯誤。\n", ""), "Instead"),
        (Block("yaml", "- id: p9\n", ARTICLE), "has no such part"),
        (Block("yaml", "written_first: en\n", ARTICLE), "more than once"),
        (Block("console", "rm -r content\n", ""), "rm -r content"),
        (Block("python", "pass\n", ""), "a block of “python”"),
    ],
)
def test_an_example_that_does_not_hold_is_found(walk: Walk, block: Block, complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        walk.step(block)


def test_a_part_is_not_replaced_by_another_field(walk: Walk) -> None:
    walk.step(Block("yaml", PART, ARTICLE))
    before = Path(ARTICLE).read_bytes()
    with pytest.raises(AssertionError, match="no part “summary” like this"):
        walk.step(Block("yaml", "summary:\n  en: Lanterns\n  zh-Hant: 燈籠\n", ARTICLE))
    assert Path(ARTICLE).read_bytes() == before


def test_a_part_is_replaced_by_the_next_part_of_its_field(walk: Walk) -> None:
    walk.step(Block("yaml", PART, ARTICLE))
    walk.step(Block("yaml", "title:\n  en: Lanterns\n  zh-Hant: 燈籠\n", ARTICLE))
    text = Path(ARTICLE).read_text(encoding="utf-8")
    assert "    title:\n      en: Lanterns\n      zh-Hant: 燈籠\n    passages:" in text
    walk.step(Block("console", "make check\n", ""))
    walk.step(Block("text", "…\n", ""))
