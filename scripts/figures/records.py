"""Compare recorded figures with a text: value, currency and period."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from .currencies import may_be_same
from .patterns import lazily
from .quantity import UNITS, LanguageCode, Quantity

_DURATION = lazily(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_MONTHS_AND_DAYS = ((12, 0), (1, 0), (0, 7), (0, 1))
_SECONDS_A_DAY = 86400
# Words for a sum that recurs after a time, or is compared with that of so long before.
_A_YEAR = (
    lazily(r"(?i)\b(?:a|an|per|each|every|on) year|\b(?:annual|yearly|per annum)|/ ?year|yoy"),
    lazily("每年|年均|按年|同比|一年|年度|全年|/年|逐年"),
)
_A_QUARTER = (lazily(r"(?i)\b(?:a|per|each|every|on) quarter|quarterly"), lazily("每季|按季|環比"))
_A_MONTH = (lazily(r"(?i)\b(?:a|per|each|every|on) month|monthly"), lazily("每月|每個月|按月|環比"))
_A_WEEK = (
    lazily(r"(?i)\b(?:a|per|each|every|on) week|weekly"),
    lazily("每周|每週|每星期|按周|按週"),
)
_A_DAY = (lazily(r"(?i)\b(?:a|per|each|every|on) day|daily"), lazily("每日|每天|按日"))
_AGAIN = {
    "P1Y": _A_YEAR,
    "P12M": _A_YEAR,
    "P3M": _A_QUARTER,
    "P1M": _A_MONTH,
    "P1W": _A_WEEK,
    "P7D": _A_WEEK,
    "P1D": _A_DAY,
}


def stating(
    quantities: Sequence[Quantity],
    value: Decimal,
    to: Decimal | None,
    currency: str | None,
    *,
    percent: bool = False,
) -> list[Quantity]:
    """Return the figures that state `value`, or `value` up to `to`, in `currency` (ISO 4217).

    A range may be written as two figures: “between 20 and 30”. 40% may be recorded as 40 or 0.4;
    only as 40 if `percent`, that is if the recorded unit is %.
    """
    fitting = [quantity for quantity in quantities if may_be_same(quantity.currency, currency)]
    if to is None:
        return [
            quantity
            for quantity in fitting
            if _gives(quantity, value, percent=percent) and not quantity.to
        ]
    ranges = [
        q
        for q in fitting
        if _gives(q, value, percent=percent)
        and q.to
        and abs(to) in _sizes(q, q.to, percent=percent)
    ]
    if ranges:
        return ranges
    lower = [quantity for quantity in fitting if _gives(quantity, value, percent=percent)]
    return lower if any(_gives(quantity, to, percent=percent) for quantity in fitting) else []


def _gives(quantity: Quantity, value: Decimal, *, percent: bool) -> bool:
    return round(abs(value), 6) in _sizes(quantity, quantity.value, percent=percent)


def _sizes(quantity: Quantity, value: Decimal, *, percent: bool) -> Iterator[Decimal]:
    """The values with which a figure may be recorded."""
    if quantity.kind != "fraction" or not percent:
        yield round(value, 6)
    if quantity.kind in ("percent", "points") and not percent:
        yield round(value / 100, 6)
    if quantity.kind == "fraction":
        yield round(value * 100, 6)


def lasts(quantities: Sequence[Quantity], period: str) -> bool:
    """Whether one of the figures is `period`, an ISO 8601 duration such as P5Y or P18M.

    A single year, month, week or day needs no figure: “annual”, 首年.
    """
    match = _DURATION.fullmatch(period)
    counts = [Decimal(count or 0) for count in match.groups()] if match else [Decimal(0)] * 4
    if sum(counts) == 1:
        return True
    pairs = list(zip(counts, _MONTHS_AND_DAYS, strict=True))
    months = sum(count * size[0] for count, size in pairs)
    seconds = sum(count * size[1] for count, size in pairs) * _SECONDS_A_DAY
    wanted = ("month", months) if not seconds else ("second", seconds)
    return any(_length(quantity) == wanted for quantity in quantities)


def comes_again(
    text: str, quantities: Sequence[Quantity], period: str, language: LanguageCode
) -> bool:
    """Whether a text has words for a recurring or compared period: a year, 按年.

    A period of several units is a figure of the text.
    """
    words = _AGAIN.get(period)
    if words is None:
        return lasts(quantities, period)
    return words[language != "en"].search(text) is not None


def _length(quantity: Quantity) -> tuple[str, Decimal] | None:
    if quantity.unit not in UNITS:
        return None
    base, size = UNITS[quantity.unit]
    return base, quantity.value * size
