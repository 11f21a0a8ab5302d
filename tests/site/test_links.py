"""Every link of the built site has a target, at the root of a host and below a base path."""

from collections import Counter, deque
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from scripts.model import FOLDERS

from .project import Page, Project, Site, is_web

pytestmark = pytest.mark.matrix


def _fault(site: Site, link: str) -> str | None:
    """The reason why a link has no target, if it has none."""
    if not is_web(link):
        return "not of the web"
    path = site.inside(link)
    if path is None:
        return None if "." in urlsplit(link).netloc else "no host"
    if not site.file(path).is_file():
        return "no such file"
    fragment = unquote(urldefrag(link).fragment)
    if fragment and fragment not in site.pages[path].ids:
        return "no such place on the page"
    return None


def test_every_link_leads_somewhere(site: Site) -> None:
    messages = {
        (page.path, link): message
        for page in site.everything
        for link in page.links()
        if (message := _fault(site, link))
    }
    assert messages == {}
    assert len(site.pages) > 40


@pytest.mark.full
def test_links_are_the_same_under_every_base_path(real_site: Site, real_based_site: Site) -> None:
    assert real_site.pages.keys() == real_based_site.pages.keys()
    for path, page in real_site.pages.items():
        moved = page.text.replace(real_site.url, real_based_site.url)
        assert moved == real_based_site.pages[path].text, path


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    for page in site.everything:
        twice = [name for name, count in Counter(page.ids).items() if count > 1]
        assert twice == [], page.path


def _places(page: Page) -> set[str]:
    """The ids of a page, except those that Markdown makes from the words of headings."""
    return set(page.values("//article//*[not(self::h1)]/@id"))


def test_a_place_on_a_page_is_on_its_counterpart_too(site: Site) -> None:
    for page in site.pages.values():
        here, there = _places(page), _places(site.pages[page.counterpart])
        # A notice has the places of the page, but none of the text that is to follow.
        assert here <= there if page.is_notice else here == there or len(site.texts(page)) == 1
    article = "articles/a-year-of-night-boats/"
    if article in site.pages:
        assert {"p1", "p2", "p3", "regatta"} <= _places(site.pages[article])


@pytest.mark.parametrize("name", [pytest.param("real", marks=pytest.mark.full), "invented"])
def test_every_entry_has_a_page_in_both_languages(
    name: str, request: pytest.FixtureRequest
) -> None:
    project: Project = request.getfixturevalue(name)
    site: Site = request.getfixturevalue(f"{name}_site")
    files = sorted((project.root / "content").rglob("*.yml"))
    pages = {f"{file.relative_to(project.root / 'content').with_suffix('')}/" for file in files}
    assert pages
    assert pages | {f"zh-Hant/{page}" for page in pages} <= site.pages.keys()
    assert {page.partition("/")[0] for page in pages} == set(FOLDERS.values())


@pytest.mark.parametrize("home", ["", "zh-Hant/"])
def test_every_page_is_reached_from_home_in_its_language(site: Site, home: str) -> None:
    reached, waiting = {home}, deque([home])
    while waiting:
        for link in site.pages[waiting.popleft()].anchors():
            path = site.inside(link)
            is_own = path in site.pages and path.startswith("zh-Hant/") == bool(home)
            if path is not None and is_own and path not in reached:
                reached.add(path)
                waiting.append(path)
    everything = {path for path, page in site.pages.items() if page.is_chinese == bool(home)}
    assert reached == everything


def test_hand_written_pages_lead_where_entries_do(invented_site: Site) -> None:
    for prefix in ("", "zh-Hant/"):
        about = invented_site.pages[f"{prefix}about/"]
        assert about.values("//article//section//a/@href | //article//p/a/@href") == [
            "../glossary/ferry/",
            "../names/puffin-ferries/",
            "../claims/twelve-boats/",
            "../sources/night-boat-report/",
            "../#taste",
        ]
        assert "](term:no-such-term)" in about.text_of("//article//pre")
        assert "<!-- list: no-such-list -->" in about.text_of("//article//pre")
