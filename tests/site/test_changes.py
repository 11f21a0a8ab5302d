"""The list of changes has exactly those pages that a proposal changes."""

from pathlib import Path

import pytest

from scripts.authoring.changes import LIMIT, as_markdown, changes

from .project import Project

pytestmark = pytest.mark.matrix

NOTHING = "## What changes on the site · 網站的變動\n\nNothing. 沒有變動。"


def page(site: Path, path: str, title: str, body: str = "") -> None:
    file = site / path / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<title>{title}</title>{body}", encoding="utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    page(tmp_path / "old", "", "Home")
    return tmp_path / "old"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    page(tmp_path / "new", "", "Home")
    return tmp_path / "new"


def markdown_of(old: Path, new: Path) -> str:
    return as_markdown(changes(old, new))


def test_two_equal_sites(old: Path, new: Path) -> None:
    for site in (old, new):
        page(site, "names/pier", "The pier")
    (new / ".hidden").touch()
    assert markdown_of(old, new) == NOTHING


def test_pages_are_listed_by_address_and_title(old: Path, new: Path) -> None:
    page(old, "names/pier", "The pier")
    page(old, "names/quay", "The quay")
    page(new, "", "Home &amp; away")
    page(new, "names/pier", "The pier", "It is longer.")
    page(new, "zh-Hant/names/boat", "船")
    page(new, "names/boat", "The\n boat")
    page(new, "names/cat", "The cat")
    (new / "sitemap.xml").touch()
    (old / "style.css").touch()
    assert markdown_of(old, new).splitlines() == [
        "## What changes on the site · 網站的變動",
        "",
        "### New pages · 新增的頁面 (3)",
        "",
        "- `names/boat/` The boat",
        "- `zh-Hant/names/boat/` 船",
        "- `names/cat/` The cat",
        "",
        "### Changed pages · 有改動的頁面 (2)",
        "",
        r"- `/` Home \& away",
        "- `names/pier/` The pier",
        "",
        "### Removed pages · 移除的頁面 (1)",
        "",
        "- `names/quay/` The quay",
        "",
        "Files other than pages (data, styles, the sitemap): 2. "
        "頁面以外的檔案（數據、樣式、網站地圖）：2個。",
    ]


def test_one_letter_for_another_is_a_change(old: Path, new: Path) -> None:
    """With the same size, in the same second."""
    page(old, "names/pier", "The pier")
    page(new, "names/pier", "The pies")
    assert "`names/pier/`" in markdown_of(old, new)


def test_a_title_cannot_write_markdown(old: Path, new: Path) -> None:
    page(
        new, "x", "[a](https://x.example) &lt;img src=x&gt; `b` @c #1 **d** | ![e](f) www.x.example"
    )
    (line,) = [line for line in markdown_of(old, new).splitlines() if line.startswith("- ")]
    assert line == (
        r"- `x/` \[a\]\(https\://x\.example\) \<img src=x\> \`b\` \@c \#1 \*\*d\*\* \| "
        r"\!\[e\]\(f\) www\.x\.example"
    )


def test_a_long_list_is_cut(old: Path, new: Path) -> None:
    for number in range(LIMIT + 3):
        page(new, f"names/{number:03}", "Name")
    lines = markdown_of(old, new).splitlines()
    assert f"### New pages · 新增的頁面 ({LIMIT + 3})" in lines
    assert lines[-1] == "- … and 3 more. 另有3頁。"
    assert len([line for line in lines if line.startswith("- `")]) == LIMIT


def test_the_command_after_an_edit(project: Project) -> None:
    project.edit(
        "content/glossary/lantern.yml", "A light that one can carry.", "A light one may carry."
    )
    project.edit("content/glossary/lantern.yml", "2031-05-01", "2031-05-09")
    assert project.scripts("build", "--site", "other").returncode == 0
    result = project.scripts("changes", "site", "other")
    assert (result.returncode, result.stderr) == (0, "")
    listed = [line.split("`")[1] for line in result.stdout.splitlines() if "`" in line]
    entry = ["glossary/lantern/", "zh-Hant/glossary/lantern/"]
    assert listed == ["glossary/", "glossary/by/jyutping/", *entry]


def test_the_command_wants_two_sites(project: Project) -> None:
    result = project.scripts("changes", "site", "content")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "content is not a built site. content 不是已經建立的網站。\n"
    assert project.scripts("changes", "site", "nowhere").returncode == 2
