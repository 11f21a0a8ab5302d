"""Readers of English dates, decades and times of day."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from .english_numerals import ordinal_value, value_of
from .months import MONTHS
from .patterns import lazily
from .quantity import Reading, date_value

_NUMBERS: Final = {
    name.lower(): number for number, month in enumerate(MONTHS, 1) for name in (month, month[:3])
} | {"sept": 9}
# “May” and “March” are words too, and a short form is a month only where one may stand.
_MONTHS_ALONE = frozenset(_NUMBERS) - {"may", "march"}
_MONTH_BEFORE = lazily(
    r"(?:\b(?:in|of|since|last|next|by|until|till|this|early|late|mid|from|to|through|for|between|"
    r"during|before|after|every|each|and|or)[ -]|[(/–-])$"
)
_MINUTES_PAST = {"half": 30, "quarter": 15}


def _day_first(match: re.Match[str]) -> Reading:
    return _date(match["dy"], match["dm"], match["dd"], match["dd2"])


def _month_first(match: re.Match[str]) -> Reading:
    return _date(match["my"], match["mm"], match["md"], match["md2"])


def _date(year: str | None, month: str, day: str, last_day: str | None) -> Reading:
    number = _NUMBERS[month.rstrip(".")]
    first, last = (int(d.rstrip("stndrh")) if d else 0 for d in (day, last_day))
    to = date_value(int(year or 0), number, last) if last else None
    return Reading("date", date_value(int(year or 0), number, first), to)


def _month(match: re.Match[str]) -> Reading | None:
    written = match["nm"].rstrip(".")
    if match["ny"]:
        return Reading("date", date_value(int(match["ny"]), _NUMBERS[written], 0))
    before = match.string[max(0, match.start() - 10) : match.start()]
    if (written not in _MONTHS_ALONE or len(written) < 4) and not _MONTH_BEFORE.search(before):
        return None
    return Reading("month", Decimal(_NUMBERS[written]))


def _decade(match: re.Match[str]) -> Reading:
    if match["tens3"]:
        return Reading("decade", value_of(match["tens3"][:-3] + "y"), optional=True)
    return Reading("decade", Decimal(match["tens"] or match["tens2"]))


def _century(match: re.Match[str]) -> Reading:
    return Reading("century", ordinal_value(match["cn"]))


def _years(match: re.Match[str]) -> Reading | None:
    first, last = match["y1"], match["y2"]
    upper = Decimal(first[:2] + last if len(last) == 2 else last)
    return Reading("year", Decimal(first), upper) if upper > int(first) else None


def _time(match: re.Match[str]) -> Reading:
    if match["noon"]:
        return Reading("time", Decimal(720 if match["noon"] == "noon" else 0))
    hour = match["hour"] or match["hour2"] or match["hour3"]
    if hour:
        return _time_in_words(match, int(value_of(hour)))
    hours = int(value_of(match["th"] or match["th2"]))
    half_day = (match["half_day"] or "")[:1]
    if half_day:
        hours = hours % 12 + (12 if half_day == "p" else 0)
    minutes = hours * 60 + int(match["tm"] or match["tm2"] or 0)
    return Reading("time", Decimal(minutes), unit=None if half_day or hours > 12 else "clock")


def _time_in_words(match: re.Match[str], hours: int) -> Reading:
    """Eleven o’clock, half past ten, a quarter to six, (at) three in the morning."""
    past, part = match["past"], match["part"]
    minutes = -15 if match["to"] else 0
    if past:
        minutes = _MINUTES_PAST.get(past) or int(value_of(past))
    if part:
        is_late = part.endswith(("noon", "evening")) or (part.endswith("night") and 6 <= hours < 12)
        hours = hours % 12 + (12 if is_late else 0)
    return Reading("time", Decimal(hours * 60 + minutes), unit=None if part else "clock")


def _quarter(match: re.Match[str]) -> Reading:
    written = match["qn"] or match["qn2"] or match["qn3"]
    return Reading("quarter", Decimal(written) if written.isdigit() else ordinal_value(written))


def _half_year(match: re.Match[str]) -> Reading:
    written = match["hn"] or match["hn2"] or match["hn3"]
    value = {"first": 1, "second": 2, "latter": 2}.get(written) or int(written)
    return Reading("half-year", Decimal(value), optional=written == "latter")


READERS: Final[dict[str, Callable[[re.Match[str]], Reading | None]]] = {
    "day_first": _day_first,
    "month_first": _month_first,
    "month": _month,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "time": _time,
    "quarter": _quarter,
    "half_year": _half_year,
}
