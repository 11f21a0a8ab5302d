"""Readers of English fractions: a third, three-quarters of an hour, half a tonne."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from .english_numerals import ORDINALS, SCALES, ordinal_value, value_of
from .measures import english_measure
from .patterns import lazily
from .quantity import UNITS, Reading

HALF: Final = Decimal("0.5")
_SHARE_AFTER = lazily(r" of\b|[-,.;:!?)”’]|$")
_SHARE_BEFORE = lazily(r"\b(?:over|than|nearly|almost|about|around|by|least|most|roughly) $")
_LIST = 150  # characters between two members of a list


def _dozen(match: re.Match[str]) -> Reading:
    written = match["dozens"] or "a"
    number = {"half a": HALF, "a": Decimal(1), "an": Decimal(1)}.get(written)
    value = number or value_of(written)
    return Reading("count", 12 * (value + (HALF if match["dozens_half"] else 0)))


def _half_unit(match: re.Match[str]) -> Reading:
    return Reading("count", HALF, unit=_unit(match["hu"]))


def _fraction(match: re.Match[str]) -> Reading | None:
    """Two-thirds, a quarter, half; “a third way” is an ordinal, “a third was” may be either."""
    if match["fu"] or match["fu2"]:
        return _part_of_unit(match)
    if match["fd"] is None:
        return Reading("fraction", HALF)
    article = match["fn"] in ("a", "an")
    part = match["fd"].rstrip("s")
    if article and part in ORDINALS and (_is_listed(match, part) or not _is_share(match)):
        value = Decimal(ORDINALS[part])
        return Reading("ordinal", value, alternative="fraction", start=match.start("fd"))
    if part == "quarter" and _counts_quarters(match):
        return Reading("count", value_of(match["fn"]), unit="quarter")
    value = fraction_value(match["fn"], match["fd"])
    if value >= 1:  # “23 fifths” is a count; “two halves” and “four quarters” are not figures
        return Reading("count", value) if part in ORDINALS and value != int(value) else None
    return Reading("fraction", value) if value else None


def fraction_value(top: str, part: str) -> Decimal:
    """Return the value of a fraction such as “a third” or “three quarters”."""
    part = part.rstrip("s")
    bottom = {"half": 2, "halve": 2, "quarter": 4}.get(part) or ordinal_value(part)
    return (Decimal(1) if top in ("a", "an") else value_of(top)) / bottom


def _part_of_unit(match: re.Match[str]) -> Reading:
    """A quarter of a century, three-quarters of an hour, a quarter of a million, a quarter-mile."""
    top = match["fn"] or match["fn2"] or "a"
    value = fraction_value(top, match["fd"] or match["fd2"])
    unit = match["fu"] or match["fu2"]
    if unit in SCALES:
        return Reading("count", value * SCALES[unit])
    return Reading("count", value, unit=_unit(unit))


def _unit(written: str) -> str:
    return written if written in UNITS else english_measure(written)


def _is_listed(match: re.Match[str], part: str) -> bool:
    """Whether an ordinal belongs to a list: “communities were a third, the islands a fourth”."""
    value = ORDINALS[part]
    next_to = [word for word, number in ORDINALS.items() if abs(number - value) == 1]
    listed = lazily(rf"\b(?:an?|the) (?:{'|'.join(next_to)})\b(?! of\b)")
    start, end = match.span()
    is_of = match.string.startswith(" of ", end)
    near = (match.string[max(0, start - _LIST) : start], match.string[end : end + _LIST])
    return not is_of and any(listed.search(text) for text in near)


def _is_share(match: re.Match[str]) -> bool:
    """Whether “a third” is a share: “a third of them”, “over a third”; not “a third way”."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return _SHARE_AFTER.match(match.string, match.end()) is not None or (
        _SHARE_BEFORE.search(before) is not None
    )


def _counts_quarters(match: re.Match[str]) -> bool:
    """Whether quarters are those of a year: “two quarters”, “the last three quarters”."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    of_the_year = before.endswith(
        ("first ", "last ", "past ", "next ", "previous ", "consecutive ")
    )
    if before.endswith("for ") and not match.string.startswith(" of", match.end()):
        return True
    return match["fd"] == "quarters" and (match["fn"] not in ("three", "3") or of_the_year)


def _out_of(match: re.Match[str]) -> Reading | None:
    """Nine out of ten, one in five: both numbers; the other language may give a share."""
    share, whole = value_of(match["ron"]), value_of(match["rof"])
    return Reading("count", share, whole, unit="out of") if 0 < share < whole else None


def _part_point(match: re.Match[str]) -> Reading:
    """Half a percentage point, a quarter of a percent, a percentage point."""
    top, _, part = (match["pp"] or "").replace("-", " ").rpartition(" ")
    value = fraction_value(top or "a", part) if part else Decimal(1)
    return Reading("points" if match[0].endswith("point") else "percent", value)


def _unit_half(match: re.Match[str]) -> Reading:
    """A year and a half; `compound` joins “a year and three months” later."""
    if match["one"]:
        return Reading("count", Decimal(1), unit=_unit(match["one"]))
    return Reading("count", 1 + HALF, unit=_unit(match["uh"]))


READERS: Final[dict[str, Callable[[re.Match[str]], Reading | None]]] = {
    "dozen": _dozen,
    "out_of": _out_of,
    "part_point": _part_point,
    "unit_half": _unit_half,
    "half_unit": _half_unit,
    "fraction": _fraction,
}
