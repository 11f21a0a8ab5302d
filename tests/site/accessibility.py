"""The violations that axe-core, Deque's checker of WCAG, finds on a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Only violations are described in full: describing passed rules takes most of the time.
OPTIONS = {"resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    """The violations of a page, each with its first element; empty if there are none."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html']}" for violation in found]
