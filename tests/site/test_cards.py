"""Cards that explain each term, name and claim that a page links to."""

import re
from typing import Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from .accessibility import violations
from .browsing import opened, phone, script
from .conftest import Serve
from .project import CHINESE, ENGLISH, Page, Site

pytestmark = pytest.mark.matrix

NIGHT_BOATS = "articles/a-year-of-night-boats/"
LINKS = ".fp-text a:is(.fp-term, .fp-name, .fp-claim)"
REST, GRACE = 250, 800  # ms, as in cards.js

PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])


# ── The HTML of the pages ───────────────────────────────────────────────────────────────────


def linked(page: Page) -> set[str]:
    """The targets of a page's links to terms, names and claims, except links to itself."""
    kinds = " or ".join(f"@class='fp-{kind}'" for kind in ("term", "name", "claim"))
    links = page.values(f"//article//a[{kinds}][not(@aria-current)]/@href")
    return {urljoin(page.url, link) for link in links if not link.startswith("#")}


@pytest.mark.full
@pytest.mark.parametrize("name", ["based_site", "invented_site"])
def test_every_link_to_an_entry_has_its_card(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    targets = {link for page in site.pages.values() for link in linked(page)}
    assert len(targets) > 10
    for target in targets:
        path = site.inside(target)
        assert path is not None
        assert (site.folder / path / "card.html").is_file(), path


# What the cards of some entries say on an English and on a Chinese page.
SAID = {
    "glossary/ferry": (
        "ferry|渡輪 dou6 leon4|noun|A boat that goes to and fro over the same water."
        "|在同一片水面來回行駛的船。",
        "渡輪 dou6 leon4|ferry|名詞|在同一片水面來回行駛的船。"
        "|A boat that goes to and fro over the same water.",
    ),
    "names/lantern-regatta": (
        "Lantern Regatta our translation|燈籠競渡 dang1 lung4 ging6 dou6"
        "|event known from one source only|A race of lanterns, each with a boat under it."
        "|比賽用的是燈籠，每個燈籠下面都有一艘船。",
        "燈籠競渡 dang1 lung4 ging6 dou6|Lantern Regatta 本站所譯|活動 只見於單一來源"
        "|比賽用的是燈籠，每個燈籠下面都有一艘船。|A race of lanterns, each with a boat under it.",
    ),
    "claims/twelve-boats": (
        "Twelve boats by the end of the decade|十年內增至十二艘船"
        "|Who says so: Puffin Ferries reported"
        "|The company aims at twelve boats within eighteen months."
        "|公司的目標是在十八個月內增至十二艘船。",
        "十年內增至十二艘船|Twelve boats by the end of the decade|提出者：海鸚渡輪 據報"
        "|公司的目標是在十八個月內增至十二艘船。"
        "|The company aims at twelve boats within eighteen months.",
    ),
}


@pytest.mark.parametrize("entry", SAID)
def test_a_card_explains_in_both_languages_the_pages_own_first(
    invented_site: Site, entry: str
) -> None:
    for prefix, said in zip(("", "zh-Hant/"), SAID[entry], strict=True):
        file = invented_site.folder / prefix / entry / "card.html"
        card = Page("", "", file.read_text(encoding="utf-8"))
        lines = card.all("//div/div/p[not(@class='fp-tools')]")
        texts = [" ".join("".join(map(str, line.itertext())).split()) for line in lines]
        assert "|".join(texts) == said
        assert card.text_of("//p[@class='fp-more']") == ("查看條目" if prefix else "Go to entry")


# ── Behaviour in the browser ────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def ferries(serve: Serve, invented_site: Site) -> str:
    """The address of the invented site."""
    return serve(invented_site)


def link_to(page: Tab, entry: str, language: str = ENGLISH) -> Locator:
    """The first link to an entry in the running text of a language."""
    return page.locator(f"p[lang='{language}'].fp-text a[href*='/{entry}/']").first


def cards(page: Tab) -> Locator:
    """The visible cards."""
    return page.locator(".fp-explains")


def reach(page: Tab, link: Locator) -> None:
    """Focus a link by the keyboard."""
    page.keyboard.press("Tab")
    link.focus()


def hold_clock(page: Tab, address: str) -> None:
    """Open a page whose clock does not run by itself."""
    page.clock.install(time="2031-05-03T00:00:00")
    page.goto(address)
    page.clock.pause_at("2031-05-03T01:00:00")


@PREFIXES
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_card_comes_as_the_pointer_rests_and_goes_when_it_leaves(
    browser: Browser, ferries: str, prefix: str, language: str
) -> None:
    with opened(browser) as page:
        hold_clock(page, ferries + prefix + NIGHT_BOATS)
        link = link_to(page, "glossary/ferry", language)
        link.hover()
        page.clock.run_for(REST - 50)
        expect(cards(page)).to_have_count(0)
        page.clock.run_for(100)
        expect(cards(page)).to_be_in_viewport(ratio=1)
        expect(cards(page)).to_contain_text("來回行駛的船" if prefix else "goes to and fro")
        cards(page).hover()
        page.clock.run_for(2 * GRACE)
        expect(cards(page)).to_be_visible()
        page.mouse.move(0, 0)
        page.clock.run_for(GRACE - 50)
        expect(cards(page)).to_be_visible()
        page.clock.run_for(100)
        expect(cards(page)).to_have_count(0)
        expect(link).not_to_have_attribute("aria-describedby", re.compile("."))


@PREFIXES
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_keyboard_meets_a_card_at_once_and_escape_closes_it(
    browser: Browser, ferries: str, prefix: str, language: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        link = link_to(page, "names/night-boat", language)
        reach(page, link)
        expect(cards(page)).to_be_in_viewport(ratio=1)
        said = "午夜後的航班。" if prefix else "A service after midnight."
        expect(link).to_have_accessible_description(re.compile(said))
        page.keyboard.press("Escape")
        expect(cards(page)).to_have_count(0)
        expect(link).to_be_focused()
        expect(link).to_have_accessible_description("")
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_attribute("href", re.compile("claims"))
        expect(cards(page)).to_have_count(1)
        page.keyboard.press("Shift+Tab")
        expect(cards(page)).to_have_count(1)
        expect(cards(page)).to_contain_text(said)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{ferries}{prefix}names/night-boat/")


@PREFIXES
def test_the_first_tap_opens_and_the_second_follows(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with phone(browser) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        link = link_to(page, "names/night-boat", CHINESE)
        link.tap()
        expect(cards(page)).to_be_in_viewport(ratio=1)
        cards(page).locator(".fp-headword").tap()
        expect(cards(page)).to_be_visible()
        page.locator("h1").tap(position={"x": 120, "y": 20})
        expect(cards(page)).to_have_count(0)
        link.tap()
        expect(cards(page)).to_be_visible()
        assert page.url.endswith(NIGHT_BOATS)
        link.tap()
        page.wait_for_url(f"{ferries}{prefix}names/night-boat/")


def test_a_card_leads_to_its_page(browser: Browser, ferries: str) -> None:
    with phone(browser) as page:
        page.goto(ferries + NIGHT_BOATS)
        link_to(page, "claims/night-boat-passengers").tap()
        cards(page).get_by_role("link", name="Go to entry").tap()
        page.wait_for_url(f"{ferries}claims/night-boat-passengers/")


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("glossary/ferry/", "names/puffin-ferries"),
        ("names/night-boat/", "glossary/ferry"),
        ("claims/boats-on-time/", "claims/cost-of-the-night-boat"),
    ],
)
@PREFIXES
def test_cards_are_on_concordances_and_claims_too(
    browser: Browser, ferries: str, prefix: str, path: str, entry: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix + path)
        reach(page, link_to(page, entry, CHINESE))
        expect(cards(page)).to_be_in_viewport(ratio=1)
        expect(cards(page).get_by_role("link")).to_have_attribute("href", re.compile(f"/{entry}/$"))


def test_a_card_goes_along_with_its_line_and_away_with_it(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(ferries + NIGHT_BOATS)
        link = link_to(page, "names/puffin-ferries")
        reach(page, link)
        distance = "([card, link]) => card.offsetTop - link.getBoundingClientRect().top"
        elements = [cards(page).element_handle(), link.element_handle()]
        before = page.evaluate(distance, elements)
        page.evaluate(
            "new Promise((seen) => { addEventListener('scroll', seen); scrollBy(0, 40); })"
            ".then(() => {})"
        )
        assert page.evaluate(distance, elements) == pytest.approx(before, abs=1)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        expect(cards(page)).to_have_count(0)


def test_links_stay_links(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(ferries + NIGHT_BOATS)
        link = link_to(page, "glossary/ferry")
        with page.context.expect_page() as opening:
            link.click(modifiers=["ControlOrMeta"])
        opening.value.wait_for_url(f"{ferries}glossary/ferry/")
        link.click()
        page.wait_for_url(f"{ferries}glossary/ferry/")


VOICES = """() => {
  const voice = (lang, localService) => ({ lang, localService });
  speechSynthesis.getVoices = () =>
    [voice("en-US", true), voice("zh-HK", false), voice("en-GB", true)];
  globalThis.SpeechSynthesisUtterance = function (text) { this.text = text; };
  speechSynthesis.speak = ({ text, lang }) => { document.title = `${lang} ${text}`; };
}"""


@PREFIXES
def test_a_word_is_said_by_a_voice_of_this_device_alone(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        reach(page, link_to(page, "glossary/ferry"))
        expect(cards(page)).to_be_visible()
        expect(cards(page).locator(".fp-say:visible")).to_have_count(0)  # it has no voice
        page.keyboard.press("Escape")
        page.evaluate(VOICES)
        reach(page, link_to(page, "names/puffin-ferries"))
        reach(page, link_to(page, "glossary/ferry"))
        say = cards(page).locator(".fp-say:visible")
        expect(say).to_have_text("聽英文" if prefix else "Hear it in English")
        say.click()
        expect(page).to_have_title("en-GB ferry")


@PREFIXES
def test_starred_words_are_kept_and_taken_along(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        reach(page, link_to(page, "glossary/ferry"))
        star = cards(page).locator(".fp-star")
        star.click()
        expect(star).to_have_attribute("aria-pressed", "true")
        page.goto(f"{ferries}{'' if prefix else 'zh-Hant/'}{NIGHT_BOATS}words/")
        expect(page.locator("#term-ferry .fp-star")).to_have_attribute("aria-pressed", "true")
        deck = page.locator(".fp-deck")
        expect(deck.locator(".fp-count")).to_have_text("1")
        with page.expect_download() as download:
            deck.locator(".fp-takes").click()
        names, row, end = download.value.path().read_text(encoding="utf-8").split("\n")
        assert names.startswith("#columns:")
        assert names.count("\t") == row.count("\t") == 4
        assert row.split("\t")[:3] == ["ferry", "渡輪", "dou6 leon4"]
        assert end == ""
        deck.locator(".fp-forgets").click()
        expect(deck).to_be_hidden()
        page.reload()
        expect(page.locator("#term-ferry .fp-star")).to_have_attribute("aria-pressed", "false")


@PREFIXES
def test_a_card_hides_nothing_of_its_sentence(
    browser: Browser, real_address: str, prefix: str
) -> None:
    """At the foot of a phone and in the margin of a wide screen."""
    place = """async ([link]) => {
      const lines = [...link.getClientRects()];
      const card = document.querySelector(".fp-explains").getBoundingClientRect();
      return lines.some(({ top, right, bottom, left }) => top < card.bottom
        && bottom > card.top && left < card.right && right > card.left)
        || card.height > 0.5 * innerHeight && innerWidth < 500;
    }"""
    for context in (phone, opened):
        with context(browser) as page:
            page.goto(f"{real_address}{prefix}articles/hong-kong-cultural-hub-2025/")
            for number in (2, 9):
                link = page.locator(f"#p{number} .fp-text a.fp-name").last
                link.scroll_into_view_if_needed()
                link.tap() if context is phone else link.hover()
                expect(cards(page)).to_be_in_viewport(ratio=0.99)
                assert not page.evaluate(place, [link.element_handle()])
                if context is opened:
                    edge = page.locator(".fp-page").bounding_box()
                    card = cards(page).bounding_box()
                    assert edge
                    assert card
                    assert card["x"] >= edge["x"] + edge["width"]
                page.keyboard.press("Escape")


def test_who_selects_text_meets_no_card(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        hold_clock(page, ferries + NIGHT_BOATS)
        link = link_to(page, "names/night-boat")
        link.scroll_into_view_if_needed()
        box = link.bounding_box()
        assert box
        page.mouse.move(box["x"] - 20, box["y"] + 8)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8, steps=5)
        page.clock.run_for(2 * REST)
        expect(cards(page)).to_have_count(0)
        page.mouse.up()
        assert page.evaluate("getSelection().toString()").strip()


@PREFIXES
def test_without_scripts_words_are_plain_links(browser: Browser, ferries: str, prefix: str) -> None:
    with opened(browser, scripted=False) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        link = link_to(page, "glossary/ferry", CHINESE)
        reach(page, link)
        link.hover()
        expect(page.get_by_text("查看條目" if prefix else "Go to entry")).to_have_count(0)
        link.click()
        page.wait_for_url(f"{ferries}{prefix}glossary/ferry/")


def test_no_card_is_printed(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(ferries + NIGHT_BOATS)
        reach(page, link_to(page, "glossary/ferry"))
        expect(cards(page)).to_be_visible()
        page.emulate_media(media="print")
        expect(cards(page)).to_be_hidden()


@pytest.mark.parametrize(("scheme", "prefix"), [("light", ""), ("dark", "zh-Hant/")])
def test_axe_finds_nothing_while_a_card_is_open(
    browser: Browser, ferries: str, scheme: Literal["light", "dark"], prefix: str
) -> None:
    with opened(browser, scheme) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        for entry in SAID:
            reach(page, link_to(page, entry))
            expect(cards(page)).to_be_visible()
            assert violations(page) == [], entry


@pytest.mark.full
@pytest.mark.parametrize(("width", "prefix"), [(320, ""), (1280, "zh-Hant/")])
def test_every_card_of_the_longest_article_is_wholly_on_the_screen(
    browser: Browser, real_based_site: Site, real_address: str, width: int, prefix: str
) -> None:
    articles = [path for path in real_based_site.pages if re.fullmatch(r"articles/[^/]+/", path)]
    longest = max(articles, key=lambda path: len(real_based_site.pages[path].text))
    with opened(browser, width=width) as page:
        page.goto(real_address + prefix + longest)
        page.keyboard.press("Tab")
        measured = page.evaluate(script("cards"), LINKS)
        assert measured["found"] == []
        assert measured["count"] > 100


def test_on_the_lowest_screens_a_card_can_be_scrolled(browser: Browser, ferries: str) -> None:
    with opened(browser, width=320) as page:
        page.set_viewport_size({"width": 320, "height": 256})  # 1280 × 1024 at 400%
        page.goto(ferries + NIGHT_BOATS)
        reach(page, link_to(page, "names/lantern-regatta"))
        expect(cards(page)).to_be_in_viewport(ratio=1)
        expect(cards(page).get_by_role("link")).to_be_in_viewport(ratio=1)
