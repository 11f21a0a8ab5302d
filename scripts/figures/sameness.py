"""Compare two numbers in their own notations: value, qualifier and direction."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from .eras import ERAS
from .measures import MEASURES, same_measure
from .quantity import CHANGING, UNITS, Qualifier, Quantity

_SHARES = frozenset(("percent", "fraction", "multiple"))
_RATES = frozenset(("percent", "points"))
# Kinds that the other language may write as another of them: 第五章 and “chapter 5”, 五周年 and
# “fifth anniversary”, 第二季 and “season two”.
_NUMBERS = frozenset(
    ("count", "magnitude", "money", "ordinal", "fraction", "year", "quarter", "century")
)
# Pairs of different qualifiers that are not reported, in either order.
_ALIKE: frozenset[frozenset[Qualifier]] = frozenset(
    frozenset(pair)
    for pair in (
        ("exactly", "about"),
        ("exactly", "at most"),
        ("about", "nearly"),
        ("nearly", "at most"),
    )
)
# Qualifiers that agree with an approximate one; 以上 may be “more than” or no qualifier.
_LENIENT: frozenset[Qualifier] = frozenset(("exactly", "about", "more than", "at least"))
_ABOVE: frozenset[Qualifier] = frozenset(
    ("more than", "at least")
)  # none of these agrees with 以下


def qualifiers_agree(left: Quantity, right: Quantity) -> bool:
    """Whether the qualifiers of two figures are the same, or similar enough."""
    one, other = left.qualifier, right.qualifier
    if left.kind != right.kind and "decade" in (left.kind, right.kind):
        return True  # “in his 20s” is 二十多歲
    if one == other or frozenset((one, other)) in _ALIKE or _same_bound(left, right):
        return True
    return (left.approximate and other in _agreeing_with(one)) or (
        right.approximate and one in _agreeing_with(other)
    )


def _agreeing_with(approximate: Qualifier) -> frozenset[Qualifier]:
    return _LENIENT - _ABOVE if approximate == "at most" else _LENIENT


def directions_differ(left: Quantity, right: Quantity) -> bool:
    """Whether one figure is a rise and the other a fall, or only one is below zero."""
    directions = {left.direction, right.direction}
    if directions == {"minus", None}:
        return left.kind in CHANGING and right.kind in CHANGING
    return directions in ({"up", "down"}, {"up", "minus"})


def same(left: Quantity, right: Quantity) -> bool:
    """Whether two single numbers are equal in any of their possible readings."""
    return any(_same(one, other) for one in _readings(left) for other in _readings(right))


def _readings(quantity: Quantity) -> Iterator[Quantity]:
    """A number and its other possible readings: 1/3 for “a third”, 11:00 for “at eleven”."""
    yield quantity
    kind, value = quantity.alternative, quantity.value
    if kind == "fraction":
        yield replace(quantity, kind=kind, value=1 / value, alternative=None)
    elif kind == "time":
        yield replace(quantity, kind=kind, value=value * 60, unit="clock", alternative=None)
    elif quantity.unit in ERAS:  # 民國108年 is 2019
        yield replace(quantity, value=value + ERAS[quantity.unit] - 1, unit=None)
    elif quantity.unit == "pounds":  # money, or a weight
        yield replace(quantity, kind="count", unit="pound", currency=None)
    elif kind:
        yield replace(quantity, kind=kind, alternative=None)


def _same(left: Quantity, right: Quantity) -> bool:
    kinds = {left.kind, right.kind}
    if (left.optional and right.optional and "label" not in kinds) or kinds == {"magnitude"}:
        return left.value == right.value
    if _is_share_of(left, right) or _is_share_of(right, left):
        return True
    for kind, same in _SAME.items():
        if kind in kinds:
            return same(left, right)
    if kinds <= _SHARES:
        return _same_share(left, right)
    if _is_measured(left) and _is_measured(right):
        return _same_measured(left, right)
    return _same_number(left, right)


def _is_share_of(one: Quantity, other: Quantity) -> bool:
    """Whether a number of “nine out of ten” has a share as its unit that equals 九成."""
    is_share = one.kind == "count" and one.unit is not None and one.unit[0].isdigit()
    return is_share and other.kind in _SHARES and Decimal(one.unit or 0) in _shares(other)


def _same_number(left: Quantity, right: Quantity) -> bool:
    kinds = {left.kind, right.kind}
    if kinds <= {"year", "century"} and {left.unit, right.unit} == {"BC", "AD"}:
        return False
    if kinds == {"year"} and _is_short(left) != _is_short(right):
        return left.value % 100 == right.value % 100
    if "money" in kinds and (left.unit in MEASURES or right.unit in MEASURES):
        return False
    # A multiple is not a count: 兩倍 is not 兩個. But it may be a magnitude: “thousands of times”.
    is_number = kinds <= _NUMBERS or kinds == {"multiple", "magnitude"}
    return is_number and (left.value == right.value or _same_bound(left, right))


def _same_named(left: Quantity, right: Quantity) -> bool:
    """Months and half-years equal only their own kind."""
    return left.kind == right.kind and left.value == right.value


def _same_bound(left: Quantity, right: Quantity) -> bool:
    """Whether one bound includes its number and the other does not: “more than one”, 至少兩個."""
    bounds = {left.qualifier: left.value, right.qualifier: right.value}
    if left.kind != right.kind or bounds.keys() != {"more than", "at least"}:
        return False
    return bounds["at least"] == bounds["more than"] + 1


def _same_label(left: Quantity, right: Quantity) -> bool:
    if left.kind == right.kind:
        return left.unit == right.unit and left.value == right.value
    return left.value == right.value


def _same_decade(left: Quantity, right: Quantity) -> bool:
    """1990s, 九十年代, 20世紀90年代: the century is optional."""
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
    """Percentage points; 厘 is a percentage of interest, so 5厘 is also 5%."""
    if left.kind == right.kind:
        return left.value == right.value
    interest = "interest" in (left.unit, right.unit)
    return interest and {left.kind, right.kind} <= _RATES and left.value == right.value


def _same_discount(left: Quantity, right: Quantity) -> bool:
    """四折 is 60% off, or 40% of the price; 五折 is half of it."""
    if left.kind == right.kind:
        return left.value == right.value
    other, discount = (left, right) if right.kind == "discount" else (right, left)
    if other.kind not in ("percent", "fraction"):
        return False
    value = other.value if other.kind == "percent" else round(other.value * 100, 6)
    return value == discount.value or (other.unit != "off" and value == 100 - discount.value)


def _same_share(left: Quantity, right: Quantity) -> bool:
    """Half, 50%, 五成; doubled, 增加一倍, a rise by 100%."""
    if left.change == right.change == "by":  # 200% is 兩倍, and no 三倍
        return _plain_share(left) == _plain_share(right)
    return bool(_shares(left) & _shares(right))


def _plain_share(quantity: Quantity) -> Decimal:
    value = quantity.value
    return round(value / 100 if quantity.kind == "percent" else value, 6)


def _shares(quantity: Quantity) -> set[Decimal]:
    value = quantity.value
    if quantity.kind == "percent":
        share = round(value / 100, 6)
        return {share} if quantity.change != "by" else {share, share + 1}
    if quantity.kind == "multiple":
        return {value, value + 1} if quantity.change == "by" else {value}
    return {round(value, 6)} if quantity.kind in ("fraction", "count") else set()


def _is_measured(quantity: Quantity) -> bool:
    return quantity.unit in UNITS or quantity.unit in MEASURES


def _same_measured(left: Quantity, right: Quantity) -> bool:
    """Whether two durations, lengths, weights and so on are equal: 18 months, 一年半."""
    one, other = left.unit or "", right.unit or ""
    if one in MEASURES and other in MEASURES:
        return same_measure(left.value, one, right.value, other)
    return one in UNITS and other in UNITS and _same_duration(left, right)


def _same_duration(left: Quantity, right: Quantity) -> bool:
    left_base, left_size = UNITS[left.unit or ""]
    right_base, right_size = UNITS[right.unit or ""]
    return left_base == right_base and left.value * left_size == right.value * right_size


def _is_short(year: Quantity) -> bool:
    """Whether a year lacks its century: 九七年 is 1997, but AD 97 is not."""
    return year.value < 100 and year.unit is None


# The comparison for two numbers if either is of the kind; the first kind that applies.
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
