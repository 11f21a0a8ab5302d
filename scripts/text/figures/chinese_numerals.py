"""Chinese numerals, and Arabic digits with Chinese scales: 三百六十五, 二〇二五, 3.5萬, 廿二.

The readings follow GB/T 15835—2011 (general rules for writing numerals) and Hong Kong usage.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from ..patterns import lazily

DIGIT_VALUES: Final = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "兩": 2,
}
TENS_WORDS: Final = {"廿": 20, "卅": 30, "卌": 40}
SMALL: Final = {"十": 10, "百": 100, "千": 1000}
LARGE: Final = {"萬": 10**4, "億": 10**8, "兆": 10**12}

_digits = "".join(DIGIT_VALUES)
_scales = "".join((*SMALL, *LARGE))
_han = _digits + _scales + "".join(TENS_WORDS)

# A comma between groups of three may have been typed in full width: 40，000.
DIGITS: Final = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
SCALES: Final = rf"[{_scales}]+"
# 三點五, but not the time of 三點五十分.
_POINT = rf"點[{_digits}]{{1,6}}(?![{_scales}]*[分時])[{''.join(LARGE)}]*"
NUMERAL: Final = rf"(?:{DIGITS}(?: ?{SCALES}(?:{DIGITS}{SCALES})*)?|[{_han}]+(?:{_POINT})?)"
HAN_NUMERAL: Final = rf"[{_han}]"

_tokens = lazily(rf"(?P<digits>{DIGITS})|(?P<han>[{_digits}]+)|(?P<other>\S)")
# Two numbers in a row, one above the other: 二三十 is twenty to thirty, 十七八 seventeen or so.
_pair = lazily(rf"(?<![{_digits}])([{_digits}])([{_digits}])(?![{_digits}])")


@lru_cache(maxsize=8192)
def value_of(numeral: str) -> tuple[Decimal, Decimal | None]:
    """The value of a numeral, and the upper end of one that names two: (20, 30) of 二三十."""
    pair = _pair.search(numeral)
    if pair and DIGIT_VALUES[pair[2]] - DIGIT_VALUES[pair[1]] == 1 and DIGIT_VALUES[pair[1]]:
        before, after = numeral[: pair.start()], numeral[pair.end() :]
        return _single(before + pair[1] + after), _single(before + pair[2] + after)
    return _single(numeral), None


def _single(numeral: str) -> Decimal:
    """One number. A last digit without 零 counts the next lower scale: 三萬五 is 35,000."""
    if "點" in numeral:
        return _with_point(numeral)
    total = section = Decimal(0)
    number: Decimal | None = None
    last_scale = largest = 1
    for token in _tokens.finditer(numeral):
        text = token[0]
        if token["digits"] or token["han"]:
            number = _plain(text)
            if text[0] in "零〇" and len(text) > 1:
                last_scale = 10
        elif text in TENS_WORDS:
            section += TENS_WORDS[text]
            last_scale = 10
        elif text in SMALL:
            last_scale = SMALL[text]
            section += (Decimal(1) if number is None else number) * last_scale
            number = None
        else:
            last_scale = LARGE[text]
            here = section + (number or 0)
            if last_scale > largest:
                total = (total + here or Decimal(1)) * last_scale
                largest = last_scale
            else:
                total += (here or Decimal(1)) * last_scale
            section, number = Decimal(0), None
    if number is not None and number < 10 and last_scale > 10 and numeral[-1] in _digits:
        number = number * last_scale / 10
    return total + section + (number or 0)


def _plain(text: str) -> Decimal:
    """Digits of either script, read by position: 2,025, 二〇二五, 零五."""
    if text[0] in DIGIT_VALUES:
        return Decimal("".join(str(DIGIT_VALUES[character]) for character in text))
    return Decimal(text.replace(",", "").replace("，", ""))


def _with_point(numeral: str) -> Decimal:
    """三點五, 三點五億."""
    whole, _, rest = numeral.partition("點")
    decimals = rest.rstrip("".join(LARGE))
    fraction = Decimal("0." + "".join(str(DIGIT_VALUES[character]) for character in decimals))
    scale = _single(rest[len(decimals) :]) if len(decimals) < len(rest) else Decimal(1)
    return (_single(whole) + fraction) * scale


def number_of(written: str) -> int:
    """The one number of digits or numerals; of a range, its lower end."""
    return int(value_of(written)[0])
