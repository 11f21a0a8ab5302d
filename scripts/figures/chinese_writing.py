"""Normalise Chinese numerals: full-width digits, circles for zero, cheque numerals.

Every replacement is one character for one, so offsets do not change.
"""

import re
from typing import Final

from .patterns import lazily

_TO_ASCII: Final = str.maketrans("０１２３４５６７８９．／：－％", "0123456789./:-%")
_CHEQUE: Final = "壹貳叁參肆伍陸柒捌玖拾佰仟弍弎"
_FROM_CHEQUE: Final = str.maketrans(_CHEQUE, "一二三三四五六七八九十百千二三")
_ODD: Final = lazily(f"[０-９．○◯{_CHEQUE}]|[一二三四五六七八九]0")
# 二○○五年, 一百○五; elsewhere a circle hides a word.
_CIRCLE: Final = lazily(
    "(?<=[一二三四五六七八九十百千萬億])[○◯0]+(?=[一二三四五六七八九年])"
    "|(?<=[一二三四五六七八九][○◯0])[○◯0]?(?=[一二三四五六七八九年])"
)
# 陸, 伍, 參 and 拾 are also part of common words: 大陸百姓, 隊伍, 參加, 收拾.
_RUN: Final = lazily(f"[{_CHEQUE}零〇一二三四五六七八九十百千萬億兆]+(?=([元圓角分毫打])?)")
_CERTAIN: Final = lazily(
    "[壹貳叁肆柒捌玖弍弎]?[佰仟]|[壹貳叁參肆伍陸柒捌玖]拾|拾[萬億佰仟零壹貳叁肆伍陸柒捌玖]"
    "|拾[一二三四五六七八九][萬億]|[一二三四五六七八九][百千]陸(?![地軍續運])"
    "|[壹貳叁肆柒捌玖][百千萬億十]|[百千萬億零十][壹貳叁肆柒捌玖]"
)


def in_one_writing(text: str) -> str:
    """Return the text, unchanged in length, with numerals in ASCII digits or usual characters."""
    if not _ODD.search(text):
        return text
    text = text.translate(_TO_ASCII)
    text = _CIRCLE.sub(lambda match: "〇" * len(match[0]), text)
    return _RUN.sub(_usual, text)


def _usual(match: re.Match[str]) -> str:
    run = match[0]
    if _CERTAIN.search(run) or (match[1] and run[-1] in _CHEQUE[:-2] and run[-1] != "拾"):
        return run.translate(_FROM_CHEQUE)
    return run
