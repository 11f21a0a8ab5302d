"""The interface of the search: the dialog, the page of results, the marks on the page found."""

import re
from typing import Literal
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from .accessibility import violations
from .browsing import opened, phone
from .conftest import Serve
from .project import Page, Site

pytestmark = pytest.mark.matrix

PAUSE = 120  # ms, as in search-form.js
PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
NIGHT_BOATS = "articles/a-year-of-night-boats/"
MARKED = "[...(CSS.highlights.get('fp-found') ?? [])].map(String)"
SEARCHES = re.compile(r"/assets/(search/|javascripts/(search-ui/|search))")


@pytest.fixture(scope="module")
def ferries(serve: Serve, invented_site: Site) -> str:
    """The address of the invented site."""
    return serve(invented_site)


def control(page: Tab) -> Locator:
    """The control in the header that opens the search."""
    return page.locator("[data-shortcut=search]")


def field(page: Tab) -> Locator:
    """The field of the dialog."""
    return page.get_by_role("combobox")


def status(page: Tab) -> Locator:
    """The status message about the results."""
    return page.locator(".fp-said")


def hits(page: Tab) -> Locator:
    """The results."""
    return page.locator("a.fp-hit")


def chosen(page: Tab) -> Locator:
    """The option that the arrows have reached."""
    return page.locator("[aria-selected=true]")


def chip(page: Tab, name: str) -> Locator:
    """The button of a filter by kind or language."""
    return page.locator(".fp-chips label").filter(has_text=name)


def ask(page: Tab, words: str) -> None:
    """Open the search by the keyboard and enter words, all at once."""
    page.keyboard.press("Control+k")
    page.keyboard.insert_text(words)


def hrefs(found: Locator) -> list[str]:
    """The paths of links' targets."""
    return [urlsplit(link.evaluate("a => a.href")).path for link in found.all()]


def query_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


# ── The HTML of the pages ───────────────────────────────────────────────────────────────────


def test_every_page_leads_to_the_search_of_its_language(invented_site: Site) -> None:
    for page in invented_site.pages.values():
        link = page.one("//a[@data-shortcut='search']/@href")
        address = f"{invented_site.url}{'zh-Hant/' if page.is_chinese else ''}search/"
        assert urljoin(page.url, link) == address, page.path
        assert page.text_of("//a[@data-shortcut='search']") == said(page, "Search", "搜尋")
        assert urljoin(page.url, page.one("//dialog/form/@action")) == address, page.path


def said(page: Page, english: str, chinese: str) -> str:
    return chinese if page.is_chinese else english


@PREFIXES
def test_without_scripts_the_search_leads_to_the_indexes(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with opened(browser, scripted=False) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        control(page).click()
        page.wait_for_url(f"{ferries}{prefix}search/")
        main = page.get_by_role("main")
        expect(main).to_contain_text("JavaScript")
        expect(page.get_by_role("search")).to_have_count(0)
        expect(page.get_by_role("navigation", name=re.compile("results|結果"))).to_have_count(0)
        main.get_by_role("link", name="名稱" if prefix else "Names").click()
        page.wait_for_url(f"{ferries}{prefix}names/")


def test_nothing_is_fetched_before_the_reader_turns_to_the_search(
    browser: Browser, ferries: str
) -> None:
    with opened(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(ferries, wait_until="networkidle")
        assert not [address for address in asked if SEARCHES.search(address)]
        with page.expect_response(re.compile(r"/assets/search/index\.json")):
            control(page).hover()
        expect(field(page)).to_have_count(0)


# ── The dialog ──────────────────────────────────────────────────────────────────────────────


@PREFIXES
@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("night boat", "night-boat"),
        ("夜航船", "night-boat"),
        ("灯笼竞渡", "lantern-regatta"),
        ("dang1 lung4 ging6 dou6", "lantern-regatta"),
    ],
)
def test_the_keyboard_finds_chooses_and_follows(
    browser: Browser, ferries: str, prefix: str, words: str, entry: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix)
        ask(page, words)
        expect(hits(page).first).to_have_attribute("href", re.compile(f"/names/{entry}/"))
        expect(field(page)).to_be_focused()
        expect(field(page)).to_have_attribute("aria-expanded", "true")
        expect(chosen(page)).to_have_count(0)
        page.keyboard.press("ArrowDown")
        expect(chosen(page)).to_have_count(1)
        reference = chosen(page).get_attribute("id")
        assert reference
        expect(field(page)).to_have_attribute("aria-activedescendant", reference)
        expect(field(page)).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(f"^{re.escape(ferries + prefix)}names/{entry}/"))


