"""Dates and lengths of time in words, in both languages."""

import re
from datetime import date

from ..figures.months import MONTHS
from ..languages import LanguageCode

SEASONS = {
    "21": ("spring {year}", "{year}年春季"),
    "22": ("summer {year}", "{year}年夏季"),
    "23": ("autumn {year}", "{year}年秋季"),
    "24": ("winter {year}", "{year}年冬季"),
    "33": ("the first quarter of {year}", "{year}年第一季"),
    "34": ("the second quarter of {year}", "{year}年第二季"),
    "35": ("the third quarter of {year}", "{year}年第三季"),
    "36": ("the fourth quarter of {year}", "{year}年第四季"),
}
# By the two ends of an interval: a date, unknown, or open.
INTERVALS: dict[tuple[str | bool, str | bool], tuple[str, str]] = {
    (True, True): ("{start} to {end}", "{start}至{end}"),
    (True, ".."): ("{start} or later", "{start}或以後"),
    ("..", True): ("{end} or earlier", "{end}或以前"),
    (True, False): ("from {start}", "由{start}起"),
    (False, True): ("until {end}", "至{end}"),
}
UNITS = {
    "Y": ("year", "年"),
    "M": ("month", "個月"),
    "W": ("week", "星期"),
    "D": ("day", "日"),
}


def day_in_words(day: date, language: LanguageCode) -> str:
    """Format a day: 22 November 2026, 2026年11月22日."""
    return edtf_in_words(day.isoformat(), language)


def edtf_in_words(value: str, language: LanguageCode) -> str:
    """Format a date in EDTF (ISO 8601-2) as a newspaper would print it.

    Forms of the standard that no newspaper uses stay in EDTF.
    """
    if "/" in value:
        start, _, end = value.partition("/")
        return _interval(start, end, language)
    bare, mark = value.rstrip("?~%"), value[len(value.rstrip("?~%")) :]
    words = _simple(bare, language)
    return _qualified(words, mark, language) if mark else words


def time_in_words(value: str, language: LanguageCode) -> str:
    """Format a time with its preposition: on 22 April 2025, from January to March 2025."""
    words = edtf_in_words(value, language)
    if language != "en" or (words == value and not value.isdigit()):
        return words
    if "/" in value:
        return words if ".." in value or value[0] == "/" or value[-1] == "/" else f"from {words}"
    return f"on {words}" if re.match(r"\d{4}-\d\d-\d\d", value) else f"in {words}"


def _simple(value: str, language: LanguageCode) -> str:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if not match:
        return value
    year, month, day = match.groups()
    if month in SEASONS:
        return SEASONS[month][language != "en"].format(year=year)
    if month and int(month) > len(MONTHS):  # 25 to 41 are seasons of a hemisphere and so on
        return value
    if language == "en":
        parts = (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year)
        return " ".join(filter(None, parts))
    month_zh = f"{int(month)}月" if month else ""
    return f"{year}年{month_zh}" + (f"{int(day)}日" if day else "")


def _qualified(words: str, mark: str, language: LanguageCode) -> str:
    about, unsure = "~" in mark or "%" in mark, "?" in mark or "%" in mark
    if language == "en":
        return ("about " if about else "") + words + (" (uncertain)" if unsure else "")
    return ("約" if about else "") + words + ("（未能確定）" if unsure else "")


def _interval(start: str, end: str, language: LanguageCode) -> str:
    """Format an interval; either end may be open (`..`) or unknown (empty)."""
    if re.fullmatch(r"(\d{4})-(?:0[1-9]|1[0-2])/\1-(?:0[1-9]|1[0-2])", f"{start}/{end}"):
        if language == "en":  # the year only once
            start = MONTHS[int(start[5:]) - 1]
            return f"{start} to {edtf_in_words(end, language)}"
        return f"{edtf_in_words(start, language)}至{int(end[5:])}月"
    shape = (start if start == ".." else bool(start), end if end == ".." else bool(end))
    words = INTERVALS.get(shape, ("unknown", "不詳"))[language != "en"]
    return words.format(
        start=edtf_in_words(start, language) if start else "",
        end=edtf_in_words(end, language) if end else "",
    )


def duration_in_words(value: str, language: LanguageCode) -> str:
    """Format an ISO 8601 duration: P5Y is 5 years, 5年."""
    parts = re.findall(r"(\d+)([YMWD])", value)
    if language == "en":
        return " ".join(f"{n} {UNITS[u][0]}{'' if n == '1' else 's'}" for n, u in parts)
    return "".join(f"{n}{UNITS[u][1]}" for n, u in parts)
