"""Set phrases, whose numbers count nothing: 千萬別, 三文魚, “second-hand”, “24/7”.

They stand in the lists beside this file, one a line; whoever meets another adds it there. An
asterisk in an English phrase stands for the rest of the word. What begins with an exclamation mark
is no set phrase though a part of it is: 十分之一 has figures, 十分 has none.
"""

from functools import cache
from importlib import resources

from ahocorasick_rs import AhoCorasick, MatchKind

from .patterns import lazily
from .quantity import LanguageCode

# A private-use character: what it covers is no letter, digit or sign to any pattern.
BLANK = "\ue000"
# A Chinese phrase is no part of a numeral: 十分 is one, but 二十分鐘 has none, nor has 每一百人.
_HAN_DIGITS = frozenset("零〇一二兩三四五六七八九十廿卅百千萬億兆第數幾")
_ADDRESS = lazily(r"(?:https?://|www\.)[^\s，。；、）」]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def blanked(text: str, language: LanguageCode) -> str:
    """The text, as long as before, without its set phrases and web addresses."""
    if "://" in text or "@" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: BLANK * len(match[0]), text)
    lowered = text.lower() if language == "en" else text
    stands = _stands_in_english if language == "en" else _stands_in_chinese
    pieces: list[str] = []
    done = 0
    for _, start, end in _automaton(language).find_matches_as_indexes(lowered):
        if lowered[start:end] not in _figures(language) and stands(lowered, start, end):
            end = _end_of_word(lowered, end) if language == "en" else end
            pieces += (text[done:start], BLANK * (end - start))
            done = end
    return "".join((*pieces, text[done:])) if pieces else text


def _stands_in_english(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    open_end = text[start:end] in _stems()
    return not before.isalnum() and (open_end or not after.isalnum())


def _end_of_word(text: str, end: int) -> int:
    while end < len(text) and text[end].isalpha():
        end += 1
    return end


def _stands_in_chinese(text: str, start: int, end: int) -> bool:
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
def _figures(language: LanguageCode) -> frozenset[str]:
    return frozenset(line[1:] for line in _lines(language) if line.startswith("!"))


@cache
def _stems() -> frozenset[str]:
    return frozenset(line[:-1] for line in _lines("en") if line.endswith("*"))


@cache
def _automaton(language: LanguageCode) -> AhoCorasick:
    patterns = [line.removesuffix("*").removeprefix("!") for line in _lines(language)]
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)
