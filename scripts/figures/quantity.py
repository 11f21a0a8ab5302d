"""The data of a figure, independent of language and notation."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from msgspec import Struct

LanguageCode = Literal["en", "zh-Hant"]
Qualifier = Literal["exactly", "about", "nearly", "at least", "more than", "at most"]
Kind = Literal[
    "count",
    "magnitude",
    "money",
    "percent",
    "points",
    "discount",
    "multiple",
    "ordinal",
    "fraction",
    "date",
    "year",
    "month",
    "quarter",
    "half-year",
    "decade",
    "century",
    "time",
    "label",
]
Change = Literal["by", "to"]
Direction = Literal["up", "down", "minus"]

# Units of time, each as a number of months or of seconds, which do not convert into each other.
UNITS: Final[dict[str, tuple[str, int]]] = {
    "century": ("month", 1200),
    "decade": ("month", 120),
    "year": ("month", 12),
    "quarter": ("month", 3),
    "month": ("month", 1),
    "fortnight": ("second", 14 * 86400),
    "week": ("second", 7 * 86400),
    "day": ("second", 86400),
    "hour": ("second", 3600),
    "quarter-hour": ("second", 900),
    "minute": ("second", 60),
    "second": ("second", 1),
}
# The kinds of figures that can be the amount or result of a change.
CHANGING: Final = frozenset(("count", "money", "percent", "points", "multiple"))


# Anything larger is a key or a misprint, and decimal arithmetic would not be exact.
LARGEST: Final = Decimal(10**18)


class Quantity(Struct, frozen=True, array_like=True):
    """A figure in a text: its number, unit, qualifier, and words of change.

    `start` and `end` are its offsets, `text` its wording.

    `value` is a plain number: 5000000000 for five billion, 40 for 40 per cent, the minutes since
    midnight for a time of day, the first year of a decade (below 100 without its century), the
    percentage taken off for a discount, and YYYYMMDD for a date, with zeros for missing parts. The
    value of a `magnitude` is the power of ten of “hundreds” or 數百; a `label` is a number in a
    name, such as COVID-19. `to` is the upper end of a range.

    `unit` is the unit of time of a duration, the unit of a measure (`measures`), “clock” for a time
    that may be morning or evening, “interest” for 厘, “off” for a percentage off a price, “BC”,
    “AD” or the era of a year (`eras`), “world war” or “monarch” for an ordinal, and the letters of
    a label. A year below 100 without a unit lacks its century. `currency` is “$” for unspecified
    dollars.

    `change` is “by” for the amount of a rise or fall and “to” for its result. `direction` is “up”,
    “down”, or “minus” for a value below zero, which is stored without its sign.

    An `approximate` qualifier may also mean none, as in “over five years”. An `optional` figure may
    be missing in the other language: “both”, 首, “one”. `alternative` is another kind that the same
    words may have: a share for “a third”, a count for “three times”, a time for “at eleven”.
    """

    kind: Kind
    value: Decimal
    start: int
    end: int
    text: str
    to: Decimal | None = None
    qualifier: Qualifier = "exactly"
    approximate: bool = False
    currency: str | None = None
    unit: str | None = None
    change: Change | None = None
    direction: Direction | None = None
    optional: bool = False
    alternative: Kind | None = None

    @property
    def comparison_key(self) -> tuple[object, ...]:
        """Kind, value, range, currency, unit and direction, without wording and qualifier."""
        return (
            self.kind,
            self.value,
            self.to,
            self.currency,
            self.unit,
            self.alternative,
            self.direction,
        )


@dataclass(slots=True)
class Reading:
    """The result of one rule of a grammar; the words around it may add to it.

    `start` and `end` are set if the figure is not exactly the match.
    """

    kind: Kind
    value: Decimal
    to: Decimal | None = None
    qualifier: Qualifier | None = None
    approximate: bool = False
    currency: str | None = None
    unit: str | None = None
    change: Change | None = None
    direction: Direction | None = None
    optional: bool = False
    alternative: Kind | None = None
    start: int | None = None
    end: int | None = None

    @property
    def is_figure(self) -> bool:
        """Whether the numbers are small enough for a figure."""
        return max(self.value, self.to or self.value) <= LARGEST

    def quantity(self, text: str, start: int, end: int) -> Quantity:
        """Return the figure with its place and wording in `text`."""
        return Quantity(
            self.kind,
            self.value,
            start,
            end,
            text[start:end],
            self.to,
            self.qualifier or "exactly",
            self.approximate,
            self.currency,
            self.unit,
            self.change,
            self.direction,
            self.optional,
            self.alternative,
        )


def date_value(year: int, month: int, day: int) -> Decimal:
    """Return a date as the value of a `Quantity`; a missing part is 0."""
    return Decimal(year * 10000 + month * 100 + day)


def date_parts(value: Decimal) -> tuple[int, int, int]:
    """Return the year, month and day of a date's value; a missing part is 0."""
    year, rest = divmod(int(value), 10000)
    month, day = divmod(rest, 100)
    return year, month, day
