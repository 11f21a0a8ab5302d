"""Words explained: a card at each term, name and claim that a page links to."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from .conftest import Serve
from .project import CHINESE, ENGLISH, Page, Site
from .test_browser import SCRIPTS

NIGHT_BOATS = "articles/a-year-of-night-boats/"
LINKS = "a:is(.fp-term, .fp-name, .fp-claim)"
ANYWHERE = "self::a[re:test(@class, '^fp-(term|name|claim)$')]"
REST, GRACE = 250, 300  # ms, as in cards.js

PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])


# ── What lies in the pages ──────────────────────────────────────────────────────────────────


def linked(page: Page) -> set[str]:
    """Where the page's links to terms, names and claims lead, but for those to itself."""
    kinds = " or ".join(f"@class='fp-{kind}'" for kind in ("term", "name", "claim"))
    links = page.values(f"//article//a[{kinds}][not(ancestor::template)][not(@aria-current)]/@href")
    return {link for link in links if not link.startswith("#")}


def card(page: Page, entry: str) -> str:
    """What the card of an entry says."""
    return page.text_of(f"//template//a[contains(@href, '/{entry}/')]/ancestor::div[1]")


def test_every_link_to_an_entry_has_its_card_and_every_card_its_link(site: Site) -> None:
    composed = [page for page in site.pages.values() if page.all("//div[@id='facing-page']")]
    carded = 0
    for page in composed:
        cards = page.values("//template[@id='explained']/div/p/a/@href")
        assert len(cards) == len(set(cards)), page.path
        assert set(cards) == linked(page), page.path
        carded += bool(cards)
    assert carded > len(site.pages) / 3


# (the page, the entry, what its card says in English and in Chinese)
SAID = [
    (
        NIGHT_BOATS,
        "glossary/ferry",
        "ferry 渡輪 dou6 leon4 noun A boat that carries people on a fixed route. Open its page",
        "渡輪 dou6 leon4 ferry 名詞",
    ),
]


@pytest.mark.parametrize(("path", "entry", "english", "chinese"), SAID)
def test_a_card_says_what_it_is(
    invented_site: Site, path: str, entry: str, english: str, chinese: str
) -> None:
    assert card(invented_site.pages[path], entry) == english
    assert card(invented_site.pages[f"zh-Hant/{path}"], entry) == chinese
