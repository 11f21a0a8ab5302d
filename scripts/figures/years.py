"""Recognise years: by an era, by a calendar, or without a century."""

from decimal import Decimal
from typing import Final

from . import eras
from .patterns import lazily
from .quantity import Reading

REPUBLIC: Final = "民國"
_ERA_AFTER: Final = lazily(r" ?(?:(BCE?|B\.C\.(?:E\.)?)|AD|A\.D\.|CE|C\.E\.)(?!\w)")
_ERA_BEFORE: Final = lazily(r"\b(?:AD|A\.D\.) $")
_SHORT: Final = lazily(r"(?:^|[\s(–—/-])?['’]\d\d")
_ERA_BEFORE_CHINESE: Final = lazily(
    f"(?:(?P<bc>[公西紀]元前|(?<=年[至到])前)|[公西]元|(?P<era>{eras.NAMES})) ?$"
)
# 108課綱, 108學年: of the eras in use, only 民國 has reached a hundred.
_REPUBLIC_AFTER: Final = lazily(" ?(?:課綱|學年)")
# 九七年, but neither 二三年 (two or three years) nor 十七年.
_DIGIT_BY_DIGIT: Final = lazily("[零〇一二三四五六七八九]{2} ?年")
_TWO_DIGITS: Final = lazily(r"\d\d ?年")
_AT: Final = lazily("[於在自從’'] ?$")
_LASTING: Final = lazily("[間內後前來以之的多歷]")
_MONTH_AFTER: Final = lazily(r" ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月")
_FIRST_USUAL = 80  # from here on, 97年 is far more often the year 1997 than 97 years
# Nouns after a count, as in “1000 people”, “1500 boats”; “in 2019 sales rose” has a year.
_THINGS: Final = lazily(
    r" (?:people|persons|men|women|children|users|members|passengers|residents|words|votes)\b"
)
_PLURAL: Final = lazily(
    r" (?!(?:is|was|has|as|his|its|this|us|does|thus|plus|across|besides|always|perhaps|towards)\b)"
    r"[a-z]{2,}[^su\W]s\b"
)
_WHEN: Final = lazily(
    r"\b(?:in|since|by|until|till|before|after|during|from|to|through|early|late|mid|year|the|and"
    r"|\w+['’]s?)[ -]$"
)


def english(read: Reading, text: str, start: int, end: int) -> tuple[int, int]:
    """Make a year of a number with an era, or without a century: AD 79, 221 BC, ’97.

    `text` has its capitals. Returns the offsets of the year, era included.
    """
    if read.kind not in ("count", "year", "century") or read.unit or read.currency:
        return start, end
    before, after = _ERA_BEFORE.search(text[:start]), _ERA_AFTER.match(text, end)
    if before or after:
        read.unit = "BC" if after and after[1] else "AD"
        start, end = before.start() if before else start, after.end() if after else end
    elif not _SHORT.fullmatch(text, max(0, start - 2), end):
        return start, end
    if read.kind == "count":
        read.kind, read.optional = "year", False
    return start, end


def chinese(read: Reading, text: str, start: int, end: int) -> int:
    """Make a year of a number of years that is a date: 公元前221年, 民國108年, 九七年.

    Returns the offset at which it begins, era included.
    """
    is_time = read.kind == "count" and read.unit == "year" and read.value % 1 == 0
    before = _ERA_BEFORE_CHINESE.search(text[max(0, start - 5) : start])
    if before and (is_time or read.kind in ("year", "century")):
        read.unit = "BC" if before["bc"] else before["era"] or "AD"
        start -= len(before[0])
    elif read.kind == "count" and 100 <= read.value < 200 and _REPUBLIC_AFTER.match(text, end):
        read.unit, read.optional = REPUBLIC, True
    elif is_time and _lacks_century(read.value, text, start, end):
        read.unit = None
    else:
        return start
    if read.kind == "count":
        read.kind = "year"
    return start


def _lacks_century(value: Decimal, text: str, start: int, end: int) -> bool:
    if _DIGIT_BY_DIGIT.fullmatch(text, start, end):
        return not 0 < value < 10
    if not _TWO_DIGITS.fullmatch(text, start, end) or _LASTING.match(text, end):
        return False
    dated = _AT.search(text[max(0, start - 2) : start]) or _MONTH_AFTER.match(text, end)
    return value >= _FIRST_USUAL or dated is not None


def counts_things(text: str, start: int, end: int, value: Decimal) -> bool:
    """Whether a number that could be a year counts something: “1000 people”, “1500 boats”."""
    if _WHEN.search(text[max(0, start - 12) : start]):
        return False
    if _THINGS.match(text, end):
        return True
    is_usual = 1800 <= value < 2100 and value % 100 != 0
    return not is_usual and _PLURAL.match(text, end) is not None
