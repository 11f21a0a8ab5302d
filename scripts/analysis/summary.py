"""Outlines: what the other entries need to know of an entry, without reading it again.

What must hold between entries is checked on outlines. They are small and can be kept, so that
after a change only the changed files are read. Where in a file something stands is not kept, for
only the place of a problem is worth knowing, and the file that has one is read again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from msgspec import Struct

from ..figures import Quantity
from ..languages import LANGUAGES, LanguageCode
from ..model import MODELS, Article, Claim, Entry, Key, Kind, Name, Source, Term
from ..model.article import PARAGRAPH_REFERENCE
from ..model.claim import PASSAGE_REFERENCE
from ..model.name import RelationType
from ..model.record import SLUG
from ..reading.entry import is_prose
from ..reading.parsed_entry import ParsedEntry
from ..reading.yaml_tree import Location
from ..text.forms import Form, forms_of
from ..text.lexicon import Lexicon
from ..text.markup import Target, parse
from .asserted_figures import AssertedFigure, asserted_figures_in, bare, held_by

Found = TypeVar("Found")

# The fields that hold the id of an entry, and of which kind.
REFERENCES: dict[Kind, dict[tuple[str, ...], Kind]] = {
    "source": {("publisher",): "name"},
    "article": {("source",): "source", ("topics",): "topic"},
    "term": {("related",): "term"},
    "claim": {("asserted_by", "name"): "name", ("topics",): "topic"},
    "name": {
        ("relations", "to"): "name",
        ("relations", "source"): "source",
        ("topics",): "topic",
    },
    "topic": {},
}
# What stands before the address of a link.
ADDRESS = re.compile(r"\]\(\s*<?")


class FigureSummary(Struct, frozen=True, array_like=True):
    """A figure that a passage states outside of names and terms, with no place in a text.

    `claim` is the id of the claim to which its words are linked, if they are.
    """

    passage: str
    quantity: Quantity
    claim: str = ""


class RelationSummary(Struct, frozen=True, array_like=True):
    """A relation that a name's entry writes."""

    type: RelationType
    to: str
    location: Location


class Suppression(Struct, frozen=True, array_like=True):
    """That a check is to be silent from one line of a file to another, and where that is said.

    `sound` tells whether the model takes the entry.
    """

    key: Key
    path: str
    sound: bool
    check: str
    first: int
    last: int
    location: Location


