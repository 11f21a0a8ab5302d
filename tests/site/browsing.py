"""A reader's browser: how wide it is, which pages it opens, and what is run in them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from .project import Site

SCRIPTS = Path(__file__).with_name("browser")
WIDTHS = (320, 390, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
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
)
ENTRIES = ("articles", "glossary", "names", "claims", "sources")


def script(name: str) -> str:
    """What is run in a page to see something of it, one of `browser/`."""
    return (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")


def paths(site: Site) -> list[str]:
    """A page of every kind in both languages: of entries the longest, where most can go wrong."""

    def size(path: str) -> int:
        return len(site.pages[path].text)

    found = [f"{index}/" if index else "" for index in INDEXES]
    for folder in ENTRIES:
        kind = re.compile(rf"{folder}/[^/]+/")
        found.append(max((path for path in site.pages if kind.fullmatch(path)), key=size))
    return [*found, *(f"zh-Hant/{path}" for path in found), "no/such/page/"]


@contextmanager
def opened(browser: Browser, scheme: Literal["light", "dark"] = "light", *, width: int = 1280,
            scripted: bool = True) -> Iterator[Page]:  # fmt: skip
    """A page of a browser that has seen nothing yet, for a reader who wants stillness."""
    with browser.new_context(
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=scripted,
        viewport={"width": width, "height": 800},
    ) as context:
        yield context.new_page()
