"""What axe-core, Deque's checker of WCAG, finds on each kind of page: nothing."""

import pytest
from playwright.sync_api import Browser

from .accessibility import violations
from .browsing import opened, paths
from .project import Site


@pytest.mark.full
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(
    browser: Browser, based_site: Site, address: str, scheme: str, width: int
) -> None:
    found: dict[str, list[str]] = {}
    with opened(browser, "dark" if scheme == "dark" else "light", width=width) as page:
        for path in paths(based_site):
            page.goto(address + path)
            if wrong := violations(page):
                found[path] = wrong
    assert found == {}
