"""Hand-written pages as search documents, a passage for each section.

They are parsed from rendered HTML, without the generated lists that are inserted later.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ..languages import CHINESE
from .documents import Document, Pair, Passage

GUIDE = "guide/"
# Phrasing content in HTML, which does not separate words.
_PHRASING = """
a abbr b bdi cite code dfn em i kbd mark q s samp small span strong sub sup time u var wbr
"""


@dataclass
class Section:
    """A heading and the text after it. The heading is empty before a page's first heading."""

    level: int = 0
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The text of the heading."""
        return _single_spaced(self.heading)

    @property
    def text(self) -> str:
        """The heading and its text, with single spaces."""
        return _single_spaced((*self.heading, "\n", *self.body))


def documents_from(pages: Mapping[str, str]) -> Iterator[Document]:
    """Yield the documents of hand-written pages, given as HTML by their paths in the site.

    A page without a counterpart, such as 404.html, is left out.
    """
    for file in sorted(pages):
        path = file.removesuffix("index.html")
        counterpart = CHINESE.prefix + file
        if path != file and not path.startswith(CHINESE.prefix) and counterpart in pages:
            sides = [list(sections(pages[one])) for one in (file, counterpart)]
            yield _document(path, *sides)


def _document(path: str, english: list[Section], chinese: list[Section]) -> Document:
    title = Pair(
        *(next((s.title for s in side if s.level == 1), "") for side in (english, chinese))
    )
    passages = tuple(
        Passage(
            Pair(*(one.anchor if one.level > 1 else "" for one in pair)),
            Pair(*(one.text for one in pair)),
        )
        for pair in _pairs(english, chinese)
    )
    return Document("guide" if path.startswith(GUIDE) else "page", path, title, passages)


def _pairs(english: list[Section], chinese: list[Section]) -> Iterator[tuple[Section, Section]]:
    """Pairs of sections of both pages; unpaired sections if the headings' levels differ."""
    if [section.level for section in english] == [section.level for section in chinese]:
        yield from zip(english, chinese, strict=True)
        return
    nothing = Section()
    yield from ((section, nothing) for section in english)
    yield from ((nothing, section) for section in chinese)


def sections(html: str) -> Iterator[Section]:
    """Return the sections of a page in order, without empty ones."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return (section for section in reader.sections if section.text)


def _single_spaced(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())


class _Reader(HTMLParser):
    """A parser that collects the text of a page's `article` by section."""

    HEADINGS: Mapping[str, int] = {"h1": 1, "h2": 2, "h3": 3}
    INLINE = frozenset(_PHRASING.split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section()]
        self._inside = False
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin the article, or a section in it."""
        if tag == "article":
            self._inside = True
        if self._inside and tag in self.HEADINGS:
            self.sections.append(Section(self.HEADINGS[tag], dict(attrs).get("id") or ""))
            self._heading = True
        elif tag not in self.INLINE:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        """End the article, or a heading."""
        if tag == "article":
            self._inside = False
        if tag in self.HEADINGS:
            self._heading = False
        elif tag not in self.INLINE:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        """Add a text to the heading or body of the current section."""
        if self._inside:
            section = self.sections[-1]
            (section.heading if self._heading else section.body).append(data)
