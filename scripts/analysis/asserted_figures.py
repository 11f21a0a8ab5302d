"""The figures asserted in passages, and those of claims, for comparing the two."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from ..figures import Kind, Quantity, agrees, are_comparable, quantities_in
from ..figures.quantity import date_parts, date_value
from ..kinds import WITH_FORMS
from ..languages import LANGUAGES, LanguageCode
from ..model import Claim, Figure
from ..patterns import lazily
from ..text.forms import Match
from ..text.lexicon import Lexicon
from ..text.markup import UNLINKED, Marked, Target, parse
from ..text.units import Unit

# Kinds that assert no quantity, or too little for a claim.
_PLAIN: frozenset[Kind] = frozenset(("ordinal", "label", "magnitude", "month", "time"))
# The offsets of a linked stretch of a plain text, and its target.
Link = tuple[range, Target]
# Where links lead that settle what a figure means.
_SETTLED_BY = (*WITH_FORMS, UNLINKED)
_DURATIONS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_edtf_day = lazily(r"(?<![0-9])([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?![0-9X])")


@dataclass(frozen=True, slots=True)
class AssertedFigure:
    """A figure in the text of a passage in a language.

    `claim` is the id of the claim to which its words are linked, if they are.
    """

    language: LanguageCode
    quantity: Quantity
    claim: str = ""


def asserted_figures_in(unit: Unit, lexicon: Lexicon) -> Iterator[AssertedFigure]:
    """Yield the figures that a unit of a passage asserts: in English, then in the Chinese only.

    Excluded are trivial figures (“both”, two of something, a second), those within a name or term,
    such as the year of Expo 1933, and those in words linked to one or to `none:`. A text with
    too many figures has none.
    """
    plain = {language.code: unit.plain(language.code) for language in LANGUAGES}
    english = quantities_in(plain["en"], "en")
    chinese = quantities_in(plain["zh-Hant"], "zh-Hant")
    if not are_comparable(english, chinese):
        return
    weak = [
        end for quantity in (*english, *chinese) if quantity.optional for end in _ends(quantity)
    ]
    stated = [end for quantity in english for end in _ends(quantity)]
    for code, quantities, excluded in (
        (LANGUAGES[0].code, english, weak),
        (LANGUAGES[1].code, chinese, weak + stated),
    ):
        links = list(_links(unit.marked(code)))
        for quantity in filter(_asserts, quantities):
            if (
                not holds(excluded, quantity)
                and not _is_linked_away(quantity, links)
                and not _is_in_form(quantity, lexicon.indexes[code].find(plain[code]))
            ):
                yield AssertedFigure(code, quantity, _claim_of(quantity, links))


def held_by(claim: Claim) -> tuple[Quantity, ...]:
    """Return the figures of a claim: in its title, its statement and its data."""
    found: list[Quantity] = []
    for language in LANGUAGES:
        for text in (claim.title.of(language.code), parse(claim.statement.of(language.code)).plain):
            found += quantities_in(text, language.code)
    for figure in claim.figures:
        found += _of_data(figure)
    return tuple(dict.fromkeys(bare(end) for quantity in found for end in _ends(quantity)))


def bare(quantity: Quantity) -> Quantity:
    """Return a figure without wording and offsets."""
    return replace(quantity, start=0, end=0, text="")


def holds(claimed: Iterable[Quantity], quantity: Quantity) -> bool:
    """Whether some figures include another; for a range, both its ends."""
    listed = tuple(claimed)
    # Equal figures, the usual case, are found without a full comparison.
    return all(
        end in listed
        or any(
            one.value == end.value and one.comparison_key == end.comparison_key for one in listed
        )
        or any(_covers(one, end) for one in listed)
        for end in _ends(quantity)
    )


def is_of(date: str, quantity: Quantity) -> bool:
    """Whether a figure is a date in EDTF or part of it: March 2024 is part of 2024-03-13."""
    return holds(_dates(date), quantity)


def _asserts(quantity: Quantity) -> bool:
    few = quantity.kind == "count" and quantity.unit is None and quantity.value <= 2
    return not (quantity.optional or few or quantity.kind in _PLAIN)


def _is_linked_away(quantity: Quantity, links: Iterable[Link]) -> bool:
    """Whether the words of a figure are linked to a name, a term or `none:`."""
    return any(quantity.start in span for span, target in links if target.scheme in _SETTLED_BY)


def _is_in_form(quantity: Quantity, forms: Iterable[Match]) -> bool:
    """Whether a figure is within a form of a name or term."""
    return any(form.start <= quantity.start and quantity.end <= form.end for form in forms)


def _claim_of(quantity: Quantity, links: Iterable[Link]) -> str:
    """The id of the claim to which words of a figure are linked, or an empty text."""
    for span, target in links:
        overlap = span.start < quantity.end and quantity.start < span.stop
        if overlap and target.scheme == "claim":
            return target.value
    return ""


def _links(marked: Marked) -> Iterator[Link]:
    """The stretches of a text that an editor linked, and to what."""
    for start, end, run in marked.spans():
        if run.target:
            yield range(start, end), run.target


def _ends(quantity: Quantity) -> Iterator[Quantity]:
    """Both ends of a range, or the figure itself."""
    yield replace(quantity, to=None) if quantity.to is not None else quantity
    if quantity.to is not None:
        yield replace(quantity, value=quantity.to, to=None)


def _covers(claimed: Quantity, stated: Quantity) -> bool:
    """Whether a claim's figure equals a passage's; a date may be more exact than the passage's."""
    if claimed.kind == "date":
        year, month, day = date_parts(claimed.value)
        if stated.kind == "year":
            return stated.value == year
        if stated.kind == "date":
            parts = zip(date_parts(stated.value), (year, month, day), strict=True)
            return all(part in (0, exact) for part, exact in parts)
    return agrees(claimed, stated)


def _of_data(figure: Figure) -> Iterator[Quantity]:
    kind: Kind = "count"
    if figure.currency:
        kind = "money"
    elif figure.is_percentage:
        kind = "percent"
    for value in (figure.value, figure.to):
        if value is not None:
            yield _quantity(kind, value, currency=figure.currency)
    lengths = " ".join(filter(None, (figure.period, figure.per, figure.against)))
    for number, letter in re.findall(r"([0-9]+)([YMWD])", lengths):
        yield _quantity("count", Decimal(number), unit=_DURATIONS[letter])
    yield from _dates(" ".join(filter(None, (figure.when, figure.as_of))))


def _dates(edtf: str) -> Iterator[Quantity]:
    """The fully specified days, months and years of a date in EDTF."""
    for year, month, day in _edtf_day.findall(edtf):
        yield _quantity("date", date_value(int(year), int(month or 0), int(day or 0)))


def _quantity(
    kind: Kind, value: Decimal, *, currency: str | None = None, unit: str | None = None
) -> Quantity:
    return Quantity(kind, value, 0, 0, "", currency=currency, unit=unit)
