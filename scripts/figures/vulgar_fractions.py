"""Vulgar fractions of one character: ½, ¾."""

import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Final

VULGAR: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"


def value_of_vulgar(character: str) -> Decimal:
    """Return the value of one of these characters."""
    exact = Fraction(unicodedata.numeric(character)).limit_denominator(10)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def without_vulgar(numeral: str) -> tuple[str, Decimal]:
    """A numeral without a fraction at its end, and that fraction or 0."""
    if numeral and numeral[-1] in VULGAR:
        return numeral[:-1], value_of_vulgar(numeral[-1])
    return numeral, Decimal(0)
