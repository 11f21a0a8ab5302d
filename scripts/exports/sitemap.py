"""The sitemap: each page with its counterpart (sitemaps.org 0.9 with xhtml:link)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from xml.etree import ElementTree as Xml

from ..edition.addresses import absolute
from ..edition.build_context import BuildContext
from ..edition.settings import Settings
from ..languages import ENGLISH, LANGUAGES

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def files(context: BuildContext) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the sitemap of all pages of the build."""
    yield "sitemap.xml", partial(_file, context)


def _file(context: BuildContext) -> bytes:
    context.recorder.note("published")
    return _sitemap(context.settings, context.published).encode("utf-8")


def _sitemap(settings: Settings, pages: Mapping[str, date | None]) -> str:
    """The sitemap of pages, which are named by their paths below the root of either language.

    Each has the date of its newest entry, if it has any.
    """
    Xml.register_namespace("", SITEMAP)
    Xml.register_namespace("xhtml", XHTML)
    root = Xml.Element(f"{{{SITEMAP}}}urlset")
    for path, updated in sorted(pages.items()):
        addresses = {lang.code: settings.absolute(absolute(path, lang)) for lang in LANGUAGES}
        alternates = [*addresses.items(), ("x-default", addresses[ENGLISH.code])]
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
