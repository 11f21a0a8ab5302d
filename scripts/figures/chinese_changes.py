"""Chinese words of change before or after a figure: 升至, 減少了, 負, 的跌幅."""

import re
from typing import Final

from .patterns import lazily
from .quantity import CHANGING, Direction, Reading

_VERBS = (
    "上升|上漲|上調|調高|調升|提高|提升|增加|增長|擴大|擴闊|反彈|"
    "下降|下跌|下調|調低|調減|減少|減低|降低|縮小|縮減|削減|下滑|滑落|回落|收窄|萎縮|"
    "升|漲|增|跌|減|降|縮|[加減](?:價|薪|息|租|稅|費)"
)
_COMPARED = "多少高低大小長短快慢貴平重輕闊寬窄厚深強好差遠近老久"
_CHANGE: Final = lazily(
    f"(?P<to>(?:{_VERBS}|加|調|長|擴)(?:至|到|為))了? *$"
    f"|(?:{_VERBS}|[升漲增跌減降]幅(?:達|為|是|有)?|(?P<more>[{_COMPARED}]))(?:了|出)?$"
)
_FALLS: Final = lazily("[跌降減縮低削少落窄滑]|下調")
_NEITHER: Final = lazily("增減|升跌|升降|加減")
_BELOW_ZERO: Final = lazily(
    "(?:(?<![背肩擔抱自欺勝正])負|零下(?:攝氏|華氏)?|(?:^|[為是至到約達溫於在，、：（ ])[-−])$"
)
_SHRINKS: Final = lazily("負(?:增長|成長)(?:率)?(?:[達為是]|幅度為?)?$")
_AFTER: Final = lazily(
    "的?(?:按[年月季])?(?:(?P<minus>負增長)|(?P<up>升幅|增幅|漲幅|增長|升勢)"
    "|(?P<down>跌幅|減幅|降幅|下跌|跌勢))"
)
_MULTIPLIED: Final = frozenset(("multiple", "percent", "points"))


def look_before(read: Reading, before: str) -> int | None:
    """Set the change and direction given by the words before a figure.

    Returns the offset at which these words begin, or None.
    """
    if read.kind not in CHANGING:
        return None
    if found := _BELOW_ZERO.search(before):
        read.direction = "minus"
        return found.end() - 1 if found[0][-1] in "-−" else found.start()
    if read.change is not None:
        return None
    shrinks = _SHRINKS.search(before)
    change = _CHANGE.search(before)
    if shrinks or (change and (not change["more"] or read.kind in _MULTIPLIED)):
        read.change = "to" if change and change["to"] else "by"
        read.direction = "minus" if shrinks else change and _direction(change, before)
        return shrinks.start() if shrinks else change and change.start()
    return None


def _direction(change: re.Match[str], before: str) -> Direction | None:
    if change["more"] or _NEITHER.search(before[max(0, change.start() - 1) :]):
        return None
    return "down" if _FALLS.search(change[0]) else "up"


def look_after(read: Reading, text: str, end: int) -> int:
    """Set the direction given by the noun after a figure: 5%的跌幅.

    Returns the offset at which the figure ends, the noun included.
    """
    if read.direction is None and read.kind in ("percent", "points", "money"):
        found = _AFTER.match(text, end)
        if found:
            directions: dict[str, Direction] = {"minus": "minus", "up": "up", "down": "down"}
            read.direction = directions[found.lastgroup or ""]
            return found.end()
    return end
