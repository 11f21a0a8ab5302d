"""Readers of ordinals in names: the Second World War, Elizabeth II, Phase III."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from .english_numerals import ONES, ORDINALS, ordinal_value
from .patterns import lazily
from .quantity import Reading, date_value

_ROMAN: Final = {"i": 1, "v": 5, "x": 10}
# Names before a Roman numeral of one letter; after other words “I” is a pronoun and “X” a sign.
_MONARCHS: Final = (
    "albert|alexander|alfonso|benedict|catherine|charles|christian|edward|elizabeth|ferdinand|"
    "francis|frederick|george|gustav|harald|haakon|henry|innocent|isabella|ivan|james|john|"
    "john paul|leo|leopold|louis|mary|napoleon|nicholas|olav|otto|paul|peter|philip|pius|ptolemy|"
    "rama|ramesses|ramses|richard|umberto|victor emmanuel|victoria|wilhelm|william"
)
_MONARCH_BEFORE: Final = lazily(rf"\b(?:{_MONARCHS}) $")
_PART_BEFORE: Final = lazily(
    r"\b(?:part|phase|chapter|volume|act|book|type|stage|class|level|tier|category|schedule|annex|"
    r"appendix|section|terminal|title|grade) $"
)


def _roman(match: re.Match[str]) -> Reading | None:
    """“Elizabeth II” is 二世, and optional."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    is_monarch = _MONARCH_BEFORE.search(before) is not None
    if len(match[0]) == 1 and not is_monarch and not _PART_BEFORE.search(before):
        return None
    unit = "monarch" if is_monarch else None
    return Reading("ordinal", _roman_value(match[0]), unit=unit, optional=True)


def _roman_value(written: str) -> Decimal:
    values = [_ROMAN[letter] for letter in written]
    signed = zip(values, [*values[1:], 0], strict=True)
    return Decimal(sum(-value if value < following else value for value, following in signed))


def _world_war(match: re.Match[str]) -> Reading:
    written = match["war"] or match["war2"] or match["war3"]
    number = ONES.get(written) or ORDINALS.get(written)
    if number is None:
        number = int(written) if written.isdigit() else int(_roman_value(written))
    return Reading("ordinal", Decimal(number), unit="world war", optional=True)


def _lunar(match: re.Match[str]) -> Reading:
    """The eighth day of the fourth lunar month."""
    month, day = ordinal_value(match["lm"]), ordinal_value(match["ld"])
    return Reading("date", date_value(0, int(month), int(day)))


READERS: Final[dict[str, Callable[[re.Match[str]], Reading | None]]] = {
    "roman": _roman,
    "world_war": _world_war,
    "lunar": _lunar,
}
