"""Outlines: what the other entries need to know of an entry, without reading it again.

What must hold between entries is checked on outlines. They are small and can be kept, so that
after a change only the changed files are read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .languages import LANGUAGES
from .model import MODELS, Article, Claim, Key, Kind, Name, Source, Term
from .model.article import PARAGRAPH_REFERENCE
from .model.claim import PASSAGE_REFERENCE
from .model.name import RelationType
from .model.record import SLUG
from .reading import Document, Location, Manuscript, is_prose
from .text.figures import Quantity
from .text.forms import Form, forms_of
from .text.markup import Target, parse
from .text.stated import Stated, held_by, stated_in

# The fields that hold the id of an entry, and of which kind.
REFERENCES: dict[Kind, dict[tuple[str, ...], Kind]] = {
    "source": {("publisher",): "name"},
    "article": {("source",): "source"},
    "term": {("related",): "term"},
    "claim": {("asserted_by", "name"): "name"},
    "name": {("relations", "to"): "name", ("relations", "source"): "source"},
}
# What stands before the address of a link.
ADDRESS = re.compile(r"\]\(\s*<?")


@dataclass(frozen=True, slots=True)
class Reference:
    """That a field holds the id of an entry."""

    target: Key
    location: Location


@dataclass(frozen=True, slots=True)
class Link:
    """An explicit link in a text, and where its target stands in it (characters, from 0)."""

    target: Target
    location: Location
    offset: int


@dataclass(frozen=True, slots=True)
class Citation:
    """That a claim names a passage (`article#passage`), or a passage a paragraph (`en/1`)."""

    target: str
    location: Location


@dataclass(frozen=True, slots=True)
class FigureOutline:
    """A figure that the passage at a location states."""

    stated: Stated
    location: Location


@dataclass(frozen=True, slots=True)
class RelationOutline:
    """A relation that a name's entry writes."""

    type: RelationType
    to: str
    location: Location


@dataclass(frozen=True, slots=True)
class WaiverOutline:
    """That a check is to be silent from one line of a file to another, and where that is said."""

    check: str
    first: int
    last: int
    location: Location


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of an entry without its file.

    `sound` tells whether the model takes it. Of a broken entry only `references`, `links` and
    `citations` are known. `passages` are the ids of an article's, `sections` how many of them
    each section has; `paragraphs` are the ids of a source's with their language (`en/1`), `date`
    is when it was published. `figures` are those that an article's passages state, `quantities`
    those that a claim holds.
    """

    key: Key
    path: str
    sound: bool = False
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    passages: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    figures: tuple[FigureOutline, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    paragraphs: tuple[str, ...] = ()
    date: str = ""
    forms: tuple[Form, ...] = ()
    relations: tuple[RelationOutline, ...] = ()
    waivers: tuple[WaiverOutline, ...] = ()

    def passage_at(self, location: Location) -> str | None:
        """The id of the passage of an article in which a location lies, if it lies in one."""
        if location[::2][:2] != ("sections", "passages") or not self.passages:
            return None  # without a match statement, for this is asked of each link and figure
        section, number = location[1], location[3] if len(location) > 3 else None
        if not (isinstance(section, int) and isinstance(number, int)):
            return None
        return self.passages[sum(self.sections[:section]) + number]


def outline_of(manuscript: Manuscript) -> Outline:
    """The outline of an entry, sound or broken."""
    key, document, entry = manuscript.key, manuscript.document, manuscript.entry
    return Outline(
        key=key,
        path=document.path,
        sound=entry is not None,
        references=tuple(_references(key.kind, document)),
        links=tuple(_links(key.kind, document)),
        citations=tuple(_citations(key.kind, document)),
        passages=tuple(p.id for p in entry.passages()) if isinstance(entry, Article) else (),
        sections=tuple(_lengths(entry)) if isinstance(entry, Article) else (),
        figures=tuple(_figures(entry)) if isinstance(entry, Article) else (),
        quantities=held_by(entry) if isinstance(entry, Claim) else (),
        paragraphs=tuple(_paragraphs(entry)) if isinstance(entry, Source) else (),
        date=entry.date if isinstance(entry, Source) else "",
        forms=tuple(forms_of(entry)) if isinstance(entry, (Term, Name)) else (),
        relations=tuple(_relations(entry)) if isinstance(entry, Name) else (),
        waivers=tuple(_waivers(document)),
    )


def _references(kind: Kind, document: Document) -> Iterator[Reference]:
    """Ids that are none are told by the model."""
    for fields, target in REFERENCES[kind].items():
        for location, text in document.at(*fields):
            if re.fullmatch(SLUG, text):
                yield Reference(Key(target, text), location)


def _links(kind: Kind, document: Document) -> Iterator[Link]:
    for location, text in document.texts():
        if "](" not in text or not is_prose(MODELS[kind], location):
            continue
        end = 0
        for target in parse(text).targets:
            end = _end_of_link(text, str(target), end)
            yield Link(target, location, max(end - len(str(target)), 0))


def _end_of_link(text: str, address: str, start: int) -> int:
    """Where the next link to an address has it to its end; START if it is written otherwise."""
    for opening in ADDRESS.finditer(text, start):
        if text.startswith(address, opening.end()):
            return opening.end() + len(address)
    return start


def _citations(kind: Kind, document: Document) -> Iterator[Citation]:
    if kind == "claim":
        for location, text in document.at("passages"):
            if re.fullmatch(PASSAGE_REFERENCE, text):
                yield Citation(text, location)
    elif kind == "article":
        for language in LANGUAGES:
            for location, text in document.at("sections", "passages", "rests_on", language.code):
                if re.fullmatch(PARAGRAPH_REFERENCE, text):
                    yield Citation(text, location)


def _lengths(article: Article) -> Iterator[int]:
    return (len(section.passages) for section in article.sections)


def _figures(article: Article) -> Iterator[FigureOutline]:
    for section_number, section in enumerate(article.sections):
        for number, passage in enumerate(section.passages):
            for stated in stated_in(passage):
                location = ("sections", section_number, "passages", number)
                yield FigureOutline(stated, location)


def _paragraphs(source: Source) -> Iterator[str]:
    for language in LANGUAGES:
        for paragraph in source.paragraphs.of(language.code):
            yield f"{language.code}/{paragraph.id}"


def _relations(name: Name) -> Iterator[RelationOutline]:
    for number, relation in enumerate(name.relations):
        yield RelationOutline(relation.type, relation.to, ("relations", number))


def _waivers(document: Document) -> Iterator[WaiverOutline]:
    """Where editors silence checks: in the whole file, or in one passage of an article."""
    for location, check in document.at("waivers", "check"):
        last = document.text.count("\n") + 1
        yield WaiverOutline(check, 1, last, location[:-1])
    for location, check in document.at("sections", "passages", "waivers", "check"):
        first, last = document.lines(location[:4])
        yield WaiverOutline(check, first, last, location[:-1])
