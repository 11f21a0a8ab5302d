"""Figures in words, as Hong Kong papers print them in either language."""

from decimal import Decimal

from ..languages import LanguageCode
from ..model import Figure
from .dates_in_words import duration_in_words, edtf_in_words, time_in_words

QUALIFIERS = {
    "exactly": ("", ""),
    "about": ("about ", "約"),
    "nearly": ("nearly ", "近"),
    "at least": ("at least ", "至少"),
    "more than": ("more than ", "逾"),
    "at most": ("at most ", "最多"),
}
CURRENCIES = {
    "HKD": ("HK$", "港元"),
    "USD": ("US$", "美元"),
    "CNY": ("RMB", "元人民幣"),
    "GBP": ("£", "英鎊"),
    "EUR": ("€", "歐元"),
    "JPY": ("¥", "日圓"),
}
PER = {
    "P1Y": ("a year", "每年"),
    "P6M": ("every half-year", "每半年"),
    "P3M": ("a quarter", "每季"),
    "P1M": ("a month", "每月"),
    "P1W": ("a week", "每周"),
    "P7D": ("a week", "每周"),
    "P1D": ("a day", "每日"),
}
AGAINST = {
    "P1Y": ("year on year", "按年"),
    "P12M": ("year on year", "按年"),
    "P3M": ("quarter on quarter", "按季"),
    "P1M": ("month on month", "按月"),
    "P1W": ("week on week", "按周"),
    "P7D": ("week on week", "按周"),
    "P1D": ("day on day", "按日"),
}
SCALES = {
    "en": (
        (Decimal(10**12), " trillion"),
        (Decimal(10**9), " billion"),
        (Decimal(10**6), " million"),
    ),
    "zh-Hant": ((Decimal(10**12), "萬億"), (Decimal(10**8), "億"), (Decimal(10**4), "萬")),
}


def number_in_words(value: Decimal, language: LanguageCode) -> str:
    """Format a number with the language's scale: 5 billion, 50億; below it, digits in threes."""
    for scale, word in SCALES[language]:
        scaled = value / scale
        if abs(scaled) >= 1 and scaled == round(scaled, 3):
            return f"{scaled.normalize():,f}{word}"
    return f"{value.normalize():,f}"


def amount_in_words(figure: Figure, language: LanguageCode) -> str:
    """Format a value with its currency or unit, its qualifier (about, over) and its rate."""
    values = [figure.value] if figure.to is None else [figure.value, figure.to]
    join = " to " if language == "en" else "至"
    numbers = join.join(number_in_words(value, language) for value in values)
    qualifier = QUALIFIERS[figure.qualifier][language != "en"]
    amount = qualifier + _with_unit(numbers, figure, language)
    parts = [_rate(figure.per, language), _earlier_time(figure.against, language)]
    if language == "en":
        return " ".join(filter(None, (amount, *parts)))
    return "".join(parts) + amount


def _rate(per: str | None, language: LanguageCode) -> str:
    """The rate of a sum: a year, 每年."""
    if per is None:
        return ""
    length = duration_in_words(per, language)
    every = PER.get(per, (f"every {length}", f"每{length}"))
    return every[language != "en"]


def _earlier_time(against: str | None, language: LanguageCode) -> str:
    """The earlier time with which a change is compared: year on year, 按年."""
    if against is None:
        return ""
    length = duration_in_words(against, language)
    compared = AGAINST.get(against, (f"against {length} before", f"較{length}前"))
    return compared[language != "en"]


def _with_unit(numbers: str, figure: Figure, language: LanguageCode) -> str:
    if figure.currency:
        before, after = CURRENCIES.get(figure.currency, (f"{figure.currency} ", figure.currency))
        numbers = before + numbers if language == "en" else numbers + after
    if figure.unit is None:
        return numbers
    unit = figure.unit.of(language)
    glue = " " if language == "en" and unit[0].isalnum() else ""
    return numbers + glue + unit


def circumstances(figure: Figure, language: LanguageCode) -> str:
    """Format the duration, time and reference date of a figure; empty if it has none."""
    parts = []
    if figure.period:
        length = duration_in_words(figure.period, language)
        parts.append(f"over {length}" if language == "en" else f"為期{length}")
    if figure.when:
        parts.append(time_in_words(figure.when, language))
    if figure.as_of:
        when = edtf_in_words(figure.as_of, language)
        parts.append(f"as of {when}" if language == "en" else f"截至{when}")
    return ("; " if language == "en" else "；").join(parts)
