"""The preview from end to end: a project in which files are edited, and the pages that show it."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from .project import PATIENCE, Project

FERRY = "content/glossary/ferry.yml"


@dataclass
class Preview:
    """A running preview: its address and its output."""

    project: Project
    printed: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        (line,) = [line for line in self.printed if line.startswith("Serving ")]
        return line.split()[1]

    def get(self, path: str) -> str:
        with urlopen(self.address + path, timeout=PATIENCE) as response:
            return str(response.read().decode())


def _wait(ready: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    """`python -m scripts serve`, ended as by Ctrl-C."""
    preview = Preview(project)
    with project.running("-m", "scripts", "serve", "--port", "0") as process:
        stdout, stderr = process.stdout, process.stderr
        assert stdout is not None
        assert stderr is not None
        reader = threading.Thread(target=lambda: preview.printed.extend(stdout))
        reader.start()
        _wait(lambda: any(line.startswith("Serving ") for line in preview.printed))
        yield preview
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) in (0, 130)
        reader.join(PATIENCE)
        assert stderr.read() == ""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    yield page
    page.goto("about:blank")  # closing a page that is being reloaded may never end
    page.close()


def test_an_edit_shows_and_a_mistake_is_reported_until_fixed(preview: Preview, page: Page) -> None:
    page.goto(preview.address + "glossary/ferry/")
    expect(page.get_by_text("A boat that goes to and fro").first).to_be_visible()
    patience = PATIENCE * 1000

    preview.project.edit(FERRY, "A boat that goes", "A ship that sails")
    expect(page.get_by_text("A ship that sails to and fro").first).to_be_visible(timeout=patience)

    preview.project.edit(FERRY, "related: [ridership, berth]", "related: [nothing]")
    panel = page.get_by_role("alert")
    diagnostic = f"{preview.project.place(FERRY, 'nothing')}: unknown-entry"
    expect(panel).to_contain_text(diagnostic, timeout=patience)
    expect(panel).to_contain_text("沒有編號為「nothing」的詞語條目")
    _wait(lambda: any(line.startswith(diagnostic) for line in preview.printed))
    assert "A ship that sails" in preview.get("glossary/ferry/")

    preview.project.edit(FERRY, "related: [nothing]", "related: [lantern]")
    expect(panel).to_have_count(0, timeout=patience)
    expect(page.locator("#related").get_by_text("lantern")).to_be_visible(timeout=patience)


def test_an_edit_of_a_stylesheet_and_of_a_hand_written_page_shows(
    preview: Preview, page: Page
) -> None:
    page.goto(preview.address + "zh-Hant/about/")
    preview.project.edit("docs/zh-Hant/about.md", "# 關於這些船", "# 這些船的來歷")
    expect(page.get_by_role("heading", name="這些船的來歷")).to_be_visible(timeout=PATIENCE * 1000)

    style = preview.project.root / "overrides" / "assets" / "stylesheets" / "facing-pages.css"
    with style.open("a", encoding="utf-8") as file:
        file.write("\nh1 { outline: 7px solid rgb(1, 2, 3); }\n")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_css("outline-width", "7px", timeout=PATIENCE * 1000)

    page.goto(preview.address + "glossary/ferry/")
    preview.project.edit("overrides/pages/term.html", "<h2>", '<h2 data-new="yes">')
    expect(page.locator("h2[data-new]").first).to_be_visible(timeout=PATIENCE * 1000)


DRAFT = """status: draft
title:
  en: What one hears at night
sections:
  - id: text
    passages:
      - id: p1
        en: On still nights the [ferry](term:ferry) is heard before it is seen.
"""


def test_a_draft_shows_with_its_note(preview: Preview) -> None:
    file = preview.project.root / "content" / "articles" / "night-sounds.yml"
    assert "Facing Pages" in preview.get("articles/")  # it answers, so it is watching
    file.write_text(DRAFT, encoding="utf-8")
    _wait(lambda: "What one hears at night" in preview.get("articles/"))
    english, chinese = (
        preview.get(f"{prefix}articles/night-sounds/") for prefix in ("", "zh-Hant/")
    )
    assert "This is a draft: only the preview shows it." in english
    assert "The field “summary” is missing." in english
    assert "這是草稿，只在預覽顯示。" in chinese
    for page in (english, chinese):
        assert "is heard before it is seen" in page
        assert "待補</mark>" in page


def test_what_is_missing_is_answered_in_both_languages(preview: Preview, page: Page) -> None:
    answer = page.goto(preview.address + "glossary/no-such-word/")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_text("Page not found").first).to_be_visible()
    expect(page.get_by_text("找不到此頁").first).to_be_visible()
