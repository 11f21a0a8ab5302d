"""Navigation: previous and next entries, keyboard shortcuts, reading progress in long articles."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import violations
from .browsing import SCHEMES, opened
from .conftest import Serve
from .project import Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-of-night-boats/"
SECTIONS = ("articles", "glossary", "names", "claims", "sources")
# Key events that are no shortcuts: commands, menus, composition by an input method.
FOREIGN_KEYS = {
    "a command": {"key": "v", "ctrlKey": True},
    "a menu": {"key": "v", "altKey": True},
    "a system": {"key": "v", "metaKey": True},
    "an input method": {"key": "v", "isComposing": True},
    "an input method of old": {"key": "v", "keyCode": 229},
    "a key held down": {"key": "v", "repeat": True},
}
PUT = "html => document.querySelector('article').insertAdjacentHTML('afterbegin', html)"


@pytest.fixture(scope="module")
def root(serve: Serve, invented_site: Site) -> str:
    """The address of the invented site."""
    return serve(invented_site)


def beside(site: Site, path: str, rel: str) -> str | None:
    """The path of the previous or next entry, from the page of an entry."""
    page = site.pages[path]
    found = page.values(f"//article//nav[@class='fp-neighbours']/a[@rel='{rel}']/@href")
    assert len(found) < 2
    return site.inside(urljoin(page.url, found[0])) if found else None


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_entries_follow_each_other_as_their_index_lists_them(
    site: Site, prefix: str, section: str
) -> None:
    index = site.pages[f"{prefix}{section}/"]
    kind = re.compile(rf"{prefix}{section}/[^/]+/")
    linked = (site.inside(urljoin(index.url, href)) for href in index.values("//article//a/@href"))
    listed = list(dict.fromkeys(path for path in linked if path and kind.fullmatch(path)))
    assert len(listed) > 1
    assert [beside(site, path, "prev") for path in listed] == [None, *listed[:-1]]
    assert [beside(site, path, "next") for path in listed] == [*listed[1:], None]


def test_a_neighbour_is_named_in_both_languages(invented_site: Site) -> None:
    for prefix, languages in (("", ["zh-Hant-HK"]), ("zh-Hant/", ["en-GB"])):
        page = invented_site.pages[f"{prefix}glossary/ferry/"]
        links = page.all("//nav[@class='fp-neighbours']/a")
        marked = page.values("//nav[@class='fp-neighbours']/a//span/@lang")
        assert marked == languages * len(links)


def test_material_has_nothing_to_follow(site: Site) -> None:
    """Its own shortcuts for these keys cannot be turned off."""
    for page in site.everything:
        assert page.values("//link[@rel='prev' or @rel='next']/@href") == [], page.path


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_n_and_p_lead_on_and_back(browser: Browser, root: str, prefix: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{prefix}articles/")
        first, second, *_ = page.eval_on_selector_all(
            ".fp-entry-title a", "links => links.map((link) => link.href)"
        )
        page.goto(first)
        page.keyboard.press("p")  # there is no previous entry
        page.keyboard.press("n")
        page.wait_for_url(second)
        page.keyboard.press("p")
        page.wait_for_url(first)


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_j_and_k_lead_from_passage_to_passage(browser: Browser, root: str, prefix: str) -> None:
    with opened(browser) as page:
        page.set_viewport_size({"width": 1280, "height": 500})
        page.goto(f"{root}{prefix}{ARTICLE}")
        for key, passage in (("j", "p1"), ("j", "p2"), ("j", "p3"), ("j", "p3"), ("k", "p2")):
            page.keyboard.press(key)
            expect(page.locator(f"#{passage} .fp-number")).to_be_focused()
            expect(page.locator(f"#{passage} .fp-text").first).to_be_in_viewport()


@pytest.mark.parametrize("event", FOREIGN_KEYS.values(), ids=FOREIGN_KEYS)
def test_a_key_that_means_something_else_is_left_alone(
    browser: Browser, root: str, event: dict[str, object]
) -> None:
    press = """(event) => document.body.dispatchEvent(
        new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...event }))"""
    with opened(browser) as page:
        page.goto(f"{root}glossary/ferry/")
        assert page.evaluate(press, event)  # no script has handled it
        assert not page.evaluate(press, {"key": "v"})


@pytest.mark.parametrize("field", ["<input>", "<textarea></textarea>", "<p contenteditable>x</p>"])
def test_what_is_typed_in_a_field_stays_there(browser: Browser, root: str, field: str) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{ARTICLE}")
        page.evaluate(PUT, field)
        before = page.evaluate("document.documentElement.dataset.view")
        page.locator("article > :first-child").click()
        page.keyboard.type("pnv?/")
        expect(page.locator("dialog[open]")).to_have_count(0)
        assert page.evaluate("document.documentElement.dataset.view") == before
        typed = page.locator("article > :first-child").evaluate("e => e.value ?? e.textContent")
        assert "pnv?/" in typed


@pytest.mark.parametrize(
    ("prefix", "expected"), [("", "Layout Stacked"), ("zh-Hant/", "版面 上下對照")]
)
def test_v_changes_the_view_and_announces_it(
    browser: Browser, root: str, prefix: str, expected: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{prefix}{ARTICLE}?view=side")
        page.keyboard.press("v")
        expect(page.locator("html")).to_have_attribute("data-view", "stacked")
        said = page.locator(".fp-told-view[role=status]")
        expect(said).to_have_text(expected)
        page.keyboard.press("v")
        expect(said).to_contain_text("English")


def rows(page: Page) -> list[str]:
    return page.locator(".fp-shortcuts dt:visible").all_inner_texts()


def test_the_list_has_the_shortcuts_that_work_on_the_page(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        for path, keys in {
            "": ["j", "k", "/", "?"],
            "glossary/": ["/", "?"],
            "no/such/page/": ["?"],
            "glossary/berth/": ["j", "k", "n", "v", "/", "?"],
            "zh-Hant/glossary/ferry/": ["j", "k", "p", "n", "v", "/", "?"],
        }.items():
            page.goto(root + path)
            page.keyboard.press("?")
            assert rows(page) == keys, path
            page.keyboard.press("n")  # the page behind it does not move
            page.keyboard.press("Escape")
            expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_slash_opens_the_search(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.goto(root)
        page.keyboard.press("/")
        expect(page.get_by_role("combobox")).to_be_focused()
        expect(page.get_by_role("combobox")).to_have_value("")


@pytest.mark.parametrize(
    ("prefix", "name"), [("", "Keyboard shortcuts"), ("zh-Hant/", "鍵盤快捷鍵")]
)
def test_all_shortcuts_can_be_turned_off_and_on_again(
    browser: Browser, root: str, prefix: str, name: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{root}{prefix}{ARTICLE}")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog", name=name)).to_be_visible()
        page.get_by_role("dialog").get_by_role("switch").uncheck()
        page.keyboard.press("Escape")
        page.goto(f"{root}{prefix}glossary/ferry/?view=side")
        for key in "pnv?/":
            page.keyboard.press(key)
        expect(page.locator("dialog[open]")).to_have_count(0)
        expect(page.locator("html")).to_have_attribute("data-view", "side")
        assert page.url.endswith("glossary/ferry/?view=side")
        page.get_by_role("contentinfo").get_by_role("button", name=name).click()
        expect(page.get_by_role("dialog").get_by_role("switch")).not_to_be_checked()
        page.get_by_role("dialog").get_by_role("switch").check()
        page.get_by_role("dialog").get_by_role("button").click()
        page.keyboard.press("v")
        expect(page.locator("html")).to_have_attribute("data-view", "stacked")


def test_without_scripts_there_is_no_sign_of_shortcuts(browser: Browser, root: str) -> None:
    with opened(browser, scripted=False) as page:
        page.goto(f"{root}{ARTICLE}")
        expect(
            page.locator(".fp-shortcuts-opener, .fp-shortcuts, .fp-progress, .fp-place")
        ).to_have_count(4)
        for found in page.locator(
            ".fp-shortcuts-opener, .fp-shortcuts, .fp-progress, .fp-place"
        ).all():
            expect(found).to_be_hidden()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_with_the_list_open(
    browser: Browser, root: str, scheme: str, width: int
) -> None:
    with opened(browser, "dark" if scheme == "dark" else "light", width=width) as page:
        page.goto(f"{root}zh-Hant/glossary/ferry/")
        page.keyboard.press("?")
        assert violations(page) == []


# ── Reading progress ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("prefix", "expected"), [("", "Passage {} of {}"), ("zh-Hant/", "第{}節，共{}節")]
)
def test_a_long_article_shows_the_reading_progress(
    browser: Browser, address: str, prefix: str, expected: str
) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 700}) as context:
        page = context.new_page()
        page.goto(f"{address}{prefix}articles/a-year-on-the-pier/")
        count = page.locator(".fp-passage[id]").count()
        line, place = page.locator(".fp-progress"), page.locator(".fp-place")
        expect(place).to_have_text(expected.format(1, count))
        first = shown(page)
        middle = page.locator(".fp-passage[id]").nth(count // 2)
        middle.evaluate("passage => passage.scrollIntoView()")
        expect(place).to_have_text(expected.format(count // 2 + 1, count))
        expect(line).to_be_visible()
        assert first < shown(page) < 1
        page.locator(".fp-neighbours").scroll_into_view_if_needed()
        expect(place).to_have_text(expected.format(count, count))
        assert shown(page) == 1


def shown(page: Page) -> float:
    """The share of the window's width that the progress line takes."""
    value = page.evaluate(
        "document.querySelector('.fp-progress').getBoundingClientRect().width / innerWidth"
    )
    return round(float(value), 3)


