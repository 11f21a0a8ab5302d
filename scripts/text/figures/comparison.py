"""Whether two figures say the same, and where two texts do not.

Two good translators write a figure differently: half is 50% and 五成, a dozen is 12, 十年 a
decade. They may also repeat it or not, and split a date or a range. So a text's figures are
taken apart into their numbers, and the numbers of both texts are paired by what they say.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from ...model.claim import Qualifier
from .quantity import UNITS, Quantity, date_parts

Difference = Literal["value", "currency", "change", "qualifier", "missing"]

_SHARES = frozenset(("percent", "fraction", "multiple"))
_RATES = frozenset(("percent", "points"))
# Kinds whose numbers one language may write as the other's: 第五章 and “chapter 5”, 五周年 and
# “fifth anniversary”, 第二季 and “season two”.
_NUMBERS = frozenset(
    ("count", "magnitude", "money", "multiple", "ordinal", "fraction", "year", "quarter", "century")
)
# Ways to say how exact a figure is that an editor need not be told of. Each pair both ways.
_ALIKE: frozenset[frozenset[Qualifier]] = frozenset(
    frozenset(pair)
    for pair in (
        ("exactly", "about"),
        ("exactly", "at most"),
        ("about", "nearly"),
        ("nearly", "at most"),
    )
)
# What a loose qualifier may say: nothing much, or “more than” where 以上 is written.
_LENIENT: frozenset[Qualifier] = frozenset(("exactly", "about", "more than", "at least"))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures that should say the same, or one that stands in one text only."""

    difference: Difference
    english: Quantity | None
    chinese: Quantity | None


@dataclass(frozen=True, slots=True)
class _Part:
    """One number of a quantity: an end of a range, a part of a date, or all of it."""

    quantity: Quantity
    whole: Quantity
    position: float


def agrees(left: Quantity, right: Quantity) -> bool:
    """Whether two figures say the same in their own notations; how exactly is not asked."""
    lefts = [part.quantity for part in _parts_of(left, 1)]
    rights = [part.quantity for part in _parts_of(right, 1)]
    if left.kind == right.kind == "date" or len(lefts) == len(rights):
        pairs = zip(lefts, rights, strict=False)
        return len(lefts) == len(rights) and all(_same(*pair) for pair in pairs)
    return False


def qualifiers_agree(left: Quantity, right: Quantity) -> bool:
    """Whether two figures are said to be exact in the same way, or near enough."""
    one, other = left.qualifier, right.qualifier
    if one == other or frozenset((one, other)) in _ALIKE or _same_bound(left, right):
        return True
    return (left.loose and other in _LENIENT) or (right.loose and one in _LENIENT)


def disagreements(
    english: Sequence[Quantity], chinese: Sequence[Quantity]
) -> tuple[Disagreement, ...]:
    """Where the figures of a text and its counterpart do not agree, in the order of the text."""
    lefts, rights = _parts(english), _parts(chinese)
    pairs, only_left, only_right = _paired(lefts, rights)
    found = [told for left, right in pairs if (told := _told_of_pair(left, right))]
    found += _left_over(
        _unexplained(only_left, rights, only_right), _unexplained(only_right, lefts, only_left)
    )
    return tuple(_each_once(found))


def _parts(quantities: Sequence[Quantity]) -> list[_Part]:
    length = max((quantity.end for quantity in quantities), default=1)
    return [part for quantity in quantities for part in _parts_of(quantity, length)]


def _parts_of(quantity: Quantity, length: int) -> Iterator[_Part]:
    """The numbers of a quantity; a date's are its year, month and day."""
    position = quantity.start / length
    for value in (quantity.value, quantity.to):
        if value is None:
            continue
        if quantity.kind != "date":
            part = quantity if quantity.to is None else replace(quantity, value=value, to=None)
            if quantity.unit == "out of" and quantity.to:
                part = replace(part, unit=str(round(quantity.value / quantity.to, 6)))
            yield _Part(part, quantity, position)
            continue
        year, month, day = date_parts(value)
        for kind, number in (("year", year), ("month", month), ("day", day)):
            if number:
                part = replace(
                    quantity,
                    kind="count" if kind == "day" else kind,  # type: ignore[arg-type]
                    value=Decimal(number),
                    to=None,
                    unit="day of the month" if kind == "day" else None,
                )
                yield _Part(part, quantity, position)


