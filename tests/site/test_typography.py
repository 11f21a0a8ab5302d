"""Two scripts on one page: facing lines are level, and punctuation is in the right place."""

import re

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page

from .browsing import opened, script
from .project import Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-on-the-pier/"
NEVER_FIRST = set("，。、；：？！」』）》〉…—％")
NEVER_LAST = set("「『（《〈")
UNSEEN = {"pre", "script", "style", "template", "svg"}
INLINE = {"a", "bdi", "code", "em", "i", "mark", "rb", "rt", "ruby", "span", "strong", "var", "wbr"}
# The styles put space within these elements, or around them.
ROWS = {"fp-actions", "fp-byline", "fp-card", "fp-colophon", "fp-key", "fp-meta", "fp-more",
        "fp-orders", "fp-pager", "fp-standing", "fp-topics", "fp-ways"}  # fmt: skip
LABELS = {"fp-circumstances", "fp-count", "fp-edit", "fp-label", "fp-ours", "fp-status", "fp-who"}
FULL_WIDTH = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
APART, RUNS_ON = "\1", "\0"
# A space at the beginning or end of an element; spaces within are quoted by editors.
SPACED = re.compile(rf"{FULL_WIDTH}(?:\0\s|\s+\0)[\0\s]*{FULL_WIDTH}")


def _style(page: Page, selector: str, name: str) -> str:
    computed = "(element, name) => getComputedStyle(element).getPropertyValue(name)"
    return str(page.locator(selector).first.evaluate(computed, name))


@pytest.mark.parametrize("view", ["side", "stacked"])
def test_no_line_of_chinese_begins_or_ends_with_the_wrong_sign(
    browser: Browser, address: str, view: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{address}zh-Hant/{ARTICLE}?view={view}")
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            edges = page.evaluate(script("line-edges"))
            assert len(edges) > 30
            assert [first for first, _ in edges if first in NEVER_FIRST] == [], width
            assert [last for _, last in edges if last in NEVER_LAST] == [], width


def test_facing_lines_stand_level(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(address + ARTICLE)
        english, chinese = (f".fp-text:lang({code})" for code in ("en", "zh"))
        assert _style(page, english, "line-height") == _style(page, chinese, "line-height")
        # Small Latin letters look smaller than Han at one size.
        sizes = [float(_style(page, text, "font-size")[:-2]) for text in (english, chinese)]
        assert 1.02 < sizes[0] / sizes[1] < 1.1


def test_spaces_between_the_scripts_are_set_and_not_typed(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(address + ARTICLE)
        chinese = ".fp-text:lang(zh)"
        assert _style(page, chinese, "text-autospace") == "normal"
        assert _style(page, chinese, "line-break") == "strict"
        assert _style(page, chinese, "text-spacing-trim") == "trim-start"


def _marked(element: etree._Element) -> str:
    """The text of an element, with a mark at both ends of each within it."""
    parts, in_row = [str(element.text or "")], _is_any(element, ROWS)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNSEEN:
            is_apart = in_row or child.tag not in INLINE or _is_any(child, LABELS)
            mark = APART if is_apart else RUNS_ON
            parts += [mark, _marked(child), mark]
        parts.append(str(child.tail or ""))
    return "".join(parts)


def _is_any(element: etree._Element, names: set[str]) -> bool:
    return not names.isdisjoint((element.get("class") or "").split())


def test_no_space_stands_between_two_han(site: Site) -> None:
    """White space between two elements in a template would be visible in Chinese."""
    for page in (page for page in site.pages.values() if page.is_chinese):
        (body,) = page.all("/html/body")
        assert SPACED.findall(_marked(body)) == [], page.path


@pytest.mark.parametrize("path", ["claims/", "sources/night-boat-report/"])
def test_numerals_stand_under_each_other_in_tables(
    browser: Browser, address: str, based_site: Site, path: str
) -> None:
    assert path in based_site.pages
    with opened(browser) as page:
        page.goto(address + path)
        assert "tabular-nums" in _style(page, "article td", "font-variant-numeric")
