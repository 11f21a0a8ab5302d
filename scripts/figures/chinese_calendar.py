"""Readers of Chinese dates, decades and times of day."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from .chinese_numerals import number_of, value_of
from .quantity import Reading, date_value

_EVENING = ("下午", "晚上", "傍晚", "晚", "深夜")
_MIDNIGHT = ("晚上", "晚", "深夜", "凌晨")  # with 12時


def _date(match: re.Match[str]) -> Reading:
    written = match["dy"] or match["my"]
    year, month = number_of(written) if written else 0, number_of(match["dm"] or match["mm"])
    first, last = (number_of(day) if day else 0 for day in (match["dd"], match["dd2"]))
    to = date_value(year, month, last) if last else None
    return Reading("date", date_value(year, month, first), to)


def _lunar(match: re.Match[str]) -> Reading:
    """農曆四月初八, 正月十五, 臘月."""
    written = match["lm"] or match["lm2"] or match["lm3"]
    day = match["ld"] or match["ld2"] or match["ld3"]
    month = {"正": 1, "臘": 12}.get(written) or number_of(written)
    if day is None:
        return Reading("month", Decimal(month), optional=True)
    return Reading("date", date_value(0, month, number_of(day.removeprefix("初"))))


def _month(match: re.Match[str]) -> Reading:
    first, last = match["nm0"], Decimal(number_of(match["nm"]))
    return Reading("month", Decimal(number_of(first)), last) if first else Reading("month", last)


def _decade(match: re.Match[str]) -> Reading:
    """九十年代, 上世紀八十年代, 20世紀五六十年代."""
    written, century = match["dn"].replace("、", ""), match["dc"]
    first, last = (Decimal(0), None) if written in ("零零", "〇〇") else value_of(written)
    if century and first < 100:
        begins = ({"上": 20, "本": 21}.get(century) or number_of(century)) * 100 - 100
        first, last = first + begins, last and last + begins
    return Reading("decade", first, last)


def _century(match: re.Match[str]) -> Reading:
    if match["last"]:
        return Reading("century", Decimal(20 if match["last"] == "上" else 21), optional=True)
    return Reading("century", Decimal(number_of(match["cn"])))


def _years(match: re.Match[str]) -> Reading:
    first, written = number_of(match["y1"]), match["y2"]
    last = first // 100 * 100 + int(written) if len(written) == 2 else number_of(written)
    if last <= first:
        return Reading("year", Decimal(first), end=match.end("y1"))
    return Reading("year", Decimal(first), Decimal(last))


def _year(match: re.Match[str]) -> Reading:
    return Reading("year", Decimal(number_of(match["yn"])))


def _first_year(match: re.Match[str]) -> Reading:
    """The 元年 of 光緒元年."""
    return Reading("year", Decimal(1))


def _time(match: re.Match[str]) -> Reading | None:
    hours = number_of(match["th"] or match["th2"])
    minutes = 30 if match["th_half"] else number_of(match["tm"] or match["tm2"] or "0")
    if hours > 24 or minutes > 59:
        return None
    half_day = match["half_day"]
    if half_day in _EVENING and hours < 12:
        hours += 12
    elif half_day in _MIDNIGHT and hours == 12:
        hours = 0
    certain = half_day is not None or hours > 12
    minutes += hours % 24 * 60
    return Reading("time", Decimal(minutes), unit=None if certain else "clock")


def _quarter(match: re.Match[str]) -> Reading:
    written = match["qn"] or match["qn2"]
    return Reading("quarter", Decimal(number_of(written) if written else 1))


def _half_year(match: re.Match[str]) -> Reading:
    return Reading("half-year", Decimal(1 if (match["hn"] or match["hn2"]) in "上前" else 2))


READERS: Final[dict[str, Callable[[re.Match[str]], Reading | None]]] = {
    "date": _date,
    "lunar": _lunar,
    "month": _month,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _year,
    "first_year": _first_year,
    "time": _time,
    "quarter": _quarter,
    "half_year": _half_year,
}
