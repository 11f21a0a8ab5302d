"""Readers of Chinese figures: for each rule of the grammar, a function from match to Reading."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from . import chinese_calendar, chinese_fractions, currencies, shared
from .chinese_measures import HALF, unit_of
from .chinese_numerals import SCALES, number_of, value_of
from .chinese_patterns import AFTER, MEASURES, YEAR
from .patterns import lazily
from .quantity import Qualifier, Reading

_DOUBLED = Reading("multiple", Decimal(2), change="to", optional=True)
_TWO = Reading("count", Decimal(2), optional=True)
_WORDS: Final = {
    **dict.fromkeys(("倍增", "加倍", "翻倍"), _DOUBLED),
    "雙倍": replace(_DOUBLED, change=None),
    **dict.fromkeys(("中午", "正午"), Reading("time", Decimal(720), optional=True)),
    "午夜": Reading("time", Decimal(0), optional=True),
}
_BARE_DOLLAR = ("元", "蚊", "塊錢")
# English may write “a” for 一 and “no” for 零; 百 or 萬 alone is seldom a number.
_ONE: Final = frozenset(("一", "零", "一兩", "一二"))
_SCALES_ALONE: Final = frozenset(("百", "千", "萬", "億"))
# 高二學生, 中三級: English may have no number, as in “sixth-form pupils”.
_YEAR_OF_SCHOOL = lazily(
    "(?:[高國初][一二三]|[中小][一二三四五六]|大[一二三四])(?=學?生|級|班|課|時|的)"
)
_TAILS: Final[dict[str, Qualifier]] = {
    "以上": "at least",
    "以下": "at most",
    "以內": "at most",
    "開外": "more than",
    "出頭": "more than",
}
_CENTS: Final = {"便": "GBP", "美": "USD", "歐": "EUR"}
# 攝氏20度
_DEGREES: Final = {"攝氏": "celsius", "華氏": "fahrenheit"}


def _magnitude(match: re.Match[str]) -> Reading:
    written = match["some"] or match["some2"] or match["some4"] or match["some5"]
    after = AFTER.match(match.string, match.end())
    unit = unit_of(after) if after else None
    value = value_of(written)[0]
    is_over = match["some5"] is not None or match["some4"] is not None
    return Reading(
        "magnitude",
        value,
        unit=unit,
        optional=True,
        # 上千人 is “over a thousand” or “thousands”.
        qualifier="more than" if is_over else None,
        approximate=is_over,
    )


def _word(match: re.Match[str]) -> Reading:
    if match[0].startswith("翻") and match[0].endswith("番"):
        times = 2 ** number_of(match[0][-2])
        return Reading("multiple", Decimal(times), change="to")
    return replace(_WORDS.get(match[0], _TWO))


def _world_war(match: re.Match[str]) -> Reading:
    number = number_of(match["war"] or match["war2"])
    return Reading("ordinal", Decimal(number), unit="world war", optional=True)


def _monarch(match: re.Match[str]) -> Reading:
    """伊利沙伯二世."""
    return Reading("ordinal", Decimal(number_of(match["king"])), unit="monarch", optional=True)


def _first(match: re.Match[str]) -> Reading:
    return Reading("ordinal", Decimal(1), optional=True)


def _amount(match: re.Match[str]) -> Reading | None:
    written, upper = match["low"], match["high"]
    if written == "零" and match.string.startswith(("下", "上"), match.end()):
        return None  # 零下3度
    after = AFTER.match(match.string, match.end())
    assert after  # the pattern also matches the empty text
    read = _measured(match, after)
    read.value, read.to = _scaled_by(match["scale"], *value_of(written))
    if upper:
        high, _ = _scaled_by(match["scale2"], value_of(upper)[0], None)
        read.value, read.to = _with_scale_of(upper, written, read.value, high), high
    has_half = bool(after["half"] or (after["unit"] and after["measured_half"]))
    if has_half:
        read.value, read.to = read.value + HALF, read.to and read.to + HALF
    _in_its_measure(read, after)
    _set_qualifier(read, match, after)
    read.optional = read.optional or (not upper and not has_half and _is_optional(read, written))
    if _YEAR_OF_SCHOOL.match(match.string, max(0, match.start() - 1)):
        read.optional = True
    read.end = max(match.end(), *(after.end(name) for name in (*MEASURES, "half", "after", "tail")))
    return read


def _is_optional(read: Reading, written: str) -> bool:
    if read.kind not in ("count", "money"):
        return False
    if read.kind == "count" and read.unit is None and written in _SCALES_ALONE:
        return True
    return written in _ONE


def _scaled_by(
    scale: str | None, value: Decimal, to: Decimal | None
) -> tuple[Decimal, Decimal | None]:
    """The values multiplied by a scale, such as the 萬 of 二十多萬."""
    factor = value_of(scale)[0] if scale else Decimal(1)
    return value * factor, to and to * factor


def _with_scale_of(high: str, low: str, value: Decimal, to: Decimal) -> Decimal:
    """The lower end of a range with one scale, after the upper end: 2至3億, 二至三百."""
    scale = re.search(rf"{SCALES}$", high)
    if not scale or scale[0] == "十" or re.search(SCALES, low):
        return value
    factor = value_of(scale[0])[0]
    return value * factor if value * factor <= to else value


def _in_its_measure(read: Reading, after: re.Match[str]) -> None:
    """Convert the value: 成 are tenths, 折 the tenths still to pay, a basis point a hundredth of a
    percentage point.
    """
    if after["tenths"] or after["age"]:
        further = number_of(after["further"]) if after["further"] else 0
        read.value, read.to = read.value * 10 + further, read.to and read.to * 10 + further
    elif after["dozen"]:
        read.value, read.to = read.value * 12, read.to and read.to * 12
    elif after["cents_alone"]:
        read.value, read.to = read.value / 100, read.to and read.to / 100
    elif after["dimes_alone"]:
        read.value, read.to = read.value / 10, read.to and read.to / 10
    elif after["dimes"] or after["cents"]:
        read.value += _parts_of_dollar(after)
    elif after["rate_further"]:  # 五厘二五
        digits = "".join(str(number_of(digit)) for digit in after["rate_further"])
        read.value += Decimal(f"0.{digits}")
    elif after["off"]:
        read.value = 100 - read.value * (10 if read.value < 10 else 1)
    elif after["basis"]:
        read.value /= 100


def _parts_of_dollar(after: re.Match[str]) -> Decimal:
    """The part of a dollar: 五角 in 十二元五角."""
    dimes = number_of(after["dimes"] or "0") + (HALF if after["half_dime"] else 0)
    return Decimal(dimes) / 10 + Decimal(number_of(after["cents"] or "0")) / 100


def _set_qualifier(read: Reading, match: re.Match[str], after: re.Match[str]) -> None:
    """Set the qualifier from the words after: 十多年, 30人左右, 10年以上."""
    more_before = after["unit"] and after["more_before"]
    if match["more"] or match["more2"] or after["after"] or more_before:
        read.qualifier = "more than"
    elif after["tail"]:
        tail = after["tail"][-2:]
        read.qualifier = _TAILS.get(tail, "about")
        read.approximate = tail in _TAILS


def _measured(match: re.Match[str], after: re.Match[str]) -> Reading:
    """The kind and unit, from the words after and then the sign before; the value is set later."""
    nothing = Decimal(0)
    if match["ordinal"]:
        return Reading("ordinal", nothing, optional=match["low"] in ("一", "1"))
    if after["points"] or after["basis"]:
        return Reading("points", nothing)
    if after["percent"] or after["tenths"]:
        return Reading("percent", nothing)
    if after["off"]:
        return Reading("discount", nothing)
    if after["interest"]:
        return Reading("points", nothing, unit="interest")
    if after["fold"]:
        return Reading("multiple", nothing)
    money = _money(match, after)
    if money:
        return money
    unit = unit_of(after)
    if unit == "year" and re.fullmatch(YEAR, match["low"]):
        return Reading("year", nothing)
    scale = match.string[max(0, match.start("low") - 2) : match.start("low")]
    if scale in _DEGREES and match.string.startswith("度", match.end()):
        unit = _DEGREES[scale]
    return Reading("count", nothing, unit=unit)


def _money(match: re.Match[str], after: re.Match[str]) -> Reading | None:
    if after["cents_alone"]:
        currency = _CENTS.get(after["cents_alone"][0], "HKD")
        return Reading("money", Decimal(0), currency=currency, unit="cent")
    sign: str | None = match["sign"] or match["sign2"]
    name = _currency_name(after)
    if sign and (name is None or name.strip() in _BARE_DOLLAR):  # 人民幣50億元
        name = sign
    return Reading("money", Decimal(0), currency=currencies.code_of(name)) if name else None


def _currency_name(after: re.Match[str]) -> str | None:
    if after["dimes_alone"]:
        return "元"
    name: str | None = after["currency"]
    if name and (after["dimes"] or after["cents"]):
        part = after.start("dimes") if after["dimes"] else after.start("cents")
        name = after.string[after.start("currency") : part].removesuffix("零")
    return name


READERS: Final[dict[str, Callable[[re.Match[str]], Reading | None]]] = {
    "iso_date": shared.iso_date,
    "slashed_date": shared.slashed_date,
    **chinese_calendar.READERS,
    "label": lambda match: shared.label(match[0]),
    "magnitude": _magnitude,
    **chinese_fractions.READERS,
    "world_war": _world_war,
    "monarch": _monarch,
    "word": _word,
    "first": _first,
    "amount": _amount,
}
