"""The site in a browser: its layout and its behaviour, on screens of every width."""

import re
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from .browsing import SCHEMES, WIDTHS, opened, paths, script
from .conftest import Serve
from .project import CHINESE, ENGLISH, Site

pytestmark = pytest.mark.matrix

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3


@dataclass
class Visit:
    """The measurements of a page in one colour scheme, at every width."""

    path: str
    scheme: str
    drawn_scheme: str = ""
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    too_wide: dict[int, list[str]] = field(default_factory=dict)
    faint: list[str] = field(default_factory=list)

    def hear(self, kind: str, text: str) -> None:
        """Note what the page writes to the console, if it is an error."""
        if kind == "error":
            self.complaints.append(text)


@pytest.fixture(scope="module")
def visits(
    browser: Browser, address: str, based_site: Site, request: pytest.FixtureRequest
) -> list[Visit]:
    """A page of every kind, measured at every width: in both schemes with `--all`; without it,
    English in light and Chinese in dark."""
    found = []
    for scheme in SCHEMES:
        with opened(browser, scheme) as page:
            for path in paths(based_site):
                is_of_scheme = path.startswith("zh-Hant/") == (scheme == "dark")
                if is_of_scheme or request.config.getoption("--all"):
                    found.append(_visit(page, address, Visit(path, scheme)))
    return found


