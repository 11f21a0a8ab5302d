"""The syllables of Jyutping, the romanisation of the Linguistic Society of Hong Kong (LSHK).

A syllable is an onset, a final and a tone. The finals are those of LSHK's table and those that are
heard only in everyday words, as in 日圓 pronounced `jen1`; a final that begins with i or u is
written with an onset (`ji`, `wu`), but for a few.
"""

from ...patterns import lazily

_ONSETS = "ng|[gk]w|[bpmfdtnlgkwhzcsj]"
_FINALS = (
    "a(?:[iumnptk]|ng)?|aa(?:[iumnptk]|ng)?|e(?:[iumnptk]|ng)?|i(?:[umnptk]|ng)?"
    "|o(?:[iumnptk]|ng)?|u(?:[imnptk]|ng)?|oe(?:[ntk]|ng)?|eo[int]|yu[nt]?"
)
# Finals without an onset, and the two consonants that are syllables: 五 ng5, 噷 hm1.
_ALONE = "aa?(?:[iumnptk]|ng)?|[eo](?:[iumnptk]|ng)?|oe(?:[ntk]|ng)?|i[kt]|u(?:k|ng)|h?(?:m|ng)"

_syllable = lazily(f"(?:(?:{_ONSETS})(?:{_FINALS})|{_ALONE})[1-6]")


def is_syllable(text: str) -> bool:
    """Whether a text is a possible Cantonese syllable with its tone: `jyut6`, not `yue4`."""
    return bool(_syllable.fullmatch(text))
