"""The basic features in Chromium, Firefox and WebKit; test_every_engine.py has all others."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
import yaml

from .engines import Reader, until
from .project import CHECKOUT

ARTICLE = "articles/a-year-of-night-boats/"
STYLES = sorted((CHECKOUT / "overrides/assets/stylesheets").glob("*.css"))
BARE = {"skip_comments": True, "skip_whitespace": True}
DROPPED: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("dropped.yml").read_text(encoding="utf-8")
)
TITLES = {"": "One archipelago", "zh-Hant/": "群島"}

# The languages of a passage's visible texts, and whether they are side by side.
ARRANGEMENT = """passage => {
  const sides = [...document.querySelectorAll(`#${passage} .fp-side`)]
    .filter(side => side.getClientRects().length)
    .map(side => [side.dataset.language, side.getBoundingClientRect()]);
  if (sides.length < 2) return sides[0]?.[0];
  return Math.abs(sides[0][1].top - sides[1][1].top) < 1 ? "side" : "stacked";
}"""
COUNT = "selector => document.querySelectorAll(selector).length"
ADDRESS = "() => location.pathname + location.search + location.hash"

PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
FEW = [pytest.param("", marks=pytest.mark.full), "zh-Hant/"]


# ── Stylesheets ─────────────────────────────────────────────────────────────────────────────


def declared(nodes: list[Any], within: str = "") -> Iterator[tuple[str, str, str]]:
    """The declarations and rules of a stylesheet's nodes at any depth: `(kind, name, value)`."""
    for node in nodes:
        if node.type == "declaration":
            kind = "page" if within == "@page" else "declaration"
            yield kind, node.name, tinycss2.serialize(node.value).strip()
        elif node.type in ("qualified-rule", "at-rule"):
            name = f"@{node.at_keyword}" if node.type == "at-rule" else ""
            kind = "margin" if within == "@page" else "rule" if name else "selector"
            yield kind, name, tinycss2.serialize(node.prelude).strip()
            content = tinycss2.parse_blocks_contents(node.content or [], **BARE)
            yield from declared(content, name)


def said(style: Path) -> list[tuple[str, str, str]]:
    """All declarations and rules of a stylesheet, without duplicates."""
    text = style.read_text(encoding="utf-8")
    nodes = tinycss2.parse_stylesheet(text, **BARE)
    return list(dict.fromkeys(declared(nodes)))


# Those that the engine does not know. Custom properties are replaced by their values, the body's or
# else one that we give them elsewhere: with them unknown, an engine takes any declaration, and drops
# it later.
UNKNOWN = """said => {
  const known = getComputedStyle(document.body);
  const ours = Object.fromEntries(said.map(([, name, value]) => [name, value]));
  const replaced = (text) => text.replace(
    /var\\((--[\\w-]+)(?:,\\s*([^()]*))?\\)/g,
    (_, name, otherwise) =>
      known.getPropertyValue(name) || (otherwise ?? replaced(ours[name] ?? "nowhere-defined")),
  );
  const parsed = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet.cssRules[0];
  };
  const isKnown = {
    declaration: (name, value) => name.startsWith("--") || CSS.supports(name, replaced(value)),
    selector: (_, value) => parsed(`body { ${value} { color: red } }`).cssRules.length,
    page: (name, value) => parsed(`@page { ${name}: ${value} }`).style.length,
    margin: (name) => parsed(`@page { ${name} { color: red } }`).cssText.includes(name),
    rule: (name, value) => {
      const rule = parsed(`${name} ${value} {}`);
      return rule && !(rule.media?.mediaText ?? "").includes("not all");
    },
  };
  return said.filter(([kind, name, value]) => !isKnown[kind](name, value));
}"""


def test_no_engine_drops_a_declaration_of_our_styles(reader: Reader, ferries: str) -> None:
    reader.open(ferries)
    everything = list(dict.fromkeys(found for style in STYLES for found in said(style)))
    assert len(everything) > 600
    dropped = reader.run(UNKNOWN, everything)
    excused = DROPPED[reader.engine]
    assert {f"{name}: {value}".removesuffix(": ") for _, name, value in dropped} == set(excused)


# ── Layout ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.matrix
@PREFIXES
def test_the_home_page_leads_into_the_site(reader: Reader, ferries: str, prefix: str) -> None:
    reader.open(ferries + prefix)
    assert reader.run("() => document.querySelector('h1').getClientRects().length") > 0
    reader.click("article a[href*='articles/']")
    until(reader, "path => location.pathname.startsWith(path)", f"/{prefix}articles/")


# The line under the first link of each kind in the texts.
LINES = """marks => {
  if (marks) document.documentElement.dataset.marks = marks;
  return Object.fromEntries(["term", "name", "claim"].map(kind => {
    const style = getComputedStyle(document.querySelector(`.fp-text a.fp-${kind}`));
    return [kind, [style.textDecorationLine, style.textDecorationStyle]];
  }));
}"""


@pytest.mark.matrix
@PREFIXES
def test_words_and_names_are_seen_to_be_links(reader: Reader, ferries: str, prefix: str) -> None:
    """Claims are marked when the reader asks for it."""
    reader.open(ferries + prefix + ARTICLE)
    seen = {"term": ["underline", "dotted"], "name": ["underline", "solid"]}
    assert reader.run(LINES, "") == {**seen, "claim": ["none", "solid"]}
    assert reader.run(LINES, "term name claim") == {**seen, "claim": ["underline", "solid"]}


