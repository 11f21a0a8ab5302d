"""Transcribe Chinese text into Jyutping with ToJyutping and our corrections.

Loading the library takes most of a second and 70 MB, so it is imported only for texts whose
transcription is not cached. The module stays apart from its consumer, as the cache's key is the
hash of its code.
"""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

# For each text, the syllable of each character, or None for signs and letters.
Syllables = list[list[str | None]]

LIBRARY = "ToJyutping"
MISREAD = Path(__file__).with_name("misread.tsv")


@cache
def transcriber_version() -> str:
    """Return the library and its version: `ToJyutping 3.2.0`."""
    return f"{LIBRARY} {version(LIBRARY)}"


@cache
def misread() -> dict[str, str]:
    """Return the Jyutping of words that the library misreads."""
    lines = MISREAD.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {word: syllables for word, _, syllables in pairs}


def transcribe(texts: Sequence[str]) -> Syllables:
    """Return the Jyutping of texts, character by character."""
    import ToJyutping

    reader = ToJyutping.customize(misread())
    return [[syllable for _, syllable in reader.get_jyutping_list(text)] for text in texts]
