"""The search of the built site answers any query with the same results as a scan of its texts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bench.searching.fuzzing import Probe, Scan, failures, probes, unshown
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.search.documents import Document
from scripts.search.entries import documents_of

from .project import CHECKOUT

SEED = 12
QUERIES, SHOWN = 390, 39


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """The entries of the real site."""
    return list(documents_of(read_content(open_folder(CHECKOUT / "content")).corpus))


@pytest.fixture(scope="module")
def asked(documents: list[Document]) -> list[Probe]:
    return list(probes(documents, QUERIES, SEED))


@pytest.fixture
def page(browser: Browser, real_address: str) -> Iterator[Page]:
    """The page of results."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{real_address}search/?q=x")
        page.wait_for_selector("form.fp-seek:not([data-state=empty])")
        page.evaluate(
            "document.head.prepend(Object.assign(document.createElement('base'), "
            f"{{ href: '{real_address}' }}))"
        )
        yield page


def test_a_scan_asks_for_much(documents: list[Document], asked: list[Probe]) -> None:
    scan = Scan(documents)
    assert sum(bool(scan.paths(probe.scanned)) for probe in asked) > QUERIES / 3


def test_what_a_scan_finds_is_found(
    page: Page, documents: list[Document], asked: list[Probe]
) -> None:
    failed = list(failures(page, asked, Scan(documents)))
    assert failed == []


@pytest.mark.full
def test_the_page_never_says_that_the_search_failed(page: Page, asked: list[Probe]) -> None:
    failed = list(unshown(page, asked[:SHOWN]))
    assert failed == []
