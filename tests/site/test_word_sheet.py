"""The sheet of an article's words: read, printed, copied and downloaded."""

import csv
import io
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from .accessibility import violations
from .browsing import WIDTHS, opened, script
from .conftest import Serve
from .project import CHINESE, ENGLISH, Site

pytestmark = pytest.mark.matrix

ARTICLE = "articles/a-year-of-night-boats/"
SHEET = f"{ARTICLE}words/"
LONGEST = "articles/reviving-hong-kong-film-and-drama/words/"
FALL_BEHIND = {
    "": [
        "fall behind",
        "脫班",
        "tyut3 baan1",
        "verb · Hong Kong",
        "To run later than the timetable says.",
        "班次比時間表所列的遲。",
        "Puffin Ferries says that the Night Boat carried between 11,000 and 12,500 passengers in "
        "its first year, though ferries before dawn often fell behind the timetable.",
        "海鸚渡輪表示，夜航船首年載客介乎11,000至12,500人次，不過天亮前的渡輪經常脫班。",
    ]
}
FALL_BEHIND["zh-Hant/"] = [*FALL_BEHIND[""][:3], "動詞 · 香港", *FALL_BEHIND[""][4:]]
COLUMNS = {
    "": ["English", "Chinese", "Jyutping", "Kind", "Meaning", "Meaning", "Example", "Example"],
    "zh-Hant/": ["英文", "中文", "粵拼", "類別", "英文釋義", "中文釋義", "英文例句", "中文例句"],
}
PREFIXES = pytest.mark.parametrize("prefix", ["", "zh-Hant/"])


@pytest.fixture
def address(serve: Serve, invented_site: Site) -> str:
    return serve(invented_site)


def table_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), "excel-tab"))


@PREFIXES
def test_a_word_has_its_forms_meaning_and_sentence(invented_site: Site, prefix: str) -> None:
    page = invented_site.pages[prefix + SHEET]
    word = "//li[@id='term-fall-behind']"
    english, chinese = (f"@lang='{ENGLISH}'", f"@lang='{CHINESE}'")
    assert page.text_of(f"{word}//a[@class='fp-form']/span[{english}]") == "fall behind"
    assert page.text_of(f"{word}//a[@class='fp-form']/span[{chinese}]") == "脫班"
    assert page.text_of(f"{word}//*[@class='fp-jyutping']") == "tyut3 baan1"
    meaning = f"{word}/div[2]/p"
    assert page.text_of(f"{meaning}[{english}]") == "To run later than the timetable says."
    assert page.text_of(f"{word}/div[3]/p[{english}]/mark") == "fell behind"
    assert page.text_of(f"{word}/div[3]/p[{chinese}]/mark") == "脫班"
    first, _ = page.values(f"{word}/div[3]/p/@lang")
    assert first == (CHINESE if prefix else ENGLISH)
    assert page.one(f"{word}//a[@class='fp-passage-link']/@href").endswith("#p1")
    remarks = page.values(f"{word}//*[@class='fp-label']/text()")
    assert sorted(remarks) == (["動詞", "動詞 · 香港"] if prefix else ["verb", "verb · Hong Kong"])


@PREFIXES
def test_words_come_first_and_names_after(invented_site: Site, prefix: str) -> None:
    page = invented_site.pages[prefix + SHEET]
    kinds = [found.partition("-")[0] for found in page.values("//li[@class='fp-word']/@id")]
    assert kinds == ["term"] * kinds.count("term") + ["name"] * kinds.count("name")
    article = invented_site.pages[prefix + ARTICLE]
    for kind in ("term", "name"):
        cards = article.all(f"//section[@id='article-{kind}s']//a[@class='fp-card']")
        assert kinds.count(kind) == len(cards) > 2


@PREFIXES
def test_the_article_leads_to_the_sheet_and_back(site: Site, prefix: str) -> None:
    sheets = [p for p in site.pages if p.startswith(f"{prefix}articles/") and "/words/" in p]
    assert sheets
    for path in sheets:
        article = site.pages[path.removesuffix("words/")]
        assert list(article.anchors()).count(site.url + path) == 2
        assert article.url in site.pages[path].anchors()


