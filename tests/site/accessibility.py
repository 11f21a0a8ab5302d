"""What axe-core, Deque's checker of WCAG, has to say of a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Only what is wrong is described in full: describing all that is right takes most of the time.
OPTIONS = {"resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    """What is wrong with a page, with the first element of each kind; nothing if all is well."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html']}" for violation in found]
