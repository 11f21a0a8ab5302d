"""Fuzz the parsers of figures with texts made of the words in their grammars.

    python -m bench.fuzzed_figures [--texts 100000] [--seed 1]

Makes random texts in each language from number words, digits, and the words and characters in the
patterns of the grammars, and parses their figures. Every second text is also compared with one in
the other language. Prints the texts that raise an exception; the exit status is 1 if any does. The
same seed gives the same texts.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from scripts.figures import (
    chinese_changes,
    chinese_numerals,
    chinese_patterns,
    currencies,
    disagreements,
    english_changes,
    english_numerals,
    english_patterns,
    eras,
    measures,
    quantities_in,
)
from scripts.languages import LanguageCode

_LONGEST: Final = 14  # tokens of a text
_JOINERS: Final[dict[LanguageCode, Sequence[str]]] = {
    "en": (*" " * 12, "-", "-", " and ", " point ", " to ", " or ", " of a ", ", ", "/", "", "–"),
    "zh-Hant": (*[""] * 16, "、", "至", "點", "零", "又", "分之", "半", "多", "-", " ", "，", "/"),
}
_NUMBERS: Final[dict[LanguageCode, Sequence[str]]] = {
    "en": (
        *english_numerals.ONES,
        *english_numerals.TENS,
        *english_numerals.SCALES,
        *english_numerals.SHORT_SCALES,
        *english_numerals.ORDINALS,
    ),
    "zh-Hant": (
        *chinese_numerals.DIGIT_VALUES,
        *chinese_numerals.TENS_WORDS,
        *chinese_numerals.SMALL,
        *chinese_numerals.LARGE,
        *"壹貳叁參肆伍陸柒捌玖拾佰仟○０９半第數幾",
    ),
}
# Phrases of several words in the grammars.
_PHRASES: Final[dict[LanguageCode, Sequence[str]]] = {
    "en": (
        *("per cent", "%", "percentage points", "basis points", "and a half", "and three quarters"),
        *(
            "of a century",
            "square feet",
            "dollars and",
            "cents",
            "hours and",
            "minutes",
            "times as",
        ),
        *("times as", "below zero", "minus", "World War II", "Henry VIII", "rose by", "fell to"),
        *(
            "lunar month",
            "a quarter of an",
            "half a",
            "dozen",
            "in 2019 or",
            "May",
            "o'clock",
            "BC",
            "bus 23M",
        ),
    ),
    "zh-Hant": (
        *("個百分點", "成半", "成五", "百分之", "個半小時", "元五角", "毫半", "分鐘", "小時", "折"),
        *("厘", "倍", "平方呎", "兩茶葉", "打半", "旬", "零下", "負增長", "升至", "減少了", "光緒"),
        *("農曆", "初八", "正月", "年", "月", "日", "世紀", "年代", "次世界大戰", "世", "23M號"),
    ),
}


@cache
def vocabulary(language: LanguageCode) -> Sequence[str]:
    """Return the words or characters in the grammar of a language, each once."""
    if language == "en":
        patterns = [*english_patterns.RULES.values(), *english_patterns.MEASURES.values()]
        patterns += [*currencies.ENGLISH, *currencies.SIGNS, measures.ENGLISH]
        patterns += [value for value in vars(english_changes).values() if isinstance(value, str)]
        found = re.findall(r"[A-Za-z’']+|[$£€¥₩%°½¾×+¢]", " ".join(patterns))
    else:
        patterns = [*chinese_patterns.RULES.values(), *chinese_patterns.MEASURES.values()]
        patterns += [*currencies.CHINESE, *currencies.SIGNS, measures.CHINESE, eras.NAMES]
        patterns += [value for value in vars(chinese_changes).values() if isinstance(value, str)]
        joined = " ".join(patterns)
        found = re.findall(r"[㐀-鿿]{1,4}|[$£€¥₩%％°½¾℃]", joined) + re.findall("[㐀-鿿]", joined)
    return tuple(sorted(set(found)))


def texts(language: LanguageCode, number: int, seed: int) -> Iterator[str]:
    """Yield random texts, the same for the same seed."""
    choose = random.Random(f"{language} {seed}")
    for _ in range(number):
        pieces: list[str] = []
        for _ in range(choose.randint(1, _LONGEST)):
            pieces += (_token(language, choose), choose.choice(_JOINERS[language]))
        yield "".join(pieces)


def _token(language: LanguageCode, choose: random.Random) -> str:
    kind = choose.random()
    if kind < 0.45:
        word = choose.choice(_NUMBERS[language])
        return word.upper() if kind < 0.02 else word
    if kind < 0.6:
        return _digits(choose)
    if kind < 0.75:
        return choose.choice(_PHRASES[language])
    return choose.choice(vocabulary(language))


def _digits(choose: random.Random) -> str:
    number = choose.randrange(10 ** choose.randint(1, 9))
    forms = (f"{number}", f"{number:,}", f"{number / 100:.2f}", f"{number % 24}:{number % 60:02}")
    return choose.choice((*forms, f".{number}", f"{number % 9}/{number % 13}", f"0{number}"))


def failures(number: int, seed: int) -> Iterator[tuple[str, Exception]]:
    """Yield the texts whose figures cannot be parsed or compared, with the exception."""
    pairs = zip(texts("en", number, seed), texts("zh-Hant", number, seed), strict=True)
    for count, (english, chinese) in enumerate(pairs):
        try:
            left = quantities_in(english, "en")
        except Exception as error:
            yield english, error
            continue
        try:
            right = quantities_in(chinese, "zh-Hant")
            if count % 2:
                disagreements(left, right)
        except Exception as error:
            yield chinese, error


def main() -> None:
    """Parse the figures of many texts, and print those that raise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--texts", type=int, default=100_000, help="how many in each language")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = list(failures(options.texts, options.seed))
    for text, error in found:
        print(f"{type(error).__name__}: {error}\n    {text}")
    print(f"{options.texts} texts in each language, {len(found)} raise")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
