"""Ids within one entry: passages and sections of an article, paragraphs of a source.

Two of them must not be equal, nor differ only in capitals: they are anchors on a page.
"""

from collections.abc import Iterator

from .. import faults
from ..model import Key
from ..problems import Problem
from ..reading import Content, Location


def check(content: Content) -> Iterator[Problem]:
    """Tell of each id that stands a second time."""
    for article in content.corpus.articles.values():
        ids: list[tuple[Location, str]] = []
        for i, section in enumerate(article.sections):
            ids.append((("sections", i, "id"), section.id))
            ids += [
                (("sections", i, "passages", j, "id"), passage.id)
                for j, passage in enumerate(section.passages)
            ]
        yield from _repeated(content, Key("article", article.id), ids)
    for source in content.corpus.sources.values():
        for language in ("en", "zh-Hant"):
            paragraphs = source.paragraphs.of(language)
            ids = [(("paragraphs", language, i, "id"), p.id) for i, p in enumerate(paragraphs)]
            yield from _repeated(content, Key("source", source.id), ids)


def _repeated(content: Content, key: Key, ids: list[tuple[Location, str]]) -> Iterator[Problem]:
    document = content.documents[key]
    first: dict[str, Location] = {}
    for location, value in ids:
        earlier = first.setdefault(value.casefold(), location)
        if earlier is not location:
            words = {"id": value, "line": str(document.place(earlier).line)}
            yield Problem(document.place(location), faults.SAME_ID, words)
