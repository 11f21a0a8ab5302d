"""Readers of Chinese fractions: 三分之二, 四分一厘, 五又四分之一小時, 一半, 半噸."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from .chinese_measures import HALF, TIME_UNITS, unit_of
from .chinese_numerals import value_of
from .chinese_patterns import AFTER, PERCENT_RANGE
from .measures import chinese_measure
from .quantity import Qualifier, Reading


def _fraction(match: re.Match[str]) -> Reading | None:
    """三分之二, 四分一; 百分之四十 is a percentage, 五又四分之一小時 a duration."""
    if match[0] == "百分百":
        return Reading("percent", Decimal(100), optional=True)
    bottom = value_of(match["bottom"] or match["bottom2"] or match["bottom3"])[0]
    top, to = value_of(match["top"] or match["top2"] or match["top3"])
    if not bottom:
        return None
    whole = value_of(match["whole"])[0] if match["whole"] else None
    if match["top3"] and (match["whole"] is None) and not _is_part(match, top, bottom):
        return None
    if bottom == 100 and whole is None and not match["top3"]:
        return _percentage(match, top, to)
    return _measured(match, (whole or 0) + top / bottom, is_mixed=whole is not None)


def _is_part(match: re.Match[str], top: Decimal, bottom: Decimal) -> bool:
    """Whether the match is a fraction such as 1/3: not 5/2, nor the 2/3 of 1/2/3."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    is_alone = not (before.isdecimal() or before == "/" or after == "/")
    return is_alone and len(match["top3"]) == 1 and 0 < top < bottom


def _percentage(match: re.Match[str], top: Decimal, to: Decimal | None) -> Reading:
    more = PERCENT_RANGE.match(match.string, match.end())
    if more:
        return Reading("percent", top, value_of(more[1])[0], end=more.end())
    return Reading("percent", top, to)


def _measured(match: re.Match[str], value: Decimal, *, is_mixed: bool) -> Reading:
    """A fraction, or a fraction of the unit after it: 四分一厘, 四分三小時, 四分之一個世紀."""
    after = AFTER.match(match.string, match.end() + match.string.startswith("個", match.end()))
    assert after  # the pattern also matches the empty text
    if after["points"] or after["interest"]:
        unit = "interest" if after["interest"] else None
        return Reading("points", value, unit=unit, end=after.end())
    unit = unit_of(after)
    if unit and not after["half"]:
        name = "unit" if after["unit"] else "measured"
        return Reading("count", value, unit=unit, end=after.end(name))
    return Reading("count" if is_mixed else "fraction", value)


def _half(match: re.Match[str]) -> Reading:
    if match["half_tenth"]:
        return Reading("percent", Decimal(5))
    # English may write “half-price” or “half-fare”, a word that is not a figure.
    is_word = match["half_price"] is not None
    qualifier: Qualifier | None = "more than" if match[0] == "過半" else None
    return Reading("fraction", HALF, qualifier=qualifier, optional=is_word)


def _half_point(match: re.Match[str]) -> Reading:
    """半個百分點, 半厘; 大半倍 means 1.5 times as large."""
    if match[0].endswith("倍"):
        return Reading("multiple", HALF)
    return Reading("points", HALF, unit="interest" if match[0][1] == "厘" else None)


def _half_unit(match: re.Match[str]) -> Reading:
    """半年, 半個月, 半噸; 半打 is six, 個半小時 is an hour and a half."""
    if match["hu2"]:
        return Reading("count", 1 + HALF, unit=TIME_UNITS[match["hu2"]])
    if match["hd"]:
        return Reading("count", HALF * 12)
    if match["hm"]:
        return Reading("count", HALF, unit=chinese_measure(match["hm"]))
    return Reading("count", HALF, unit=TIME_UNITS[match["hu"].removeprefix("個")])


READERS: Final[dict[str, Callable[[re.Match[str]], Reading | None]]] = {
    "fraction": _fraction,
    "half_point": _half_point,
    "half_unit": _half_unit,
    "half": _half,
}
