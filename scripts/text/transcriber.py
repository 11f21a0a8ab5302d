"""The transcriber: ToJyutping reads running Chinese aloud, with our corrections.

Loading it takes most of a second and 70 MB, each passage a third of a millisecond; so it is loaded
only for texts whose transcription is not cached.
"""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

# For each text, a syllable for each of its characters, or None where there is none to read.
Syllables = list[list[str | None]]

LIBRARY = "ToJyutping"
MISREAD = Path(__file__).with_name("misread.tsv")


@cache
def transcriber_version() -> str:
    """Return the library and its version: `ToJyutping 3.2.0`."""
    return f"{LIBRARY} {version(LIBRARY)}"


@cache
def misread() -> dict[str, str]:
    """Return the Jyutping of words that the library is known to misread."""
    lines = MISREAD.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {word: syllables for word, _, syllables in pairs}


def transcribe(texts: Sequence[str]) -> Syllables:
    """Return the Jyutping of texts, character by character."""
    import ToJyutping

    reader = ToJyutping.customize(misread())
    return [[syllable for _, syllable in reader.get_jyutping_list(text)] for text in texts]