def test_a_short_article_shows_no_reading_progress(browser: Browser, root: str) -> None:
    with opened(browser) as page:
        page.set_viewport_size({"width": 1280, "height": 2000})
        page.goto(f"{root}{ARTICLE}")
        expect(page.locator(".fp-progress")).to_be_hidden()
        expect(page.locator(".fp-place")).to_be_hidden()


def test_no_line_moves_for_readers_who_want_stillness(browser: Browser, address: str) -> None:
    with opened(browser) as page:  # asks for reduced motion
        page.goto(f"{address}articles/a-year-on-the-pier/")
        expect(page.locator(".fp-place")).to_be_visible()
        expect(page.locator(".fp-progress")).to_be_hidden()


def test_the_contents_follow_the_reader(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{address}articles/a-year-on-the-pier/")
        current = page.locator(".md-sidebar--secondary a[aria-current=location]")
        links = page.locator(".md-sidebar--secondary a")
        for link in (links.nth(2), links.nth(0)):
            link.click()
            expect(current).to_have_attribute("href", str(link.get_attribute("href")))
        for number in (1, 3):
            target = str(links.nth(number).get_attribute("href"))
            page.locator(f"{target} .fp-passage").first.evaluate("top => top.scrollIntoView()")
            expect(current).to_have_attribute("href", target)


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("width", [320, 768, 1100, 1280])
def test_contents_are_there_at_every_width(
    browser: Browser, address: str, width: int, *, scripted: bool
) -> None:
    with opened(browser, width=width, scripted=scripted) as page:
        page.goto(f"{address}zh-Hant/articles/a-year-on-the-pier/")
        sidebar = page.locator(".md-sidebar--secondary nav")
        fold = page.locator(".fp-fold")
        fold.locator("summary").click()
        contents = fold.locator(".fp-contents")
        assert sidebar.is_visible() != contents.is_visible()
        places = (contents if contents.is_visible() else sidebar).locator("a")
        assert places.count() > 5
        places.nth(3).click()
        target = str(places.nth(3).get_attribute("href"))
        expect(page.locator(target)).to_be_in_viewport()
