"""Ids within one entry: passages and sections of an article, paragraphs of a source.

Two of them must not be equal, nor differ only in capitals: they are anchors on a page. Those that
the article's own template has (`facing-page`, `article-…`) are taken.
"""

from collections.abc import Iterable, Iterator

from .. import faults
from ..languages import LANGUAGES
from ..problems import Place, Problem
from ..reading import Document, Location, Manuscript


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Tell of each id that stands a second time or is not free."""
    document = manuscript.document
    if manuscript.key.kind == "article":
        anchors = [*document.at("sections", "id"), *document.at("sections", "passages", "id")]
        yield from _repeated(document, anchors)
        yield from _reserved(document, anchors)
    elif manuscript.key.kind == "source":
        for language in LANGUAGES:
            yield from _repeated(document, document.at("paragraphs", language.code, "id"))


def _reserved(document: Document, ids: Iterable[tuple[Location, str]]) -> Iterator[Problem]:
    for location, value in ids:
        if value == "facing-page" or value.startswith("article-"):
            yield Problem(document.place(location), faults.RESERVED_ID, {"id": value})


def _repeated(document: Document, ids: Iterable[tuple[Location, str]]) -> Iterator[Problem]:
    placed = sorted((document.place(location), value) for location, value in ids if value)
    first: dict[str, Place] = {}
    for place, value in placed:
        earlier = first.setdefault(value.casefold(), place)
        if earlier is not place:
            words = {"id": value, "line": str(earlier.line)}
            yield Problem(place, faults.SAME_ID, words)
