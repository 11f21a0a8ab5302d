"""An article as a reader meets it: its text first, in type for reading, with the marks wanted."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from .accessibility import violations
from .browsing import opened, script
from .project import CHECKOUT, Site

HUB = "articles/hong-kong-cultural-hub-2025/"
FILM = "articles/reviving-hong-kong-film-and-drama/"
PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
MARKED = ".fp-text :is(a.fp-term, a.fp-name, a.fp-claim)"


def measured(page: Page) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(script("reading"))
    return found


# ── The text first ──────────────────────────────────────────────────────────────────────────────


@PREFIXES
def test_on_a_phone_the_text_begins_on_the_first_screen(
    browser: Browser, real_address: str, prefix: str
) -> None:
    with opened(browser, width=390) as page:
        page.set_viewport_size({"width": 390, "height": 844})
        for path in (HUB, FILM):
            page.goto(real_address + prefix + path)
            assert measured(page)["first"] <= 480, path
            assert page.evaluate(script("too-wide")) == []


@PREFIXES
def test_on_a_desktop_text_fills_the_page_in_lines_of_a_good_length(
    browser: Browser, real_address: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.set_viewport_size({"width": 1280, "height": 900})
        for path in (HUB, FILM):
            page.goto(real_address + prefix + path)
            found = measured(page)
            assert found["first"] <= 420, path
            assert found["tall"] <= 1.25, path
            assert 45 <= found["english"] <= 75
            assert 25 <= found["chinese"] <= 38
        page.goto(f"{real_address}{prefix}{HUB}?view=en")
        assert 45 <= measured(page)["english"] <= 75
        page.goto(f"{real_address}{prefix}{HUB}?view=zh-Hant")
        assert 25 <= measured(page)["chinese"] <= 38


@PREFIXES
def test_the_keyboard_is_soon_at_the_text(browser: Browser, real_address: str, prefix: str) -> None:
    """Within fifteen stops, of which the site's navigation has six at the most."""
    with opened(browser) as page:
        page.goto(real_address + prefix + HUB)
        stops: list[str] = []
        while len(stops) < 40:
            page.keyboard.press("Tab")
            focus = page.locator(":focus")
            if focus.evaluate("focus => Boolean(focus.closest('.fp-passage'))"):
                break
            if not focus.evaluate("focus => Boolean(focus.closest('.md-tabs'))"):
                stops.append(str(focus.evaluate("focus => focus.outerHTML.slice(0, 80)")))
        assert len(stops) <= 15 - 6, stops


@PREFIXES
def test_what_goes_for_every_passage_is_said_once(real_based_site: Site, prefix: str) -> None:
    said = (
        "原文只有英文；中文由本站撰寫" if prefix else "Source in English only; the Chinese is ours"
    )
    hub = real_based_site.pages[prefix + HUB]
    assert hub.text_of("//p[@class='fp-shared']") == said
    assert hub.all("//*[@class='fp-passage']//*[@class='fp-meta']") == []
    film = real_based_site.pages[prefix + FILM]
    assert film.all("//p[@class='fp-shared']") == []
    exceptions = film.all("//*[@class='fp-passage']//*[@class='fp-meta']")
    assert 0 < len(exceptions) < len(film.all("//*[@class='fp-passage']"))


@PREFIXES
def test_source_paragraphs_are_by_the_number(real_based_site: Site, prefix: str) -> None:
    page = real_based_site.pages[prefix + HUB]
    grounds = "//*[@id='p2']//*[@class='fp-grounds']"
    called = "根據原文：英文¶1–3" if prefix else "Based on source: English ¶1–3"
    assert page.text_of(grounds) == called
    assert page.one(f"{grounds}/a/@href").endswith("/sources/lemon-planet-post-2025/#en-1")


@PREFIXES
def test_citing_waits_for_the_pointer_or_the_keyboard(
    browser: Browser, real_address: str, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(real_address + prefix + HUB)
        cite = page.locator("#p2 .fp-cite")
        expect(cite).to_have_css("opacity", "0")
        page.locator("#p2 .fp-text").first.hover()
        expect(cite).to_have_css("opacity", "1")
        page.mouse.move(0, 0)
        expect(cite).to_have_css("opacity", "0")
        cite.focus()
        expect(cite).to_have_css("opacity", "1")


# ── Type ────────────────────────────────────────────────────────────────────────────────────────

STYLES = CHECKOUT / "overrides/assets/stylesheets/facing-pages.css"
TYPEFACES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("typefaces.yml").read_text(encoding="utf-8")
)


def stack(name: str) -> list[str]:
    """The families of a variable of the styles, in their order."""
    found = re.search(rf"--fp-{name}:\s*([^;]+);", STYLES.read_text(encoding="utf-8"))
    assert found, name
    return [family.strip().strip('"') for family in found[1].split(",")]


