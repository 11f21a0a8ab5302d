"""Forced colours: what colours tell elsewhere is told without them."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Serve
from .project import Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-of-night-boats/"
# What is drawn of an element beside its words; fonts do not count, as bold alone is easily missed.
# A forced background is the canvas, and looks as none does.
DRAWN = """element => {
  const drawn = getComputedStyle(element);
  const { backgroundColor: canvas } = getComputedStyle(document.querySelector(".md-header"));
  const ground = drawn.backgroundColor.endsWith(", 0)") ? canvas : drawn.backgroundColor;
  return [ground, ...["borderTopColor", "borderBottomColor", "outlineStyle", "outlineWidth",
    "textDecorationLine", "textDecorationStyle"].map((name) => drawn[name])].join();
}"""
MARKS = """() => {
  const probe = document.createElement("i");
  probe.style.backgroundColor = "Mark";
  document.body.append(probe);
  const text = document.querySelector("#p1 .fp-text");
  const highlight = getComputedStyle(text, "::highlight(fp-found)");
  return [highlight.backgroundColor, getComputedStyle(probe).backgroundColor];
}"""


@pytest.fixture(scope="module")
def root(serve: Serve, invented_site: Site) -> str:
    """The address of the invented site."""
    return serve(invented_site)


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page for readers whose system decides on all colours."""
    with browser.new_context(
        color_scheme=request.param, forced_colors="active", reduced_motion="reduce"
    ) as context:
        yield context.new_page()


def drawn(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate(DRAWN))


def test_words_names_and_claims_are_told_apart(page: Page, root: str) -> None:
    page.goto(root + ARTICLE)
    for place in (".fp-text", ".fp-key"):
        lines = [drawn(page, f"{place} a.fp-{kind}") for kind in ("term", "name", "claim")]
        assert len(set(lines)) == 3, place


@pytest.mark.parametrize("view", ["en", "zh-Hant", "side", "stacked"])
def test_the_chosen_view_is_told_from_the_others(page: Page, root: str, view: str) -> None:
    page.goto(f"{root}{ARTICLE}?view={view}")
    chosen = drawn(page, ".fp-views :checked + span")
    others = page.locator(".fp-views :not(:checked) + span").all()
    assert chosen not in [other.evaluate(DRAWN) for other in others]


# A page, what is done there, what is chosen then, and what is not.
STATES = [
    ("glossary/", "", ".fp-orders a[aria-current]", ".fp-orders a:not([aria-current])"),
    ("glossary/", "", ".md-tabs__item--active a", ".md-tabs__item:not(.md-tabs__item--active) a"),
    (f"{ARTICLE}#p1", "", "#p1", "#p2"),
    ("search/?q=boat", ".fp-chips label:has([value=article])", ".fp-chips :checked + span",
     ".fp-chips [name=kinds]:not(:checked) + span"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "pressed", "chosen", "other"), STATES)
def test_what_is_chosen_is_told_from_what_is_not(
    page: Page, root: str, path: str, pressed: str, chosen: str, other: str
) -> None:
    page.goto(root + path)
    if pressed:
        page.locator(pressed).click()
    expect(page.locator(chosen).first).to_be_visible()
    assert drawn(page, chosen) != drawn(page, other)


def test_the_switch_shows_what_it_is_at(page: Page, root: str) -> None:
    page.goto(root + ARTICLE)
    before = drawn(page, ".fp-aloud input")
    page.locator(".fp-aloud").click()
    assert drawn(page, ".fp-aloud input") != before


def test_the_section_that_is_read_is_marked_among_the_contents(page: Page, root: str) -> None:
    page.goto(f"{root}{ARTICLE}#p3")
    current = ".md-sidebar--secondary a[aria-current]"
    expect(page.locator(current)).to_be_visible()
    assert drawn(page, current) != drawn(page, ".md-sidebar--secondary a:not([aria-current])")


def test_the_option_and_the_field_of_the_search_are_marked(page: Page, root: str) -> None:
    page.goto(root)
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("boat")
    expect(page.get_by_role("option").nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    options = [drawn(page, f".fp-hit[aria-selected={chosen}]") for chosen in ("true", "false")]
    field = ".fp-seek-field"
    focused = drawn(page, field)
    page.locator(".fp-search .fp-close").focus()
    assert all(one != another for one, another in combinations(options, 2))
    assert focused != drawn(page, field)


def test_what_was_found_is_marked(page: Page, root: str) -> None:
    page.goto(f"{root}{ARTICLE}?found=Night+Boat#p1")
    expect(page.locator(".fp-found")).to_be_visible()
    marked, mark = page.evaluate(MARKS)
    assert marked == mark