# In the Chinese texts of a page: each mark within a line that is not full-width, or its width.
MARKS = """() => {
  const found = [];
  for (const text of document.querySelectorAll(".fp-text:lang(zh)")) {
    const size = parseFloat(getComputedStyle(text).fontSize);
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data } = walker.currentNode;
      for (const { index } of data.matchAll(/(?<=\\p{sc=Han})[，。、](?=\\p{sc=Han})/gu)) {
        const range = new Range();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + 1);
        found.push(range.getBoundingClientRect().width / size);
      }
    }
  }
  return found;
}"""


@pytest.mark.matrix
def test_punctuation_within_a_line_of_chinese_is_as_wide_as_its_characters(
    reader: Reader, ferries: str
) -> None:
    reader.open(f"{ferries}zh-Hant/{ARTICLE}?view=zh-Hant")
    widths = reader.run(MARKS)
    assert len(widths) > 1
    assert widths == pytest.approx([1.0] * len(widths), abs=0.06)


# The distance of a paragraph's first character from the edge, with its text replaced by Latin.
INDENT = """text => {
  const paragraph = document.querySelector(".fp-text:lang(zh)");
  paragraph.textContent = text;
  const range = new Range();
  range.setStart(paragraph.firstChild, 0);
  range.setEnd(paragraph.firstChild, 1);
  const { left, width } = range.getBoundingClientRect();
  return [left - paragraph.getBoundingClientRect().left, width];
}"""


@pytest.mark.matrix
def test_latin_at_the_beginning_of_a_chinese_paragraph_stands_at_the_edge(
    reader: Reader, ferries: str
) -> None:
    reader.open(f"{ferries}zh-Hant/{ARTICLE}?view=zh-Hant")
    left, alone = reader.run(INDENT, "Harbour lights")
    assert left == pytest.approx(0, abs=0.1)
    assert reader.run(INDENT, "Harbour燈火") == pytest.approx([0, alone], abs=0.1)


# ── Behaviour ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.matrix
@PREFIXES
def test_each_view_shows_its_texts(reader: Reader, ferries: str, prefix: str) -> None:
    reader.open(ferries + prefix + ARTICLE)
    assert reader.run(ARRANGEMENT, "p2") == "side"
    for view in ("en", "zh-Hant", "stacked", "side"):
        reader.click(f".fp-views label:has([value={view}])")
        assert reader.run(ARRANGEMENT, "p2") == view


@pytest.mark.matrix
@PREFIXES
def test_the_keyboard_meets_a_card_and_escape_closes_it(
    reader: Reader, ferries: str, prefix: str
) -> None:
    reader.open(ferries + prefix + ARTICLE)
    until(reader, COUNT, ".fp-search form[data-state]")  # the scripts have run
    reader.press("Tab")
    reader.run("() => document.querySelector('.fp-text a[href*=\"/night-boat/\"]').focus()")
    card = until(reader, "() => document.querySelector('.fp-explains:popover-open')?.textContent")
    assert ("午夜後的航班。" if prefix else "A service after midnight.") in card
    reader.press("Escape")
    until(reader, "() => !document.querySelector('.fp-explains')")


@pytest.mark.matrix
@PREFIXES
def test_jyutping_comes_when_asked_for(reader: Reader, ferries: str, prefix: str) -> None:
    reader.open(ferries + prefix + ARTICLE)
    reader.click(".fp-aloud")
    assert until(reader, COUNT, "#p1 rt[data-syllable]") > 20
    reader.click(".fp-aloud")
    until(reader, "() => !document.querySelector('rt')")


@pytest.mark.parametrize("prefix", FEW)
def test_the_keyboard_searches(reader: Reader, ferries: str, prefix: str) -> None:
    reader.open(ferries + prefix)
    until(reader, "() => document.querySelector('.fp-search form[data-state]')")
    reader.press("Control+k")
    until(reader, "() => document.activeElement.name === 'q'")
    reader.type("lantern")
    until(reader, COUNT, ".fp-hit mark")
    time.sleep(0.4)  # until the results of the last letter are there
    reader.press("ArrowDown")
    reader.press("Enter")
    until(reader, "path => location.pathname.startsWith(path)", f"/{prefix}glossary/lantern/")


@pytest.mark.matrix
@PREFIXES
def test_the_switch_of_language_keeps_the_place(reader: Reader, ferries: str, prefix: str) -> None:
    other = "" if prefix else "zh-Hant/"
    reader.resize(1280, 500)  # the masthead stays in view from 480 on
    reader.open(ferries + prefix + ARTICLE)
    reader.run("() => document.querySelector('#p3').scrollIntoView({behavior: 'instant'})")
    reader.click(".fp-switch a")
    until(reader, "path => location.pathname === path", f"/{other}{ARTICLE}")
    assert reader.run("() => location.hash") == "#p3"
    top = until(reader, "() => document.querySelector('#p3').getBoundingClientRect().top")
    assert 0 <= top < 300
