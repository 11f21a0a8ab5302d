"""Each passage offers its permanent link and a citation; articles do without scripts too."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pybtex.database import parse_string

from .accessibility import violations
from .browsing import opened
from .conftest import Serve
from .project import Site

pytestmark = pytest.mark.matrix

NIGHT_BOATS = "articles/a-year-of-night-boats/"
FORMS = ("link", "plain", "bibtex", "csl")
PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])


@pytest.fixture
def address(serve: Serve, invented_site: Site) -> str:
    return serve(invented_site)


def item_of(site: Site, prefix: str, passage: str) -> dict[str, Any]:
    """The file's item for a passage."""
    file = site.folder / NIGHT_BOATS / "citations.json"
    language = "zh-Hant" if prefix else "en"
    (item,) = (
        item
        for item in json.loads(file.read_text(encoding="utf-8"))
        if (item["custom"]["passage"], item["custom"]["language"]) == (passage, language)
    )
    return dict(item)


@contextmanager
def citing(
    browser: Browser,
    address: str,
    passage: str = "p2",
    *,
    width: int = 1280,
    scheme: Literal["light", "dark"] = "light",
) -> Iterator[tuple[Page, Locator]]:
    """An article with the dialog that cites a passage of it."""
    with opened(browser, scheme, width=width) as page:
        page.goto(address + NIGHT_BOATS)
        page.locator(f"#{passage} .fp-cite").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.locator("#citing-csl")).to_contain_text("webpage")
        yield page, dialog


@PREFIXES
@pytest.mark.parametrize("width", [390, 1280])
def test_the_dialog_cites_its_passage_and_copies(
    browser: Browser, address: str, invented_site: Site, prefix: str, width: int
) -> None:
    item = item_of(invented_site, prefix, "p2")
    custom = item.pop("custom")
    with citing(browser, f"{address}{prefix}", width=width) as (page, dialog):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        expect(dialog).to_have_accessible_name(
            "引用或編輯第2節" if prefix else "Cite or edit passage 2"
        )
        edit = str(dialog.locator("[rel=edit]").get_attribute("href"))
        assert re.search(r"/content/articles/a-year-of-night-boats\.yml#L\d+$", edit)
        copied = {}
        for form in FORMS:
            dialog.locator(f"[data-copies='citing-{form}']").click()
            done = dialog.get_by_role("status")
            expect(done).to_have_text("已複製。" if prefix else "Copied.")
            expect(done).to_be_in_viewport()
            copied[form] = page.evaluate("navigator.clipboard.readText()")
    path = f"{invented_site.url}{prefix}{NIGHT_BOATS}#p2"
    assert (copied["link"], copied["plain"]) == (path, custom["plain"])
    assert list(parse_string(copied["bibtex"], "bibtex").entries) == [item["id"]]
    assert json.loads(copied["csl"]) == [item]


def test_nothing_is_fetched_before_a_reader_asks_and_then_once(
    browser: Browser, address: str
) -> None:
    asked = []
    with opened(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + "zh-Hant/" + NIGHT_BOATS)
        page.wait_for_load_state("networkidle")
        file = f"{address}{NIGHT_BOATS}citations.json"
        assert file not in asked
        for passage in ("p1", "p3"):
            page.locator(f"#{passage} .fp-cite").click()
            expect(page.locator("#citing-link")).to_contain_text(f"#{passage}")
            page.keyboard.press("Escape")
    assert asked.count(file) == 1


@PREFIXES
def test_escape_and_the_page_behind_close_it_and_focus_returns(
    browser: Browser, address: str, prefix: str
) -> None:
    with citing(browser, f"{address}{prefix}") as (page, dialog):
        button = page.locator("#p2 .fp-cite")
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()
        page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
        dialog.locator("#citing-plain").click()
        expect(dialog).to_be_visible()
        page.mouse.click(5, 400)
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()
        button.click()
        dialog.get_by_role("button", name="關閉" if prefix else "Close").click()
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()


def test_a_failed_fetch_of_a_citation_is_reported_and_retried(
    browser: Browser, address: str
) -> None:
    with opened(browser) as page:
        page.goto(address + NIGHT_BOATS)
        page.route("**/citations.json", lambda route: route.abort())
        page.locator("#p1 .fp-cite").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_text("could not be loaded")).to_be_visible()
        expect(dialog.get_by_role("button", name="Copy")).to_have_count(0)
        page.keyboard.press("Escape")
        page.unroute("**/citations.json")
        page.locator("#p1 .fp-cite").click()
        expect(dialog.locator("#citing-link")).to_contain_text("#p1")
        expect(dialog.get_by_text("could not be loaded")).to_be_hidden()


@PREFIXES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_in_the_dialog(
    browser: Browser, address: str, prefix: str, scheme: Literal["light", "dark"], width: int
) -> None:
    with citing(browser, f"{address}{prefix}", width=width, scheme=scheme) as (page, dialog):
        assert violations(page) == []
        controls = dialog.get_by_role("button").all()
        if width < 1280:  # a pointer is finer than a thumb
            controls.append(page.locator("#p2 .fp-cite"))
        for control in controls:
            box = control.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44
        box = dialog.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")


@pytest.mark.parametrize("view", ["side", "stacked", "en"])
def test_the_button_stands_by_the_number_and_covers_no_text(
    browser: Browser, address: str, view: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{address}{NIGHT_BOATS}?view={view}")
        for passage in page.locator(".fp-passage").all():
            number, cite, texts = (
                passage.locator(part).first.bounding_box()
                for part in (".fp-number", ".fp-cite", ".fp-texts")
            )
            assert number
            assert cite
            assert texts
            if view == "side":
                assert cite["y"] >= number["y"] + number["height"] - 8
                assert cite["y"] + cite["height"] <= texts["y"] + texts["height"] + 1
            else:
                assert abs(cite["y"] - number["y"]) < 2
                assert cite["y"] + cite["height"] <= texts["y"] + 1


@PREFIXES
def test_without_scripts_the_article_is_cited_at_its_end(
    browser: Browser, address: str, invented_site: Site, prefix: str
) -> None:
    item = item_of(invented_site, prefix, "")
    with opened(browser, scripted=False) as page:
        page.goto(f"{address}{prefix}{NIGHT_BOATS}")
        for button in page.locator(".fp-cite").all():
            expect(button).to_be_hidden()
        expect(page.locator(".fp-bar")).to_be_hidden()
        expect(page.locator("dialog").locator("visible=true")).to_have_count(0)
        expect(page.locator("#article-citation")).to_contain_text(item["custom"]["plain"])
        with page.expect_download() as download:
            page.locator("#article-citation a[download]").click()
        items = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert item in items


@pytest.mark.full
def test_passages_are_cited_in_their_articles_alone(site: Site) -> None:
    for path, page in site.pages.items():
        parts = path.removeprefix("zh-Hant/").split("/")
        passages = page.values("//*[@class='fp-passage']/@id") if parts[0] == "articles" else []
        assert page.values("//button[@class='fp-cite']/@data-passage") == passages, path
