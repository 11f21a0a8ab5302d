"""The sitemap: each page with its counterpart (sitemaps.org 0.9 with xhtml:link)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from xml.etree import ElementTree as Xml

from ..edition.addresses import absolute, path_of
from ..edition.build_context import BuildContext
from ..edition.settings import Settings
from ..languages import ENGLISH, LANGUAGES, LanguageCode
from ..model import Key

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def files(context: BuildContext) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the sitemap of all pages of the build."""
    yield "sitemap.xml", partial(_file, context)


def _file(context: BuildContext) -> bytes:
    context.recorder.note("published")
    alone = {
        path_of(Key("article", article.id)): article.languages
        for article in context.corpus.articles.values()
        if not article.is_whole
    }
    return _sitemap(context.settings, context.published, alone).encode("utf-8")


def _sitemap(
    settings: Settings,
    pages: Mapping[str, date | None],
    alone: Mapping[str, tuple[LanguageCode, ...]],
) -> str:
    """The sitemap of pages, which are named by their paths below the root of either language.

    Each has the date of its newest entry, if it has any. Pages with a text in one language are
    `alone`, and listed in that one.
    """
    Xml.register_namespace("", SITEMAP)
    Xml.register_namespace("xhtml", XHTML)
    root = Xml.Element(f"{{{SITEMAP}}}urlset")
    for path, updated in sorted(pages.items()):
        there = [lang for lang in LANGUAGES if lang.code in alone.get(path, (lang.code,))]
        addresses = {lang.code: settings.absolute(absolute(path, lang)) for lang in there}
        default = addresses.get(ENGLISH.code) or next(iter(addresses.values()), "")
        alternates = [*addresses.items(), ("x-default", default)]
        for address in addresses.values():
            page = Xml.SubElement(root, f"{{{SITEMAP}}}url")
            Xml.SubElement(page, f"{{{SITEMAP}}}loc").text = address
            if updated:
                Xml.SubElement(page, f"{{{SITEMAP}}}lastmod").text = updated.isoformat()
            for code, alternate in alternates:
                attributes = {"rel": "alternate", "hreflang": code, "href": alternate}
                Xml.SubElement(page, f"{{{XHTML}}}link", attributes)
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
