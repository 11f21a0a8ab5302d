"""Compare the figures of two texts.

Good translators write a figure differently: half is 50% and 五成, a dozen is 12, 十年 a decade.
They may repeat it or not, and split a date or a range. So figures are split into single numbers,
and the numbers of the two texts are paired by meaning.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from msgspec.structs import replace

from .currencies import may_be_same
from .quantity import Quantity, date_parts
from .sameness import directions_differ, qualifiers_agree, same

Difference = Literal["value", "currency", "direction", "change", "qualifier", "missing"]
# The product of the numbers of figures of two texts. Few passages have a dozen; comparing more
# than this would take minutes.
MOST_PAIRS = 40_000
# Ordinals that are part of a name: the Second World War, Elizabeth II.
_NAMES = frozenset(("world war", "monarch"))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures that should be equal, or a figure without a counterpart."""

    difference: Difference
    english: Quantity | None
    chinese: Quantity | None


@dataclass(frozen=True, slots=True)
class _Part:
    """A single number of a quantity: an end of a range, a part of a date, or the whole quantity."""

    quantity: Quantity
    whole: Quantity
    position: float


def agrees(left: Quantity, right: Quantity) -> bool:
    """Whether two figures are equal in their own notations; qualifiers are not compared."""
    if left.comparison_key == right.comparison_key:  # the usual case, and much faster
        return True
    lefts = [part.quantity for part in _parts_of(left, 1)]
    rights = [part.quantity for part in _parts_of(right, 1)]
    if len(lefts) != len(rights) or directions_differ(left, right):
        return False
    return all(same(*pair) for pair in zip(lefts, rights, strict=True))


def are_comparable(english: Sequence[Quantity], chinese: Sequence[Quantity]) -> bool:
    """Whether two texts have few enough figures to compare each with each."""
    return len(english) * len(chinese) <= MOST_PAIRS


def disagreements(
    english: Sequence[Quantity], chinese: Sequence[Quantity]
) -> tuple[Disagreement, ...]:
    """Return the disagreements between the figures of two texts, in the order of the text.

    Returns none for texts with too many figures to compare.
    """
    if not are_comparable(english, chinese):
        return ()
    lefts, rights = _parts(english), _parts(chinese)
    pairs, only_left, only_right = _paired(lefts, rights)
    found = [one for left, right in pairs if (one := _difference_between(left, right))]
    found += _left_over(
        _unexplained(only_left, rights, only_right), _unexplained(only_right, lefts, only_left)
    )
    return tuple(_each_once(found))


def _parts(quantities: Sequence[Quantity]) -> list[_Part]:
    length = max((quantity.end for quantity in quantities), default=1)
    return [part for quantity in quantities for part in _parts_of(quantity, length)]


def _parts_of(quantity: Quantity, length: int) -> Iterator[_Part]:
    """The numbers of a quantity: both ends of a range, or the year, month and day of a date."""
    position = quantity.start / length
    for value in (quantity.value, quantity.to):
        if value is None:
            continue
        if quantity.kind == "date":
            yield from (_Part(q, quantity, position) for q in _parts_of_date(quantity, value))
        else:
            yield _Part(_end_of_range(quantity, value), quantity, position)


def _end_of_range(quantity: Quantity, value: Decimal) -> Quantity:
    """One end of a range; either number of “nine out of ten” keeps the share as its unit."""
    if quantity.to is None:
        return quantity
    unit = quantity.unit
    if unit == "out of":
        unit = str(round(quantity.value / quantity.to, 6))
    return replace(quantity, value=value, to=None, unit=unit)


def _parts_of_date(quantity: Quantity, value: Decimal) -> Iterator[Quantity]:
    year, month, day = (Decimal(number) for number in date_parts(value))
    if year:
        yield replace(quantity, kind="year", value=year, to=None)
    if month:
        yield replace(quantity, kind="month", value=month, to=None)
    if day:
        yield replace(quantity, kind="count", value=day, to=None, unit="day of the month")


def _paired(
    lefts: list[_Part], rights: list[_Part]
) -> tuple[list[tuple[_Part, _Part]], list[_Part], list[_Part]]:
    """Pairs of equal numbers, each with its nearest match; and the unmatched numbers."""
    free = list(rights)
    pairs: list[tuple[_Part, _Part]] = []
    alone: list[_Part] = []
    for left in lefts:
        fitting = [right for right in free if same(left.quantity, right.quantity)]
        if fitting:
            nearest = min(fitting, key=lambda right: _distance(left, right))
            pairs.append((left, nearest))
            free.remove(nearest)
        else:
            alone.append(left)
    return pairs, alone, free