@PREFIXES
def test_results_come_as_one_types(browser: Browser, ferries: str, prefix: str) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix)
        page.keyboard.press("Control+k")
        for letters, title in (("ferr", "ferry"), ("y lantern", "燈籠")):
            page.keyboard.type(letters, delay=30)
            expect(hits(page).filter(has_text=title).first).to_be_visible()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.press("Delete")
        expect(status(page)).to_have_text("")
        expect(page.get_by_role("dialog")).to_contain_text("粵拼" if prefix else "Jyutping")


def test_arrows_home_and_end_go_through_all_options(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(ferries)
        ask(page, "boat")
        options = page.get_by_role("option")
        expect(options.nth(3)).to_be_visible()
        last = options.count() - 1
        page.keyboard.press("Home")  # no option is chosen: it is for the text
        expect(chosen(page)).to_have_count(0)
        for key, reached in (
            ("ArrowDown", 0),
            ("ArrowDown", 1),
            ("End", last),
            ("ArrowUp", last - 1),
            ("Home", 0),
            ("ArrowUp", None),
            ("ArrowUp", last),
            ("ArrowDown", None),
        ):
            page.keyboard.press(key)
            if reached is None:
                expect(chosen(page)).to_have_count(0)
                expect(field(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
            else:
                expect(options.nth(reached)).to_have_attribute("aria-selected", "true")
                expect(chosen(page)).to_be_in_viewport(ratio=0.9)


@PREFIXES
def test_results_stand_in_groups_with_both_texts_marked(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix)
        ask(page, "lantern")
        group = page.get_by_role("group", name="詞彙表" if prefix else "Glossary").filter(
            has=hits(page)
        )
        term = group.get_by_role("option").first
        titles = term.locator(".fp-hit-title mark")
        expect(titles).to_have_text(["燈籠", "lantern"] if prefix else ["lantern", "燈籠"])
        expect(term.locator("[lang]").first).to_have_attribute(
            "lang", "zh-Hant-HK" if prefix else "en-GB"
        )
        heads = page.locator("[role=listbox] [role=group] > p .fp-count").all_inner_texts()
        folded = chip(page, "編輯指南" if prefix else "Guide").locator(".fp-count").inner_text()
        said = re.findall(r"\d+", status(page).inner_text())
        assert [sum(map(int, heads)) + int(folded or 0)] == list(map(int, said))


def test_what_came_through_the_glossary_says_so(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(f"{ferries}search/?q=ferry&side=zh-Hant")
        lent = hits(page).filter(has_text="matched via glossary")
        expect(lent.first).to_contain_text("渡輪")
        expect(lent.first.locator("[lang=zh-Hant-HK] mark").first).to_have_text("渡輪")


@PREFIXES
def test_the_guide_is_folded_below_what_readers_look_for(
    browser: Browser, real_address: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{real_address}{prefix}search/?q=soft+power")
        expect(hits(page).first).to_be_visible()
        fold = page.locator(".fp-hits details")
        expect(fold.locator("summary")).to_contain_text(
            "編輯指南" if prefix else "Guide for editors"
        )
        expect(fold.locator("a.fp-hit").first).to_be_hidden()
        assert not [
            path for path in hrefs(page.locator("ol:not(details ol) a.fp-hit")) if "/guide/" in path
        ]
        fold.locator("summary").click()
        assert all("/guide/" in path for path in hrefs(fold.locator("a.fp-hit:visible")))
        chip(page, "編輯指南" if prefix else "Guide for editors").click()
        expect(fold).to_have_count(0)
        expect(hits(page).first).to_have_attribute("href", re.compile("/guide/"))
        page.goto(real_address + prefix)
        ask(page, "soft power")
        expect(hits(page).first).to_be_visible()
        assert not [path for path in hrefs(hits(page)) if "/guide/" in path]


@PREFIXES
@pytest.mark.parametrize("words", ["龜", "と", "‰‰", "\u202e", "qxqxqx 龜"])
def test_no_results_are_not_reported_as_a_network_error(
    browser: Browser, ferries: str, prefix: str, words: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix)
        ask(page, "lantern")
        expect(hits(page).first).to_be_visible()
        field(page).fill(words)
        expect(page.locator("form.fp-seek")).to_have_attribute("data-state", "none")


def test_an_exception_is_not_reported_as_a_network_error(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.route(
            "**/assets/javascripts/search/ranking.js",
            lambda route: route.fulfill(
                response=(whole := route.fetch()),
                body=whole.text().replace("const having =", "const having = parts.none.none;"),
            ),
        )
        page.goto(ferries)
        ask(page, "lantern")
        expect(status(page)).to_contain_text("This search failed")


def test_chips_narrow_the_search(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(ferries)
        ask(page, "boat")
        expect(page.get_by_role("option").nth(3)).to_be_visible()
        claims = chip(page, "Claims")
        count = int(claims.locator(".fp-count").inner_text())
        claims.click()
        expect(status(page)).to_have_text(f"{count} results")
        assert all("/claims/" in path for path in hrefs(hits(page)))
        claims.click()
        chip(page, "Chinese only").click()
        expect(status(page)).not_to_have_text(f"{count} results")
        expect(hits(page).locator("[lang=en-GB] mark")).not_to_have_count(0)
        field(page).fill("punctual")
        expect(status(page)).to_contain_text("Nothing")
        page.get_by_role("button", name="all kinds and both texts").click()
        expect(hits(page).first).to_contain_text("punctual")


@PREFIXES
def test_escape_closes_and_the_control_has_the_focus_again(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix + "about/")
        control(page).focus()
        page.keyboard.press("Enter")
        page.keyboard.type("ferry")
        expect(hits(page).first).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(control(page)).to_be_focused()
        control(page).click()
        expect(field(page)).to_have_value("ferry")
        page.get_by_role("button", name="關閉搜尋" if prefix else "Close search").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        control(page).click()
        page.mouse.click(5, 400)
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_control_stays_a_link(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(ferries)
        with page.context.expect_page() as opening:
            control(page).click(modifiers=["ControlOrMeta"])
        opening.value.wait_for_url(f"{ferries}search/")
        expect(page.get_by_role("dialog")).to_have_count(0)


@PREFIXES
def test_a_finger_searches_on_the_whole_of_a_phone(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with phone(browser) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        control(page).tap()
        box = page.get_by_role("dialog").bounding_box()
        assert box == {"x": 0, "y": 0, "width": 390, "height": 800}
        page.keyboard.type("比想像中好")
        sizes = page.evaluate(
            "[...document.querySelectorAll('.fp-search :is(button, label, a, input:not(label *))')]"
            ".filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect())"
            ".map(({ width, height }) => Math.min(width, height))"
        )
        assert min(sizes) >= 44
        hits(page).first.tap()
        page.wait_for_url(re.compile(f"{prefix}{NIGHT_BOATS}.*#p2$"))
        expect(page.locator("#p2")).to_be_in_viewport()


@PREFIXES
def test_nothing_is_searched_while_an_input_method_composes(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix)
        ask(page, "ferry")
        expect(hits(page).first).to_be_visible()
        field(page).fill("")
        expect(hits(page)).to_have_count(0)
        page.clock.install()
        keys = page.context.new_cdp_session(page)
        for composed in ("d", "dang", "dang lung"):
            end = len(composed)
            keys.send(
                "Input.imeSetComposition",
                {"text": composed, "selectionStart": end, "selectionEnd": end},
            )
            page.clock.run_for(10 * PAUSE)
            expect(field(page)).to_have_value(composed)
            expect(hits(page)).to_have_count(0)
            expect(status(page)).to_have_text("")
        keys.send("Input.insertText", {"text": "燈籠"})
        page.clock.run_for(2 * PAUSE)
        expect(field(page)).to_have_value("燈籠")
        expect(hits(page).first.locator("mark").first).to_have_text(re.compile("燈籠|lantern"))


@PREFIXES
def test_a_misspelt_or_unsuccessful_query_gets_suggestions(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix)
        ask(page, "regata")
        meant = page.locator(".fp-suggestion")
        expect(meant).to_contain_text("是否想找regatta" if prefix else "Did you mean regatta?")
        meant.get_by_role("button").click()
        expect(field(page)).to_have_value("regatta")
        expect(meant).to_be_hidden()
        expect(hits(page).first).to_contain_text("燈籠競渡")
        field(page).fill("qxqxqx")
        expect(status(page)).to_contain_text("找不到" if prefix else "Nothing was found")
        expect(field(page)).to_have_attribute("aria-expanded", "false")
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("link", name="詞彙表" if prefix else "Glossary").click()
        page.wait_for_url(f"{ferries}{prefix}glossary/")


@PREFIXES
@pytest.mark.parametrize("begun", ["before", "after"])
def test_an_offline_reader_gets_a_message_and_can_retry(
    browser: Browser, ferries: str, prefix: str, begun: str
) -> None:
    with opened(browser) as page:
        page.goto(ferries + prefix)
        if begun == "before":
            with page.expect_response(re.compile(r"/assets/search/index\.json")):
                page.keyboard.press("Control+k")
        page.context.set_offline(True)
        ask(page, "lantern")
        expect(status(page)).to_contain_text("網絡" if prefix else "offline")
        expect(page.locator(".fp-search input[name=q]")).to_have_value("lantern")
        page.context.set_offline(False)
        page.get_by_role("button", name="再試一次" if prefix else "Try again").click()
        expect(hits(page).first).to_contain_text("lantern")


# ── The page of results ─────────────────────────────────────────────────────────────────────


@PREFIXES
def test_the_page_of_results_works_from_a_link_and_keeps_what_is_asked(
    browser: Browser, ferries: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{ferries}{prefix}search/?q=boat&kinds=claim")
        box = page.get_by_role("textbox")
        expect(box).to_have_value("boat")
        expect(status(page)).to_have_text(re.compile(r"\d"))
        assert all(path.startswith(f"/{prefix}claims/") for path in hrefs(hits(page)))
        expect(page).to_have_title(re.compile("^boat · "))
        box.fill("渡輪")
        expect(page).to_have_title(re.compile("^渡輪 · "))
        assert query_of(page.url) == {"q": ["渡輪"], "kinds": ["claim"]}
        box.press("Enter")
        page.wait_for_load_state()
        expect(box).to_have_value("渡輪")
        expect(chip(page, "說法" if prefix else "Claims").get_by_role("checkbox")).to_be_checked()


@PREFIXES
def test_the_switch_of_language_keeps_the_query(
    browser: Browser, ferries: str, prefix: str
) -> None:
    other = "" if prefix else "zh-Hant/"
    with opened(browser) as page:
        page.goto(f"{ferries}{prefix}search/?q=ferry")
        expect(hits(page).first).to_be_visible()
        page.get_by_role("textbox").fill("lantern")
        expect(page).to_have_title(re.compile("^lantern · "))
        page.locator(".fp-switch a").click()
        page.wait_for_url(f"{ferries}{other}search/?q=lantern")
        expect(hits(page).first).to_contain_text("燈籠")


def test_the_dialog_leads_to_the_page_of_results(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(ferries + NIGHT_BOATS)
        ask(page, "boat")
        expect(hits(page).first).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{ferries}search/?q=boat")
        expect(hits(page).first).to_be_visible()
        page.keyboard.press("Control+k")
        expect(page.get_by_role("textbox")).to_be_focused()
        expect(page.get_by_role("dialog")).to_have_count(0)


@PREFIXES
def test_many_results_come_page_by_page(browser: Browser, real_address: str, prefix: str) -> None:
    with opened(browser) as page:
        page.goto(f"{real_address}{prefix}search/?q=Hong+Kong")
        pager = page.locator(".fp-pager")
        expect(hits(page)).to_have_count(20)
        total = int(re.findall(r"\d+", status(page).inner_text())[0])
        seen = hrefs(hits(page))
        expect(pager.locator("[rel=prev]")).to_be_hidden()
        while pager.locator("[rel=next]").is_visible():
            pager.locator("[rel=next]").click()
            expect(hits(page).first).to_be_visible()
            seen += hrefs(hits(page))
        assert len(seen) == total
        assert query_of(page.url)["page"] == [str(-(-total // 20))]
        pager.locator("[rel=prev]").click()
        expect(hits(page)).to_have_count(20)
        page.get_by_role("textbox").fill("西九")
        expect(page).to_have_title(re.compile("^西九 · "))
        assert query_of(page.url) == {"q": ["西九"]}


# ── Arrival ─────────────────────────────────────────────────────────────────────────────────


@PREFIXES
@pytest.mark.parametrize("view", ["en", "zh-Hant", "side", "stacked"])
@pytest.mark.parametrize("width", [390, 1280])
def test_matches_are_marked_and_scrolled_to_in_every_view(
    browser: Browser, ferries: str, prefix: str, view: str, width: int
) -> None:
    with opened(browser, width=width) as page:
        page.goto(f"{ferries}{prefix}{NIGHT_BOATS}?view={view}")
        ask(page, '"better than feared"')
        expect(hits(page).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("#p2$"))
        expect(page.locator(".fp-found")).to_be_visible()
        assert page.evaluate(MARKED) == ["better than feared"]
        english = page.locator("#p2 .fp-side[data-language=en] .fp-text")
        expect(english).to_be_in_viewport(ratio=1)
        expect(page.locator(".fp-bar")).to_be_in_viewport()


def test_marks_go_across_links_and_both_texts_and_can_be_cleared(
    browser: Browser, ferries: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{ferries}search/?q=night+boat&kinds=article")
        passage = hits(page).filter(has_text="11,000")
        passage.click()
        page.wait_for_url(re.compile("#p1$"))
        notice = page.locator(".fp-found")
        expect(notice).to_contain_text("highlighted")
        assert {"Night Boat", "夜航船"} <= set(page.evaluate(MARKED))
        notice.get_by_role("button", name="Clear highlighting").click()
        expect(notice).to_have_count(0)
        assert page.evaluate(MARKED) == []
        assert page.url == f"{ferries}{NIGHT_BOATS}#p1"


def test_a_short_page_is_marked_as_a_whole(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(f"{ferries}search/?q=lantern&kinds=term")
        hits(page).first.click()
        expect(page.locator(".fp-found")).to_be_visible()
        assert {"lantern", "燈籠"} <= set(page.evaluate(MARKED))


def test_a_result_on_the_same_page_closes_the_dialog(browser: Browser, ferries: str) -> None:
    with opened(browser) as page:
        page.goto(f"{ferries}{NIGHT_BOATS}?found=punctual#p1")
        ask(page, "punctual")
        hits(page).filter(has_text="The service was").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.locator("#p2")).to_be_in_viewport()
        assert page.evaluate(MARKED) == ["punctual"]


# ── Accessibility ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("scheme", "prefix"), [("light", "zh-Hant/"), ("dark", "")])
def test_axe_finds_nothing_in_dialog_results_and_marks(
    browser: Browser, ferries: str, scheme: Literal["light", "dark"], prefix: str
) -> None:
    with opened(browser, scheme) as page:
        page.goto(ferries + prefix + NIGHT_BOATS)
        for words in ("", "boat", "qxqxqx"):
            page.keyboard.press("Control+k")
            field(page).fill(words)
            expect(status(page)).to_have_text(re.compile(r"^$" if not words else r"."))
            page.keyboard.press("ArrowDown")
            assert violations(page) == [], words
        for path in ("search/", "search/?q=boat", f"{NIGHT_BOATS}?found=boat#p1"):
            page.goto(ferries + prefix + path)
            shown = hits(page).first if "q=" in path else page.get_by_role("main")
            expect(shown).to_be_visible()
            assert violations(page) == [], path


@PREFIXES
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_scrolls_sideways(browser: Browser, ferries: str, prefix: str, width: int) -> None:
    with opened(browser, width=width) as page:
        page.goto(f"{ferries}{prefix}search/?q=boat")
        expect(hits(page).first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(ferries + prefix)
        ask(page, "boat")
        expect(hits(page).first).to_be_visible()
        wide = "document.querySelector('.fp-search')"
        assert page.evaluate(f"{wide}.scrollWidth <= {wide}.clientWidth")
        expect(page.get_by_role("dialog")).to_be_in_viewport(ratio=1)
