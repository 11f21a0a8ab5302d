"""The headword index: headwords by their forms and romanisations.

The romanisations of Chinese forms are the Jyutping of the entries and the Hanyu Pinyin of pypinyin.
They match with or without tones and spaces, from any syllable.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pypinyin import Style, lazy_pinyin

from ..text.script import HAN
from .documents import Document
from .tokeniser import compact

_han = re.compile(f"[{HAN}]+")

# A document's number; the reading from the key's first syllable, with tones; and the number of
# syllables before it. A form has an empty reading.
HeadwordIndex = tuple[int, str, int]


def pinyin_of(form: str) -> str:
    """Return the Pinyin of a form's Han characters: syllables with tones as digits.

    ü is written u, as readers type lü, lv and lu.
    """
    style = Style.TONE3
    runs = _han.findall(form)
    syllables = (s for run in runs for s in lazy_pinyin(run, style, neutral_tone_with_five=True))
    return " ".join(syllables).replace("v", "u")


def headword_index(documents: Iterable[Document]) -> Mapping[str, list[HeadwordIndex]]:
    """Return the headwords by key; documents are numbered in their order."""
    found: dict[str, dict[HeadwordIndex, None]] = defaultdict(dict)
    for number, document in enumerate(documents):
        for form in document.forms:
            key = compact(form.text)
            for text in {key, re.sub("[+#]", "", key)} - {""}:
                found[text][number, "", 0] = None
            for reading in form.readings:
                for key, entry in _syllables(reading):
                    found[key][number, *entry] = None
    return {key: list(entry) for key, entry in found.items()}


def _syllables(reading: str) -> Iterator[tuple[str, tuple[str, int]]]:
    """The keys of a reading, one from each syllable."""
    syllables = reading.split(" ")
    for start in range(len(syllables)):
        rest = " ".join(syllables[start:])
        yield re.sub("[0-9 ]", "", rest), (rest, start)
