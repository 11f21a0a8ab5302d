"""Every run of text has the right `lang`, by which browsers choose the shapes of characters."""

import re
from collections.abc import Iterator

from lxml import etree

from scripts.text.script import han_characters

from .project import Page, Site

NOT_TEXT = {"script", "style"}
CODE = {"code", "pre"}
ENGLISH_TEXT = re.compile(r"[A-Za-z]+(?:,? [A-Za-z’]+){3,}")


def _texts(page: Page, *, without: set[str]) -> Iterator[tuple[str, str]]:
    """Every text of the body with the language of its nearest `lang`."""
    (body,) = page.all("/html/body")
    yield from _texts_below(body, page.one("/html/@lang"), without)


def _texts_below(
    element: etree._Element, language: str, without: set[str]
) -> Iterator[tuple[str, str]]:
    own = element.get("lang") or language
    if element.tag not in without:
        yield own, str(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                yield from _texts_below(child, own, without)
            yield own, str(child.tail or "")


def test_chinese_on_english_pages_is_marked(site: Site) -> None:
    marked = 0
    for page in site.everything:
        for language, text in _texts(page, without=NOT_TEXT):
            if han_characters(text):
                assert language.startswith("zh"), f"{page.path}: “{text.strip()}”"
                marked += not page.is_chinese
    assert marked > 100


# IPA is English too, in an alphabet of its own.
LANGUAGE_TAGS = {"en-GB", "en-GB-fonipa", "zh-Hant-HK", "yue-Latn"}


def test_every_mark_of_chinese_names_hong_kong(site: Site) -> None:
    for page in site.everything:
        assert set(page.values("//@lang")) <= LANGUAGE_TAGS, page.path


def test_english_on_chinese_pages_is_marked(site: Site) -> None:
    marked = 0
    for page in site.everything:
        for language, text in _texts(page, without=NOT_TEXT | CODE):
            if match := ENGLISH_TEXT.search(text):
                assert language.startswith("en"), f"{page.path}: “{match[0]}”"
                marked += page.is_chinese
    assert marked > 20


def test_no_text_is_marked_as_the_other_language(site: Site) -> None:
    """A whole text in an element of the other language shows that a translation is missing."""
    for page in site.everything:
        for element in page.all("//p[@lang]"):
            text = "".join(str(piece) for piece in element.itertext())
            is_chinese = str(element.get("lang")).startswith("zh")
            # Either may quote a few words of the other.
            mostly_han = 3 * len(han_characters(text)) > sum(
                c.isascii() and c.isalpha() for c in text
            )
            assert mostly_han == is_chinese, f"{page.path}: “{text}”"


def test_pages_of_both_languages_say_the_same(site: Site) -> None:
    """The same numbers of headings, passages and links: none is lost in one language."""
    for page in site.pages.values():
        if len(site.texts(page)) < 2:
            continue
        other = site.pages[page.counterpart]
        for name in ("h1", "h2", "section", "table", "tr", "dd"):
            xpath = f"//article//{name}"
            assert len(page.all(xpath)) == len(other.all(xpath)), f"{page.path}: {name}"


def test_a_notice_says_what_is_there_and_has_no_text(invented_site: Site) -> None:
    path = "articles/walk-to-the-lamp/"
    text, notice = invented_site.pages[path], invented_site.pages[f"zh-Hant/{path}"]
    assert notice.text_of("//h1") == "漫步到燈下"
    assert notice.text_of("//article//*[@class='fp-summary']").startswith("第三條路線")
    assert notice.text_of("//article//p[@role='note']") == "中文版稍後刊出。閱讀英文版"
    assert notice.all("//article//*[@class='fp-passage' or @class='fp-contents']") == []
    assert text.text_of("//article//p[@role='note']") == "The Chinese text is to follow."
    assert len(text.all("//article//*[@class='fp-passage']")) == 2
    # Even where a passage has its Chinese, the page shows the English alone.
    assert set(text.values("//*[contains(@class, 'fp-text ') or @class='fp-text']/@lang")) == {
        "en-GB"
    }
