"""Views of facing texts: chosen, stored, shared by address, and kept by the language switch."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .accessibility import violations
from .browsing import opened, script, scripts_late
from .project import Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-on-the-pier/"
CONCORDANCES = ("glossary/ferry/", "names/night-boat/", "claims/lamps-on-the-pier/")
VIEWS = ("en", "zh-Hant", "side", "stacked")
PREFIXES = ("", "zh-Hant/")


def _shown(page: Page, passage: str = "p2") -> list[str]:
    """The languages of a passage's visible texts in their order, from the left or from the top."""
    sides = page.locator(f"#{passage} .fp-side").all()
    boxes = {str(side.get_attribute("data-language")): side.bounding_box() for side in sides}
    places = {code: (box["y"], box["x"]) for code, box in boxes.items() if box}
    return sorted(places, key=lambda code: places[code])


def _arrangement(page: Page) -> str:
    """The visible view, according to the positions of a passage's texts."""
    languages = _shown(page)
    if len(languages) == 1:
        return languages[0]
    tops = [
        page.locator(f"#p2 [data-language={code}].fp-side").bounding_box() for code in languages
    ]
    first, second = (box["y"] for box in tops if box)
    return "side" if abs(first - second) < 1 else "stacked"


def _chosen(page: Page) -> list[str]:
    return [str(radio.get_attribute("value")) for radio in page.locator(".fp-views :checked").all()]


def _radio(page: Page, value: str) -> Locator:
    return page.locator(f".fp-views [value={value}]")


