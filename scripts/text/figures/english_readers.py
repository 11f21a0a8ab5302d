"""What each English way of writing a figure says: a function for each rule of the grammar."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from . import currencies, shared
from .english_numerals import ORDINALS, SCALE, SCALES, SHORT_SCALES, is_well_formed, value_of
from .english_patterns import AFTER, MEASURES, YEAR
from .quantity import Reading, date_value

HALF: Final = Decimal("0.5")
_MONTHS = (
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec"
)
MONTHS: Final = {
    name: number for number, names in enumerate(_MONTHS.split(), 1) for name in names.split("|")
}
# “May” and “March” are words too, and a short form is a month only where one may stand.
_MONTHS_ALONE = frozenset(MONTHS) - {"may", "march"}
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|last|next|by|until|till|this|early|late|mid|from|to|through|for|between|"
    r"during|before|after|every|each|and|or)[ -]|[(/–-])$"
)
_UNITS = {"yr": "year", "hr": "hour", "min": "minute", "sec": "second", "centurie": "century"}
_TWO = Reading("count", Decimal(2), soft=True)
_DOUBLED = Reading("multiple", Decimal(2), change="to", soft=True)
_WORDS: Final = {
    "decade": Reading("count", Decimal(1), unit="decade"),
    "century": Reading("count", Decimal(1), unit="century", soft=True),
    "fortnight": Reading("count", Decimal(1), unit="fortnight"),
    "twice": Reading("multiple", Decimal(2), soft=True),
    "thrice": Reading("multiple", Decimal(3), soft=True),
    "doubl": _DOUBLED,
    "twofold": _DOUBLED,
    "tripl": replace(_DOUBLED, value=Decimal(3)),
    "trebl": replace(_DOUBLED, value=Decimal(3)),
    "quadrupl": replace(_DOUBLED, value=Decimal(4)),
    "halv": Reading("fraction", HALF, soft=True),
    **dict.fromkeys(("both", "pair", "couple", "dual", "duo", "twin"), _TWO),
    "bi": _TWO,
    "trio": replace(_TWO, value=Decimal(3)),
    "single": replace(_TWO, value=Decimal(1)),
    "order": Reading("multiple", Decimal(10), soft=True),
    "noon": Reading("time", Decimal(720), soft=True),
    "midnight": Reading("time", Decimal(0), soft=True),
}
_SHARE_AFTER = re.compile(r" of\b|[-,.;:!?)”’]|$")
_SHARE_BEFORE = re.compile(r"\b(?:over|than|nearly|almost|about|around|by|least|most|roughly) $")
_HAS_SCALE = re.compile(rf"{SCALE}|\d ?[a-z]+$|,")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_TAILS: Final = {"or so": "about", "or fewer": "at most", "or less": "at most"}


def _day_first(match: re.Match[str]) -> Reading:
    return _date(match["dy"], match["dm"], match["dd"], match["dd2"])


def _month_first(match: re.Match[str]) -> Reading:
    return _date(match["my"], match["mm"], match["md"], match["md2"])


def _date(year: str | None, month: str, day: str, last_day: str | None) -> Reading:
    number = MONTHS[month.rstrip(".")]
    first, last = (int(d.rstrip("stndrh")) if d else 0 for d in (day, last_day))
    to = date_value(int(year or 0), number, last) if last else None
    return Reading("date", date_value(int(year or 0), number, first), to)


def _month(match: re.Match[str]) -> Reading | None:
    written = match["nm"].rstrip(".")
    if match["ny"]:
        return Reading("date", date_value(int(match["ny"]), MONTHS[written], 0))
    before = match.string[max(0, match.start() - 10) : match.start()]
    if (written not in _MONTHS_ALONE or len(written) < 4) and not _MONTH_BEFORE.search(before):
        return None
    return Reading("month", Decimal(MONTHS[written]))


def _decade(match: re.Match[str]) -> Reading:
    if match["tens3"]:
        return Reading("decade", value_of(match["tens3"][:-3] + "y"), soft=True)
    return Reading("decade", Decimal(match["tens"] or match["tens2"]))


def _century(match: re.Match[str]) -> Reading:
    return Reading("century", _ordinal_value(match["cn"]))


def _ordinal_value(written: str) -> Decimal:
    if written[0].isdigit():
        return Decimal(written[:-2].replace(",", ""))
    tens, _, last = written.rpartition("-")
    return Decimal(ORDINALS[last]) + (value_of(tens) if tens else 0)


def _years(match: re.Match[str]) -> Reading | None:
    first, last = match["y1"], match["y2"]
    upper = Decimal(first[:2] + last if len(last) == 2 else last)
    return Reading("year", Decimal(first), upper) if upper > int(first) else None


def _time(match: re.Match[str]) -> Reading:
    if match["noon"]:
        return Reading("time", Decimal(720 if match["noon"] == "noon" else 0))
    hours = int(value_of(match["th"] or match["th2"] or match["th3"]))
    half_day = (match["half_day"] or "")[:1]
    if half_day:
        hours = hours % 12 + (12 if half_day == "p" else 0)
    minutes = hours * 60 + int(match["tm"] or match["tm2"] or 0)
    return Reading("time", Decimal(minutes), unit=None if half_day or hours > 12 else "clock")


def _quarter(match: re.Match[str]) -> Reading:
    written = match["qn"] or match["qn2"] or match["qn3"]
    return Reading("quarter", Decimal(written) if written.isdigit() else _ordinal_value(written))


def _half_year(match: re.Match[str]) -> Reading:
    written = match["hn"] or match["hn2"] or match["hn3"]
    value = {"first": 1, "second": 2, "latter": 2}.get(written) or int(written)
    return Reading("half-year", Decimal(value), soft=written == "latter")


def _magnitude(match: re.Match[str]) -> Reading:
    if match["ages"]:
        value = {"decades": 10, "centuries": 100, "millennia": 1000}[match["ages"]]
        return Reading("magnitude", Decimal(value), unit="year", soft=True)
    size = Decimal(1)
    for name in ("several", "several2", "many", "many2"):
        word = (match[name] or "").rstrip("s")
        if word:
            size *= 10 if word in ("dozen", "ten", "score") else SCALES[word]
    return Reading("magnitude", size, soft=True)


def _dozen(match: re.Match[str]) -> Reading:
    written = match["dozens"] or "a"
    number = {"half a": HALF, "a": Decimal(1), "an": Decimal(1)}.get(written)
    return Reading("count", 12 * (number or value_of(written)))


def _half_unit(match: re.Match[str]) -> Reading:
    return Reading("count", HALF, unit=match["hu"])


def _fraction(match: re.Match[str]) -> Reading | None:
    """Two-thirds, a quarter, half; “a third way” is an ordinal."""
    if match["fd"] is None:
        return Reading("fraction", HALF)
    article = match["fn"] in ("a", "an")
    part = match["fd"].rstrip("s")
    if article and part in ORDINALS and not _is_share(match):
        return Reading("ordinal", Decimal(ORDINALS[part]), start=match.start("fd"))
    if part == "quarter" and _counts_quarters(match):
        return Reading("count", value_of(match["fn"]), unit="quarter")
    bottom = {"half": 2, "halve": 2, "quarter": 4}.get(part) or ORDINALS[part]
    top = Decimal(1) if article else value_of(match["fn"])
    return Reading("fraction", top / bottom) if 0 < top < bottom else None


def _is_share(match: re.Match[str]) -> bool:
    """Whether “a third” is a share: “a third of them”, “over a third”; not “a third way”."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return _SHARE_AFTER.match(match.string, match.end()) is not None or (
        _SHARE_BEFORE.search(before) is not None
    )


