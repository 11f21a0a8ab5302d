"""Every feature in Chromium, Firefox and WebKit, and the layout of every kind of page.

The cases of each feature are tested in Chromium alone; these tests show that the feature works in
the other engines.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser

from .browsing import paths, script
from .engines import ENGINES, Reader, reading, until
from .project import Site
from .test_engines import ADDRESS, ARRANGEMENT, ARTICLE, COUNT, PREFIXES

pytestmark = pytest.mark.full

SHEET = f"{ARTICLE}words/"
LONG = "articles/a-year-on-the-pier/"
BOTH = pytest.mark.parametrize("width", [390, 1280])
VIEWS = ("en", "zh-Hant", "side", "stacked")

TEXT = "selector => document.querySelector(selector)?.textContent.trim()"
IS_FOCUSED = "selector => document.activeElement.matches(selector)"
FOCUS = "selector => document.querySelector(selector).focus()"
TOP = "selector => document.querySelector(selector).getBoundingClientRect().top"
COLOUR = "selector => getComputedStyle(document.querySelector(selector)).backgroundColor"
IS_SEEN = """selector => {
  const element = document.querySelector(selector);
  if (!element?.checkVisibility()) return false;
  const { top, right, bottom, left, height } = element.getBoundingClientRect();
  return height && top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
}"""


def is_at(reader: Reader, address: str) -> None:
    """Wait until the reader is at an address of a path, a query and a fragment."""
    until(reader, f"address => ({ADDRESS})() === address", address)


def listens(reader: Reader) -> None:
    """Wait until the page handles keys, which all scripts begin to do together."""
    until(reader, COUNT, ".fp-search form[data-state]")


def pasted(reader: Reader) -> str:
    """The text of the clipboard, pasted into a field of another page."""
    reader.run("() => document.body.insertAdjacentHTML('beforeend', '<dialog id=paste><textarea>')")
    reader.run("() => document.getElementById('paste').showModal()")
    reader.run(FOCUS, "#paste textarea")
    reader.press("Control+v")
    text = until(reader, "() => document.querySelector('#paste textarea').value")
    reader.run("() => document.getElementById('paste').remove()")
    return str(text)


def search(reader: Reader, words: str) -> None:
    """Open the search and type."""
    listens(reader)
    reader.press("Control+k")
    until(reader, IS_FOCUSED, "[name=q]")
    reader.type(words)


# ── Views ───────────────────────────────────────────────────────────────────────────────────


@BOTH
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_kept_for_the_next_page(
    reader: Reader, ferries: str, view: str, width: int
) -> None:
    reader.resize(width, 800)
    if view == "side" and width < 800:
        view = "stacked"  # there is no room for two columns, and they are not offered
    reader.open(f"{ferries}{ARTICLE}?view={'stacked' if view == 'en' else 'en'}")
    reader.click(f".fp-views label:has([value={view}])")
    assert reader.run(ARRANGEMENT, "p2") == view
    reader.open(f"{ferries}zh-Hant/{ARTICLE}")
    assert reader.run(ARRANGEMENT, "p2") == view
    assert reader.run("() => document.querySelector('.fp-views :checked').value") == view


@PREFIXES
def test_the_other_text_is_a_button_away(reader: Reader, ferries: str, prefix: str) -> None:
    reader.open(f"{ferries}{prefix}{ARTICLE}?view=en")
    reader.click("#p2 .fp-reveal:not([data-language=en])")
    assert reader.run(ARRANGEMENT, "p2") == "stacked"
    assert reader.run(ARRANGEMENT, "p3") == "en"
    assert reader.run(COUNT, "#p2 .fp-reveal[aria-expanded=true]") == 1


def test_a_change_of_view_leaves_the_place_where_it_was(reader: Reader, address: str) -> None:
    reader.open(f"{address}{LONG}?view=en#p17")
    until(reader, f"() => ({TOP})('#p17') < 300")
    before = reader.run(TOP, "#p17")
    for view in ("stacked", "zh-Hant", "side"):
        reader.click(f".fp-views label:has([value={view}])")
        assert reader.run(TOP, "#p17") == pytest.approx(before, abs=2), view


# ── Cards ───────────────────────────────────────────────────────────────────────────────────


@PREFIXES
def test_a_card_comes_to_the_pointer_and_goes(reader: Reader, ferries: str, prefix: str) -> None:
    reader.open(ferries + prefix + ARTICLE)
    reader.point(".fp-text a[href*='/ferry/']")
    until(reader, IS_SEEN, ".fp-explains")
    assert ("來回行駛的船" if prefix else "goes to and fro") in reader.run(TEXT, ".fp-explains")
    reader.point("h1")
    until(reader, "() => !document.querySelector('.fp-explains')")


@BOTH
def test_every_card_is_wholly_on_the_screen(reader: Reader, address: str, width: int) -> None:
    reader.resize(width, 800)
    reader.open(address + LONG)
    reader.press("Tab")
    cards = reader.run(script("cards"), ".fp-text a:is(.fp-term, .fp-name, .fp-claim)")
    assert cards["count"] > 20
    assert cards["found"] == []


# ── Search ──────────────────────────────────────────────────────────────────────────────────


@PREFIXES
def test_arrows_go_through_the_answers_and_escape_goes_back(
    reader: Reader, ferries: str, prefix: str
) -> None:
    reader.open(f"{ferries}{prefix}about/")
    reader.run(FOCUS, "[data-shortcut=search]")
    search(reader, "ferry")
    until(reader, COUNT, ".fp-hit mark")
    for key, number in (("ArrowDown", "0"), ("ArrowDown", "1"), ("ArrowUp", "0"), ("End", None)):
        reader.press(key)
        chosen = until(reader, "() => document.querySelector('[aria-selected=true]')?.id")
        assert number is None or chosen == f"fp-hit-{number}"
        assert until(reader, IS_SEEN, "[aria-selected=true]")
    reader.press("Escape")
    until(reader, IS_FOCUSED, "[data-shortcut=search]")


def test_a_correction_is_offered_for_a_misspelt_query(reader: Reader, ferries: str) -> None:
    reader.open(ferries)
    search(reader, "regata")
    until(reader, IS_SEEN, ".fp-suggestion button")
    reader.click(".fp-suggestion button")
    until(reader, "() => document.querySelector('[name=q]').value === 'regatta'")
    until(reader, COUNT, ".fp-hit mark")


@PREFIXES
def test_the_page_of_results_narrows_and_the_switch_keeps_the_query(
    reader: Reader, ferries: str, prefix: str
) -> None:
    other = "" if prefix else "zh-Hant/"
    reader.open(f"{ferries}{prefix}search/?q=boat")
    until(reader, COUNT, ".fp-hit mark")
    reader.click(".fp-chips label:has([value=claim])")
    until(reader, "() => ![...document.querySelectorAll('.fp-hit')].some(a => !/claims/.test(a))")
    until(reader, "() => location.search.includes('kinds=claim')")
    reader.click(".fp-switch a")
    is_at(reader, f"/{other}search/?q=boat&kinds=claim")
    until(reader, COUNT, ".fp-hit mark")


@PREFIXES
def test_matches_are_marked_on_the_page_found(reader: Reader, ferries: str, prefix: str) -> None:
    marks = "() => [...CSS.highlights.get('fp-found') ?? []].map(String)"
    reader.open(f"{ferries}{prefix}{ARTICLE}?found=better+than+feared&view=zh-Hant#p2")
    assert until(reader, marks) == ["better than feared"]
    until(reader, IS_SEEN, "#p2 [data-language=en] .fp-text")
    reader.click(".fp-found button")
    until(reader, f"() => !({marks})().length")


# ── Jyutping ────────────────────────────────────────────────────────────────────────────────


@BOTH
def test_jyutping_is_kept_and_no_text(reader: Reader, ferries: str, width: int) -> None:
    reader.resize(width, 800)
    reader.open(ferries + ARTICLE)
    text = reader.run(TEXT, "#p1 .fp-text:lang(zh)")
    reader.click(".fp-aloud")
    until(reader, COUNT, "#p1 rt")
    reader.open(f"{ferries}zh-Hant/{ARTICLE}")
    until(reader, COUNT, "#p1 rt")
    assert reader.run(TEXT, "#p1 .fp-text:lang(zh)") == text
    assert reader.run(script("too-wide")) == []


def test_jyutping_has_room_and_does_not_stretch_the_english(reader: Reader, ferries: str) -> None:
    reader.open(f"{ferries}{ARTICLE}?view=side")
    reader.click(".fp-aloud")
    until(reader, COUNT, "#p1 rt")
    for english, chinese in reader.run(script("lines"), ["p1", "p2", "p3"]):
        # Without a font for Latin, WebKit leaves more room above the first syllables.
        assert abs(english[0] - chinese[0]) < 16
        for middles, expected in ((english, 30), (chinese, 42)):
            pitches = [after - before for before, after in pairwise(middles)]
            # Within a line, the middles of two fonts differ a little.
            assert all(pitch < 3 or abs(pitch - expected) < 3 for pitch in pitches), pitches


# ── Citing, copying, printing ───────────────────────────────────────────────────────────────


@PREFIXES
def test_a_passage_is_cited_and_the_citation_copied(
    reader: Reader, ferries: str, prefix: str
) -> None:
    reader.open(ferries + prefix + ARTICLE)
    reader.click("#p2 .fp-cite")
    until(reader, TEXT, "#citing-csl")
    for form in ("link", "plain", "bibtex", "csl"):
        reader.click(f"[data-copies=citing-{form}]")
        said = until(reader, TEXT, "#citing .fp-copied")
        assert said == ("已複製。" if prefix else "Copied.")
        shown = reader.run(TEXT, f"#citing-{form}")
        assert pasted(reader) == shown
    assert json.loads(shown)[0]["URL"].endswith(f"{prefix}{ARTICLE}#p2")
    reader.press("Escape")
    until(reader, IS_FOCUSED, "#p2 .fp-cite")


@PREFIXES
def test_the_sheet_of_words_is_copied_as_a_table(
    reader: Reader, ferries: str, invented_site: Site, prefix: str
) -> None:
    reader.open(ferries + prefix + SHEET)
    listens(reader)
    reader.click(".fp-copies")
    assert until(reader, TEXT, ".fp-sheet .fp-copied") == ("已複製。" if prefix else "Copied.")
    file = invented_site.folder / prefix / SHEET / "words.tsv"
    assert pasted(reader) == file.read_text(encoding="utf-8").removeprefix("#columns:")


SELECTABLE = """selector => {
  const style = getComputedStyle(document.querySelector(selector));
  return style.userSelect || style.webkitUserSelect;
}"""


def test_numbers_and_buttons_are_not_selected_with_the_texts(reader: Reader, ferries: str) -> None:
    reader.open(f"{ferries}{ARTICLE}?view=side")
    for selector in (".fp-spine", ".fp-bar"):
        assert reader.run(SELECTABLE, selector) == "none"


# Shows the page with its print styles, in any engine.
ON_PAPER = """() => {
  const turn = (rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        const text = rule.media.mediaText;
        if (/\\bprint\\b/.test(text)) rule.media.mediaText = "all";
        else if (/\\bscreen\\b/.test(text)) rule.media.mediaText = "not all";
      }
      if (rule.cssRules) turn(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) turn(sheet.cssRules);
}"""


@PREFIXES
def test_paper_has_two_columns_and_nothing_of_the_screen(
    reader: Reader, ferries: str, prefix: str
) -> None:
    reader.resize(680, 900)  # about as wide as the text on A4
    reader.open(f"{ferries}{prefix}{ARTICLE}?view=stacked")
    reader.run(ON_PAPER)
    for gone in (".md-header", ".md-tabs", ".md-footer", ".fp-bar", ".fp-cite", "[rel=edit]"):
        assert reader.run(COUNT, gone) > 0
        assert reader.run("s => !document.querySelector(s).checkVisibility()", gone), gone
    assert reader.run(ARRANGEMENT, "p2") == "side"
    line = "() => getComputedStyle(document.querySelector('.fp-text a')).textDecorationLine"
    assert reader.run(line) == "none"
    assert reader.run(script("too-wide")) == []


def test_the_sheet_of_words_is_printed_in_two_columns(reader: Reader, ferries: str) -> None:
    reader.resize(680, 900)
    reader.open(ferries + SHEET)
    reader.run("() => { window.print = () => (document.title = 'printed'); }")
    reader.click(".fp-fuller")
    reader.click(".fp-prints")
    until(reader, "() => document.title === 'printed'")
    reader.run(ON_PAPER)
    assert not reader.run(IS_SEEN, ".fp-actions")
    tops = "() => [...document.querySelectorAll('.fp-example p')].slice(0, 2).map(p => p.offsetTop)"
    first, second = reader.run(tops)
    assert first == second


# ── Navigation ──────────────────────────────────────────────────────────────────────────────


@PREFIXES
def test_single_keys_move_until_they_are_turned_off(
    reader: Reader, ferries: str, prefix: str
) -> None:
    there = f"/{prefix}glossary/ferry/"
    reader.open(f"{ferries}{there[1:]}?view=side")
    listens(reader)
    reader.press("v")
    until(reader, "() => document.documentElement.dataset.view === 'stacked'")
    reader.press("n")
    until(reader, "there => location.pathname !== there", there)
    listens(reader)
    reader.press("p")
    until(reader, "there => location.pathname === there", there)
    listens(reader)
    reader.press("/")
    until(reader, IS_FOCUSED, "[name=q]")
    reader.press("Escape")
    until(reader, "() => !document.querySelector('dialog[open]')")
    reader.press("Shift+?")
    until(reader, IS_SEEN, ".fp-shortcuts [role=switch]")
    reader.click(".fp-shortcuts [role=switch]")
    reader.press("Escape")
    reader.press("v")
    assert reader.run("() => document.documentElement.dataset.view") == "stacked"


def test_the_reading_progress_is_shown_and_the_contents_follow(
    reader: Reader, address: str
) -> None:
    reader.open(address + LONG)
    count = reader.run(COUNT, ".fp-passage[id]")
    until(reader, f"() => ({TEXT})('.fp-place') === 'Passage 1 of {count}'")
    reader.run("() => document.querySelector('#p20').scrollIntoView({behavior: 'instant'})")
    until(reader, f"() => ({TEXT})('.fp-place') === 'Passage 20 of {count}'")
    until(reader, COUNT, ".md-sidebar--secondary a[aria-current=location]")


@pytest.mark.parametrize(("view", "after"), [("side", "side"), ("en", "zh-Hant")])
def test_the_switch_keeps_the_view_and_one_language_alone_follows(
    reader: Reader, ferries: str, view: str, after: str
) -> None:
    reader.open(ferries + ARTICLE)
    reader.click(".fp-views label:has([value=stacked])")
    reader.click(f".fp-views label:has([value={view}])")
    reader.click(".fp-switch a")
    until(reader, "() => location.pathname.startsWith('/zh-Hant/')")
    assert reader.run(ARRANGEMENT, "p2") == after


def test_the_reader_chooses_between_light_and_dark(reader: Reader, ferries: str) -> None:
    reader.open(ferries + ARTICLE)
    seen = {reader.run(COLOUR, "body")}
    for _ in range(3):
        reader.click("form[data-md-component=palette] label:not([hidden])")
        seen.add(reader.run(COLOUR, "body"))
    assert seen == {"rgb(253, 251, 247)", "rgb(23, 25, 27)"}


# ── Layout ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[list[Reader]]:
    """One reader in each engine, Chromium's first."""
    with ExitStack() as stack:
        yield [stack.enter_context(reading(engine, browser)) for engine in ENGINES]