def _same(left: Quantity, right: Quantity) -> bool:
    """Whether two single numbers say the same."""
    kinds = {left.kind, right.kind}
    if (left.soft and right.soft and "label" not in kinds) or kinds == {"magnitude"}:
        return left.value == right.value
    if _is_share_of(left, right) or _is_share_of(right, left):
        return True
    for kind, same in _SAME.items():
        if kind in kinds:
            return same(left, right)
    if kinds <= _SHARES:
        return _same_share(left, right)
    if left.unit in UNITS and right.unit in UNITS:
        return _same_duration(left, right)
    return _same_number(left, right)


def _is_share_of(one: Quantity, other: Quantity) -> bool:
    """“Nine out of ten” is 九成: either number of the one stands for the share."""
    is_share = one.kind == "count" and one.unit is not None and one.unit[0].isdigit()
    return is_share and other.kind in _SHARES and Decimal(one.unit or 0) in _shares(other)


def _same_number(left: Quantity, right: Quantity) -> bool:
    kinds = {left.kind, right.kind}
    if kinds == {"year", "count"} and _short_year(left, right):
        return True
    return kinds <= _NUMBERS and (left.value == right.value or _same_bound(left, right))


def _same_named(left: Quantity, right: Quantity) -> bool:
    """Months and half-years are not numbers of anything else."""
    return left.kind == right.kind and left.value == right.value


def _same_bound(left: Quantity, right: Quantity) -> bool:
    """“More than one” is 至少兩個."""
    bounds = {left.qualifier: left.value, right.qualifier: right.value}
    if left.kind != right.kind or bounds.keys() != {"more than", "at least"}:
        return False
    return bounds["at least"] == bounds["more than"] + 1


def _same_label(left: Quantity, right: Quantity) -> bool:
    if left.kind == right.kind:
        return left.unit == right.unit and left.value == right.value
    return left.value == right.value


def _same_decade(left: Quantity, right: Quantity) -> bool:
    """1990s, 九十年代 and 20世紀90年代: the century may be left out."""
    if left.kind != right.kind:
        return left.value == right.value
    if min(left.value, right.value) < 100:
        return left.value % 100 == right.value % 100
    return left.value == right.value


def _same_time(left: Quantity, right: Quantity) -> bool:
    if left.kind != right.kind:
        return False
    if "clock" in (left.unit, right.unit):
        return left.value % 720 == right.value % 720
    return left.value == right.value


def _same_points(left: Quantity, right: Quantity) -> bool:
    """Percentage points; 厘 is a percentage of interest, so that 5厘 is 5% too."""
    if left.kind == right.kind:
        return left.value == right.value
    interest = "interest" in (left.unit, right.unit)
    return interest and {left.kind, right.kind} <= _RATES and left.value == right.value


def _same_discount(left: Quantity, right: Quantity) -> bool:
    """四折 is 60% off, or 40% of the price."""
    if left.kind == right.kind:
        return left.value == right.value
    other, discount = (left, right) if right.kind == "discount" else (right, left)
    if other.kind != "percent":
        return False
    return other.value == discount.value or (
        other.unit != "off" and other.value == 100 - discount.value
    )


def _same_share(left: Quantity, right: Quantity) -> bool:
    """Half, 50%, 五成; doubled, 增加一倍, a rise by 100%."""
    return bool(_shares(left) & _shares(right))


def _shares(quantity: Quantity) -> set[Decimal]:
    value = quantity.value
    if quantity.kind == "percent":
        share = round(value / 100, 6)
        return {share} if quantity.change != "by" else {share, share + 1}
    if quantity.kind == "multiple":
        return {value, value + 1} if quantity.change == "by" else {value}
    return {round(value, 6)} if quantity.kind in ("fraction", "count") else set()


def _same_duration(left: Quantity, right: Quantity) -> bool:
    left_base, left_size = UNITS[left.unit or ""]
    right_base, right_size = UNITS[right.unit or ""]
    return left_base == right_base and left.value * left_size == right.value * right_size


def _short_year(left: Quantity, right: Quantity) -> bool:
    """97年 is 1997."""
    year, short = (left, right) if left.kind == "year" else (right, left)
    return short.unit == "year" and short.value < 100 and year.value % 100 == short.value


