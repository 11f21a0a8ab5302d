"""The printed page, made into a PDF by Chromium and parsed by pypdf."""

import io
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Literal

import pytest
import yaml
from playwright.sync_api import Browser, expect
from pypdf import PageObject, PdfReader

from scripts.text.script import han_characters

from .browsing import opened
from .project import CHINESE, TESTS, Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-on-the-pier/"
SOURCE = TESTS / "content/sources/night-boat-report.yml"
A4 = (595, 842)  # points
MIDDLE = A4[0] / 2
SLACK = 8  # points by which the first lines of facing texts may differ in height
# The controls of the screen, which have no use on paper.
CONTROLS = (
    "Edit", "編輯", "Keyboard shortcuts", "鍵盤快捷鍵", "Back to top", "返回頁首", "Side by side",
    "左右對照", "Menu", "選單", "Glossary", "詞彙表", "Previous article", "上一篇",
    "Marked in the text", "文中標示",
)  # fmt: skip
# Those that Unicode does not decompose to the character.
RADICALS = str.maketrans("⺠⻄⻆⻑⻘⻝⻣⻤⻩", "民西角長青食骨鬼黃")


@dataclass(frozen=True)
class Line:
    """A line of a sheet: its beginning, in points from the left and the bottom, and its text."""

    sheet: int
    left: float
    height: float
    text: str


def printed(
    browser: Browser,
    address: str,
    scheme: Literal["light", "dark"] = "light",
    *,
    scripted: bool = True,
) -> PdfReader:
    with opened(browser, scheme, scripted=scripted) as page:
        page.goto(address)
        return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def lines(pdf: PdfReader) -> list[Line]:
    """The lines of all sheets from top to bottom, those of the two columns apart."""
    return [line for number, page in enumerate(pdf.pages) for line in _lines(number, page)]


def _lines(number: int, page: PageObject) -> list[Line]:
    found: dict[tuple[int, bool], list[tuple[float, str]]] = defaultdict(list)

    def visit(text: str, matrix: Any, place: Any, *_: object) -> None:
        x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
        y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        if text.strip():
            found[round(y), x >= MIDDLE].append((x, text.strip("\n")))

    page.extract_text(visitor_text=visit)
    return [
        Line(number, min(x for x, _ in parts), y, "".join(text for _, text in sorted(parts)))
        for (y, _), parts in sorted(found.items(), key=lambda item: (-item[0][0], item[0][1]))
    ]


def bare(text: str) -> str:
    """A text without the spaces that typesetting adds and removes.

    Fonts have one glyph for a character and the radical of its shape, and a PDF may name either.
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(RADICALS))


@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_both_texts_of_each_passage_stand_level_with_its_number_between(
    browser: Browser, address: str, based_site: Site, prefix: str
) -> None:
    page = based_site.pages[prefix + ARTICLE]
    found = lines(printed(browser, f"{address}{prefix}{ARTICLE}?view=stacked"))
    passages = page.all("//div[@class='fp-passage']")
    assert len(passages) == 30
    for passage in passages:
        id_ = str(passage.get("id"))
        first, second = (
            # A linked word is a run of its own in a PDF, so few letters are compared.
            bare("".join(map(str, text.itertext())))[: 2 if text.get("lang") == CHINESE else 6]
            for text in passage.iterfind(".//p[@lang]")
            if "fp-text" in str(text.get("class"))
        )
        left = [line for line in found if line.left < MIDDLE - 20 and first in bare(line.text)]
        right = [line for line in found if line.left > MIDDLE and second in bare(line.text)]
        number = [line for line in found if re.search(rf"(^|\D){id_[1:]}$", line.text.strip())]
        assert any(
            one.sheet == other.sheet == called.sheet
            and abs(one.height - other.height) < SLACK
            and abs(one.height - called.height) < SLACK
            for one in left
            for other in right
            for called in number
        ), (id_, first, second)


@pytest.mark.parametrize(("prefix", "scheme"), [("", "dark"), ("zh-Hant/", "light")])
@pytest.mark.parametrize("scripted", [True, False])
def test_a_sheet_has_its_titles_its_source_and_nothing_of_the_screen(
    browser: Browser, address: str, based_site: Site, prefix: str, scheme: str, *, scripted: bool
) -> None:
    url = f"{address}{prefix}{ARTICLE}"
    pdf = printed(browser, url, "dark" if scheme == "dark" else "light", scripted=scripted)
    assert len(pdf.pages) > 2
    for number, sheet in enumerate(pdf.pages, start=1):
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]
        text = sheet.extract_text()
        assert bare(f"{number} / {len(pdf.pages)}") in bare(text)
        assert bare(f"{based_site.url}{prefix}{ARTICLE}") in bare(text)
    whole = unicodedata.normalize("NFKC", "\n".join(s.extract_text() for s in pdf.pages))
    for path in ("", "zh-Hant/"):
        assert bare(based_site.pages[path + ARTICLE].text_of("//h1")) in bare(whole)
    assert ("摘述自" if prefix else "Digest of The night boat report") in whole
    assert len(han_characters(whole)) > 1000
    for control in CONTROLS:
        assert not re.search(rf"^{control}", whole, re.MULTILINE), control
    cited = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))["url"]
    assert "http" not in bare(whole).replace(bare(cited), "").replace(bare(based_site.url), "")


@pytest.mark.parametrize("scripted", [True, False])
def test_a_dark_page_is_printed_light(browser: Browser, address: str, *, scripted: bool) -> None:
    with opened(browser, "dark", scripted=scripted) as page:
        page.goto(address + ARTICLE)
        expect(page.locator("body")).to_have_css("color-scheme", "dark")
        page.emulate_media(media="print")
        expect(page.locator("body")).to_have_css("color-scheme", "light")
        expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
        for selector in (
            "#p2 p.fp-text",
            ".fp-text a.fp-term",
            ".fp-text a.fp-claim",
            "h1",
            ".fp-number",
        ):
            found = page.locator(selector).first
            expect(found).to_have_css("color", "rgb(0, 0, 0)")
            expect(found).to_have_css("text-decoration-line", "none")
            expect(found).to_have_css("background-color", re.compile(r"255, 255, 255|, 0\)"))


@pytest.mark.parametrize("view", ["en", "zh-Hant"])
def test_one_language_read_alone_is_printed_alone(
    browser: Browser, address: str, based_site: Site, view: str
) -> None:
    pdf = printed(browser, f"{address}{ARTICLE}?view={view}")
    whole = bare("".join(sheet.extract_text() for sheet in pdf.pages))
    for side in based_site.pages[ARTICLE].all("//div[@class='fp-passage']//div[@class='fp-side']"):
        (text, *_) = side.iterfind("p")
        start = bare("".join(map(str, text.itertext())))[:24]
        assert (start in whole) == (side.get("data-language") == view), start
    # Nor are the buttons that would show the other.
    assert {"English+", "中文+"}.isdisjoint(bare(line.text) for line in lines(pdf))


def test_the_register_of_claims_is_printed_whole(
    browser: Browser, address: str, based_site: Site
) -> None:
    pdf = printed(browser, f"{address}claims/")
    text = bare("".join(sheet.extract_text() for sheet in pdf.pages))
    for title in based_site.pages["claims/"].values("//table//th/a/text()"):
        assert bare(title) in text