@PREFIXES
def test_the_file_can_be_had_without_scripts(browser: Browser, address: str, prefix: str) -> None:
    with opened(browser, scripted=False) as page:
        page.goto(address + prefix + SHEET)
        sheet = page.locator(".fp-sheet")
        for button in sheet.locator("button").all():
            expect(button).to_be_hidden()
        with page.expect_download() as download:
            sheet.locator("a[download]").click()
        assert download.value.suggested_filename == "a-year-of-night-boats.tsv"
        text = download.value.path().read_bytes().decode("utf-8")
    header, *rows = table_of(text.removeprefix("#columns:"))
    assert text.startswith("#columns:")
    assert [cell.split()[0] for cell in header] == COLUMNS[prefix]
    assert {len(row) for row in rows} == {8}
    assert FALL_BEHIND[prefix] in rows
    assert "\n\n" not in text


@PREFIXES
@pytest.mark.parametrize("width", [390, 1280])
def test_the_table_is_copied(
    browser: Browser, address: str, invented_site: Site, prefix: str, width: int
) -> None:
    with opened(browser, width=width) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(address + prefix + SHEET)
        status = page.locator(".fp-sheet").get_by_role("status")
        expect(status).to_have_text("")
        page.get_by_role("button", name="複製為表格" if prefix else "Copy as a table").click()
        expect(status).to_have_text("已複製。" if prefix else "Copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
    file = invented_site.folder / prefix / SHEET / "words.tsv"
    assert copied == file.read_text(encoding="utf-8").removeprefix("#columns:")


def test_what_cannot_be_copied_is_said(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(address + SHEET)
        page.route("**/words.tsv", lambda route: route.abort())
        page.get_by_role("button", name="Copy as a table").click()
        status = page.locator(".fp-sheet").get_by_role("status")
        expect(status).to_contain_text("did not allow copying")


def test_the_button_prints(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.add_init_script("window.print = () => document.title = 'printed'")
        page.goto(address + SHEET)
        page.get_by_role("button", name="Print", exact=True).click()
        expect(page).to_have_title("printed")


def _printed(page: Page) -> list[str]:
    """The text of every A4 sheet. Some Han characters in it are radicals of the same shape."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


@PREFIXES
def test_it_is_printed_without_chrome_and_no_word_is_torn(
    browser: Browser, real_based_site: Site, serve: Serve, prefix: str
) -> None:
    with opened(browser) as page:
        page.goto(serve(real_based_site) + prefix + LONGEST)
        page.get_by_label("附例句" if prefix else "With examples").check()
        sheets = _printed(page)
        page.emulate_media(media="print")
        words = [
            (
                found.locator(f".fp-form [lang='{ENGLISH}']").inner_text(),
                found.locator(f".fp-example [lang='{ENGLISH}'].fp-text").inner_text(),
            )
            for found in page.locator(".fp-word").all()
        ]
        columns = page.locator(".fp-word .fp-example").first.locator("p")
        left, right = (columns.nth(number).bounding_box() for number in (0, 1))
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    assert len(words) > 40
    assert len(sheets) < len(words) / 4
    text = " ".join(sheets)
    for chrome in ("Copy as a table", "複製為表格", "CC BY", "Skip to content", "跳至內容"):
        assert chrome not in text
    for form, last in words:
        together = [s for s in map(_bare, sheets) if _bare(form) in s and _bare(last)[-12:] in s]
        assert together, form


@PREFIXES
def test_compact_it_is_short_on_paper_and_on_a_phone(
    browser: Browser, real_based_site: Site, serve: Serve, prefix: str
) -> None:
    with opened(browser, width=390) as page:
        page.goto(f"{serve(real_based_site)}{prefix}articles/hong-kong-cultural-hub-2025/words/")
        words = page.locator(".fp-word").count()
        assert words > 80
        assert page.locator(".fp-gist:visible").count() == words
        assert page.evaluate("document.body.scrollHeight") < 24 * 844
        assert len(_printed(page)) <= 4


def _bare(text: str) -> str:
    return "".join(text.split())


SCHEMES: list[Literal["light", "dark"]] = ["light", "dark"]


@PREFIXES
@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_can_be_read_by_everyone(
    browser: Browser,
    real_based_site: Site,
    serve: Serve,
    prefix: str,
    scheme: Literal["light", "dark"],
) -> None:
    with opened(browser, scheme) as page:
        page.goto(serve(real_based_site) + prefix + LONGEST)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(script("too-wide")) == []
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert violations(page) == []
        for control in page.locator(".fp-actions > :is(a, button)").all():
            box = control.bounding_box()
            assert box
            assert box["height"] >= 44