# How numbers are compared of which either is of a kind, the first kind that applies.
_SAME: Final[dict[str, Callable[[Quantity, Quantity], bool]]] = {
    "label": _same_label,
    "decade": _same_decade,
    "time": _same_time,
    "points": _same_points,
    "discount": _same_discount,
    "percent": _same_share,
    "month": _same_named,
    "half-year": _same_named,
}


def _paired(
    lefts: list[_Part], rights: list[_Part]
) -> tuple[list[tuple[_Part, _Part]], list[_Part], list[_Part]]:
    """Numbers that say the same, each with the nearest of its like; and those left alone."""
    free = list(rights)
    pairs: list[tuple[_Part, _Part]] = []
    alone: list[_Part] = []
    for left in lefts:
        same = [right for right in free if _same(left.quantity, right.quantity)]
        if same:
            nearest = min(same, key=lambda right: _distance(left, right))
            pairs.append((left, nearest))
            free.remove(nearest)
        else:
            alone.append(left)
    return pairs, alone, free


def _distance(left: _Part, right: _Part) -> tuple[bool, bool, bool, float]:
    """How unlike two numbers of the same value are: what they count, then where they stand."""
    one, other = left.quantity, right.quantity
    return (
        one.kind != other.kind,
        one.currency != other.currency,
        not qualifiers_agree(one, other),
        abs(left.position - right.position),
    )


def _unexplained(alone: list[_Part], others: list[_Part], rivals: list[_Part]) -> list[_Part]:
    """Numbers that are not just repeated: a good text may repeat one or not.

    But one that the other text has, and that stands against another number left alone there, was
    probably changed in one of two places.
    """
    return [
        part
        for part in alone
        if any(_alike(part.quantity, rival.quantity) for rival in rivals)
        or not any(_same(part.quantity, other.quantity) for other in others)
    ]


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may count the same thing, and both must be translated."""
    kinds = {one.kind, other.kind}
    return (
        (len(kinds) == 1 or kinds <= {"count", "ordinal", "year"})
        and one.unit == other.unit
        and not (one.soft or other.soft)
    )


def _told_of_pair(left: _Part, right: _Part) -> Disagreement | None:
    one, other = left.quantity, right.quantity
    if one.currency and other.currency and one.currency != other.currency:
        return Disagreement("currency", left.whole, right.whole)
    if _changes_differ(one, other):
        return Disagreement("change", left.whole, right.whole)
    if not (one.soft and other.soft) and not qualifiers_agree(one, other):
        return Disagreement("qualifier", left.whole, right.whole)
    return None


def _changes_differ(one: Quantity, other: Quantity) -> bool:
    return (
        bool(one.change and other.change)
        and one.change != other.change
        and one.value == other.value
    )


def _left_over(lefts: list[_Part], rights: list[_Part]) -> list[Disagreement]:
    """Numbers without their like: each with the likeliest of the other text, or by itself."""
    found: list[Disagreement] = []
    free = list(rights)
    for left in lefts:
        likely = [right for right in free if _likely(left.quantity, right.quantity)]
        if likely:
            right = min(likely, key=lambda part: abs(part.position - left.position))
            free.remove(right)
            found.append(Disagreement("value", left.whole, right.whole))
        elif not left.quantity.soft:
            found.append(Disagreement("missing", left.whole, None))
    found += [Disagreement("missing", None, part.whole) for part in free if not part.quantity.soft]
    return found


def _likely(left: Quantity, right: Quantity) -> bool:
    """Whether two numbers that differ were probably meant to be the same."""
    if left.kind == "label" or right.kind == "label":
        return left.kind == right.kind and left.unit == right.unit
    if left.soft and right.soft:
        return left.kind == right.kind == "magnitude"
    if left.soft or right.soft:
        return left.kind == right.kind == "ordinal"
    return True


def _each_once(found: list[Disagreement]) -> Iterator[Disagreement]:
    """A figure is told once, though both the month and the day of a date differ."""
    seen: set[tuple[str, int]] = set()
    for told in sorted(found, key=_order):
        sides = {(name, q.start) for name, q in (("en", told.english), ("zh", told.chinese)) if q}
        if not sides <= seen:
            seen |= sides
            yield told


def _order(told: Disagreement) -> tuple[bool, bool, int]:
    first = told.english or told.chinese
    assert first
    return (told.difference == "missing", told.english is None, first.start)
