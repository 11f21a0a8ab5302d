"""Entry summaries: the facts about an entry that checks between entries need, and their places.

The checks between entries work on summaries, which are small and cached. The places of their items
are cached beside them and unpacked only for an entry that has a diagnostic.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple, TypeVar

from msgspec import Struct

from ..diagnostics.diagnostic import Place
from ..figures import Quantity
from ..languages import LANGUAGES, LanguageCode
from ..model import KINDS, Article, Claim, Key, Name, Passage, Source, WithForms
from ..model.claim import PASSAGE_REFERENCE
from ..model.name import RelationType
from ..model.passage import PARAGRAPH_REFERENCE
from ..model.picture import PICTURE_FILE
from ..model.record import SLUG
from ..reading.parsed_entry import ParsedEntry, passages_in
from ..reading.yaml_tree import Location
from ..text.forms import Form, forms_of
from ..text.lexicon import Lexicon
from ..text.markup import Target, parse
from ..text.units import units_of
from .asserted_figures import asserted_figures_in, bare, held_by

Found = TypeVar("Found")
Spot = tuple[int, int]
"""A line and a column of a file, from 1."""

# What stands before the address of a link.
ADDRESS = re.compile(r"\]\(\s*<?")


class FigureSummary(Struct, frozen=True, array_like=True):
    """A figure asserted in a passage, without its place.

    `claim` is the id of the claim to which its words are linked, if any.
    """

    passage: str
    quantity: Quantity
    claim: str = ""


class RelationSummary(Struct, frozen=True, array_like=True):
    """A relation written in a name's entry."""

    type: RelationType
    to: str


class Suppression(Struct, frozen=True, array_like=True):
    """A check that an editor suppresses in a range of lines.

    `sound` is whether the entry is valid, `spot` the place of the check's name.
    """

    key: Key
    path: str
    sound: bool
    check: str
    first: int
    last: int
    spot: Spot


class EntrySummary(Struct, frozen=True, array_like=True):
    """The facts about an entry that checks between entries need, without their places.

    `sound` is whether the entry is valid. An invalid one only has `references`, `links` and
    `citations`: the entries named in its fields, the targets of its links, and the passages cited
    by a claim (`article#passage`) or the paragraphs cited by an article (`en/1`), each once.

    `passages` are the ids of an article's passages, `asserted` its links to claims as pairs of
    passage and claim, `pictures` the files of its pictures. `mentions` are the terms and names in
    the texts, linked or not. `figures` are those asserted in an article, `quantities` those of a
    claim. `paragraphs` are a source's, as
    `en/1`; `date` is its date of publication. `series` is the topic of an article's series, and
    `part` its place there.
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
    series: str = ""
    part: int = 0
    pictures: tuple[str, ...] = ()


class Places(Struct, frozen=True, array_like=True):
    """Each item of a summary with its place in the file, as often as it occurs there.

    `figures` also have their wording; `forms` have the places of the form and of its `use`.
    """

    references: tuple[tuple[Key, Spot], ...] = ()
    links: tuple[tuple[Target, Spot], ...] = ()
    citations: tuple[tuple[str, Spot], ...] = ()
    asserted: tuple[tuple[str, str, Spot], ...] = ()
    figures: tuple[tuple[FigureSummary, str, Spot], ...] = ()
    forms: tuple[tuple[Form, Spot, Spot], ...] = ()
    relations: tuple[tuple[RelationSummary, Spot], ...] = ()
    part: Spot = (1, 1)
    pictures: tuple[tuple[str, Spot], ...] = ()


def summarise(parsed: ParsedEntry, lexicon: Lexicon) -> tuple[EntrySummary, Places]:
    """Return the summary of an entry, valid or not, and the places of its items."""
    entry = parsed.entry
    places = Places(
        references=tuple(_references(parsed)),
        links=tuple((link.target, link.spot) for link in _links(parsed)),
        citations=tuple(_citations(parsed)),
        asserted=tuple(_asserted(parsed)),
        figures=tuple(_figures(parsed, lexicon)),
        forms=tuple(_forms(parsed)),
        relations=tuple(_relations(parsed)),
        part=_spot(parsed.document.place(("series", "part"))),
        pictures=tuple(_pictures(parsed)),
    )
    series = entry.series if isinstance(entry, Article) else None
    summary = EntrySummary(
        key=parsed.key,
        path=parsed.document.path,
        sound=entry is not None,
        references=_once(target for target, _ in places.references),
        links=_once(target for target, _ in places.links),
        citations=_once(citation for citation, _ in places.citations),
        passages=tuple(p.id for p in entry.passages()) if isinstance(entry, Article) else (),
        asserted=_once((passage, claim) for passage, claim, _ in places.asserted),
        mentions=lexicon.mentions(_prose(parsed)),
        figures=_once(figure for figure, _, _ in places.figures),
        quantities=held_by(entry) if isinstance(entry, Claim) else (),
        paragraphs=tuple(_paragraphs(entry)) if isinstance(entry, Source) else (),
        date=entry.date if isinstance(entry, Source) else "",
        forms=tuple(forms_of(entry)) if isinstance(entry, WithForms) else (),
        relations=tuple(relation for relation, _ in places.relations),
        series=series.topic if series else "",
        part=series.part if series else 0,
        pictures=_once(file for file, _ in places.pictures),
    )
    return summary, places


def suppressions_of(parsed: ParsedEntry) -> Iterator[Suppression]:
    """Yield the suppressions in a file: for the whole file, or for one passage of an article."""
    document, is_sound = parsed.document, parsed.entry is not None
    here = parsed.key, document.path, is_sound
    for location, check in document.at("waivers", "check"):
        last = document.text.count("\n") + 1
        yield Suppression(*here, check, 1, last, _spot(document.place(location)))
    for passage in passages_in(document):
        first, last = document.lines(passage)
        for location, check in document.at("waivers", "check", within=passage):
            yield Suppression(*here, check, first, last, _spot(document.place(location)))


# ── The items of a summary, with their places ───────────────────────────────────────────────


class _Link(NamedTuple):
    """An explicit link in a text: its target, the location of the text, the target's place."""

    target: Target
    location: Location
    spot: Spot