@pytest.mark.parametrize("system", TYPEFACES)
def test_every_system_has_a_serif_for_both_scripts(system: str) -> None:
    installed = TYPEFACES[system]
    for script_, families in (("latin", installed["latin"]), ("han", installed["han"])):
        first = next((family for family in stack("serif") if family in families), "serif")
        assert first == installed["expected"][script_]
    # Han type has Latin letters too, so that all that is Latin comes first.
    latin, han = (
        [stack("serif").index(family) for family in stack("serif") if family in installed[script_]]
        for script_ in ("latin", "han")
    )
    assert not latin or not han or max(latin) < min(han)


@PREFIXES
def test_both_titles_are_equals(browser: Browser, real_address: str, prefix: str) -> None:
    look = """title => {
      const { fontSize, fontWeight, color, fontFamily } = getComputedStyle(title);
      return [fontSize, fontWeight, color, fontFamily].join();
    }"""
    with opened(browser) as page:
        page.goto(real_address + prefix + HUB)
        titles = [page.locator(part) for part in (".fp-heading h1", ".fp-heading .fp-counterpart")]
        assert titles[0].evaluate(look) == titles[1].evaluate(look)
        places = [title.bounding_box() for title in titles]
        texts = [text.bounding_box() for text in page.locator("#p1 .fp-text").all()]
        for title, text in zip(places, texts, strict=True):
            assert title
            assert text
            assert abs(title["x"] - text["x"]) < 1


# ── As the reader likes it ──────────────────────────────────────────────────────────────────────


def test_an_entry_is_marked_once_in_a_section(real_based_site: Site) -> None:
    for path in (HUB, FILM):
        sections = real_based_site.pages[path].all(
            "//div[@class='fp-reading']/*[@class='fp-section']"
        )
        assert len(sections) > 3
        for section in sections:
            for language in ("en-GB", "zh-Hant-HK"):
                kinds = "@class='fp-term' or @class='fp-name' or @class='fp-claim'"
                links = section.xpath(f".//p[@lang='{language}']//a[{kinds}]/@href")
                assert isinstance(links, list)
                assert [link for link, count in Counter(links).items() if count > 1] == [], path


@PREFIXES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_marked_and_how_large_is_the_readers_choice(
    browser: Browser, real_address: str, prefix: str, scheme: Literal["light", "dark"]
) -> None:
    lines = """links => Object.fromEntries(links.map((link) => {
      const { textDecorationLine, backgroundColor } = getComputedStyle(link);
      const isMarked = textDecorationLine !== "none" || !backgroundColor.endsWith(", 0)");
      return [link.className, isMarked];
    }))"""
    with opened(browser, scheme) as page:
        page.goto(real_address + prefix + HUB)
        marks = page.locator(MARKED)
        before = {"fp-term": True, "fp-name": True, "fp-claim": False}
        assert marks.evaluate_all(lines) == before
        text = page.locator("#p2 .fp-text").first
        size = text.evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
        page.locator(".fp-display summary").click()
        panel = page.locator(".fp-panel")
        expect(panel).to_be_in_viewport(ratio=1)
        assert violations(page) == []
        panel.locator("label:has([value=claim])").click()
        panel.locator("label:has([value=term])").click()
        panel.locator("label:has([value=large])").click()
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(page.locator(".fp-display summary")).to_be_focused()
        other = "" if prefix else "zh-Hant/"
        for path in (prefix + HUB, other + FILM):
            page.goto(real_address + path)
            after = {"fp-term": False, "fp-name": True, "fp-claim": True}
            assert marks.evaluate_all(lines) == after
        page.goto(real_address + prefix + HUB)
        now = text.evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
        assert now == pytest.approx(1.15 * size, abs=0.1)
        assert violations(page) == []


@PREFIXES
def test_a_reader_continues_where_the_article_was_left(
    browser: Browser, real_address: str, prefix: str
) -> None:
    with opened(browser, width=390) as page:
        page.goto(real_address + prefix + HUB)
        back = page.locator(".fp-continue")
        expect(back).to_be_hidden()
        page.locator("#p12").evaluate("p => p.scrollIntoView({behavior: 'instant'})")
        page.wait_for_function("localStorage.getItem('facing-pages-places')?.includes('p12')")
        page.goto(
            f"{real_address}{'' if prefix else 'zh-Hant/'}{HUB}"
        )  # the same in both languages
        expect(back).to_have_text("Continue from passage 12" if prefix else "由第12節繼續")
        assert violations(page) == []
        back.click()
        expect(page.locator("#p12")).to_be_in_viewport()
        expect(back).to_be_hidden()


def test_choices_are_there_before_the_first_paint(browser: Browser, real_address: str) -> None:
    kept = {"size": "huge", "marks": "", "glossary": True}
    with opened(browser) as page:
        page.add_init_script(f"localStorage['facing-pages'] = {json.dumps(json.dumps(kept))}")
        page.route("**/*.js", lambda route: route.abort())
        page.goto(real_address + HUB)
        expect(page.locator("html")).to_have_attribute("data-size", "huge")
        expect(page.locator("#p2 a.fp-term").first).to_have_css("text-decoration-line", "none")
