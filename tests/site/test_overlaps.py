"""Nothing covers controls, and the reading bar stays visible."""

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from .browsing import opened, script
from .conftest import Serve
from .project import Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-of-night-boats/"
PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
# A small phone, two phones, one in landscape, a laptop at 400%, at 200% and at 100%.
SCREENS = [(320, 568), (360, 740), (390, 844), (844, 390), (320, 256), (640, 450), (1280, 800),
           (1920, 1080)]  # fmt: skip


@pytest.fixture(scope="module")
def root(serve: Serve, invented_site: Site) -> str:
    """The address of the invented site."""
    return serve(invented_site)


def down_and_up(page: Tab) -> None:
    """Scroll to the middle of an article and a little back, which shows the button to the top."""
    page.locator("#p2").evaluate("element => element.scrollIntoView()")
    page.mouse.move(100, 200)
    page.mouse.wheel(0, 120)
    page.wait_for_timeout(150)
    page.mouse.wheel(0, -60)
    page.wait_for_timeout(150)


@PREFIXES
@pytest.mark.parametrize("screen", SCREENS)
def test_the_bar_is_at_hand_and_nothing_lies_over_it(
    browser: Browser, root: str, prefix: str, screen: tuple[int, int]
) -> None:
    width, height = screen
    with opened(browser, width=width) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{root}{prefix}{ARTICLE}")
        down_and_up(page)
        assert page.evaluate(script("covered")) == []
        for view in ("zh-Hant", "stacked", "side", "en"):
            label = page.locator(f".fp-views label:has([value={view}])")
            if view == "side" and not label.is_visible():
                continue
            label.click()
            down_and_up(page)
            assert page.evaluate(script("covered")) == [], view


@PREFIXES
@pytest.mark.parametrize("path", [ARTICLE, "claims/", "glossary/ferry/", "guide/"])
def test_every_page_leads_back_to_its_top(
    browser: Browser, root: str, prefix: str, path: str
) -> None:
    name = "返回頁首" if prefix else "Back to top"
    with opened(browser, width=390) as page:
        page.goto(f"{root}{prefix}{path}")
        page.get_by_role("contentinfo").get_by_role("link", name=name).click()
        page.wait_for_function("scrollY === 0")
        assert page.evaluate(script("covered")) == [] or path != ARTICLE


def test_the_focus_is_visible_beside_the_message_about_marks(browser: Browser, root: str) -> None:
    with opened(browser, width=390) as page:
        page.set_viewport_size({"width": 390, "height": 500})
        page.goto(f"{root}{ARTICLE}?found=Night+Boat#p1")
        notice = page.locator(".fp-found")
        expect(notice).to_be_visible()
        for _ in range(40):
            page.keyboard.press("Tab")
            hidden = page.evaluate(
                """() => {
                  const focused = document.activeElement.getBoundingClientRect();
                  const told = document.querySelector(".fp-found");
                  const box = told.getBoundingClientRect();
                  return !told.contains(document.activeElement) && focused.height > 0
                    && focused.top >= box.top && focused.bottom <= box.bottom
                    && focused.left >= box.left && focused.right <= box.right;
                }"""
            )
            assert not hidden
