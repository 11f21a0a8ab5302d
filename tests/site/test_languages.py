"""Every run of text says what language it is in: browsers choose the shapes of characters by it."""

import re
from collections.abc import Iterator

from lxml import etree

from scripts.text.script import han_characters

from .project import Page, Site

NOT_TEXT = {"script", "style"}
CODE = {"code", "pre"}
ENGLISH_TEXT = re.compile(r"[A-Za-z]+(?:,? [A-Za-z’]+){3,}")


def _texts(page: Page, *, without: set[str]) -> Iterator[tuple[str, str]]:
    """Every text of the body with the language that it is in by its nearest `lang`."""
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
    """A whole text in an element of the other language would pass for one that is missing."""
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
    """As many headings, passages and links: none is lost in one language."""
    for page in site.pages.values():
        other = site.pages[page.counterpart]
        for name in ("h1", "h2", "section", "table", "tr", "dd"):
            xpath = f"//article//{name}"
            assert len(page.all(xpath)) == len(other.all(xpath)), f"{page.path}: {name}"
