"""Split a text of either language into sentences.

Where the end of a sentence is uncertain, the text is not split: a sentence too long is still
correct, half a sentence may not be. So there is no split within quotation marks or brackets, nor
after an abbreviation before a name. (Libraries for both languages support neither our quotation
marks nor the semicolon between Chinese sentences.)
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ..languages import LanguageCode
from ..text.brackets import CLOSING, OPENING

Span = tuple[int, int]

# Possessive, and not begun within a run of marks, so that time is linear.
_ends: dict[LanguageCode, re.Pattern[str]] = {
    "en": re.compile(r"(?<![.!?…])[.!?…]++[”’)\]\"']*+(?=\s|$)"),
    "zh-Hant": re.compile(r"(?<![。！？；…])[。！？；…]++[」』”’）)》〉]*+"),
}
_mark = re.compile("[" + re.escape("".join([*CLOSING, *OPENING])) + "]")
_quoted_end = re.compile("[。！？…][」』”]")
_quotation = re.compile(r"\s*[「『“]")
_number = re.compile(r"\s+\d")
_word_before = re.compile(r"[^\s(\[“‘\"'—–/]{1,20}$")
_beginnings: dict[LanguageCode, re.Pattern[str]] = {
    # The beginning of a sentence: a capital, a number, a quotation.
    "en": re.compile(r"\s+[“‘\"'(\[]*(?:[^\W\d_a-z]|\d)"),
    "zh-Hant": re.compile(r"\s*[^\s，、。；：？！」』”’）》〉]"),
}
# Abbreviations before a name, never at the end of a sentence.
_before_a_name = re.compile(
    r"adm|capt|cf|col|dr|e\.g|eg|eq|gen|gov|hon|i\.e|ie|lt|messrs|mr|mrs|ms|mt|para|paras|prof|rep|"
    r"rev|sen|sgt|sr|st|vol|vols|vs"
)
_before_a_number = re.compile(r"art|fig|figs|no|nos|p|pp")  # some are also words
# Abbreviations that end a sentence if one of the words of `_beginner` follows.
_perhaps_last = re.compile(r"approx|ave|bros|ca|co|corp|dept|est|etc|inc|jr|ltd")
_initials = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_beginner = re.compile(
    r"\s+(?:A|An|And|As|At|But|For|He|His|However|If|In|It|Its|Nobody|On|She|So|That|The|Their|"
    r"There|These|They|This|Those|We|When|While|You)\b"
)


@lru_cache(maxsize=65536)
def sentences(text: str, language: LanguageCode) -> tuple[Span, ...]:
    """Return the spans of the sentences of a plain text.

    They cover the whole text but for white space.
    """
    cuts = [0, *_cuts(text, language), len(text)]
    spans = (_stripped(text, start, end) for start, end in pairwise(cuts))
    return tuple((start, end) for start, end in spans if start < end)


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _cuts(text: str, language: LanguageCode) -> Iterator[int]:
    """The offsets at which one sentence ends and another begins."""
    begun = 0
    enclosed = _enclosed(text)
    for match in _ends[language].finditer(text):
        end = match.end()
        if (
            _beginnings[language].match(text, end)
            and not _is_within(enclosed, end)
            and not (language == "en" and _is_abbreviated(text, match.start(), end))
            and not (language == "zh-Hant" and _continues(text, begun, match[0]))
        ):
            yield end
            begun = end


def _enclosed(text: str) -> list[Span]:
    """The outermost spans enclosed by quotation marks or brackets; unclosed marks are ignored."""
    found: list[Span] = []
    still_open: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    for match in _mark.finditer(text):
        mark = match[0]
        if mark in CLOSING:
            still_open.append((mark, match.start()))
            waiting[mark] += 1
        elif waiting[OPENING[mark]]:
            opened, start = "", 0
            while opened != OPENING[mark]:
                opened, start = still_open.pop()
                waiting[opened] -= 1
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, match.end()))
    return found


def _is_within(spans: list[Span], place: int) -> bool:
    """Whether an offset is inside one of the sorted, disjoint spans."""
    number = bisect_left(spans, (place, 0)) - 1
    return number >= 0 and spans[number][1] > place


def _is_abbreviated(text: str, dot: int, end: int) -> bool:
    """Whether the mark at `dot` belongs to an abbreviation rather than ends a sentence."""
    if text[dot:end] != ".":
        return False
    word = _word_before.search(text, max(dot - 20, 0), dot)
    if not word:
        return False
    shortened = word[0].lower()
    if _before_a_number.fullmatch(shortened):
        return bool(_number.match(text, end))
    if _before_a_name.fullmatch(shortened):
        return True
    is_short = bool(_perhaps_last.fullmatch(shortened) or _initials.fullmatch(word[0]))
    return is_short and word[0] != "I" and not _beginner.match(text, end)


def _continues(text: str, begun: int, marks: str) -> bool:
    """Whether a Chinese sentence continues after a quotation at its beginning: 「……。」他說。"""
    return bool(_quoted_end.match(marks[-2:]) and _quotation.match(text, begun))