def _distance(left: _Part, right: _Part) -> tuple[bool, bool, bool, bool, float]:
    """A sort key for equal numbers: differences in kind and currency first, then in position."""
    one, other = left.quantity, right.quantity
    return (
        one.kind != other.kind,
        one.currency != other.currency,
        (one.direction is None) != (other.direction is None),
        not qualifiers_agree(one, other),
        abs(left.position - right.position),
    )


def _unexplained(alone: list[_Part], others: list[_Part], rivals: list[_Part]) -> list[_Part]:
    """Unmatched numbers, without those that only repeat a number: a good text may repeat or not.

    A repeated number is kept if it may correspond to an unmatched number of the other text: one of
    its two occurrences was probably changed.
    """
    return [
        part
        for part in alone
        if any(_alike(part.quantity, rival.quantity) for rival in rivals)
        or not any(same(part.quantity, other.quantity) for other in others)
    ]


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may count the same thing, and neither is optional."""
    kinds = {one.kind, other.kind}
    if kinds == {"multiple"}:  # “doubled” is optional only because 倍增 has many synonyms
        return True
    return (
        (len(kinds) == 1 or kinds <= {"count", "ordinal", "year"})
        and one.unit == other.unit
        and not (one.optional or other.optional)
    )


def _difference_between(left: _Part, right: _Part) -> Disagreement | None:
    one, other = left.quantity, right.quantity
    if one.currency and other.currency and not may_be_same(one.currency, other.currency):
        return Disagreement("currency", left.whole, right.whole)
    if directions_differ(one, other):
        return Disagreement("direction", left.whole, right.whole)
    if _changes_differ(one, other):
        return Disagreement("change", left.whole, right.whole)
    if not (one.optional and other.optional) and not qualifiers_agree(one, other):
        return Disagreement("qualifier", left.whole, right.whole)
    return None


def _changes_differ(one: Quantity, other: Quantity) -> bool:
    return (
        bool(one.change and other.change)
        and one.change != other.change
        and one.value == other.value
    )


def _left_over(lefts: list[_Part], rights: list[_Part]) -> list[Disagreement]:
    """Unmatched numbers, each with its likeliest counterpart in the other text, or none."""
    found: list[Disagreement] = []
    free = list(rights)
    for left in lefts:
        likely = [right for right in free if _likely(left.quantity, right.quantity)]
        if likely:
            right = min(likely, key=lambda part: abs(part.position - left.position))
            free.remove(right)
            found.append(Disagreement("value", left.whole, right.whole))
        elif not left.quantity.optional:
            found.append(Disagreement("missing", left.whole, None))
    found += [
        Disagreement("missing", None, part.whole) for part in free if not part.quantity.optional
    ]
    return found


def _likely(left: Quantity, right: Quantity) -> bool:
    """Whether two different numbers are probably counterparts."""
    if left.kind == "label" or right.kind == "label":
        return left.kind == right.kind and (left.unit == right.unit or _other_letter(left, right))
    if left.optional and right.optional:
        is_name = left.unit == right.unit and left.unit in _NAMES
        return is_name or left.kind == right.kind == "magnitude"
    if left.optional or right.optional:
        return left.kind == right.kind and left.kind in ("ordinal", "multiple")
    return True


def _other_letter(left: Quantity, right: Quantity) -> bool:
    """Whether two labels have the same number and one letter each: bus 5B and bus 5C."""
    shapes = {re.sub("[A-Z]", "a", unit or "") for unit in (left.unit, right.unit)}
    return left.value == right.value and shapes in ({"#a"}, {"a#"})


def _each_once(found: list[Disagreement]) -> Iterator[Disagreement]:
    """The disagreements in order, each figure once even if both month and day of a date differ."""
    seen: set[tuple[str, int]] = set()
    for one in sorted(found, key=_order):
        sides = {(name, q.start) for name, q in (("en", one.english), ("zh", one.chinese)) if q}
        if not sides <= seen:
            seen |= sides
            yield one


def _order(one: Disagreement) -> tuple[bool, bool, int]:
    first = one.english or one.chinese
    assert first
    return (one.difference == "missing", one.english is None, first.start)
