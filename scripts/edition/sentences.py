"""The sentences of a text, in either language.

Where it is not certain that a sentence ends, the text is not cut: a sentence too long is still
what its author said, half a one may not be. So nothing is cut within quotation marks or brackets,
nor after an abbreviation that stands before a name. (Of the libraries that do this, those for both
languages know neither our quotation marks nor the semicolon that parts Chinese sentences.)
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

# No step back into a run of marks, and none begun within one: time grows with the text alone.
_ends: dict[LanguageCode, re.Pattern[str]] = {
    "en": re.compile(r"(?<![.!?…])[.!?…]++[”’)\]\"']*+(?=\s|$)"),
    "zh-Hant": re.compile(r"(?<![。！？；…])[。！？；…]++[」』”’）)》〉]*+"),
}
_mark = re.compile("[" + re.escape("".join([*CLOSING, *OPENING])) + "]")
_quoted_end = re.compile("[。！？…][」』”]")
_quotation = re.compile(r"\s*[「『“]")
_number = re.compile(r"\s+\d")
_word_before = re.compile(r"[^\s(\[“‘\"'—–/]{1,20}$")
_follows: dict[LanguageCode, re.Pattern[str]] = {
    # What may begin a sentence: a capital, a number, a quotation.
    "en": re.compile(r"\s+[“‘\"'(\[]*(?:[^\W\d_a-z]|\d)"),
    "zh-Hant": re.compile(r"\s*[^\s，、。；：？！」』”’）》〉]"),
}
# Never the end of a sentence, as a name follows.
_before_a_name = re.compile(
    r"adm|capt|cf|col|dr|e\.g|eg|eq|gen|gov|hon|i\.e|ie|lt|messrs|mr|mrs|ms|mt|para|paras|prof|rep|"
    r"rev|sen|sgt|sr|st|vol|vols|vs"
)
_before_a_number = re.compile(r"art|fig|figs|no|nos|p|pp")  # some are words, too
# These may end one, and do if such a word follows.
_perhaps_last = re.compile(r"approx|ave|bros|ca|co|corp|dept|est|etc|inc|jr|ltd")
_initials = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_beginner = re.compile(
    r"\s+(?:A|An|And|As|At|But|For|He|His|However|If|In|It|Its|Nobody|On|She|So|That|The|Their|"
    r"There|These|They|This|Those|We|When|While|You)\b"
)


@lru_cache(maxsize=65536)
def sentences(text: str, language: LanguageCode) -> tuple[Span, ...]:
    """Where each sentence of a plain text begins and ends, without the white space between them.

    Together they are the whole text.
    """
    cuts = [0, *_cuts(text, language), len(text)]
    spans = (_stripped(text, start, end) for start, end in pairwise(cuts))
    return tuple((start, end) for start, end in spans if start < end)


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _cuts(text: str, language: LanguageCode) -> Iterator[int]:
    """Where one sentence ends and another begins."""
    begun = 0
    enclosed = _enclosed(text)
    for match in _ends[language].finditer(text):
        end = match.end()
        if (
            _follows[language].match(text, end)
            and not _is_within(enclosed, end)
            and not (language == "en" and _is_abbreviated(text, match.start(), end))
            and not (language == "zh-Hant" and _goes_on(text, begun, match[0]))
        ):
            yield end
            begun = end


def _enclosed(text: str) -> list[Span]:
    """What quotation marks and brackets enclose, outermost; a mark that never closes, nothing."""
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
    """Whether a place lies inside one of spans in text order that do not overlap."""
    number = bisect_left(spans, (place, 0)) - 1
    return number >= 0 and spans[number][1] > place


def _is_abbreviated(text: str, dot: int, end: int) -> bool:
    """Whether the mark at DOT shortens a word rather than ends a sentence."""
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


def _goes_on(text: str, begun: int, marks: str) -> bool:
    """Whether a Chinese sentence goes on after a quotation with which it began: 「……。」他說。"""
    return bool(_quoted_end.match(marks[-2:]) and _quotation.match(text, begun))
