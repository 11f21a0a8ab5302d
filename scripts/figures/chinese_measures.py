"""Chinese units of time and measure after a numeral."""

import re
from decimal import Decimal
from typing import Final

from .measures import chinese_measure

HALF: Final = Decimal("0.5")
TIME_UNITS: Final = {
    "世紀": "century",
    "十年": "decade",
    **dict.fromkeys(("周年", "週年", "年"), "year"),
    "季": "quarter",
    "月": "month",
    **dict.fromkeys(("星期", "禮拜", "周", "週"), "week"),
    **dict.fromkeys(("日", "天"), "day"),
    **dict.fromkeys(("小時", "鐘頭", "鐘"), "hour"),
    "刻鐘": "quarter-hour",
    **dict.fromkeys(("分鐘", "分"), "minute"),
    **dict.fromkeys(("秒鐘", "秒"), "second"),
}


def unit_of(after: re.Match[str]) -> str | None:
    """Return the unit in a match of `AFTER`, the pattern of the words after an amount, if any."""
    if after["unit"]:
        return TIME_UNITS[after["unit"].lstrip("個半多幾")]
    return chinese_measure(after["measured"]) if after["measured"] else None
