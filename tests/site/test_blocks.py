"""Lists, tables, footnotes and pictures on the page, in its files, in search and in print."""

import io
import json
from urllib.parse import urljoin

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from scripts.text.script import han_characters

from .browsing import visiting
from .conftest import Serve
from .project import CHINESE, ENGLISH, Page, Project, Site

ARTICLE = "articles/what-the-pier-needs/"
PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])


@pytest.fixture(scope="module")
def pages(invented_site: Site) -> list[Page]:
    return [invented_site.pages[f"{prefix}{ARTICLE}"] for prefix in ("", "zh-Hant/")]


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_blocks_are_the_elements_of_html(pages: list[Page], language: str) -> None:
    for page in pages:
        text = f"//*[@id='p1']//div[contains(@class, 'fp-text')][@lang='{language}']"
        kinds = [str(element.tag) for element in page.all(f"{text}/*")]
        assert kinds == ["p", "ul", "p", "ol"]
        assert len(page.all(f"{text}/ul/li")) == 3
        assert len(page.all(f"{text}/ul/li/ol/li")) == 2
        assert len(page.all(f"{text}//strong")) == 1
        answer = f"//*[@id='p2']//div[@lang='{language}']"
        assert len(page.all(f"{answer}/blockquote/p")) == 2
        assert len(page.all(f"{answer}//table/thead/tr/th[@scope='col']")) == 2
        assert len(page.all(f"{answer}//table/tbody/tr/td")) == 6


def test_a_footnote_and_its_mark_lead_to_one_another(pages: list[Page]) -> None:
    for page in pages:
        marks = page.all("//sup/a[@role='doc-noteref']")
        assert len(marks) == 2
        for mark in marks:
            note = (mark.get("href") or "").removeprefix("#")
            (back,) = page.values(f"//li[@id='{note}']/a[@role='doc-backlink']/@href")
            assert back == f"#{mark.get('id')}"


def test_a_picture_has_room_words_and_copies(invented_site: Site, pages: list[Page]) -> None:
    for page in pages:
        pictures = page.all("//figure/img")
        alts = [picture.get("alt") or "" for picture in pictures]
        assert sorted(bool(han_characters(alt)) for alt in alts) == [False, True]
        for picture in pictures:
            size = (int(picture.get("width") or 0), int(picture.get("height") or 0))
            assert picture.get("loading") == "lazy"
            copies = [copy.split() for copy in (picture.get("srcset") or "").split(", ")]
            assert [width for _, width in copies] == ["480w", "960w", "1200w"]
            for address, width in copies:
                path = invented_site.inside(urljoin(page.url, address))
                assert path is not None
                with Image.open(invented_site.folder / path) as copy:
                    assert (copy.format, f"{copy.width}w") == ("WEBP", width)
                    assert abs(copy.width / copy.height - size[0] / size[1]) < 0.01
                    assert not copy.getexif()


def test_sections_within_sections_have_headings_of_their_own(pages: list[Page]) -> None:
    for page in pages:
        assert page.values("//section[@id='answer']/section/@id") == ["later", "last"]
        assert len(page.all("//section[@id='later']/h3")) == 1
        assert page.values("//nav//a[@href='#later']") or page.values("//a[@href='#later']")


def test_jyutping_has_a_syllable_for_each_character_of_a_caption(invented_site: Site) -> None:
    text = (invented_site.folder / ARTICLE / "jyutping.json").read_text(encoding="utf-8")
    syllables = json.loads(text)["passages"]["p3"]["syllables"]
    caption = "春天的燈，由夜航船運來。圖片：鷺洲會燈亮了。"
    assert len(syllables) == len(han_characters(caption))


def test_a_picture_that_changes_is_published_anew(project: Project) -> None:
    with Image.new("RGB", (700, 350), "teal") as other:
        other.save(project.root / "content/pictures/pier-lamp.jpg")
    site = project.built("site")
    page = site.pages[ARTICLE]
    assert set(page.values("//figure/img/@height")) == {"350"}
    with Image.open(site.folder / ARTICLE / "lamp-700.webp") as copy:
        assert copy.size == (700, 350)
    assert not (site.folder / ARTICLE / "lamp-1200.webp").exists()


# ── In a browser ────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def address(serve: Serve, invented_site: Site) -> str:
    return serve(invented_site)


@PREFIXES
def test_a_wide_table_moves_in_its_own_box(browser: Browser, address: str, prefix: str) -> None:
    with visiting(browser, 320) as context:
        page = context.new_page()
        page.goto(f"{address}{prefix}{ARTICLE}#p2")
        cell = page.locator("#p2 td").first
        cell.evaluate("cell => { cell.textContent = 'Boats'.repeat(30); }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.locator("#p2 .fp-scroll").first.evaluate(
            "box => box.scrollWidth > box.clientWidth"
        )
        box = page.locator("#p2 .fp-scroll").first
        box.focus()
        expect(box).to_be_focused()


def test_what_a_cell_says_is_found_and_all_blocks_are_printed(
    browser: Browser, address: str
) -> None:
    with visiting(browser) as context:
        page = context.new_page()
        page.goto(f"{address}search/?q=far+pier")
        hit = page.locator(f"a[href*='{ARTICLE}']").first
        expect(hit).to_be_visible()
        page.goto(f"{address}{ARTICLE}")
        pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        text = "".join("".join(sheet.extract_text().split()) for sheet in pdf.pages)
        for words in ("abenchbelowit", "Benches", "Theoldlampburntoil", "CCBY4.0"):
            assert words in text
        assert "↩" not in text
