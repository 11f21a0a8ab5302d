"""Sizes: every kind of page on narrow screens, enlarged, and with touch targets."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from .browsing import WIDTHS, opened, paths, script
from .conftest import launched
from .project import Site

pytestmark = pytest.mark.matrix

LEAST = 44  # CSS px, of a control's clickable box (WCAG 2.5.5)
VIEWS = ("en", "zh-Hant", "side", "stacked")
ENLARGED = 640  # CSS px that are left of a window of 1280 at 200%
FINDERS: dict[str, object] = {"too-wide": None, "cut": None, "small": LEAST}


def messages(page: Page) -> Iterator[str]:
    """The problems of a page at its present size, in every view if it has views."""
    views = VIEWS if page.locator(".fp-views").count() else ("both",)
    for view in views:
        page.evaluate("view => document.documentElement.dataset.view = view", view)
        for finder, argument in FINDERS.items():
            for found in page.evaluate(script(finder), argument):
                yield f"{view}, {finder}: {found}"


@pytest.mark.full
def test_pages_keep_whole_at_every_size(browser: Browser, address: str, based_site: Site) -> None:
    """Narrow, at 200% zoom, and with text twice as large."""
    found: dict[tuple[str, str], list[str]] = {}
    with opened(browser) as page:
        for path in paths(based_site):
            page.goto(address + path)
            for width in sorted({*WIDTHS, ENLARGED}):
                page.set_viewport_size({"width": width, "height": 800})
                found[path, f"{width}px"] = list(messages(page))
            # Material sets 125% on the root, and all of ours is in rem.
            page.evaluate("document.documentElement.style.fontSize = '250%'")
            found[path, "large letters"] = list(messages(page))
    assert {place: problems for place, problems in found.items() if problems} == {}


@pytest.mark.full
def test_a_phone_holds_letters_twice_as_large(
    browser: Browser, address: str, based_site: Site
) -> None:
    """By the browser's setting: widths in em follow, unlike in the test above."""
    found = {}
    with launched(browser.browser_type, "--blink-settings=defaultFontSize=32") as large:
        page = large.new_page()
        for path in paths(based_site):
            page.goto(address + path)
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
            for width in (320, 390):
                page.set_viewport_size({"width": width, "height": 800})
                found[path, width] = page.evaluate(script("too-wide"))
    assert {place: wide for place, wide in found.items() if wide} == {}


def test_the_measurements_find_small_cut_and_covered_elements(browser: Browser) -> None:
    with opened(browser) as page:
        page.set_content(
            '<button style="width: 40px; height: 50px">narrow</button>'
            '<button style="width: 50px; height: 50px">enough</button>'
            '<p style="overflow: hidden; width: 60px; white-space: nowrap">much longer</p>'
            '<p style="margin: 0">one</p><p style="margin: -1em 0 0">above it</p>'
            "<p>whole</p>"
        )
        assert [text.partition(":")[0] for text in page.evaluate(script("small"), LEAST)] == [
            "button “narrow”"
        ]
        assert page.evaluate(script("cut")) == [
            "cut: much longer",
            "“one” over “above it”",
        ]


@pytest.mark.parametrize("width", [320, 768])
@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_columns_of_a_few_words_are_not_offered(
    browser: Browser, address: str, prefix: str, width: int
) -> None:
    with opened(browser, width=width) as page:
        page.goto(f"{address}{prefix}articles/a-year-on-the-pier/?view=side")
        expect(page.locator(".fp-views label:has([value=side])")).to_be_hidden()
        expect(page.locator(".fp-views [value=stacked]")).to_be_checked()
        first, second = (text.bounding_box() for text in page.locator("#p1 .fp-text").all())
        assert first
        assert second
        assert first["y"] + first["height"] <= second["y"]


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_the_way_up_reads_as_one_line(browser: Browser, address: str, prefix: str) -> None:
    """The minimum width of a touch target leaves no gap after a short word."""
    gap = """element => {
      const words = [...element.querySelectorAll("a")].map((link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return range.getBoundingClientRect();
      });
      return (words[1].left - words[0].right) / parseFloat(getComputedStyle(element).fontSize);
    }"""
    with opened(browser, width=390) as page:
        page.goto(f"{address}{prefix}glossary/ferry/")
        assert 1 < page.locator(".fp-path ol").evaluate(gap) < 2  # ems


STATES: dict[str, tuple[str, str, str]] = {
    "": ("switch to light", "switch to dark", "follow the system"),
    "zh-Hant/": ("改為淺色", "改為深色", "改為跟隨系統"),
}


@pytest.mark.parametrize("prefix", STATES)
@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_scheme_is_light_dark_or_the_systems(
    browser: Browser, address: str, prefix: str, system: Literal["light", "dark"]
) -> None:
    with opened(browser, system, width=390) as page:
        page.goto(address + prefix)
        for label, scheme in zip(STATES[prefix], (system, "light", "dark"), strict=True):
            expect(page.locator("body")).to_have_css("color-scheme", scheme)
            control = page.locator("[data-md-component=palette] label:visible")
            expect(control).to_have_attribute("title", re.compile(label))
            control.click()
        expect(page.locator("body")).to_have_css("color-scheme", system)
        page.locator("[data-md-component=palette] label:visible").click()
        page.reload()
        expect(page.locator("body")).to_have_css("color-scheme", "light")


@pytest.mark.full
def test_nothing_moves_for_readers_who_want_stillness(
    browser: Browser, address: str, based_site: Site
) -> None:
    moving = """() => [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
      const durations = `${transitionDuration}, ${animationDuration}`.split(", ");
      const isStill = durations.every((time) => time === "0s") && scrollBehavior === "auto";
      return isStill ? [] : [element.outerHTML.slice(0, 80)];
    })"""
    with opened(browser) as page:  # asks for reduced motion
        for path in paths(based_site):
            page.goto(address + path)
            assert page.evaluate(moving) == [], path
            assert page.evaluate("document.getAnimations().length") == 0, path
