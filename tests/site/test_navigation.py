"""A maintainer's own pages, in the navigation and outside it, and the problems reported."""

import re
from pathlib import Path

import pytest

from scripts.check import check_content
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder, with_handwritten

from .project import Project, Site

pytestmark = pytest.mark.matrix

PAGES = {
    "en/history.md": "# Our history\n\nIt began on a pier.\n",
    "zh-Hant/history.md": "# 我們的歷史\n\n始於碼頭。\n",
    "en/more/index.md": "# More\n\nMore of it.\n",
    "zh-Hant/more/index.md": "# 更多\n\n更多內容。\n",
    "en/more/boats.md": "# More boats\n\nBoats.\n",
    "zh-Hant/more/boats.md": "# 更多船隻\n\n船隻。\n",
}
NAV = """\
  - about.md
  - history.md
  - Papers:
      - more/index.md
      - Deeper:
          - more/boats.md
          - Post: https://post.example/
  - The isle: https://isle.example/
"""
TRANSLATIONS = (
    "name: 中文\n          nav_translations: {Papers: 報章, Post: 郵報, The isle: 本島}\n"
)
TABS = "//*[contains(@class, 'md-tabs__list')]//a"


def written(project: Project, pages: dict[str, str]) -> None:
    for name, text in pages.items():
        file = project.root / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")


def texts(site: Site, path: str, xpath: str) -> list[str]:
    elements = site.pages[path].all(xpath)
    return [" ".join("".join(str(t) for t in one.itertext()).split()) for one in elements]


def test_pages_of_ones_own(project: Project) -> None:
    written(project, PAGES)
    project.edit("mkdocs.yml", "  - about.md\n", NAV)
    project.edit("mkdocs.yml", "name: 中文\n", TRANSLATIONS)
    site = project.built("site")
    assert texts(site, "", TABS)[-4:] == ["About", "Our history", "Papers", "The isle"]
    assert texts(site, "zh-Hant/", TABS)[-4:] == ["關於本站", "我們的歷史", "報章", "本島"]
    footer = texts(site, "history/", "//footer//nav//li/a")
    start = footer.index("Our history")
    assert footer[start : start + 5] == ["Our history", "More", "More boats", "Post", "The isle"]
    active = "//*[contains(@class, 'md-tabs__item--active')]"
    assert texts(site, "history/", active) == ["Our history"]
    assert texts(site, "zh-Hant/more/boats/", active) == ["報章"]
    assert texts(site, "glossary/ferry/", active) == ["Glossary"]
    for path in ("history/", "more/", "more/boats/"):
        for page in (site.pages[path], site.pages[f"zh-Hant/{path}"]):
            assert page.counterpart in site.pages
            inside = [one for one in map(site.inside, page.links()) if one is not None]
            assert all(site.file(one).is_file() for one in inside)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  - about.md\n",
            "  - about.md\n  - nothing.md\n",
            "mkdocs.yml:33:5: nav names “nothing.md”, and there is no docs/en/nothing.md.",
        ),
        ("  - index.md\n", "", "mkdocs.yml: the site needs a home page"),
        ("strict: true", "strikt: true", "Unrecognised configuration name: strikt"),
    ],
)
def test_a_missing_page_of_the_navigation_is_reported(
    project: Project, old: str, new: str, expected: str
) -> None:
    project.edit("mkdocs.yml", old, new)
    result = project.scripts("build")
    assert result.returncode == 1
    assert expected in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) <= 2


def test_a_mistake_in_a_template_is_reported(project: Project) -> None:
    project.edit("overrides/pages/topic.html", "{{ m.colophon(v, topic) }}", "{% if %}")
    result = project.scripts("build")
    assert result.returncode == 1
    assert re.match(r"overrides/pages/topic\.html:\d+: ", result.stderr)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("en/history.md", "docs/en/history.md:1:1 This page has no Chinese counterpart."),
        ("zh-Hant/history.md", "docs/zh-Hant/history.md:1:1 This page has no English counterpart."),
        ("history.md", "docs/history.md:1:1 A hand-written page cannot be here."),
        ("fr/history.md", "docs/fr/history.md:1:1 A hand-written page cannot be here."),
        ("en/claims.md", "docs/en/claims.md:1:1 The site itself generates a page with this name."),
        (
            "en/topics/x.md",
            "docs/en/topics/x.md:1:1 The site itself generates a page with this name.",
        ),
        (
            "en/guide/checks/x.md",
            "docs/en/guide/checks/x.md:1:1 The site itself generates a page with this name.",
        ),
    ],
)
def test_an_unpaired_or_misplaced_page_is_reported(
    tmp_path: Path, page: str, expected: str
) -> None:
    (tmp_path / "content").mkdir()
    file = tmp_path / "docs" / page
    file.parent.mkdir(parents=True)
    file.write_text("# A page\n", encoding="utf-8")
    folder = with_handwritten(open_folder(tmp_path / "content", "content"), tmp_path / "docs")
    (diagnostic,) = check_content(read_content(folder))
    place = diagnostic.place
    assert f"{place.path}:{place.line}:{place.column} {diagnostic.text}".startswith(expected)
    assert diagnostic.check == "handwritten"
