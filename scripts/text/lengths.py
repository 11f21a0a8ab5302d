"""Whether two texts are about as long as each other, as texts that say the same are.

The measure of William Gale and Kenneth Church, “A Program for Aligning Sentences in Bilingual
Corpora” (Computational Linguistics 19, 1993): each letter of one text gives rise to a random
number of letters in the other, independent of all the rest, so that the difference in length
between two texts is normal, with a variance that grows with their length. A short text may well
be twice as long as its counterpart; a long one may not.

Translators differ, too: one needs more characters than another for the same English. What one
hand wrote, such as the texts of an entry, shares that habit, so it is estimated from the others
(a random effect, in the words of statistics; the estimate is its best linear unbiased predictor).
"""

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

from ..languages import LanguageCode
from .script import han_characters
from .web import without_addresses

# All were estimated by `bench/length_parameters.py` from 634 pairs of paragraphs in English and
# Traditional Chinese: Plurality (CC0), the Open Source Guides and the CNCF Glossary (CC BY). They
# are medians, which the few pairs that do not correspond leave alone.
#
# How many English letters stand for one Han character. In the Open Source Guides it is 2.8, in
# Plurality 3.2, in Hong Kong’s papers 3.5: translators differ by as much.
LETTERS_PER_HAN = 3.04
LETTERS_PER_WORD = 5.3  # of English, in the same texts
# The variance of the difference, in letters, for each letter of the length, in what one hand wrote.
VARIANCE = 3.1
# The standard deviation, from one hand to another, of the difference for each letter.
HABIT = 0.097
FARTHEST = 3 * HABIT  # what is beyond is no habit: all texts lack something
# How many standard deviations are out of the ordinary. Of the 634 pairs nine lie beyond: in six
# one language lacks whole sentences, in two it lacks or adds what stands in brackets, and one says
# the same. Of texts of 300 letters or more, cut by half, 95% lie beyond; of all texts, 80%.
UNUSUAL = 4.0


class Size(NamedTuple):
    """Of texts that say the same: how much longer the English is, and how long both are.

    In English letters; the length is the mean of both.
    """

    difference: float
    length: float


NOTHING: Final = Size(0.0, 0.0)


def length(text: str, language: LanguageCode) -> float:
    """How long a plain text is, in English letters.

    Spaces and punctuation are left out, for the two languages differ in them, and addresses, which
    belong to neither. A name in Latin
    letters is as long in a Chinese text as in an English one.
    """
    text = without_addresses(text)
    letters = sum(map(str.isalnum, text))
    if language == "en":
        return float(letters)
    han = len(han_characters(text))
    return han * LETTERS_PER_HAN + max(letters - han, 0)


def size(english: str, chinese: str) -> Size:
    """The lengths of two plain texts."""
    one, other = length(english, "en"), length(chinese, "zh-Hant")
    return Size(one - other, (one + other) / 2)


def total(sizes: Iterable[Size]) -> Size:
    """The lengths of many texts together."""
    known = list(sizes)
    return Size(sum(one.difference for one in known), sum(one.length for one in known))


def habit(others: Size) -> float:
    """How much longer the English is in what this hand wrote, as a share of the length.

    The fewer the other texts, the nearer to 0.
    """
    share = others.difference / (others.length + VARIANCE / HABIT**2)
    return max(-FARTHEST, min(share, FARTHEST))


def deviation(text: Size, others: Size = NOTHING) -> float:
    """How far two texts are from being equally long, in standard deviations.

    OTHERS are other texts of the same hand, together. Above 0 the English is longer than is usual
    for the Chinese, below 0 the Chinese. Two texts without letters do not deviate.
    """
    if not text.length:
        return 0.0
    # The habit is not known exactly, which tells the more the longer the text.
    unknown = text.length / (others.length + VARIANCE / HABIT**2)
    variance = VARIANCE * text.length * (1 + unknown)
    return (text.difference - habit(others) * text.length) / math.sqrt(variance)


def is_unusual(text: Size, others: Size = NOTHING) -> bool:
    """Whether one of two texts is so short that it can hardly say all that the other says."""
    return abs(deviation(text, others)) > UNUSUAL


def usual_length(counterpart: float, language: LanguageCode, others: Size = NOTHING) -> float:
    """How long a text in LANGUAGE usually is, by the length of its COUNTERPART, in letters."""
    english_to_chinese = (2 + habit(others)) / (2 - habit(others))
    return counterpart * (english_to_chinese if language == "en" else 1 / english_to_chinese)
