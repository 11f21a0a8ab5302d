"""Units of measure: their names, dimensions and conversion."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Final

from .patterns import lazily

_CLOSE: Final = Decimal("0.06")  # no rounding changes a value by more than 6%
_FREEZING: Final = 32


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure, and the patterns of its English and Chinese names."""

    name: str
    dimension: str
    size: Decimal
    english: str
    chinese: str


def _measures() -> tuple[Measure, ...]:
    text = (resources.files(__package__) / "measures.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line[:1] not in ("#", ""))
    return tuple(Measure(row[0], row[1], Decimal(row[2]), row[3], row[4]) for row in rows)


MEASURES: Final = {measure.name: measure for measure in _measures()}
ENGLISH: Final = (
    "(?:" + "|".join(measure.english for measure in MEASURES.values()) + r")(?![a-z\d])"
)
CHINESE: Final = (
    "(?:" + "|".join(measure.chinese for measure in MEASURES.values()) + ")(?![A-Za-z])"
)


@cache
def english_measure(written: str) -> str:
    """Return the name of the unit of an English word in lower case."""
    return next(
        name
        for name, measure in MEASURES.items()
        if lazily(rf"(?:{measure.english})").fullmatch(written)
    )


@cache
def chinese_measure(written: str) -> str:
    """Return the name of the unit of a Chinese word."""
    return next(
        name
        for name, measure in MEASURES.items()
        if written in lazily(r"\(\?[!=][^()]*\)").sub("", measure.chinese).split("|")
    )


def same_measure(left: Decimal, left_unit: str, right: Decimal, right_unit: str) -> bool:
    """Whether two values are equal, or one is the other converted and rounded."""
    if left_unit == right_unit:
        return left == right
    if {left_unit, right_unit} == {"foot", "square-foot"}:  # 400呎單位
        return left == right
    one, other = MEASURES[left_unit], MEASURES[right_unit]
    if one.dimension != other.dimension:
        return False
    return _rounds_to(_converted(left, one, other), right) or _rounds_to(
        _converted(right, other, one), left
    )


def _converted(value: Decimal, unit: Measure, wanted: Measure) -> Decimal:
    if unit.dimension == "temperature":
        if unit.name == "celsius":
            return value * 9 / 5 + _FREEZING
        return (value - _FREEZING) * 5 / 9
    return value * unit.size / wanted.size


def _rounds_to(exact: Decimal, written: Decimal) -> bool:
    """Whether an exact value may be rounded to the written one: 48.28 to 48 or 50."""
    if not written:
        return not round(exact)
    exponent = written.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    gap = abs(exact - written)
    return gap <= Decimal(10) ** exponent / 2 and gap <= _CLOSE * abs(exact)
