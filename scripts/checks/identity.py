"""Ids within one entry: passages and sections of an article, paragraphs of a source.

Two of them must not be equal, nor differ only in capitals: they are anchors on a page.
"""

from collections.abc import Iterable, Iterator

from .. import faults
from ..languages import LANGUAGES
from ..problems import Place, Problem
from ..reading import Content, Document, Location


def check(content: Content) -> Iterator[Problem]:
    """Tell of each id that stands a second time."""
    for key, document in content.documents.items():
        if key.kind == "article":
            anchors = [*document.at("sections", "id"), *document.at("sections", "passages", "id")]
            yield from _repeated(document, anchors)
        elif key.kind == "source":
            for language in LANGUAGES:
                yield from _repeated(document, document.at("paragraphs", language.code, "id"))


def _repeated(document: Document, ids: Iterable[tuple[Location, str]]) -> Iterator[Problem]:
    placed = sorted((document.place(location), value) for location, value in ids if value)
    first: dict[str, Place] = {}
    for place, value in placed:
        earlier = first.setdefault(value.casefold(), place)
        if earlier is not place:
            words = {"id": value, "line": str(earlier.line)}
            yield Problem(place, faults.SAME_ID, words)
