"""Errors in a figure's direction, sign or unit, and in the numbers of wars and monarchs."""

from collections.abc import Mapping
from typing import Final

from .figures import compared, other_han
from .planting import Kind
from .swapping import all_of, each, swapping


def _both_ways(pairs: str) -> Mapping[str, str]:
    """Map each word of a pair to the other: “rose/fell, grew/shrank”."""
    words = [pair.split("/") for pair in pairs.split(", ")]
    return {**dict(words), **{second: first for first, second in words}}


OPPOSITES: Final = _both_ways(
    "rose/fell, grew/shrank, increased/decreased, climbed/dropped, went up/went down"
)
OPPOSITES_ZH: Final = {
    **_both_ways("上升/下跌, 增加/減少, 上調/下調, 升/跌, 增/減"),
    **dict.fromkeys(("縮減", "削減"), "增加"),
}
UNITS: Final = _both_ways(
    "miles/kilometres, metres/feet, square metres/square feet, hectares/acres, tonnes/kilograms, "
    "litres/gallons, pounds/ounces"
)
UNITS_ZH: Final = _both_ways(
    "英里/公里, 米/呎, 平方米/平方呎, 公頃/英畝, 噸/公斤, 公升/加侖, 磅/安士"
)
WARS: Final = _both_ways("I/II, First/Second, 一/二")
MONARCHS: Final = {"II": "III", "III": "II", "V": "VI", "VIII": "VII"}


def _any_of(words: Mapping[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_KINDS: Final = (
    (
        "a rise for a fall, a fall for a rise",
        each(
            swapping(rf"\b({_any_of(OPPOSITES)})(?= (?:by|to) (?:HK|US)?[$£€]?\d)", OPPOSITES),
            swapping(
                rf"({_any_of(OPPOSITES_ZH)})(?=[至了]?\d[\d.,]*(?:%|億|萬|個百分點))",
                OPPOSITES_ZH,
            ),
        ),
    ),
    (
        "a sign lost",
        each(
            swapping(r"(minus )(?=(?:HK)?[$]?\d)", {"minus ": ""}),
            swapping(r"(零下|負)(?=\d)", {"零下": "", "負": ""}),
        ),
    ),
    (
        "another unit of the same quantity",
        each(
            swapping(rf"(?<=\d )({_any_of(UNITS)})\b", UNITS),
            swapping(rf"(?<=\d)({_any_of(UNITS_ZH)})", UNITS_ZH),
        ),
    ),
    (
        "another war or monarch",
        each(
            all_of(
                swapping(r"World War (II?)\b", WARS),
                swapping(r"(First|Second) World War", WARS),
                swapping(r"(?:Elizabeth|Charles|George|Henry) ([IVX]+)\b", MONARCHS),
            ),
            all_of(
                swapping("([一二])(?=次世界大戰|戰期間)", WARS),
                swapping("(?<=[伯斯治利])([二三五八])世", other_han),
            ),
        ),
    ),
)
KINDS: Final = tuple(Kind("figures", name, compared(seeds)) for name, seeds in _KINDS)