def _visit(page: Page, address: str, visit: Visit) -> Visit:
    listeners = {
        "console": lambda message: visit.hear(message.type, message.text),
        "pageerror": lambda error: visit.complaints.append(str(error)),
        "request": lambda request: visit.requests.append(request.url),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    page.goto(address + visit.path)
    visit.drawn_scheme = page.evaluate("document.body.dataset.mdColorScheme")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        visit.too_wide[width] = page.evaluate(script("too-wide"))
        visit.faint += page.evaluate(script("faint"), LEAST_CONTRAST)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return visit


def test_no_page_scrolls_sideways(visits: list[Visit]) -> None:
    wide = {
        (visit.path, width): elements
        for visit in visits
        for width, elements in visit.too_wide.items()
        if elements
    }
    assert wide == {}


def test_no_page_makes_the_browser_complain(visits: list[Visit]) -> None:
    for visit in visits:
        complaints = [text for text in visit.complaints if "404 (Not Found)" not in text]
        assert complaints == [], visit.path
        assert bool(visit.complaints) == (visit.path == "no/such/page/")


def test_no_page_asks_another_host(visits: list[Visit], address: str) -> None:
    for visit in visits:
        assert len(visit.requests) > 3, visit.path
        for request in visit.requests:
            assert request.startswith((address, "data:")), f"{visit.path}: {request}"


def test_every_text_can_be_read_in_both_schemes(visits: list[Visit]) -> None:
    faint = {(visit.path, visit.scheme): visit.faint for visit in visits if visit.faint}
    assert faint == {}
    assert {(visit.scheme, visit.drawn_scheme) for visit in visits} == {
        ("light", "default"),
        ("dark", "slate"),
    }


def test_the_measurement_of_contrast_finds_faint_text(browser: Browser) -> None:
    with opened(browser) as page:
        page.set_content(
            '<body style="background: #fff"><p style="color: #767676">enough</p>'
            '<p style="color: #777">faint</p><p style="opacity: .5; color: #333">faded</p>'
            '<div style="background: #222"><p style="color: #777">on dark</p></div>'
            '<p style="color: #999; font-size: 30px">large</p><p hidden>hidden</p>'
        )
        found = page.evaluate(script("faint"), LEAST_CONTRAST)
        assert [text.partition(":")[0] for text in found] == ["faint", "faded", "on dark", "large"]
        page.set_content('<p style="width: 3000px">wide</p>')
        assert page.evaluate(script("too-wide")) == ["p"]


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
@pytest.mark.parametrize("scripted", [True, False])
def test_texts_stand_side_by_side_and_on_phones_one_above_the_other(
    browser: Browser, address: str, based_site: Site, prefix: str, *, scripted: bool
) -> None:
    article = f"{prefix}articles/a-year-on-the-pier/"
    passages = [name for name in based_site.pages[article].ids if re.fullmatch(r"p\d+", name)]
    languages = [CHINESE, ENGLISH] if prefix else [ENGLISH, CHINESE]
    assert len(passages) > 5
    for width in (1280, 390):
        with opened(browser, width=width, scripted=scripted) as page:
            page.goto(address + article)
            for first, second in page.evaluate(script("texts"), passages):
                assert [first["lang"], second["lang"]] == languages
                if width == 1280:
                    assert abs(first["top"] - second["top"]) < 1
                    assert first["left"] < first["right"] <= second["left"]
                else:
                    assert first["top"] < first["bottom"] <= second["top"]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_switch_of_language_leads_to_the_counterpart_and_back(
    browser: Browser, address: str, width: int
) -> None:
    with opened(browser, width=width) as page:
        page.goto(address + "glossary/ferry/")
        page.get_by_role("banner").get_by_role("link", name="中文", exact=True).click()
        page.wait_for_url(address + "zh-Hant/glossary/ferry/")
        expect(page.locator("html")).to_have_attribute("lang", CHINESE)
        page.get_by_role("banner").get_by_role("link", name="English", exact=True).click()
        page.wait_for_url(address + "glossary/ferry/")
        expect(page.locator("html")).to_have_attribute("lang", ENGLISH)


@pytest.mark.parametrize("path", ["", "articles/a-year-on-the-pier/", "claims/"])
@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_the_first_tab_reaches_the_way_past_the_navigation(
    browser: Browser, address: str, prefix: str, path: str
) -> None:
    with opened(browser) as page:
        page.goto(address + prefix + path)
        page.keyboard.press("Tab")
        skip = page.locator("a:focus")
        expect(skip).to_have_text("跳至內容" if prefix else "Skip to content")
        expect(skip).to_be_in_viewport()
        target = urlsplit(str(skip.evaluate("link => link.href"))).fragment
        page.keyboard.press("Enter")
        expect(page.locator(f"[id='{target}']")).to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(page.locator("article :focus")).to_have_count(1)


def _families(page: Page, selector: str) -> set[str]:
    """The fonts that an element's text is drawn with."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    assert node, selector
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in fonts}


@pytest.mark.parametrize("path", ["articles/a-year-on-the-pier/", "names/puffin-ferries/"])
@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_chinese_is_drawn_in_the_shapes_of_hong_kong(
    browser: Browser, address: str, prefix: str, path: str
) -> None:
    with opened(browser) as page:
        page.goto(address + prefix + path)
        text = "article p[lang='zh-Hant-HK']"
        name = "article h1" if prefix else "header [lang='zh-Hant-HK']"
        for selector in (text, name):
            families = _families(page, selector)
            assert [f for f in families if re.search(r"\bHK\b", f)], families
            assert not [f for f in families if re.search(r"\b(TC|SC|TW|JP|KR)\b", f)]


@pytest.mark.full
def test_chinese_has_room_between_lines(browser: Browser, address: str, based_site: Site) -> None:
    with opened(browser) as page:
        for path in paths(based_site):
            page.goto(address + path)
            tight = page.evaluate(script("tight"), 1.7)
            assert tight == [], path


def test_stress_in_chinese_is_no_slant(browser: Browser, serve: Serve, invented_site: Site) -> None:
    root = serve(invented_site)
    with opened(browser) as page:
        for prefix in ("", "zh-Hant/"):
            page.goto(f"{root}{prefix}articles/a-year-of-night-boats/")
            stress = page.locator("#p1 p[lang='zh-Hant-HK'] em")
            expect(stress).to_have_text("經常")
            expect(stress).to_have_css("font-style", "normal")
            assert stress.evaluate("em => getComputedStyle(em).textEmphasisStyle") != "none"
            expect(page.locator("#p1 p[lang='en-GB'] em")).to_have_css("font-style", "italic")


def test_the_404_page_is_in_both_languages_with_working_links(
    browser: Browser, address: str
) -> None:
    with opened(browser) as page:
        answer = page.goto(address + "zh-Hant/no/such/page/")
        assert answer is not None
        assert answer.status == 404
        article = page.locator("article")
        expect(article.get_by_text("Page not found")).to_be_visible()
        expect(article.get_by_text("找不到此頁")).to_be_visible()
        links = article.get_by_role("link")
        addresses = [str(link.evaluate("link => link.href")) for link in links.all()]
        assert {address, f"{address}zh-Hant/"} <= set(addresses)
        for link in addresses:
            response = page.request.get(link)
            assert response.status == 200, link
        logo = page.get_by_role("banner").get_by_role("link").first
        assert logo.evaluate("link => link.href") == address


def test_every_section_is_reached_without_scripts(browser: Browser, address: str) -> None:
    for width in (1280, 390):
        with opened(browser, width=width, scripted=False) as page:
            page.goto(address)
            for name in ("Articles", "Glossary", "Names", "Claims", "Sources", "About"):
                links = page.get_by_role("link", name=name, exact=True)
                assert any(link.is_visible() for link in links.all()), f"{name} at {width}"


def test_a_link_to_a_passage_shows_it_below_the_header(browser: Browser, address: str) -> None:
    with opened(browser, width=390) as page:
        page.goto(address + "articles/a-year-on-the-pier/#p5")
        passage = page.locator("#p5")
        expect(passage).to_be_in_viewport()
        header = page.get_by_role("banner").bounding_box()
        box = cast(dict[str, float], passage.bounding_box())
        assert header is not None
        assert box["y"] >= header["y"] + header["height"] - 1
