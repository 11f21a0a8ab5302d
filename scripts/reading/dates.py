"""Dates in the future, in fields that record something that has happened."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from ..diagnostics.diagnostic import Diagnostic
from ..model import KINDS, Kind
from . import messages
from .today import is_after_today
from .yaml_tree import Location, YamlTree

# An aim, a pledge or a forecast may name a later date, and so may a fact's own words.
OF_FACTS = (("figures", "as_of"), ("figures", "when"))
# The year, month and day of a date in EDTF; seasons and quarters are months above 12.
_part = re.compile(r"(?<![\dY.-])(\d{3}[\dX]|\d{2}XX)(?:-([\dX]{2})(?:-([\dX]{2}))?)?")


def dates_to_come(document: YamlTree, kind: Kind) -> Iterator[Diagnostic]:
    """Each date in a document that is after today, though it cannot be."""
    fields = [("updated",), *KINDS[kind].past]
    if kind == "claim" and _is_fact(document):
        fields += OF_FACTS
    for location, text in chain.from_iterable(document.at(*field) for field in fields):
        if any(is_after_today(day) for day in first_days(text)):
            yield _problem(document, location, text)


def first_days(edtf: str) -> Iterator[date]:
    """Yield the earliest possible day of each date in a value."""
    for year, month, day in _part.findall(edtf):
        yield _day(year.replace("X", "0"), month, day)


def _day(year: str, month: str, day: str) -> date:
    known = int(month) if month.isdigit() and int(month) <= 12 else 1
    try:
        return date(int(year), known or 1, int(day) if day.isdigit() else 1)
    except ValueError:  # no date at all, which the model reports
        return date.min


def _is_fact(document: YamlTree) -> bool:
    return all(text == "fact" for _, text in document.at("presented_as"))


def _problem(document: YamlTree, location: Location, text: str) -> Diagnostic:
    place = document.place(location)
    return Diagnostic(place, messages.DATE_TO_COME, {"value": text, "field": str(location[-1])})
