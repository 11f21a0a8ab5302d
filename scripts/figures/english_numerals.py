"""Parse English numerals: digits with a scale, and numbers in words."""

from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from .patterns import lazily
from .vulgar_fractions import VULGAR, value_of_vulgar

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ONES: Final = {**{word: value for value, word in enumerate(_ONES.split())}, "nought": 0}
TENS: Final = {word: value * 10 for value, word in enumerate(_TENS.split(), 2)}
SCALES: Final = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
SHORT_SCALES: Final = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
ORDINALS: Final = {
    **{word: value for value, word in enumerate(_ORDINALS.split(), 1)},
    **{word[:-1] + "ieth": value for word, value in TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}

# 2½, 2 1/2
_PART_IN_DIGITS = rf"(?: ?[{VULGAR}]|[ -][1-9]/(?:[2-9]|1\d)(?![\d/]))"
DIGITS: Final = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+|{_PART_IN_DIGITS})?"
    rf"|\.\d+(?![.\d])|[{VULGAR}])"
)
SCALE: Final = r"(?:hundred|thousand|million|billion|trillion)"
_SHORT = r"(?:bn|tn|mn|mln|[mbkMBK])(?![\w])"
_small = "|".join(sorted((*ONES, *TENS), key=len, reverse=True))
_ordinal = "|".join(sorted(ORDINALS, key=len, reverse=True))
WORD: Final = rf"(?:{_small})"
ORDINAL: Final = rf"(?:{_ordinal})"
_PART = rf"(?:{WORD}|{SCALE})"
# “five hundred and twenty”, “two hundred”, “a million”, “half a million”, “the next hundred years”;
# “and” only after a scale: “one hundred and five”, not “two and three”.
_AND = rf"(?:(?<=hundred)|(?<=thousand)|(?<=[mbr]illion)) and {_PART}"
_BARE = r"(?<!-)(?:hundred|thousand)\b"
WORDS: Final = rf"(?:half an? {SCALE}|(?:an? {SCALE}|{WORD}|{_BARE})(?:[- ]{_PART}|{_AND})*)"
# “Three point one four”, “two point five million”, “two hundred point seventy-one”.
_POINT = rf" point(?:[ -]{WORD}\b)+(?: {SCALE}\b)?"
NUMERAL: Final = rf"(?:{DIGITS}(?:[ -]?{SCALE}\b|{_SHORT})?|{WORDS}(?:{_POINT})?(?:\b|(?=fold\b)))"

_digits = lazily(rf"({DIGITS})[ -]?([a-z]*)")
_word = lazily(r"[a-z]+")


@lru_cache(maxsize=8192)
def value_of(numeral: str) -> Decimal:
    """Return the value of a match of `NUMERAL`, in lower case."""
    digits = _digits.fullmatch(numeral)
    if digits:
        scale = SCALES.get(digits[2]) or SHORT_SCALES.get(digits[2], 1)
        return _in_digits(digits[1]) * scale
    whole, point, decimals = numeral.partition(" point ")
    words = _word.findall(decimals)
    scale = SCALES[words.pop()] if words and words[-1] in SCALES else 1
    fraction = Decimal(f"0.{_decimals(words)}") if point else 0
    return (_in_words(_word.findall(whole)) + fraction) * scale


def _in_digits(written: str) -> Decimal:
    """The value of 1,250.5, 2½ or 2 1/2."""
    whole, slash, bottom = written.replace(",", "").partition("/")
    if slash:
        value, top = whole.replace("-", " ").split()
        return Decimal(value) + Decimal(top) / Decimal(bottom)
    if whole[-1] in VULGAR:
        return Decimal(whole[:-1] or 0) + value_of_vulgar(whole[-1])
    return Decimal(whole)


def _decimals(words: list[str]) -> str:
    """The digits after “point”: “one four” and “fourteen” are 14, “seventy-one” is 71."""
    digits = ""
    before = ""
    for word in words:
        if before in TENS and 0 < ONES.get(word, 0) < 10:
            digits = digits[:-1]
        digits += str(ONES[word] if word in ONES else TENS[word])
        before = word
    return digits


def _in_words(words: list[str]) -> Decimal:
    """The value of “half a million”, “two hundred and five”, “twenty-three”."""
    total = section = Decimal(0)
    for word in words:
        if word == "half":
            section = Decimal("0.5")
        elif word in ("a", "an"):
            section = section or Decimal(1)
        elif word == "hundred":
            section = (section or Decimal(1)) * 100
        elif word in SCALES:
            total += (section or Decimal(1)) * SCALES[word]
            section = Decimal(0)
        elif word in ONES or word in TENS:
            section += ONES[word] if word in ONES else TENS[word]
    return total + section


def is_well_formed(numeral: str) -> bool:
    """Whether number words form one number: “twenty-three” does, “five six” does not."""
    words = _word.findall(numeral.partition(" point ")[0])
    for left, right in pairwise(words):
        if left in ONES and (right in ONES or right in TENS):
            return False
        if left in TENS and (right in TENS or ONES.get(right, 1) > 9):
            return False
    return True


def ordinal_value(written: str) -> Decimal:
    """Return the number of an ordinal such as 21st, 1,000th, fifth or twenty-first."""
    if written[0].isdigit():
        return Decimal(written[:-2].replace(",", ""))
    tens, _, last = written.rpartition("-")
    return Decimal(ORDINALS[last]) + (value_of(tens) if tens else 0)
