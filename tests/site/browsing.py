"""A reader's browser: its width, the pages that it opens, and the scripts run in them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, Route

from .project import Site

Scheme = Literal["light", "dark"]

SCRIPTS = Path(__file__).with_name("browser")
WIDTHS = (320, 390, 768, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
INDEXES = (
    "",
    "about",
    "guide",
    "guide/checks",
    "guide/checks/completeness",
    "guide/checks/reading",
    "articles",
    "glossary",
    "glossary/by/jyutping",
    "names",
    "claims",
    "sources",
    "topics",
    "topics/heritage",
    "status",
)
ENTRIES = ("articles", "glossary", "names", "claims", "sources")


def script(name: str) -> str:
    """A script of `browser/`, which is run in a page to measure something."""
    text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    return text.rstrip().removesuffix(";")  # so that it can be put in brackets and called


def paths(site: Site) -> list[str]:
    """A page of every kind in both languages; of entries the longest, where most can go wrong."""

    def size(path: str) -> int:
        return len(site.pages[path].text)

    found = [f"{index}/" if index else "" for index in INDEXES]
    for folder in ENTRIES:
        kind = re.compile(rf"{folder}/[^/]+/")
        found.append(max((path for path in site.pages if kind.fullmatch(path)), key=size))
    return [*found, *(f"zh-Hant/{path}" for path in found), "no/such/page/"]


@contextmanager
def visiting(browser: Browser, width: int = 1280, scheme: Scheme = "light", *,
             scripted: bool = True) -> Iterator[BrowserContext]:  # fmt: skip
    """A browser without any history, of a reader who prefers reduced motion."""
    with browser.new_context(
        color_scheme=scheme,
        java_script_enabled=scripted,
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
        viewport={"width": width, "height": 800},
    ) as context:
        yield context


@contextmanager
def opened(browser: Browser, scheme: Scheme = "light", *, width: int = 1280,
           scripted: bool = True) -> Iterator[Page]:  # fmt: skip
    """A page of such a browser."""
    with visiting(browser, width, scheme, scripted=scripted) as context:
        yield context.new_page()


@contextmanager
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a touch screen."""
    with browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}
    ) as context:
        yield context.new_page()


@contextmanager
def scripts_late(page: Page) -> Iterator[None]:
    """Within the block, the page has not loaded its scripts yet."""
    held: list[Route] = []
    page.route("**/*.js", lambda route: held.append(route))
    yield
    for route in held:
        route.continue_()
    page.unroute("**/*.js")
