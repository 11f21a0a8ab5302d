"""The Nu HTML checker reports nothing about any page, as built and as changed by scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .browsing import opened
from .conftest import Serve
from .nu import messages
from .project import Site

ARTICLE = "articles/a-year-of-night-boats/"
WRONG = '<!DOCTYPE html><html lang="en"><title>Boats</title><body><div aria-label="Boats"></div>'
HINT = "<!DOCTYPE html><html><title>Boats</title><body><h1></h1>"

# For comboboxes the checker knows ARIA 1.0; since 1.2, `aria-controls` refers to the options.
OUTDATED = "accompanied by attribute “aria-owns”"


def _dialog(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("boat")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def _card(page: Page) -> None:
    page.locator(".fp-text a.fp-term").first.hover()
    expect(page.locator(".fp-explains")).to_be_visible()


def _citing(page: Page) -> None:
    page.locator(".fp-cite").first.click()
    expect(page.locator("#citing-csl")).not_to_be_empty()


def _jyutping(page: Page) -> None:
    page.get_by_role("switch").check()
    expect(page.locator("ruby")).not_to_have_count(0)


def _view(page: Page) -> None:
    page.locator(".fp-views label").first.click()
    page.locator(".fp-reveal:visible").first.click()


def _display(page: Page) -> None:
    page.locator(".fp-display summary").click()
    page.locator(".fp-panel [value=claim]").check()


def _shortcuts(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def _results(page: Page) -> None:
    expect(page.locator(".fp-hit").first).to_be_visible()


def _nothing(page: Page) -> None:
    expect(page.locator(".fp-said")).not_to_be_empty()


def _marks(page: Page) -> None:
    expect(page.locator(".fp-found")).to_be_visible()


def _theme(page: Page) -> None:
    page.locator(".md-header [for^=__palette]:visible").click()


# A reader's actions, with a name for each.
STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "dialog": ("", _dialog),
    "card": (ARTICLE, _card),
    "citing": (ARTICLE, _citing),
    "jyutping": (ARTICLE, _jyutping),
    "view": (ARTICLE, _view),
    "display": (ARTICLE, _display),
    "shortcuts": (ARTICLE, _shortcuts),
    "results": ("search/?q=boat", _results),
    "nothing": ("search/?q=xylophone", _nothing),
    "marks": (f"{ARTICLE}?found=Night+Boat#p1", _marks),
    "theme": ("claims/", _theme),
}


# A guess from letters: the Chinese guide quotes much YAML and console output in English.
GUESSED = "This document appears to be written in English but"


@pytest.fixture(scope="module")
def changed(browser: Browser, serve: Serve, invented_site: Site,
            tmp_path_factory: pytest.TempPathFactory) -> Path:  # fmt: skip
    """A folder of pages in both languages, saved after scripts have changed them."""
    folder = tmp_path_factory.mktemp("changed")
    root = serve(invented_site)
    for prefix in ("", "zh-Hant/"):
        for name, (path, act) in STATES.items():
            with opened(browser) as page:
                page.goto(f"{root}{prefix}{path}")
                act(page)
                html = page.evaluate("document.documentElement.outerHTML")
            file = folder / f"{name}-{prefix.strip('/')}.html"
            file.write_text(f"<!DOCTYPE html>{html}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def reported(request: pytest.FixtureRequest, invented_site: Site, changed: Path,
             tmp_path_factory: pytest.TempPathFactory) -> list[str]:  # fmt: skip
    """Every message of one run over the sites, the changed pages, and two with a fault each."""
    faulty = tmp_path_factory.mktemp("faulty")
    (faulty / "wrong.html").write_text(WRONG, encoding="utf-8")
    (faulty / "hint.html").write_text(HINT, encoding="utf-8")
    real: list[Path] = []
    if request.config.getoption("--all"):
        real.append(request.getfixturevalue("real_site").folder)
    return messages([*real, invented_site.folder, changed, faulty])


def test_every_page_is_valid(reported: list[str]) -> None:
    expected = ("/faulty", OUTDATED, GUESSED)
    ours = [message for message in reported if not any(part in message for part in expected)]
    assert "\n".join(ours) == ""


@pytest.mark.parametrize(
    ("page", "said"), [("wrong", "“aria-label”"), ("hint", "Empty heading"), ("hint", "“lang”")]
)
def test_errors_warnings_and_hints_are_reported(reported: list[str], page: str, said: str) -> None:
    assert any(f"/{page}.html:" in message and said in message for message in reported)
