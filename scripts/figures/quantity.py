"""What a figure in a text says, whichever language and notation it is written in."""

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

# Units of time: the smaller unit that they are counted in exactly, and how many of it they have.
# Months and seconds do not convert into each other.
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
# How a figure can be said to be a change, rather than to be dated or numbered.
CHANGING: Final = frozenset(("count", "money", "percent", "points", "multiple"))


# What is larger is no figure but a key or a misprint, and arithmetic would not keep it exact.
LARGEST: Final = Decimal(10**18)


class Quantity(Struct, frozen=True, array_like=True):
    """A figure in a text, from `start` up to `end` (characters), where `text` stands: the number
    with its unit, with the words that say how exact it is, and whether something rose to it.

    `value` is in plain numbers: 5000000000 for five billion, 40 for 40 per cent, the minutes since
    midnight of a time of day, the first year of a decade (below 100 if the century is left out),
    the percentage off of a discount, and YYYYMMDD of a date, with noughts for what is not said. A
    `magnitude` is the power of ten of “hundreds” or 數百; a `label` is a number in a name, such as
    COVID-19.

    `to` is the upper end of a range. `unit` is the unit of time of a duration, the unit of what is
    measured (`measures`), “clock” of a time that may be morning or evening, “interest” of 厘, “off”
    of a percentage off a price, “BC”, “AD” or the era of a year (`eras`), “world war” of an
    ordinal, and of a label its letters. A year below 100 with none of these
    is without its century. A `currency` is “$” if the text does not say whose it is.
    `change` tells a rise or fall *by* so much from one *to* it, `direction` a rise from a fall, and
    from a value below zero (“minus”), which is kept without its sign. A `loose` qualifier may also
    mean none, as in “over five years”. What is `soft` need not stand in the other language: “both”,
    首, “one”. The same words may `also` be a figure of another kind: of “a third” a share, of
    “three times” a count, of “at eleven” a time.
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
        """What it says, whatever its words and how exactly it is meant."""
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
    """A figure as one rule of a grammar read it; its surroundings may tell more of it.

    `start` and `end` are given where the figure is not just what the rule found.
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
        """Whether the numbers are small enough to be meant."""
        return max(self.value, self.to or self.value) <= LARGEST

    def quantity(self, text: str, start: int, end: int) -> Quantity:
        """The figure in its place in TEXT."""
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
    """A date as a `Quantity` has it; 0 for what is not said."""
    return Decimal(year * 10000 + month * 100 + day)


def date_parts(value: Decimal) -> tuple[int, int, int]:
    """Year, month and day of a date's value; 0 for what is not said."""
    year, rest = divmod(int(value), 10000)
    month, day = divmod(rest, 100)
    return year, month, day