Block = tuple[str, float, float, float, int, float]


def moved(expected: list[Block], found: list[Block]) -> list[str]:
    """The blocks whose position differs from the expected one.

    Text is not equally wide to the pixel in all engines, so a paragraph may have a line more or
    less, and a column of a table may be wider."""
    problems = []
    for one, other in zip(expected, found, strict=True):
        name, x, width, height, lines, pitch = one
        slack = 0.05 * width if ".fp-statement" in name else 2
        spare = pitch if lines else 0.1 * height + 3 * pitch
        is_same = (
            abs(other[1] - x) < 2
            and abs(other[2] - width) <= slack
            and abs(other[5] - pitch) < 0.6
            and abs(other[4] - lines) <= max(1, lines // 4) * (2 if ".fp-titles" in name else 1)
            and abs(other[3] - height) <= max(1, lines // 4) * spare + 6
        )
        if not is_same:
            problems.append(f"{one} is {other}")
    return problems


def looked_at(reader: Reader, address: str) -> list[Block]:
    """The positions of a page's blocks; nothing may be cut off or make it scroll sideways."""
    reader.open(address)
    assert reader.run(script("too-wide")) == [], (reader.engine, address)
    assert reader.run(script("cut")) == [], (reader.engine, address)
    return [tuple(block) for block in reader.run(script("layout"))]


@BOTH
def test_every_kind_of_page_has_the_same_layout_in_all_engines(
    readers: list[Reader], based_site: Site, address: str, width: int
) -> None:
    for reader in readers:
        reader.resize(width, 1500)
    problems: dict[str, Any] = {}
    for path in paths(based_site):
        expected, *others = (looked_at(reader, address + path) for reader in readers)
        assert expected, path
        for reader, found in zip(readers[1:], others, strict=True):
            assert [block[0] for block in found] == [block[0] for block in expected], path
            if messages := moved(expected, found):
                problems[f"{reader.engine} {path}"] = messages
    assert problems == {}
