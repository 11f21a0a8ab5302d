"""Selecting and copying facing texts: the texts of one column, without anything around them."""

import re

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from .browsing import opened, phone, visiting
from .conftest import Serve
from .project import Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-of-night-boats/"
PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
HAN = re.compile(r"[㐀-鿿]")

# The text of a passage in a language, as on the page.
TEXT = """([passage, language]) => document.querySelector(
  `#${passage} .fp-side[data-language="${language}"] .fp-text`
).textContent.trim().replace(/\\s+/g, " ")"""
# Select from a text of one passage to one of another, without a pointer.
SELECT = """([[from, fromSide], [to, toSide]]) => {
  const text = (passage, language) =>
    document.querySelector(`#${passage} .fp-side[data-language="${language}"] .fp-text`);
  getSelection().setBaseAndExtent(text(from, fromSide), 0, text(to, toSide),
    text(to, toSide).childNodes.length);
}"""

FIRST_LETTER = """() => {
  const text = document.querySelector("#p1 .fp-side[data-language=en] .fp-text");
  const letters = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
  getSelection().setBaseAndExtent(letters, 0, letters, 1);
}"""


@pytest.fixture(scope="module")
def root(serve: Serve, invented_site: Site) -> str:
    """The address of the invented site."""
    return serve(invented_site)


def text_of(page: Tab, passage: str, language: str) -> str:
    return str(page.evaluate(TEXT, [passage, language]))


def copied(page: Tab) -> str:
    """The clipboard after the keys for copying."""
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.keyboard.press("Control+c")
    return str(page.evaluate("navigator.clipboard.readText()"))


def drag(page: Tab, start: tuple[str, str], end: tuple[str, str]) -> None:
    """Drag from the beginning of a text to the end of another, both on the screen."""
    page.set_viewport_size({"width": 1280, "height": 1600})
    first, last = (
        page.locator(f"#{passage} .fp-side[data-language={language}] .fp-text")
        for passage, language in (start, end)
    )
    begin, finish = first.bounding_box(), last.bounding_box()
    assert begin is not None
    assert finish is not None
    # From beside the first line: it begins with a link, which would be dragged itself.
    page.mouse.move(begin["x"] - 3, begin["y"] + 8)
    page.mouse.down()
    page.mouse.move(begin["x"] + 60, begin["y"] + 12, steps=4)
    page.mouse.move(finish["x"] + finish["width"] - 2, finish["y"] + finish["height"] - 4, steps=8)
    page.mouse.up()


@PREFIXES
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize("view", ["side", "stacked", "alone"])
def test_a_column_is_copied_alone(
    browser: Browser, root: str, prefix: str, language: str, view: str
) -> None:
    asked = language if view == "alone" else view
    with opened(browser) as page:
        page.goto(f"{root}{prefix}{ARTICLE}?view={asked}")
        drag(page, ("p1", language), ("p2", language))
        paragraphs = copied(page).split("\n\n")
        assert paragraphs == [text_of(page, passage, language) for passage in ("p1", "p2")]


@pytest.mark.parametrize(("start", "end"), [("en", "zh-Hant"), ("zh-Hant", "en")])
def test_a_drag_that_strays_into_the_other_column_stays_in_its_own(
    browser: Browser, root: str, start: str, end: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{ARTICLE}?view=side")
        drag(page, ("p1", start), ("p2", end))
        text = copied(page)
        first = text_of(page, "p1", start)
        assert text.startswith(first[:20])
        assert bool(HAN.search(text)) == (start == "zh-Hant" or bool(HAN.search(first)))
        assert text_of(page, "p1", end)[:20] not in text


def test_the_next_selection_may_be_in_the_other_column(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{ARTICLE}?view=side")
        for language in ("en", "zh-Hant", "en"):
            drag(page, ("p1", language), ("p1", language))
            assert copied(page) == text_of(page, "p1", language)


def test_jyutping_is_not_copied(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{ARTICLE}?view=side")
        expected = [text_of(page, passage, "zh-Hant") for passage in ("p1", "p2")]
        page.get_by_role("switch").check()
        expect(page.locator("ruby")).not_to_have_count(0)
        drag(page, ("p1", "zh-Hant"), ("p2", "zh-Hant"))
        assert copied(page).split("\n\n") == expected


def test_the_keyboard_selects_in_a_column(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{ARTICLE}?view=side")
        page.evaluate(FIRST_LETTER)
        for _ in range(4):
            page.keyboard.press("Shift+ArrowDown")
        selected = copied(page)
        english = " ".join(text_of(page, passage, "en") for passage in ("p1", "p2", "p3"))
        assert len(selected) > 200
        assert english.startswith(selected.replace("\n\n", " "))


@PREFIXES
def test_all_of_the_page_has_both_texts_and_no_labels(
    browser: Browser, root: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{prefix}{ARTICLE}?view=side")
        drag(page, ("p1", "en"), ("p1", "en"))
        page.keyboard.press("Control+a")
        text = copied(page)
        for language in ("en", "zh-Hant"):
            assert text_of(page, "p2", language) in text
        labels = page.locator(".fp-grounds a, .fp-stale").all_inner_texts()
        assert labels
        assert [label for label in labels if label in text] == []


@PREFIXES
def test_without_a_pointer_too_the_column_is_that_of_the_beginning(
    browser: Browser, root: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{prefix}{ARTICLE}?view=side")
        for own, other in (("en", "zh-Hant"), ("zh-Hant", "en")):
            page.evaluate(SELECT, [["p1", own], ["p3", other]])
            expect(page.locator(f"html[data-selects|={own[:2]}]")).to_have_count(1)
            texts = copied(page).split("\n\n")
            assert texts[:2] == [text_of(page, passage, own) for passage in ("p1", "p2")]
            assert not set(texts) & {text_of(page, f"p{n}", other) for n in (1, 2, 3)}


def test_formatted_text_keeps_languages_links_and_stress(browser: Browser, root: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        page.goto(f"{root}{ARTICLE}?view=side")
        drag(page, ("p1", "en"), ("p2", "en"))
        copied(page)
        html = str(
            page.evaluate(
                """async () => (await (await navigator.clipboard.read())[0]
                .getType("text/html")).text()"""
            )
        )
        assert html.count('<p lang="en-GB"') == 2
        assert f'href="{root}glossary/' in html
        assert "fp-" not in html


def test_a_finger_selects_in_a_column(browser: Browser, root: str) -> None:
    with phone(browser) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(f"{root}{ARTICLE}?view=stacked")
        english = page.locator("#p1 .fp-side[data-language=en] .fp-text")
        english.tap(position={"x": 4, "y": 8})
        # Its handles are drawn to the end of the other passage.
        page.evaluate(SELECT, [["p1", "en"], ["p2", "en"]])
        assert copied(page).split("\n\n") == [text_of(page, p, "en") for p in ("p1", "p2")]
