"""Nothing that a page loads comes from another host."""

import re
from pathlib import Path
from urllib.parse import urljoin

from .project import Page, Site

LOADED = (
    "//script/@src | //img/@src | //iframe/@src | //source/@src | //video/@src | //object/@data"
)
LOADED_BY_LINK = "//link[not(@rel='canonical' or @rel='alternate')]/@href"
OTHER_HOSTS = re.compile(r"(?i)\bcdn\b|unpkg|jsdelivr|googleapis|gstatic|fonts\.g|cloudflare")
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")


def _loaded(page: Page) -> list[str]:
    return page.values(LOADED) + page.values(LOADED_BY_LINK)


def test_pages_load_from_their_own_host(site: Site) -> None:
    for page in site.everything:
        assert _loaded(page), page.path
        for address in _loaded(page):
            assert site.inside(urljoin(page.url, address)) is not None, f"{page.path}: {address}"
        for copies in page.values("//@srcset"):
            for copy in copies.split(", "):
                assert site.inside(urljoin(page.url, copy.split()[0])) is not None, page.path


def test_no_page_names_a_host_of_fonts_or_scripts(site: Site) -> None:
    for page in site.everything:
        assert not OTHER_HOSTS.search(page.text), page.path


def _stylesheets(site: Site) -> set[Path]:
    found = set()
    for page in site.everything:
        for href in page.values("//link[@rel='stylesheet']/@href"):
            path = site.inside(urljoin(page.url, href))
            assert path is not None
            found.add(site.folder / path)
    return found


def test_stylesheets_load_what_is_there(site: Site) -> None:
    stylesheets = _stylesheets(site)
    assert any(file.name == "facing-pages.css" for file in stylesheets)
    for file in stylesheets:
        css = file.read_text(encoding="utf-8")
        assert not OTHER_HOSTS.search(css), file.name
        for address in (match[1] or match[2] for match in CSS_ADDRESS.finditer(css)):
            is_there = address.startswith(("data:", "#")) or (file.parent / address).is_file()
            assert is_there, f"{file.name}: {address}"