def _top(page: Page, element: str) -> float:
    return float(page.locator(element).evaluate("element => element.getBoundingClientRect().top"))


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page as wide as a desktop's screen and as a phone's."""
    with opened(browser, width=request.param) as page:
        yield page


def _natural(page: Page) -> str:
    size: Any = page.viewport_size
    return "side" if size["width"] == 1280 else "stacked"


def _offered(page: Page, view: str) -> str:
    """A view, where it is offered: on a phone there is no room for two columns."""
    return _natural(page) if view == "side" else view


@pytest.mark.parametrize("prefix", PREFIXES)
def test_both_texts_are_shown_until_something_else_is_chosen(
    page: Page, address: str, prefix: str
) -> None:
    page.goto(address + prefix + ARTICLE)
    assert _arrangement(page) == _natural(page)
    assert _chosen(page) == [_natural(page)]
    assert _shown(page) == (["zh-Hant", "en"] if prefix else ["en", "zh-Hant"])


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_chosen_and_kept_for_the_next_page_and_visit(
    page: Page, address: str, prefix: str, view: str
) -> None:
    page.goto(address + prefix + ARTICLE)
    view = _offered(page, view)
    page.locator(f".fp-views label:has([value={view}])").click()
    assert _arrangement(page) == view
    page.goto(address + prefix + "articles/a-year-of-night-boats/")
    assert _arrangement(page) == view
    assert _chosen(page) == [view]
    later = page.context.new_page()
    later.goto(address + prefix + ARTICLE)
    assert _arrangement(later) == view


@pytest.mark.parametrize("view", [*VIEWS, "both"])
def test_an_address_gives_the_view_that_its_sender_saw(page: Page, address: str, view: str) -> None:
    expected = _natural(page) if view == "both" else _offered(page, view)
    page.goto(f"{address}{ARTICLE}?view=stacked")
    page.goto(f"{address}{ARTICLE}?view={view}")
    assert _arrangement(page) == expected
    assert _chosen(page) == [expected]
    page.goto(address + ARTICLE)  # a shared view is not the reader's own choice
    assert _arrangement(page) == _natural(page)


@pytest.mark.parametrize("view", VIEWS)
def test_a_choice_is_written_into_the_address(page: Page, address: str, view: str) -> None:
    page.goto(f"{address}{ARTICLE}#p3")
    view = _offered(page, view)
    page.locator(f".fp-views label:has([value={view}])").click()
    if view == _natural(page):  # nothing changes until another one was chosen
        page.locator(".fp-views label:has([value=en])").click()
        page.locator(f".fp-views label:has([value={view}])").click()
    parts = urlsplit(page.url)
    assert parse_qs(parts.query) == {"view": ["both" if view == _natural(page) else view]}
    assert parts.fragment == "p3"


def test_an_unknown_view_is_ignored(page: Page, address: str) -> None:
    page.goto(f"{address}{ARTICLE}?view=%22%3E%3Cscript%3E")
    assert _arrangement(page) == _natural(page)


def test_the_views_are_radio_buttons_to_the_keyboard_and_to_those_who_listen(
    page: Page, address: str
) -> None:
    page.goto(address + ARTICLE)
    group = page.get_by_role("group", name="Layout")
    names = [radio.accessible_name for radio in _Named.all(group)]
    side = _natural(page) == "side"
    assert names == ["English", "中文", *(["Side by side"] if side else []), "Stacked"]
    _radio(page, "en").focus()
    page.keyboard.press("Space")
    assert _arrangement(page) == "en"
    page.keyboard.press("ArrowRight")
    assert _arrangement(page) == "zh-Hant"
    expect(_radio(page, "zh-Hant")).to_be_focused()
    page.goto(address + "zh-Hant/" + ARTICLE)
    group = page.get_by_role("group", name="版面")
    names = [radio.accessible_name for radio in _Named.all(group)]
    assert names == ["English", "中文", *(["左右對照"] if side else []), "上下對照"]


class _Named:
    """A radio button as it is announced by a screen reader."""

    def __init__(self, line: str) -> None:
        self.accessible_name = line.removeprefix('- radio "').partition('"')[0]

    @classmethod
    def all(cls, group: Locator) -> list["_Named"]:
        lines = group.aria_snapshot().splitlines()
        return [cls(line.strip()) for line in lines if line.strip().startswith("- radio")]


@pytest.mark.parametrize("path", CONCORDANCES)
@pytest.mark.parametrize("view", ["en", "zh-Hant"])
def test_concordances_have_views_too(page: Page, address: str, path: str, view: str) -> None:
    page.goto(f"{address}{path}?view={view}")
    sides = page.locator(".fp-reading .fp-side")
    assert {side.get_attribute("data-language") for side in sides.all() if side.is_visible()} == {
        view
    }
    assert _chosen(page) == [view]
    other = page.locator(".fp-reading .fp-reveal").first
    other.click()
    assert all(side.is_visible() for side in sides.all()[:2])


@pytest.mark.parametrize("prefix", PREFIXES)
def test_without_scripts_both_texts_are_read_and_nothing_dead_is_seen(
    browser: Browser, address: str, prefix: str
) -> None:
    for width, expected in ((1280, "side"), (390, "stacked")):
        with opened(browser, width=width, scripted=False) as page:
            page.goto(f"{address}{prefix}{ARTICLE}?view=en")
            assert _arrangement(page) == expected
            expect(page.locator(".fp-bar")).to_be_hidden()
            for button in page.locator("article button").all():
                expect(button).to_be_hidden()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_view_is_there_before_the_first_paint(page: Page, address: str, prefix: str) -> None:
    """No layout shifts when the scripts have run."""
    with scripts_late(page):
        page.goto(f"{address}{prefix}{ARTICLE}?view=zh-Hant", wait_until="commit")
        expect(page.locator(".md-footer")).to_be_attached()
        page.wait_for_timeout(300)  # until all that is there is drawn
        assert _shown(page) == ["zh-Hant"]
        then = page.evaluate("performance.now()")
    expect(_radio(page, "zh-Hant")).to_be_checked()  # they have run
    page.wait_for_timeout(300)
    assert page.evaluate(script("moved"), then) == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_chosen_before_the_scripts_are_there_is_chosen(
    page: Page, address: str, view: str
) -> None:
    view = _offered(page, view)
    with scripts_late(page):
        page.goto(address + ARTICLE, wait_until="commit")
        page.locator(f".fp-views label:has([value={view}])").click()
    expect(page.locator("html")).to_have_attribute("data-view", view)
    assert _arrangement(page) == view
    assert _chosen(page) == [view]


@pytest.mark.parametrize("view", ["en", "zh-Hant"])
@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_other_text_is_a_button_away(page: Page, address: str, prefix: str, view: str) -> None:
    page.goto(f"{address}{prefix}{ARTICLE}?view={view}")
    other = "en" if view == "zh-Hant" else "zh-Hant"
    called = {"en": "English", "zh-Hant": "中文"}[other]
    button = page.locator("#p2 .fp-reveal")
    name = f"{called} （第2節）" if prefix else f"{called} of passage 2"
    assert f'button "{name}"' in page.locator("#p2 .fp-spine").aria_snapshot()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    assert _shown(page) == [view, other]
    assert len(_shown(page, "p3")) == 1
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    assert _shown(page) == [view]
    expect(button).to_have_attribute("aria-expanded", "false")


def _backgrounds(page: Page, passage: str) -> set[str]:
    texts = page.locator(f"#{passage} .fp-text").all()
    return {text.evaluate("text => getComputedStyle(text).backgroundColor") for text in texts}


def test_both_texts_are_marked_under_the_pointer_and_where_the_keyboard_is(
    browser: Browser, address: str
) -> None:
    with opened(browser) as page:
        page.goto(address + ARTICLE)
        plain = _backgrounds(page, "p3")
        for text in page.locator("#p2 .fp-text").all():
            text.hover()
            marked = _backgrounds(page, "p2")
            assert len(marked) == 1
            assert marked != plain
            assert _backgrounds(page, "p3") == plain
        page.mouse.move(0, 0)
        assert _backgrounds(page, "p2") == plain
        page.locator("#p2 .fp-number").focus()
        assert _backgrounds(page, "p2") == marked


def test_selecting_a_text_takes_the_text_alone(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(f"{ferries}articles/a-year-of-night-boats/?view=en")
        text = page.locator("#p2 .fp-side[data-language=en] .fp-text")
        expected = text.inner_text()
        text.click(click_count=3, position={"x": 9, "y": 9})  # on the first word, which is no link
        assert str(page.evaluate("getSelection().toString()")).strip() == expected
        assert _shown(page) == ["en"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_change_of_view_leaves_the_place_where_it_was(
    page: Page, address: str, view: str
) -> None:
    page.goto(f"{address}{ARTICLE}?view={'en' if view != 'en' else 'stacked'}#p17")
    before = _top(page, "#p17")
    view = _offered(page, view)
    page.locator(f".fp-views label:has([value={view}])").click()
    assert abs(_top(page, "#p17") - before) < 2


SWITCHES = {"": "中文", "zh-Hant/": "English"}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_switch_leads_to_the_passage_at_the_top_of_the_screen(
    page: Page, address: str, prefix: str
) -> None:
    page.goto(address + prefix + ARTICLE)
    page.locator("#p20").evaluate("passage => passage.scrollIntoView({behavior: 'instant'})")
    place = _top(page, "#p20")
    page.get_by_role("banner").get_by_role("link", name=SWITCHES[prefix], exact=True).click()
    page.wait_for_url(f"**{ARTICLE}*#p20")
    expect(page.locator("#p20")).to_be_in_viewport()
    assert abs(_top(page, "#p20") - place) < 160
    assert ("/zh-Hant/" in page.url) == (prefix == "")


def test_the_switch_leads_to_the_passage_in_the_address_while_it_is_seen(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{ARTICLE}#p12")
    switch = page.get_by_role("banner").get_by_role("link", name="中文", exact=True)
    switch.focus()
    assert str(switch.get_attribute("href")).endswith("#p12")
    page.locator("#p25").evaluate("passage => passage.scrollIntoView({behavior: 'instant'})")
    switch.dispatch_event("pointerdown")
    assert str(switch.get_attribute("href")).endswith("#p25")


def test_at_the_top_of_a_page_the_switch_leads_to_the_top(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    page.get_by_role("banner").get_by_role("link", name="中文", exact=True).click()
    page.wait_for_url(f"{address}zh-Hant/{ARTICLE}")
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize(
    ("view", "after"),
    [("side", "side"), ("stacked", "stacked"), ("zh-Hant", "zh-Hant"), ("en", "zh-Hant")],
)
def test_the_switch_keeps_the_view_and_one_language_alone_follows(
    page: Page, address: str, view: str, after: str
) -> None:
    """From the English page in English alone, the switch leads to Chinese alone."""
    page.goto(address + ARTICLE)
    view, after = _offered(page, view), _offered(page, after)
    page.locator(".fp-views label:has([value=stacked])").click()
    page.locator(f".fp-views label:has([value={view}])").click()
    page.get_by_role("banner").get_by_role("link", name="中文", exact=True).click()
    page.wait_for_url(f"{address}zh-Hant/{ARTICLE}*")
    assert _arrangement(page) == after
    page.goto(f"{address}zh-Hant/articles/a-year-of-night-boats/")
    assert _arrangement(page) == after


@pytest.mark.parametrize("path", ["about/", "glossary/ferry/", "claims/lamps-on-the-pier/"])
def test_other_pages_keep_the_place_too(browser: Browser, address: str, path: str) -> None:
    with opened(browser) as page:
        page.set_viewport_size({"width": 1280, "height": 500})
        page.goto(address + path)
        page.evaluate("scrollTo({top: document.body.scrollHeight / 3, behavior: 'instant'})")
        page.get_by_role("banner").get_by_role("link", name="中文", exact=True).click()
        page.wait_for_url(f"{address}zh-Hant/{path}#*")
        expect(page.locator(f"[id='{urlsplit(page.url).fragment}']")).to_be_in_viewport()


@pytest.mark.full
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_in_any_view(
    browser: Browser, based_site: Site, address: str, scheme: str, width: int
) -> None:
    with opened(browser, "dark" if scheme == "dark" else "light", width=width) as page:
        for prefix in PREFIXES:
            for view in VIEWS:
                page.goto(f"{address}{prefix}articles/a-year-of-night-boats/?view={view}")
                assert violations(page) == [], f"{prefix}{view}"
