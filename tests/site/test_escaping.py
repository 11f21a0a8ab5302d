"""Texts of entries are escaped on every page, also if they look like HTML or templates."""

import json
from typing import Any

import pytest
from lxml import etree

from .project import Page, Site

pytestmark = pytest.mark.matrix

TITLE = '</title><script>alert("title")</script> & {{ 7 * 7 }}'
TITLE_ZH = '</title><script>alert("標題")</script>與 {% raw %} 之間'
SUMMARY = (
    "The letter says <b onmouseover='alert(1)'>“no”</b>, &lt;twice&gt;, and {{ config.site_name }}."
)
HEADING = "# Not a heading, [no link](term:ferry) <!-- nor a comment -->"
PASSAGE = "<img src=x onerror=alert(1)> The islanders ask {{ 7 * 7 }} times: {# why #}"
PATH = "articles/letter-with-signs/"


@pytest.fixture(scope="module", params=["", "zh-Hant/"])
def letter(request: pytest.FixtureRequest, invented_site: Site) -> Page:
    """The page of an entry all of whose texts look like HTML or templates."""
    return invented_site.pages[request.param + PATH]


def test_in_the_head(letter: Page) -> None:
    title = TITLE_ZH if letter.is_chinese else TITLE
    site_name = "對照" if letter.is_chinese else "Facing Pages"
    assert letter.text_of("//title") == f"{title} · {site_name}"
    assert letter.one("//meta[@property='og:title']/@content") == title
    summary = letter.one("//meta[@name='description']/@content")
    assert "<b onmouseover='alert(1)'>" in summary
    assert letter.is_chinese or summary == SUMMARY


def test_in_the_body(letter: Page) -> None:
    assert letter.text_of("//h1") == (TITLE_ZH if letter.is_chinese else TITLE)
    text = letter.text_of("//article")
    for written in (TITLE, TITLE_ZH, HEADING, PASSAGE):
        assert written in text
    assert letter.is_chinese or SUMMARY in text
    assert letter.text_of("//*[@id='only']/h2").count("<!--") == 2


def test_in_the_lists_of_other_pages(invented_site: Site) -> None:
    for path in ("", "articles/", "sources/islanders-letter/", "claims/boats-on-time/"):
        text = invented_site.pages[path].text_of("//article")
        assert TITLE in text, path
        assert TITLE_ZH in invented_site.pages[f"zh-Hant/{path}"].text_of("//article"), path


def test_in_the_data(invented_site: Site) -> None:
    text = (invented_site.folder / "data" / "articles.json").read_text(encoding="utf-8")
    articles: dict[str, Any] = {article["id"]: article for article in json.loads(text)}
    letter = articles["letter-with-signs"]
    assert letter["labels"] == {"en": TITLE, "zh-Hant": TITLE_ZH}
    assert letter["fields"]["sections"][0]["title"]["en"] == HEADING


def test_no_markup_comes_of_it(site: Site) -> None:
    for page in site.everything:
        for script in page.all("//script"):
            assert "alert" not in (script.text or ""), page.path
        assert page.values("//@*[starts-with(name(), 'on')]") == [], page.path
        inserted = "//article//b | //article//img[not(ancestor::figure)] | //article//script"
        assert page.values(inserted) == [], page.path
        assert [c for c in page.all("//article//comment()") if "list" not in str(c.text)] == []
        assert page.values("//*[not(self::pre or self::code)]/text()[contains(., ' 49 ')]") == []


def test_no_link_runs_a_script(site: Site) -> None:
    for page in site.everything:
        for address in page.values("//@href | //@src | //@action | //@formaction"):
            assert not address.strip().lower().startswith(("javascript:", "data:", "vbscript:"))


def test_links_to_elsewhere_are_only_links(site: Site) -> None:
    """Other hosts get no request until a reader follows a link."""
    elements: list[etree._Element] = []
    for page in site.everything:
        elements += page.all("//*[starts-with(@src, 'http')]")
        elements += page.all("//form[contains(@action, '//')]")
        elements += page.all("//iframe | //embed | //object | //base")
        elements += page.all("//meta[@http-equiv='refresh' or @http-equiv='Refresh']")
    assert elements == []


def test_pages_are_well_formed(site: Site) -> None:
    for page in site.everything:
        assert page.parsed[1] == [], page.path