class EntrySummary(Struct, frozen=True, array_like=True):
    """What is known of an entry without its file, and without where in its texts things stand.

    `sound` tells whether the model takes it. Of a broken entry only `references`, `links` and
    `citations` are known: the entries that fields name, where links lead, and the passages that a
    claim names (`article#passage`) or the paragraphs on which an article's rest (`en/1`), each
    once. `passages` are the ids of an article's, `asserted` those with a link to a claim, and its
    id. `mentions` are the terms and names that its texts use, linked or not; `figures` are those
    that an article states, `quantities` those that a claim holds. `paragraphs` are the ids of a
    source's with their language (`en/1`), `date` is when it was published.
    """

    key: Key
    path: str
    sound: bool = False
    references: tuple[Key, ...] = ()
    links: tuple[Target, ...] = ()
    citations: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    asserted: tuple[tuple[str, str], ...] = ()
    mentions: frozenset[Key] = frozenset()
    figures: tuple[FigureSummary, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    paragraphs: tuple[str, ...] = ()
    date: str = ""
    forms: tuple[Form, ...] = ()
    relations: tuple[RelationSummary, ...] = ()


def summarise(parsed: ParsedEntry, lexicon: Lexicon) -> EntrySummary:
    """The outline of an entry, sound or broken, where the forms of terms and names are known."""
    entry, links = parsed.entry, tuple(links_in(parsed))
    return EntrySummary(
        key=parsed.key,
        path=parsed.document.path,
        sound=entry is not None,
        references=_once(target for target, _ in references_in(parsed)),
        links=_once(link.target for link in links),
        citations=_once(target for target, _ in citations_in(parsed)),
        passages=tuple(p.id for p in entry.passages()) if isinstance(entry, Article) else (),
        asserted=_once((passage, claim) for passage, claim, _ in assertions(entry, links)),
        mentions=lexicon.mentions(_prose(parsed)),
        figures=_once(figure for figure, _ in figures_in(parsed, lexicon)),
        quantities=held_by(entry) if isinstance(entry, Claim) else (),
        paragraphs=tuple(_paragraphs(entry)) if isinstance(entry, Source) else (),
        date=entry.date if isinstance(entry, Source) else "",
        forms=tuple(forms_of(entry)) if isinstance(entry, (Term, Name)) else (),
        relations=tuple(_relations(entry)) if isinstance(entry, Name) else (),
    )


def suppressions_of(parsed: ParsedEntry) -> Iterator[Suppression]:
    """Where editors silence checks: in the whole file, or in one passage of an article."""
    document, is_sound = parsed.document, parsed.entry is not None
    here = parsed.key, document.path, is_sound
    for location, check in document.at("waivers", "check"):
        last = document.text.count("\n") + 1
        yield Suppression(*here, check, 1, last, location[:-1])
    for location, check in document.at("sections", "passages", "waivers", "check"):
        first, last = document.lines(location[:4])
        yield Suppression(*here, check, first, last, location[:-1])


# Where what an outline tells of stands, for the places of problems.


@dataclass(frozen=True, slots=True)
class Link:
    """An explicit link in a text, and where its target stands in it (characters, from 0)."""

    target: Target
    location: Location
    offset: int


def references_in(parsed: ParsedEntry) -> Iterator[tuple[Key, Location]]:
    """The entries that fields name. Ids that are none are told by the model."""
    for fields, kind in REFERENCES[parsed.key.kind].items():
        for location, text in parsed.document.at(*fields):
            if re.fullmatch(SLUG, text):
                yield Key(kind, text), location


def citations_in(parsed: ParsedEntry) -> Iterator[tuple[str, Location]]:
    """The passages that a claim names, or the paragraphs on which those of an article rest."""
    if parsed.key.kind == "claim":
        for location, text in parsed.document.at("passages"):
            if re.fullmatch(PASSAGE_REFERENCE, text):
                yield text, location
    elif parsed.key.kind == "article":
        for language in LANGUAGES:
            fields = ("sections", "passages", "rests_on", language.code)
            for location, text in parsed.document.at(*fields):
                if re.fullmatch(PARAGRAPH_REFERENCE, text):
                    yield text, location


def links_in(parsed: ParsedEntry) -> Iterator[Link]:
    """The links in the texts of an entry, sound or broken."""
    model = MODELS[parsed.key.kind]
    for location, text in parsed.document.texts():
        if "](" not in text or not is_prose(model, location):
            continue
        end = 0
        for target in parse(text).targets:
            end = _end_of_link(text, str(target), end)
            yield Link(target, location, max(end - len(str(target)), 0))


def assertions(article: Entry | None, links: Iterable[Link]) -> Iterator[tuple[str, str, Link]]:
    """Of the links of a sound article those to claims: the passage's id, the claim's, the link."""
    if not isinstance(article, Article):
        return
    to_claims = (link for link in links if link.target.scheme == "claim")
    for link in sorted(to_claims, key=lambda link: (link.location, link.offset)):
        match link.location:
            case ("sections", int(section), "passages", int(number), *_):
                passage = article.sections[section].passages[number]
                yield passage.id, link.target.value, link


def figures_in(
    parsed: ParsedEntry, lexicon: Lexicon
) -> Iterator[tuple[FigureSummary, tuple[Location, AssertedFigure]]]:
    """The figures that the passages of a sound article state, and where."""
    if not isinstance(parsed.entry, Article):
        return
    for section_number, section in enumerate(parsed.entry.sections):
        for number, passage in enumerate(section.passages):
            location = ("sections", section_number, "passages", number)
            for stated in asserted_figures_in(passage, lexicon):
                figure = FigureSummary(passage.id, bare(stated.quantity), stated.claim)
                yield figure, (location, stated)


def _end_of_link(text: str, address: str, start: int) -> int:
    """Where the next link to an address has it to its end; START if it is written otherwise."""
    for opening in ADDRESS.finditer(text, start):
        if text.startswith(address, opening.end()):
            return opening.end() + len(address)
    return start


def _once(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys(found))


def _prose(parsed: ParsedEntry) -> Iterator[tuple[str, LanguageCode]]:
    """The texts of an entry in which words are linked, as they are written."""
    for unit in parsed.units:
        if unit.is_prose:
            for language in LANGUAGES:
                yield unit.written(language.code), language.code


def _paragraphs(source: Source) -> Iterator[str]:
    for language in LANGUAGES:
        for paragraph in source.paragraphs.of(language.code):
            yield f"{language.code}/{paragraph.id}"


def _relations(name: Name) -> Iterator[RelationSummary]:
    for number, relation in enumerate(name.relations):
        yield RelationSummary(relation.type, relation.to, ("relations", number))