def _spot(place: Place) -> Spot:
    return place.line, place.column


def _references(parsed: ParsedEntry) -> Iterator[tuple[Key, Spot]]:
    """The entries that fields name; reading reports an id of the wrong form."""
    for reference in KINDS[parsed.key.kind].references:
        if reference.to_passage:
            continue
        for location, text in parsed.document.at(*reference.field):
            if re.fullmatch(SLUG, text):
                yield Key(reference.to, text), _spot(parsed.document.place(location))


def _citations(parsed: ParsedEntry) -> Iterator[tuple[str, Spot]]:
    """The passages cited by a claim, or the paragraphs cited by an article."""
    document = parsed.document
    if parsed.key.kind == "claim":
        for location, text in document.at("passages"):
            if re.fullmatch(PASSAGE_REFERENCE, text):
                yield text, _spot(document.place(location))
    elif parsed.key.kind == "article":
        for language, passage in product(LANGUAGES, passages_in(document)):
            for location, text in document.at("rests_on", language.code, within=passage):
                if re.fullmatch(PARAGRAPH_REFERENCE, text):
                    yield text, _spot(document.place(location))


def _links(parsed: ParsedEntry) -> Iterator[_Link]:
    """The links in the texts of an entry, sound or broken."""
    for value in parsed.texts():
        if "](" not in value.text or not value.is_prose:
            continue
        end = 0
        for target in parse(value.text).targets:
            end = _end_of_link(value.text, str(target), end)
            offset = max(end - len(str(target)), 0)
            place = parsed.place_of_text(value, offset)
            yield _Link(target, value.location, _spot(place))


def _asserted(parsed: ParsedEntry) -> Iterator[tuple[str, str, Spot]]:
    """The links of a valid article to claims: passage, claim and place."""
    article = parsed.entry
    if not isinstance(article, Article):
        return
    to_claims = (link for link in _links(parsed) if link.target.scheme == "claim")
    ids = {location: passage.id for location, _, passage in article.located_passages()}
    for link in sorted(to_claims, key=lambda link: link.spot):
        if link.location[:-1] in ids:
            yield ids[link.location[:-1]], link.target.value, link.spot


def _figures(parsed: ParsedEntry, lexicon: Lexicon) -> Iterator[tuple[FigureSummary, str, Spot]]:
    """The figures asserted in a valid article, with their wording and place."""
    for unit in parsed.units:
        if not isinstance(unit.label, Passage):
            continue
        for asserted in asserted_figures_in(unit, lexicon):
            quantity = asserted.quantity
            place = parsed.place(unit, asserted.language, quantity.start)
            figure = FigureSummary(unit.label.id, bare(quantity), asserted.claim)
            yield figure, quantity.text, _spot(place)


def _forms(parsed: ParsedEntry) -> Iterator[tuple[Form, Spot, Spot]]:
    """The forms that an editor wrote, with their place and that of their use."""
    if not isinstance(parsed.entry, WithForms):
        return
    for form in forms_of(parsed.entry):
        if form.location is not None:
            place = parsed.document.place(form.location)
            use = parsed.document.place((*form.location[:-1], "use"))
            yield form, _spot(place), _spot(use)


def _relations(parsed: ParsedEntry) -> Iterator[tuple[RelationSummary, Spot]]:
    if isinstance(parsed.entry, Name):
        for number, relation in enumerate(parsed.entry.relations):
            place = parsed.document.place(("relations", number))
            yield RelationSummary(relation.type, relation.to), _spot(place)


def _pictures(parsed: ParsedEntry) -> Iterator[tuple[str, Spot]]:
    """The files of an article's pictures; reading reports names of the wrong form."""
    if parsed.key.kind == "article":
        for location, text in parsed.document.at("pictures", "file"):
            if re.fullmatch(PICTURE_FILE, text):
                yield text, _spot(parsed.document.place(location))


def _end_of_link(text: str, address: str, start: int) -> int:
    """The offset of the end of the next link's address; `start` if it is written otherwise."""
    for opening in ADDRESS.finditer(text, start):
        if text.startswith(address, opening.end()):
            return opening.end() + len(address)
    return start


def _once(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys(found))


def _prose(parsed: ParsedEntry) -> Iterator[tuple[str, LanguageCode]]:
    """The prose of an entry in both languages, as written."""
    for unit in units_of(parsed.entry) if parsed.entry else ():
        if unit.is_prose:
            for language in LANGUAGES:
                yield unit.written(language.code), language.code


def _paragraphs(source: Source) -> Iterator[str]:
    for language in LANGUAGES:
        for paragraph in source.paragraphs.of(language.code):
            yield f"{language.code}/{paragraph.id}"
