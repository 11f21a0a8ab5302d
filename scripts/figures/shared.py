"""Readers of notations shared by both languages: dates in digits, fractions, labels."""

import re
from decimal import Decimal
from typing import Final

from .quantity import Reading, date_value

ISO_DATE: Final = r"(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
SLASHED_DATE: Final = r"(?<![\d/])(?P<sd>\d{1,2})/(?P<sm>\d{1,2})/(?P<sy>\d{4})(?![\d/])"
SLASHED_FRACTION: Final = r"(?<![\d/])(?P<sn>\d)/(?P<sden>\d{1,2})(?![\d/])"
_LONGEST_LABEL = 24  # characters; anything longer is a key or an address


def iso_date(match: re.Match[str]) -> Reading:
    """Parse 2025-04-22 (ISO 8601)."""
    year, month, day = (int(part) for part in match[0].split("-"))
    return Reading("date", date_value(year, month, day))


def slashed_date(match: re.Match[str]) -> Reading | None:
    """Parse 22/4/2025: the day first, as in Hong Kong, unless the second number exceeds 12."""
    day, month, year = (int(match[name]) for name in ("sd", "sm", "sy"))
    if month > 12:
        day, month = month, day
    return Reading("date", date_value(year, month, day)) if month <= 12 else None


def slashed_fraction(match: re.Match[str]) -> Reading | None:
    """Parse 1/3, but not 5/2."""
    top, bottom = Decimal(match["sn"]), Decimal(match["sden"])
    return Reading("fraction", top / bottom) if 0 < top < bottom else None


def label(written: str) -> Reading | None:
    """Parse COVID-19, HKPAX2 or v1.2: the letters are the unit, the digits the value."""
    if len(written) > _LONGEST_LABEL:
        return None
    digits = re.sub(r"\D", "", written)
    letters = re.sub(r"\d+", "#", written).upper().replace("–", "-")
    return Reading("label", Decimal(digits), unit=letters, optional=True)
