"""Parse the figures of a Chinese text: match its grammar, then read the words around a match."""

from collections.abc import Iterator
from typing import Final

from . import years
from .chinese_changes import look_after, look_before
from .chinese_patterns import GRAMMAR
from .chinese_readers import READERS
from .chinese_writing import in_one_writing
from .compound import joined
from .patterns import lazily
from .phrases import blanked
from .quantity import UNITS, Qualifier, Quantity, Reading

# A few words may come between a qualifier and its figure: 至少要恢復85%.
_GAP = r"(?:[要需須可能會]?(?:[^\W\d_在是]{2})?)?"
_QUALIFIERS: Final[dict[Qualifier, str]] = {
    "at least": f"(?:至少|最少|起碼){_GAP}|不少於|不低於|不下於|不下|少說|最低|下限為?|不小於",
    "at most": f"(?:最多|至多){_GAP}|不多於|不超過|不逾|少於|低於|不足|不到|未到|未滿|不及|上限為?"
    "|不高於|高達|多達|小於|未足",
    "nearly": "(?<![最附鄰靠臨遠新])近|接近|將近|差不多|幾乎|幾近|幾達|逼近|直逼",
    "more than": "逾|超過|超出|超越|(?<!高)超|多於|大於|高於|不止|不只|突破"
    "|(?<![通經透不超度越跨路渡難])過",
    "about": "(?<![合公節紐條預簽相違契制])約|約莫|約略|大約|大概|大致|估計|大抵|左右",
}
_NAMES: Final = tuple(_QUALIFIERS)
_BETWEEN = "有|為|達|了|需|要|是|佔|每|這|這個|全球|全港|其|其中"
_ANY = "(?:" + "|".join(f"({words})" for words in _QUALIFIERS.values()) + ")"
_BEFORE = lazily(rf"{_ANY}(?:{_BETWEEN})?[ （「『]*$")
# 幾乎是去年載客量的兩倍: the multiple is nearly two.
_BEFORE_OF = lazily(rf"{_ANY}[有為達是][^，。；：、]{{1,25}}的 ?$")
# Qualifiers that may have another sense: “at its highest”, “recently”, “in the estimate”.
_APPROXIMATE = lazily("高達|多達|過|低於|高於|大於|小於|最低|估計|左右|突破|超越")
# 甲和乙兩者, 「甲」「乙」兩章, 兩個極端之間, 兩岸: 兩 sums up a list, and English may omit it.
_LISTED = lazily("(?:[」》）]|[和與及跟][^，。；：\\d]{0,11}[^，。；：\\d的])$")
_BETWEEN_TWO = lazily("[側端旁面翼性岸院會極廣棲造全難相地]|[^，。；]{0,6}之間")
_WINDOW = 14  # characters before a figure that are searched for its qualifier
_LONG_WINDOW = 40


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the figures of a text in their order."""
    return joined(_read(text), text, "zh-Hant")


def _read(text: str) -> Iterator[Quantity]:
    visible = in_one_writing(blanked(text, "zh-Hant"))
    position = 0
    while match := GRAMMAR.search(visible, position):
        read = READERS[match.lastgroup or ""](match)
        position = match.end()
        if read is not None and read.is_figure:
            end = read.end or match.end()
            start = years.chinese(read, visible, match.start(), end)
            start = _look_before(read, visible, start)
            end = look_after(read, visible, end)
            yield read.quantity(text, start, end)
            position = end


def _look_before(read: Reading, text: str, start: int) -> int:
    """Set the qualifier, change and direction of a figure from the words before it.

    Returns the offset at which the figure begins, these words included.
    """
    window = max(0, start - _WINDOW)
    before = text[window:start]
    qualifier = _BEFORE.search(before)
    if read.kind == "multiple" and not qualifier:
        window = max(0, start - _LONG_WINDOW)
        before = text[window:start]
        qualifier = _BEFORE_OF.search(before)
    if qualifier and qualifier[0].rstrip() == "過" and read.value == 1:  # 參加過一個活動
        qualifier = None
    if qualifier and read.qualifier is None and read.kind not in ("ordinal", "label"):
        read.qualifier = _NAMES[(qualifier.lastindex or 1) - 1]
        # 近三年 means “nearly three years” or “the last three years”.
        recent = qualifier[0].rstrip() == "近" and read.unit in UNITS
        read.approximate = recent or _APPROXIMATE.match(qualifier[0]) is not None
        # 逾百 is always a number; 百 alone often is not.
        read.optional = read.optional and (read.value <= 2 or read.kind == "magnitude")
        before = before[: qualifier.start()]
        start = window + qualifier.start()
    if text[start] == "兩" and read.kind == "count" and not read.unit:
        sums_up = _LISTED.search(before) or _BETWEEN_TWO.match(text, start + 1)
        read.optional = read.optional or sums_up is not None
    change_start = look_before(read, before)
    return start if change_start is None else window + change_start
