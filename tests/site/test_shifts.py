"""No layout shifts: room is reserved for everything that is loaded late."""

import json
import time

import pytest
from playwright.sync_api import Browser, Route, expect

from .conftest import Serve
from .project import Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-on-the-pier/"
PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
SHIFT = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(shift), 200);
})"""
# A reader's earlier choice, and the page that is opened then.
VISITS = [
    ({"jyutping": True}, "#p9"),
    ({"jyutping": True}, ""),
    ({"jyutping": True, "view": "stacked"}, "#p9"),
    ({"jyutping": True, "view": "zh-Hant"}, "#p9"),
    ({"jyutping": True}, "?found=Heron+Isle#p9"),
    ({"jyutping": True, "glossary": True, "size": "huge", "marks": ""}, "#p9"),
    ({"view": "en"}, "#p9"),
    ({"view": "zh-Hant"}, ""),
    ({}, "?found=Heron+Isle#p9"),
]


def late(route: Route) -> None:
    time.sleep(0.2)
    route.continue_()


@PREFIXES
@pytest.mark.parametrize("width", [360, 390, 1280])
@pytest.mark.parametrize(("kept", "place"), VISITS)
def test_an_earlier_choice_causes_no_layout_shift(
    browser: Browser, address: str, prefix: str, width: int, kept: dict[str, object], place: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        keep = f"localStorage.setItem('facing-pages', {json.dumps(json.dumps(kept))})"
        context.add_init_script(keep)
        page = context.new_page()
        page.route("**/*.json", late)
        page.goto(f"{address}{prefix}{ARTICLE}{place}")
        if "jyutping" in kept:
            expect(page.locator("html:not([data-awaited]) ruby").first).to_be_attached()
        assert page.evaluate(SHIFT) <= 0.01
        if place.endswith("#p9"):
            top = page.locator("#p9").bounding_box()
            assert top is not None
            assert 0 <= top["y"] < 844 / 2


@pytest.mark.parametrize("path", ["search/?q=ferry", "search/", "", "glossary/ferry/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_other_pages_do_not_move(browser: Browser, address: str, path: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        context.add_init_script("localStorage.setItem('facing-pages', '{\"jyutping\": true}')")
        page = context.new_page()
        page.route("**/*.json", late)
        page.goto(address + path, wait_until="networkidle")
        assert page.evaluate(SHIFT) <= 0.01


def test_texts_are_seen_soon_even_if_the_syllables_never_come(
    browser: Browser, serve: Serve, invented_site: Site
) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script("localStorage.setItem('facing-pages', '{\"jyutping\": true}')")
        page = context.new_page()
        page.route("**/jyutping.json", lambda _: None)  # no response, not even an error
        page.goto(f"{serve(invented_site)}articles/a-year-of-night-boats/")
        expect(page.locator("#p1 .fp-text").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280, 1920])
@pytest.mark.parametrize("path", [ARTICLE, "guide/"])
def test_the_text_has_its_width_before_the_contents_are_there(
    browser: Browser, address: str, path: str, width: int
) -> None:
    """They come after it, and a browser may have painted it by then."""
    measure = "document.querySelector('.md-content').getBoundingClientRect().width"
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        page.goto(address + path)
        before = page.evaluate(measure)
        page.evaluate("document.querySelector('.md-sidebar--secondary').remove()")
        assert page.evaluate(measure) == before > 300
