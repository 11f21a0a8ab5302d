"""Parse Chinese numerals, and Arabic digits with Chinese scales: 三百六十五, 二〇二五, 3.5萬, 廿二.

The values follow GB/T 15835—2011 (general rules for writing numerals) and Hong Kong usage.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from .patterns import lazily
from .vulgar_fractions import VULGAR, value_of_vulgar

DIGIT_VALUES: Final = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "兩": 2,
}
TENS_WORDS: Final = {"廿": 20, "卅": 30, "卌": 40}
SMALL: Final = {"十": 10, "百": 100, "千": 1000}
LARGE: Final = {"萬": 10**4, "億": 10**8, "兆": 10**12}
_SCALE_VALUES: Final = {**SMALL, **LARGE}

_digits = "".join(DIGIT_VALUES)
_scales = "".join((*SMALL, *LARGE))
_tens = "".join(TENS_WORDS)
_han = _digits + _scales + _tens

# The comma between groups of three digits may be full-width: 40，000.
DIGITS: Final = r"(?:(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?|(?<![A-Za-z\d.])\.\d+(?![.\d]))"
SCALES: Final = rf"[{_scales}]+"
# Two consecutive numbers joined by 、: 六、七百, 3、4成; but not the list 一、二、三.
_NEXT = "一、[二兩]|二、三|兩、三|三、四|四、五|五、六|六、七|七、八|八、九"
_NEXT_DIGIT = "|".join(f"{number}、{number + 1}" for number in range(1, 9))
_JOINED = rf"(?<!、)(?:{_NEXT})(?![、{_digits}])"
_JOINED_DIGITS = rf"(?<![、\d.])\d{{0,2}}(?:{_NEXT_DIGIT})(?![、\d.,])(?: ?{SCALES})?"
# 三點五, but not the time of day 三點五十分.
_POINT = rf" ?點 ?[{_digits}]{{1,12}}(?![{_scales}]*[分時])[{''.join(LARGE)}]*"
# 兩 is a digit at the beginning, before a scale, and in 一兩個; in 四兩 it is a weight.
_FURTHER = rf"(?:(?!兩)[{_han}]|兩(?=[百千萬億])|(?<=一)兩)*"
_HAN = (
    rf"(?:半(?:[百億]|萬(?!一))(?![{_digits}姓])[萬億]?"
    rf"|(?:[{_han}]{_FURTHER}(?<=[{_scales}{_tens}]))?{_JOINED}{_FURTHER}"
    rf"|[{_han}]{_FURTHER}(?: [萬億]+)?)"
)
# 1億2000萬, 5萬4千6百, 3萬4000: the last scale is followed by at least three digits.
_MIXED = (
    rf"(?: ?(?:{DIGITS}|[{_digits}]) ?{SCALES})*"
    r"(?:(?<=[萬億])(?:\d,\d{3}|\d{3,4})(?![\d年月日.,%])"
    r"|(?<=[百千萬億])零\d{1,3}(?![\d年月日.,%]))?"
)
# 二億半 is 2.5億.
_AND_HALF = "(?:(?<=[百千萬億])半(?![導徑球夜山自官島數價薪費票年月日天小個]))?"
# 2 1/2
_SLASHED = r"[1-9]/(?:[2-9]|1\d)(?![\d/])"
NUMERAL: Final = (
    rf"(?:{_JOINED_DIGITS}|{DIGITS}[kK](?![A-Za-z\d])|\d+ {_SLASHED}"
    rf"|{DIGITS}[{VULGAR}]?(?: {{0,2}}{SCALES}{_MIXED}{_AND_HALF})?"
    rf"|{_HAN}(?:{_POINT}|{_AND_HALF})|[{VULGAR}])"
)
HAN_NUMERAL: Final = rf"[{_han}]"

_tokens = lazily(rf"(?P<digits>{DIGITS})|(?P<han>[{_digits}]+)|(?P<other>\S)")
_pair_joined = lazily(r"(.)、(.)")
# Two consecutive digits: 二三十 is twenty to thirty, 十七八 about seventeen.
_pair = lazily(rf"(?<![{_digits}])([{_digits}])([{_digits}])(?![{_digits}])")


@lru_cache(maxsize=8192)
def value_of(numeral: str) -> tuple[Decimal, Decimal | None]:
    """Return the value of a numeral, and the upper end if it is a range: (20, 30) for 二三十."""
    pair = _pair_joined.search(numeral) or _pair.search(numeral)
    if pair and ("、" in pair[0] or 0 < DIGIT_VALUES[pair[1]] == DIGIT_VALUES[pair[2]] - 1):
        before, after = numeral[: pair.start()], numeral[pair.end() :]
        return _single(before + pair[1] + after), _single(before + pair[2] + after)
    return _single(numeral), None


def _single(numeral: str) -> Decimal:
    """The value of a single number. A last digit without 零 has the next lower scale: 三萬五 is
    35,000.
    """
    if "點" in numeral:
        return _with_point(numeral)
    if "/" in numeral:
        whole, top, bottom = numeral.replace("/", " ").split()
        return Decimal(whole) + Decimal(top) / Decimal(bottom)
    if numeral[-1] in "kK":
        return _plain(numeral[:-1]) * 1000
    if len(numeral) > 1 and numeral[-1] == "半":
        scale = _SCALE_VALUES[numeral[-2]]
        return _single(numeral[:-1]) + Decimal(scale) / 2
    numbers = _Sum()
    for token in _tokens.finditer(numeral):
        numbers.add(token)
    return numbers.total(ends_in_digit=numeral[-1] in _digits)


class _Sum:
    """The value of a numeral, added up from left to right."""

    def __init__(self) -> None:
        # The value up to the last 萬, 億 or 兆, and the value after it.
        self._total = self._section = Decimal(0)
        self._number: Decimal | None = None
        self._last_scale = self._largest = 1

    def add(self, token: re.Match[str]) -> None:
        """Add the next digits, scale or fraction."""
        text = token[0]
        if token["digits"] or token["han"]:
            self._number = _plain(text)
            if text[0] in "零〇" and len(text) > 1:
                self._last_scale = 10
        elif text == "半":
            self._number = Decimal("0.5")
        elif text in VULGAR:
            self._number = (self._number or 0) + value_of_vulgar(text)
        elif text in TENS_WORDS:
            self._section += TENS_WORDS[text]
            self._number, self._last_scale = None, 10
        elif text in SMALL:
            self._last_scale = SMALL[text]
            # The 零 of 一萬零十二 only marks an empty place.
            self._section += (self._number or Decimal(1)) * self._last_scale
            self._number = None
        else:
            self._add_section(LARGE[text])

    def _add_section(self, scale: int) -> None:
        here = self._section + (self._number or 0)
        if scale > self._largest:
            self._total = (self._total + here or Decimal(1)) * scale
            self._largest = scale
        elif here:
            self._total += here * scale
        else:  # 四萬萬
            self._total *= scale
        self._section, self._number, self._last_scale = Decimal(0), None, scale

    def total(self, *, ends_in_digit: bool) -> Decimal:
        """Return the value of everything that was added."""
        number = self._number
        if number is not None and number < 10 and self._last_scale > 10 and ends_in_digit:
            number = number * self._last_scale / 10
        return self._total + self._section + (number or 0)


def _plain(text: str) -> Decimal:
    """The positional value of digits in either script: 2,025, 二〇二五, 零五."""
    if text[0] in DIGIT_VALUES:
        return Decimal("".join(str(DIGIT_VALUES[character]) for character in text))
    return Decimal(text.replace(",", "").replace("，", ""))


def _with_point(numeral: str) -> Decimal:
    """三點五, 三點五億."""
    whole, _, rest = numeral.replace(" ", "").partition("點")
    decimals = rest.rstrip("".join(LARGE))
    fraction = Decimal("0." + "".join(str(DIGIT_VALUES[character]) for character in decimals))
    scale = _single(rest[len(decimals) :]) if len(decimals) < len(rest) else Decimal(1)
    return (_single(whole) + fraction) * scale


def number_of(written: str) -> int:
    """Return the value of digits or numerals as an integer; for a range, the lower end."""
    return int(value_of(written)[0])
