"""Jyutping over the Chinese: its files, and its display."""

import json
import sys
from itertools import pairwise
from typing import Any, Literal
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.text.script import han_characters, is_han

from .accessibility import violations
from .browsing import script, scripts_late, visiting
from .conftest import Serve
from .project import CHINESE, Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-of-night-boats/"
FILE = f"{ARTICLE}jyutping.json"
CONCORDANCE = "glossary/ferry/"
PREFIXES = ["", "zh-Hant/"]
PASSAGES = ["p1", "p2", "p3"]
P1 = "海鸚渡輪表示，夜航船首年載客介乎11,000至12,500人次，不過天亮前的渡輪經常脫班。"
PITCH = 42  # px from line to line of Chinese with Jyutping
LABELS = {"": "Jyutping", "zh-Hant/": "粵拼"}


def _file(site: Site, path: str) -> dict[str, Any]:
    file: dict[str, Any] = json.loads((site.folder / path).read_text(encoding="utf-8"))
    return file


# ── The files ───────────────────────────────────────────────────────────────────────────────────


def test_every_passage_finds_its_syllables(site: Site) -> None:
    seen = 0
    for page in site.pages.values():
        for passage in page.all("//*[@data-jyutping]"):
            address, fragment = urldefrag(urljoin(page.url, passage.get("data-jyutping")))
            path = site.inside(address)
            assert path is not None
            found = _file(site, path)["passages"][fragment]
            text = passage.xpath(
                f"string(.//*[contains(concat(@class, ' '), 'fp-text ')][@lang='{CHINESE}'])"
            )
            characters = han_characters(str(text))
            assert len(found["syllables"]) == len(characters), (page.path, fragment)
            seen += 1
    assert seen > 10


def test_a_chinese_text_to_follow_has_no_syllables(invented_site: Site) -> None:
    path = "articles/walk-to-the-lamp/"
    assert not (invented_site.folder / path / "jyutping.json").exists()
    for language in PREFIXES:
        assert invented_site.pages[language + path].all("//*[@data-jyutping]") == []


def test_authored_syllables_are_distinguished_from_transcribed_ones(invented_site: Site) -> None:
    file = _file(invented_site, FILE)
    assert file.keys() == {"machine", "passages"}
    assert file["machine"].startswith("ToJyutping ")
    assert list(file["passages"]) == PASSAGES
    first = file["passages"]["p1"]
    written = [" ".join(first["syllables"][start:end]) for start, end in first["authored"]]
    assert written[:2] == ["hoi2 jing1 dou6 leon4", "je6 hong4 syun4"]
    assert first["syllables"][4:6] == ["biu2", "si6"]  # the machine's 表示
    assert None not in first["syllables"]


def test_no_character_of_the_real_articles_is_without_a_syllable(real_site: Site) -> None:
    files = list(real_site.folder.glob("articles/*/jyutping.json"))
    assert files
    for file in files:
        for passage in json.loads(file.read_text(encoding="utf-8"))["passages"].values():
            assert None not in passage["syllables"], file


# ── Display ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def root(serve: Serve, invented_site: Site) -> str:
    """The address of the invented site."""
    return serve(invented_site)


def _switch(page: Page) -> Locator:
    return page.get_by_role("switch")


def _asked(page: Page, address: str) -> None:
    """Open a page and switch Jyutping on."""
    page.goto(address)
    _switch(page).check()
    expect(page.locator("ruby")).not_to_have_count(0)


