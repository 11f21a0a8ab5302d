"""Whether two texts are about as long as each other, as texts that say the same are.

The measure of William Gale and Kenneth Church, “A Program for Aligning Sentences in Bilingual
Corpora” (Computational Linguistics 19, 1993): each letter of one text gives rise to a random
number of letters in the other, independent of all the rest, so that the difference in length
between two texts is normal, with a variance that grows with their length. A short text may well
be twice as long as its counterpart; a long one may not.
"""

import math

from ..languages import LanguageCode
from .script import han_characters

# Both were estimated by `bench/length_parameters.py` from 634 pairs of paragraphs in English and
# Traditional Chinese: Plurality (CC0), the Open Source Guides and the CNCF Glossary (CC BY). They
# are medians, which the few pairs that do not correspond leave alone.
#
# How many English letters stand for one Han character. In the Open Source Guides it is 2.8, in
# Plurality 3.2: translators differ by as much.
LETTERS_PER_HAN = 3.04
LETTERS_PER_WORD = 5.3  # of English, in the same texts
# The variance of the difference, in letters, for each letter of the length.
VARIANCE = 5.7
# How many standard deviations are out of the ordinary. Of the 634 pairs five lie beyond, and in
# each of the five one language has sentences that the other lacks. Real translations vary more
# than normal deviates, of which none would: beyond 3.5 lie eight more, several of which do say
# the same.
UNUSUAL = 4.0


def length(text: str, language: LanguageCode) -> float:
    """How long a plain text is, in English letters.

    Spaces and punctuation are left out, for the two languages differ in them. A name in Latin
    letters is as long in a Chinese text as in an English one.
    """
    letters = sum(map(str.isalnum, text))
    if language == "en":
        return float(letters)
    han = len(han_characters(text))
    return han * LETTERS_PER_HAN + max(letters - han, 0)


def deviation(english: str, chinese: str) -> float:
    """How far two plain texts are from being equally long, in standard deviations.

    Above 0 the English is longer than is usual for the Chinese, below 0 the Chinese. Two texts
    without letters do not deviate.
    """
    one, other = length(english, "en"), length(chinese, "zh-Hant")
    mean = (one + other) / 2
    return (one - other) / math.sqrt(VARIANCE * mean) if mean else 0.0


def is_unusual(english: str, chinese: str) -> bool:
    """Whether one of two plain texts is so short that it can hardly say all that the other says."""
    return abs(deviation(english, chinese)) > UNUSUAL
