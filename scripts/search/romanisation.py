"""How headwords are known: by their forms, and by how they are pronounced.

Chinese forms are found by Jyutping, which entries give, and by Hanyu Pinyin, which pypinyin makes:
with tones or without, with spaces or without, from any syllable on.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pypinyin import Style, lazy_pinyin

from ..text.script import HAN
from .documents import Document
from .tokeniser import compact

_han = re.compile(f"[{HAN}]+")

# A document's number; the reading from the key's first syllable on, with tones; and how many
# syllables stand before that. A form has an empty reading.
HeadwordIndex = tuple[int, str, int]


def pinyin_of(form: str) -> str:
    """The Pinyin of a Chinese form's Han characters: syllables with their tones in digits.

    ü is written u: readers type lü, lv and lu.
    """
    style = Style.TONE3
    runs = _han.findall(form)
    syllables = (s for run in runs for s in lazy_pinyin(run, style, neutral_tone_with_five=True))
    return " ".join(syllables).replace("v", "u")


def headword_index(documents: Iterable[Document]) -> Mapping[str, list[HeadwordIndex]]:
    """The documents that are known by each key; documents are numbered in their order."""
    found: dict[str, dict[HeadwordIndex, None]] = defaultdict(dict)
    for number, document in enumerate(documents):
        for form in document.forms:
            key = compact(form.text)
            for text in {key, re.sub("[+#]", "", key)} - {""}:
                found[text][number, "", 0] = None
            for reading in form.readings:
                for key, known in _syllables(reading):
                    found[key][number, *known] = None
    return {key: list(known) for key, known in found.items()}


def _syllables(reading: str) -> Iterator[tuple[str, tuple[str, int]]]:
    """The keys of a reading, which may begin at any syllable."""
    syllables = reading.split(" ")
    for start in range(len(syllables)):
        rest = " ".join(syllables[start:])
        yield re.sub("[0-9 ]", "", rest), (rest, start)