def _chinese(page: Page, passage: str = "p1") -> Locator:
    return page.locator(f"#{passage} .fp-text:lang(zh)")


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_off_and_not_fetched_until_asked_for(
    browser: Browser, root: str, prefix: str, width: int
) -> None:
    with visiting(browser, width) as context:
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(root + prefix + ARTICLE, wait_until="networkidle")
        switch = page.get_by_role("switch", name=LABELS[prefix], exact=True)
        expect(switch).not_to_be_checked()
        expect(page.locator("ruby")).to_have_count(0)
        assert not [url for url in requests if url.endswith(".json")]
        label = switch.locator("..").bounding_box()
        assert label is not None
        assert min(label["width"], label["height"]) >= 44
        expect(page.locator("[data-told=made]")).to_be_hidden()

        page.keyboard.press("Tab")
        switch.focus()
        page.keyboard.press("Space")
        expect(switch).to_be_checked()
        expect(page.locator("[data-told]:visible")).to_have_attribute("data-told", "made")
        expect(_chinese(page).locator("rt")).to_have_count(len(han_characters(P1)))
        expect(page.locator("[data-told=made]")).to_contain_text("ToJyutping")
        assert [url for url in requests if url.endswith(".json")] == [root + FILE]


def test_it_may_be_asked_for_before_the_scripts_are_there(browser: Browser, root: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        with scripts_late(page):
            page.goto(root + ARTICLE, wait_until="commit")
            _switch(page).check()
        expect(_chinese(page).locator("rt")).to_have_count(len(han_characters(P1)))
        page.goto(root + CONCORDANCE)
        expect(_switch(page)).to_be_checked()


def test_editors_syllables_look_otherwise_than_the_machines(browser: Browser, root: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        _asked(page, root + ARTICLE)
        syllables = _chinese(page).locator("rt")
        looks = """rt => {
          const { color, fontStyle, fontSize } = getComputedStyle(rt);
          const line = getComputedStyle(rt, "::before").textDecorationLine;
          return [rt.dataset.syllable, line, color, fontStyle, parseFloat(fontSize)];
        }"""
        written, line, colour, *legible = syllables.nth(3).evaluate(looks)
        said, other_line, other_colour, *legible_too = syllables.nth(4).evaluate(looks)
        assert (written, said) == ("leon4", "biu2")
        assert (line, other_line) == ("none", "underline")
        assert colour != other_colour
        for style, size in (legible, legible_too):
            assert style == "normal"
            assert size >= 11
        shown = "rt => getComputedStyle(rt, '::before').content"
        assert syllables.nth(3).evaluate(shown) in ('"leon4"', "attr(data-syllable)")


def test_it_is_kept_for_other_pages_and_visits(browser: Browser, root: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        _asked(page, root + ARTICLE)
        for path in (f"zh-Hant/{ARTICLE}", CONCORDANCE, f"zh-Hant/{CONCORDANCE}"):
            page.goto(root + path)
            expect(_switch(page)).to_be_checked()
            expect(page.locator("ruby")).not_to_have_count(0)
        page.close()
        page = context.new_page()
        page.goto(root + ARTICLE)
        expect(page.locator("ruby")).not_to_have_count(0)
        _switch(page).uncheck()
        expect(page.locator("ruby")).to_have_count(0)
        page.goto(root + CONCORDANCE, wait_until="networkidle")
        expect(_switch(page)).not_to_be_checked()
        expect(page.locator("ruby")).to_have_count(0)


def test_room_is_kept_before_the_first_paint(browser: Browser, root: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        _asked(page, root + ARTICLE)
        page.route("**/*.js", lambda route: route.abort())
        page.goto(root + ARTICLE)
        expect(page.locator("ruby")).to_have_count(0)
        expect(_chinese(page)).to_have_css("line-height", f"{PITCH}px")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_what_is_copied_is_the_plain_text(browser: Browser, root: str, prefix: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        _asked(page, root + prefix + ARTICLE)
        _chinese(page).evaluate("text => getSelection().selectAllChildren(text)")
        page.keyboard.press("Control+C")
        assert page.evaluate("navigator.clipboard.readText()") == P1
        assert _chinese(page).evaluate("text => text.textContent") == P1
        assert _chinese(page).inner_text() == P1


@pytest.mark.parametrize(
    "words", ["海鸚渡輪", "表示，夜航船首年載客介乎11,000至", "前的渡輪經常脫班。"]
)
def test_the_page_is_searched_as_without_it(browser: Browser, root: str, words: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        _asked(page, f"{root}{ARTICLE}?view=zh-Hant")
        assert page.evaluate("words => find(words)", words)
        assert page.evaluate("getSelection().toString()") == words
        assert not page.evaluate("find('biu2')")


def test_it_is_not_read_aloud(browser: Browser, root: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        _asked(page, root + ARTICLE)
        nodes = context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        names = [
            node["name"]["value"]
            for node in nodes
            if not node["ignored"] and node["role"]["value"] == "StaticText"
        ]
        assert "表" in names
        assert not [name for name in names if name.startswith(("biu2", "dou6"))]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_english_is_not_stretched(browser: Browser, root: str, prefix: str) -> None:
    with visiting(browser, 1280) as context:
        page = context.new_page()
        page.goto(root + prefix + ARTICLE)
        before, _ = _pitches(page, prefix)
        _asked(page, root + prefix + ARTICLE)
        english, chinese = _pitches(page, prefix)
        assert english == before
        assert chinese == {PITCH}


def _pitches(page: Page, prefix: str) -> tuple[set[int], set[int]]:
    """The distances of the lines in the English and in the Chinese of all passages."""
    found: tuple[set[int], set[int]] = (set(), set())
    for pair in page.evaluate(script("lines"), PASSAGES):
        for pitches, middles in zip(found, reversed(pair) if prefix else pair, strict=True):
            pitches.update(round(b - a) for a, b in pairwise(_lines(middles)))
    return found


@pytest.mark.parametrize("prefix", PREFIXES)
def test_it_may_stand_over_glossary_words_alone(browser: Browser, root: str, prefix: str) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        _asked(page, root + prefix + ARTICLE)
        page.locator(".fp-display summary").click()
        page.locator(".fp-display [name=glossary]").check()
        for path in (ARTICLE, CONCORDANCE):
            shown = page.locator(".fp-text rt:visible")
            expect(shown.first).to_be_visible()
            assert all("fp-authored" in str(rt.get_attribute("class")) for rt in shown.all())
            page.goto(root + prefix + path)


def _lines(middles: list[float]) -> list[float]:
    """The middles of lines: those of one line differ a little from font to font."""
    lines = middles[:1]
    for middle in middles:
        if middle - lines[-1] > PITCH / 3:
            lines.append(middle)
    return lines


@pytest.mark.parametrize("view", ["both", "side", "stacked", "zh-Hant"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_syllable_touches_another(
    browser: Browser, serve: Serve, based_site: Site, view: str, width: int
) -> None:
    path = max(based_site.folder.glob("articles/*/jyutping.json"), key=lambda f: f.stat().st_size)
    article = path.relative_to(based_site.folder).parent.as_posix()
    with visiting(browser, width) as context:
        page = context.new_page()
        _asked(page, f"{serve(based_site)}{article}/?view={view}")
        assert page.evaluate(script("syllables")) == []
        assert page.evaluate(script("too-wide")) == []
        bar = page.locator(".fp-bar").bounding_box()
        assert bar is not None
        assert bar["height"] < 80, "the bar is one row"


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("path", [ARTICLE, CONCORDANCE])
def test_switched_off_the_page_is_as_it_was(
    browser: Browser, root: str, prefix: str, path: str
) -> None:
    nodes = """() => {
      const walker = document.createTreeWalker(document.querySelector(".fp-reading"));
      const nodes = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      return nodes;
    }"""
    with visiting(browser) as context:
        page = context.new_page()
        page.goto(root + prefix + path)
        before = page.evaluate_handle(nodes)
        html = page.locator(".fp-reading").inner_html()
        for _ in range(2):
            _switch(page).check()
            expect(page.locator("ruby")).not_to_have_count(0)
            _switch(page).uncheck()
            expect(page.locator("ruby")).to_have_count(0)
        assert page.locator(".fp-reading").inner_html() == html
        after = page.evaluate_handle(nodes)
        same = "([a, b]) => a.length === b.length && a.every((node, i) => node === b[i])"
        assert page.evaluate(same, [before, after])


@pytest.mark.parametrize("width", [390, 1280])
def test_the_readers_place_is_kept(browser: Browser, root: str, width: int) -> None:
    top = "document.getElementById('p3').getBoundingClientRect().top"
    with visiting(browser, width) as context:
        page = context.new_page()
        page.goto(f"{root}{ARTICLE}#p3")
        before = page.evaluate(top)
        _switch(page).check()
        expect(page.locator("ruby")).not_to_have_count(0)
        assert abs(page.evaluate(top) - before) < 2
        _switch(page).uncheck()
        expect(page.locator("ruby")).to_have_count(0)
        assert abs(page.evaluate(top) - before) < 2


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_failed_fetch_is_reported_and_can_be_retried(
    browser: Browser, root: str, prefix: str
) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        page.route(f"**/{FILE}", lambda route: route.abort())
        page.goto(root + prefix + ARTICLE)
        _switch(page).click()
        failed = page.get_by_role("status").locator("[data-told=failed]")
        expect(failed).to_be_visible()
        expect(_switch(page)).not_to_be_checked()
        expect(page.locator("html")).not_to_have_attribute("data-jyutping", "")
        page.unroute(f"**/{FILE}")
        _switch(page).click()
        expect(page.locator("ruby")).not_to_have_count(0)
        expect(failed).to_be_hidden()
        expect(_switch(page)).to_be_checked()


def test_a_text_that_has_changed_since_stays_bare(
    browser: Browser, root: str, invented_site: Site
) -> None:
    file = _file(invented_site, FILE)
    del file["passages"]["p1"]["syllables"][-1]
    del file["passages"]["p2"]
    with visiting(browser) as context:
        page = context.new_page()
        page.route(f"**/{FILE}", lambda route: route.fulfill(json=file))
        _asked(page, root + ARTICLE)
        expect(_chinese(page, "p1").locator("ruby")).to_have_count(0)
        expect(_chinese(page, "p2").locator("ruby")).to_have_count(0)
        expect(_chinese(page, "p3").locator("ruby")).not_to_have_count(0)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_without_scripts_nothing_of_it_is_seen(browser: Browser, root: str, prefix: str) -> None:
    with visiting(browser, scripted=False) as context:
        page = context.new_page()
        page.goto(root + prefix + ARTICLE)
        expect(page.locator(".fp-aloud")).to_be_hidden()
        expect(page.get_by_role("switch")).to_have_count(0)
        expect(_chinese(page)).to_have_text(P1)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("prefix", PREFIXES)
def test_axe_finds_nothing(
    browser: Browser, root: str, scheme: Literal["light", "dark"], width: int, prefix: str
) -> None:
    with visiting(browser, width, scheme) as context:
        page = context.new_page()
        for path in (ARTICLE, CONCORDANCE):
            page.goto(root + prefix + path)
            _switch(page).check()
            expect(page.locator("ruby")).not_to_have_count(0)
            assert violations(page) == []


def test_pages_and_generator_agree_on_what_a_han_character_is(browser: Browser, root: str) -> None:
    points = """async (address) => {
      const { HAN } = await import(address);
      const edges = [];
      for (let point = 0, last = false; point < 0x110000; point++) {
        const is = HAN.test(String.fromCodePoint(point));
        if (is !== last) edges.push(point);
        last = is;
      }
      return edges;
    }"""
    with visiting(browser) as context:
        page = context.new_page()
        page.goto(root + ARTICLE)
        found = page.evaluate(points, f"{root}assets/javascripts/page/jyutping.js")
    flags = [False, *(is_han(chr(point)) for point in range(sys.maxunicode + 1))]
    assert found == [
        point for point in range(sys.maxunicode + 1) if flags[point] != flags[point + 1]
    ]
