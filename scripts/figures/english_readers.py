"""Readers of English figures: for each rule of the grammar, a function from match to Reading."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from . import currencies, english_calendar, english_fractions, english_names, shared, years
from .english_fractions import HALF, fraction_value
from .english_numerals import SCALE, SCALES, SHORT_SCALES, is_well_formed, ordinal_value, value_of
from .english_patterns import AFTER, MEASURES, PART_OF_DAY, YEAR
from .measures import english_measure
from .patterns import lazily
from .quantity import Kind, Reading
from .shared import label

_UNITS = {"yr": "year", "hr": "hour", "min": "minute", "sec": "second", "centurie": "century"}
_TWO = Reading("count", Decimal(2), optional=True)
_DOUBLED = Reading("multiple", Decimal(2), change="to", optional=True)
_TWICE = Reading("multiple", Decimal(2), optional=True, alternative="count")
_WORDS: Final = {
    "decade": Reading("count", Decimal(1), unit="decade"),
    "century": Reading("count", Decimal(1), unit="century", optional=True),
    "fortnight": Reading("count", Decimal(1), unit="fortnight"),
    "twice": _TWICE,
    "thrice": replace(_TWICE, value=Decimal(3)),
    # “Doubled” is a multiple; “double” may also be a count, as in “a double room”.
    **dict.fromkeys(("doubled", "doubling"), _DOUBLED),
    **dict.fromkeys(("tripled", "tripling", "trebl"), replace(_DOUBLED, value=Decimal(3))),
    "quadrupl": replace(_DOUBLED, value=Decimal(4)),
    **dict.fromkeys(("doubl", "twofold"), replace(_DOUBLED, alternative="count")),
    "tripl": replace(_DOUBLED, value=Decimal(3), alternative="count"),
    "halv": Reading("fraction", HALF, optional=True),
    **dict.fromkeys(("both", "pair", "couple", "dual", "duo", "twin"), _TWO),
    **dict.fromkeys(("bi", "alternate", "every other"), _TWO),
    "trio": replace(_TWO, value=Decimal(3)),
    "single": replace(_TWO, value=Decimal(1)),
    "order": Reading("multiple", Decimal(10), optional=True),
    "noon": Reading("time", Decimal(720), optional=True),
    "midnight": Reading("time", Decimal(0), optional=True),
}
_VERB_BEFORE = lazily(r"\b(?:to|will|would|can|could|may|might|should|must|and|they|we) $")
_REST_BEFORE = lazily(r"\b(?:other|another|further|remaining) $")
# Words before a bare number that may be an hour: “at eleven”, “between six and eight”.
_HOUR_BEFORE = lazily(
    r"\b(?:at|by|until|till|before|after|since|from|to|past|between|and|or)(?: about| around)? $"
)
_PART_OF_DAY = lazily(rf" {PART_OF_DAY}\b")
_FACTOR_BEFORE = lazily(r"\bfactors? of (?:about |around |almost |nearly |at least )?$")
_SELDOM_A_NUMBER = frozenset(("one", "zero", "hundred", "thousand"))
_LETTERED = lazily(r"\d{1,4}[mbk]")
_NUMBERED_BEFORE = lazily(
    r"\b(?:bus(?:es)?|minibus(?:es)?|routes?|lines?|flats?|rooms?|shops?|units?|gates?|bays?|seats?|"
    r"rows?|piers?|berths?|flights?|trains?|trams?|models?|numbers?|nos?\.?|platforms?|blocks?)"
    r"(?: \d{1,4}[a-z]?(?:,| and| or|, and|, or))* $"
)
_HAS_SCALE = lazily(rf"{SCALE}|\d ?[a-z]+$|,")
_TAILS: Final = {"or so": "about", "or fewer": "at most", "or less": "at most"}


def _magnitude(match: re.Match[str]) -> Reading:
    if match["ages"]:
        value = {"decades": 10, "centuries": 100, "millennia": 1000}[match["ages"]]
        return Reading("magnitude", Decimal(value), unit="year", optional=True)
    size = Decimal(1)
    for name in ("several", "several2", "many", "many2"):
        word = (match[name] or "").rstrip("s")
        if word:
            size *= 10 if word in ("dozen", "ten", "score") else SCALES[word]
    return Reading("magnitude", size, optional=True)


def _ordinal(match: re.Match[str]) -> Reading:
    value = ordinal_value(match["ordinal"].removesuffix("ly"))
    before = match.string[max(0, match.start() - 12) : match.start()]
    alternative: Kind | None = "fraction" if value > 2 and _REST_BEFORE.search(before) else None
    # “Secondly” may be 其次 or 此外, without a number.
    is_optional = value == 1 or match[0].endswith("ly")
    return Reading("ordinal", value, optional=is_optional, alternative=alternative)


def _word(match: re.Match[str]) -> Reading:
    written = match[0]
    read = replace(next(read for stem, read in _WORDS.items() if written.startswith(stem)))
    before = match.string[max(0, match.start() - 12) : match.start()]
    if written in ("double", "triple") and not _VERB_BEFORE.search(before):
        read.change = None  # “a double room”, “nearly double the number”
    if written in ("twice", "thrice") and match.string.startswith(" as ", match.end()):
        read.change = "to"
    if written.endswith("half"):
        read.value += HALF
    return read


def _amount(match: re.Match[str]) -> Reading | None:
    written, upper, end = match["low"], match["high"], match.end()
    if not is_well_formed(written):
        return None
    if _is_numbered(match):
        return label(written)
    if upper and value_of(upper) <= value_of(written):  # “won 5-3”, “in 2019 to 55%”
        upper, end = None, match.end("low")
    after = AFTER.match(match.string, end)
    assert after  # the pattern also matches the empty text
    read = _measured(match, after)
    if upper is None and match["high"] and re.fullmatch(YEAR, written):
        read.kind = "year"
    if upper:
        read.to = value_of(upper)
        read.value = _scaled(written, read.value, upper)
    if after["part"]:
        read.value += fraction_value(after["part_top"], after["part"])
    elif after["after_half"]:
        read.value += HALF
    if after["cents"] or after["basis"]:
        read.value, read.to = read.value / 100, read.to and read.to / 100
    _set_qualifier(read, after)
    read.optional = written in _SELDOM_A_NUMBER and read.kind == "count" and upper in (None, "two")
    if written in SCALES and read.unit:
        read.optional = False
    read.end = max(
        end,
        *(after.end(name) for name in (*MEASURES, "half", "after_half", "more", "tail")),
    )
    return read


def _set_qualifier(read: Reading, after: re.Match[str]) -> None:
    """Set the qualifier from the words after: ten years or so, 30 or more, 20-plus."""
    if after["more"]:
        read.qualifier, read.approximate = "more than", True
    elif after["tail"]:
        tail = after["tail"]
        read.qualifier = "about" if tail == "or so" else "at most" if tail in _TAILS else "at least"
        read.approximate = read.qualifier == "at least"


def _scaled(low: str, value: Decimal, high: str) -> Decimal:
    """The lower end of a range with one scale, after the upper end: 2–3 million."""
    scale = re.search(r"[a-z]+$", high)
    size = SCALES.get(scale[0]) or SHORT_SCALES.get(scale[0]) if scale else None
    return value if size is None or _HAS_SCALE.search(low) else value * size


def _measured(match: re.Match[str], after: re.Match[str]) -> Reading:
    """The kind, value and unit: from the words after, then from the sign before."""
    value = value_of(match["low"])
    if after["points"] or after["basis"]:
        return Reading("points", value)
    if after["percent"]:
        return Reading("percent", value, unit="off" if after["off"] else None)
    if after["fold"]:
        return Reading("multiple", value, change="to", alternative="count")
    if after["times"]:  # “three times as many”, but also “three times as captain”
        return Reading("multiple", value, change="to" if after["as"] else None, alternative="count")
    money = _money(match, after, value)
    if money:
        return money
    if after["unit"]:
        unit = after["unit"][1:].rstrip("s")
        return Reading("count", value, unit=_UNITS.get(unit, unit))
    if after["measure"]:
        return Reading("count", value, unit=english_measure(after["measure"].lstrip("- ")))
    if re.fullmatch(YEAR, match["low"]) and not match["high"]:
        start, end = match.span("low")
        is_count = years.counts_things(match.string, start, end, value)
        return Reading("count" if is_count else "year", value)
    return _bare(match, value)


def _money(match: re.Match[str], after: re.Match[str], value: Decimal) -> Reading | None:
    if after["cents"]:
        currency = "GBP" if after["cents"].endswith("pence") else "$"
        return Reading("money", value, currency=currency, unit="cent")
    written = match["sign"] or match["sign2"] or (after["currency"] or "")[1:]
    if not written:
        return None
    unit = "pounds" if written in ("pound", "pounds") else None
    return Reading("money", value, currency=currencies.code_of(written), unit=unit)


def _is_numbered(match: re.Match[str]) -> bool:
    """Whether a number with a letter is that of a bus or a flat: 23M is not 23 million."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    is_lettered = _LETTERED.fullmatch(match["low"]) is not None and not match["sign"]
    return is_lettered and _NUMBERED_BEFORE.search(before) is not None


def _bare(match: re.Match[str], value: Decimal) -> Reading:
    """A number without a unit: a count, a multiple after “a factor of”, or perhaps an hour."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    if _FACTOR_BEFORE.search(before):
        return Reading("multiple", value, alternative="count")
    may_be_hour = 1 <= value <= 12 and (
        _HOUR_BEFORE.search(before) or _PART_OF_DAY.match(match.string, match.end("low"))
    )
    return Reading("count", value, alternative="time" if may_be_hour else None)


READERS: Final[dict[str, Callable[[re.Match[str]], Reading | None]]] = {
    "iso_date": shared.iso_date,
    "slashed_date": shared.slashed_date,
    **english_calendar.READERS,
    "label": lambda match: label(match[0]),
    "magnitude": _magnitude,
    "slashed_fraction": shared.slashed_fraction,
    **english_fractions.READERS,
    **english_names.READERS,
    "ordinal": _ordinal,
    "word": _word,
    "amount": _amount,
}
