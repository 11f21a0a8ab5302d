"""Set phrases whose numbers are not figures: 千萬別, 三文魚, “second-hand”, “24/7”.

The lists are beside this file, one phrase a line; add new ones there. An asterisk matches the rest
of an English word. A line that begins with an exclamation mark is an exception, a figure that
contains a set phrase: 十分之一 contains 十分.
"""

from functools import cache
from importlib import resources

from ahocorasick_rs import AhoCorasick, MatchKind

from .patterns import lazily
from .quantity import LanguageCode

# A private-use character, which no pattern takes for a letter, digit or sign.
BLANK = "\ue000"
# A phrase may not be part of a longer numeral: 十分 is a phrase, but not in 二十分鐘.
_HAN_DIGITS = frozenset("零〇一二兩三四五六七八九十廿卅百千萬億兆第數幾")
_addresses = lazily(
    r"(?:(?:https?|ftp)://|mailto:|www\.)[!-;=?-~]+|"
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"
)


def blanked(text: str, language: LanguageCode) -> str:
    """Return the text, unchanged in length, with set phrases and web addresses blanked."""
    if "://" in text or "@" in text or "www." in text:
        text = _addresses.sub(lambda match: BLANK * len(match[0]), text)
    lowered = text.lower() if language == "en" else text
    is_phrase = _is_english_phrase if language == "en" else _is_chinese_phrase
    pieces: list[str] = []
    done = 0
    for _, start, end in _automaton(language).find_matches_as_indexes(lowered):
        if lowered[start:end] not in _exceptions(language) and is_phrase(lowered, start, end):
            end = _end_of_word(lowered, end) if language == "en" else end
            pieces += (text[done:start], BLANK * (end - start))
            done = end
    return "".join((*pieces, text[done:])) if pieces else text


def _is_english_phrase(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    open_end = text[start:end] in _stems()
    return not before.isalnum() and (open_end or not after.isalnum())


def _end_of_word(text: str, end: int) -> int:
    while end < len(text) and text[end].isalpha():
        end += 1
    return end


def _is_chinese_phrase(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 2) : start].rstrip()[-1:]
    if before == "點":  # 二百點七一
        before = text[max(0, start - 2) : start - 1]
    continues_numeral = text[start] in _HAN_DIGITS and _is_digit(before)
    if before in ("元", "圓") and text[end - 1] == "角":  # 十二元三角
        return False
    begins_numeral = text[end - 1] in _HAN_DIGITS and _is_digit(text[end : end + 1])
    return not (continues_numeral or begins_numeral)


def _is_digit(character: str) -> bool:
    return character.isdigit() or character in _HAN_DIGITS


@cache
def _lines(language: LanguageCode) -> tuple[str, ...]:
    name = f"set-phrases.{language}.txt"
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def _exceptions(language: LanguageCode) -> frozenset[str]:
    return frozenset(line[1:] for line in _lines(language) if line.startswith("!"))


@cache
def _stems() -> frozenset[str]:
    return frozenset(line[:-1] for line in _lines("en") if line.endswith("*"))


@cache
def _automaton(language: LanguageCode) -> AhoCorasick:
    patterns = [line.removesuffix("*").removeprefix("!") for line in _lines(language)]
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)
