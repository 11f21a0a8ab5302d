"""Figures in parts: 2 hours 30 minutes, 5 feet 10 inches, 3 dollars and 50 cents, 五小時十五分."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from .measures import MEASURES
from .quantity import UNITS, LanguageCode, Quantity

_BETWEEN: Final[dict[LanguageCode, frozenset[str]]] = {
    "en": frozenset((" ", ", ", " and ", ", and ")),
    "zh-Hant": frozenset(("", " ", "零", "又", "加")),
}


def joined(quantities: Iterable[Quantity], text: str, language: LanguageCode) -> Iterator[Quantity]:
    """Yield the figures of a text, with the parts of one amount joined into one figure."""
    before: Quantity | None = None
    for quantity in quantities:
        if before is None:
            before = quantity
            continue
        part = _with_minutes(before, quantity, text)
        between = text[before.end : part.start]
        if between in _BETWEEN[language] and _continues(before, part, between):
            before = _sum(before, part, text)
        else:
            yield before
            before = quantity
    if before is not None:
        yield before


def _with_minutes(before: Quantity, quantity: Quantity, text: str) -> Quantity:
    """The figure in minutes if it is the 30分 of 2小時30分; elsewhere 分 may be points or cents."""
    follows = before.unit == "hour" and before.end == quantity.start
    is_bare = quantity.kind == "count" and quantity.unit is None
    after = text[quantity.end : quantity.end + 2]
    if follows and is_bare and after[:1] == "分" and after != "分之":
        return replace(quantity, unit="minute", end=quantity.end + 1)
    return quantity


def _continues(before: Quantity, part: Quantity, between: str) -> bool:
    """Whether the second figure gives the same amount's smaller units."""
    if not between and before.value == 1 and before.unit in ("week", "day"):
        return False  # 一周5天, 一天8小時
    if before.to or part.to or before.kind != part.kind or part.qualifier != "exactly":
        return False
    if part.kind == "money":
        may_be_same = part.currency in (before.currency, "$")
        return may_be_same and part.unit == "cent" and before.unit is None and part.value < 1
    one, other = _size(before), _size(part)
    return (
        one is not None
        and other is not None
        and one[0] == other[0]
        and float(part.value) * other[1] < one[1]
    )


def _size(quantity: Quantity) -> tuple[str, float] | None:
    if quantity.kind != "count" or quantity.unit is None:
        return None
    if quantity.unit in UNITS:
        return UNITS[quantity.unit]
    measure = MEASURES.get(quantity.unit)
    return (measure.dimension, float(measure.size)) if measure else None


def _sum(before: Quantity, part: Quantity, text: str) -> Quantity:
    """The sum of both parts, in the smaller unit."""
    value, unit = before.value + part.value, before.unit
    if before.kind != "money":
        assert before.unit
        assert part.unit
        unit = part.unit
        if unit in UNITS:
            value = before.value * UNITS[before.unit][1] / UNITS[unit][1] + part.value
        else:
            sizes = MEASURES[before.unit].size, MEASURES[unit].size
            value = round(before.value * sizes[0] / sizes[1], 6) + part.value
    end = part.end
    return replace(
        before, value=value, unit=unit, end=end, text=text[before.start : end], optional=False
    )