def _counts_quarters(match: re.Match[str]) -> bool:
    """Whether quarters of the year are meant: “two quarters”, “the last three quarters”."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    of_the_year = before.endswith(
        ("first ", "last ", "past ", "next ", "previous ", "consecutive ")
    )
    return match["fd"] == "quarters" and (match["fn"] not in ("three", "3") or of_the_year)


def _out_of(match: re.Match[str]) -> Reading | None:
    """Nine out of ten, one in five: both numbers, which may be a share in the other language."""
    share, whole = value_of(match["ron"]), value_of(match["rof"])
    return Reading("count", share, whole, unit="out of") if 0 < share < whole else None


def _part_point(match: re.Match[str]) -> Reading:
    return Reading("points", HALF if match["pp"] == "half" else HALF / 2)


def _unit_half(match: re.Match[str]) -> Reading:
    return Reading("count", 1 + HALF, unit=match["uh"])


def _ordinal(match: re.Match[str]) -> Reading:
    value = _ordinal_value(match["ordinal"])
    return Reading("ordinal", value, soft=value == 1)


def _word(match: re.Match[str]) -> Reading:
    written = match[0]
    read = replace(next(read for stem, read in _WORDS.items() if written.startswith(stem)))
    if written.endswith("half"):
        read.value += HALF
    return read


def _roman(match: re.Match[str]) -> Reading:
    """“Elizabeth II” is 二世: it may be translated or not."""
    values = [_ROMAN[letter] for letter in match[0]]
    signed = zip(values, [*values[1:], 0], strict=True)
    total = sum(-value if value < following else value for value, following in signed)
    return Reading("ordinal", Decimal(total), soft=True)


def _amount(match: re.Match[str]) -> Reading | None:
    written, upper, end = match["low"], match["high"], match.end()
    if not is_well_formed(written):
        return None
    if upper and value_of(upper) <= value_of(written):  # “won 5-3”, “in 2019 to 55%”
        upper, end = None, match.end("low")
    after = AFTER.match(match.string, end)
    assert after  # it may match nothing
    read = _measured(match, after)
    if upper is None and match["high"] and re.fullmatch(YEAR, written):
        read.kind = "year"
    if upper:
        read.to = value_of(upper)
        read.value = _scaled(written, read.value, upper)
    if after["half"] or after["after_half"]:
        read.value += HALF
    if after["basis"]:
        read.value, read.to = read.value / 100, read.to and read.to / 100
    _how_exact(read, after)
    read.soft = written in ("one", "zero") and read.kind == "count" and not upper
    read.end = max(
        end,
        *(after.end(name) for name in (*MEASURES, "half", "after_half", "more", "tail")),
    )
    return read


def _how_exact(read: Reading, after: re.Match[str]) -> None:
    """Ten years or so, 30 or more, 20-plus."""
    if after["more"]:
        read.qualifier, read.loose = "more than", True
    elif after["tail"]:
        tail = after["tail"]
        read.qualifier = "about" if tail == "or so" else "at most" if tail in _TAILS else "at least"
        read.loose = read.qualifier == "at least"


def _scaled(low: str, value: Decimal, high: str) -> Decimal:
    """The lower end, with the scale that stands only after the upper: 2–3 million."""
    scale = re.search(r"[a-z]+$", high)
    size = SCALES.get(scale[0]) or SHORT_SCALES.get(scale[0]) if scale else None
    return value if size is None or _HAS_SCALE.search(low) else value * size


def _measured(match: re.Match[str], after: re.Match[str]) -> Reading:
    """What is counted: by what follows, then by the sign before."""
    value = value_of(match["low"])
    if after["points"] or after["basis"]:
        return Reading("points", value)
    if after["percent"]:
        return Reading("percent", value, unit="off" if after["off"] else None)
    if after["fold"]:
        return Reading("multiple", value, change="to")
    if after["times"]:
        return Reading("multiple", value, change="to" if after["as"] else None)
    money = match["sign"] or match["sign2"] or (after["currency"] or "")[1:]
    if money:
        return Reading("money", value, currency=currencies.code_of(money))
    if after["unit"]:
        unit = after["unit"][1:].rstrip("s")
        return Reading("count", value, unit=_UNITS.get(unit, unit))
    if re.fullmatch(YEAR, match["low"]) and not match["high"]:
        return Reading("year", value)
    return Reading("count", value)


READERS: Final[dict[str, Callable[[re.Match[str]], Reading | None]]] = {
    "iso_date": shared.iso_date,
    "slashed_date": shared.slashed_date,
    "day_first": _day_first,
    "month_first": _month_first,
    "month": _month,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "time": _time,
    "quarter": _quarter,
    "half_year": _half_year,
    "label": shared.label,
    "magnitude": _magnitude,
    "dozen": _dozen,
    "slashed_fraction": shared.slashed_fraction,
    "out_of": _out_of,
    "part_point": _part_point,
    "unit_half": _unit_half,
    "half_unit": _half_unit,
    "fraction": _fraction,
    "ordinal": _ordinal,
    "word": _word,
    "roman": _roman,
    "amount": _amount,
}
