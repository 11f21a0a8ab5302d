"""The pronunciation of a Chinese text: a syllable of Jyutping (LSHK) for each Han character.

Forms of terms and names have the syllables that editors wrote; all others come from a transcriber.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..edition.spoken_forms import Spoken
from ..text.forms import FormIndex
from ..text.markup import UNLINKED, Marked
from ..text.script import is_han


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """The syllables of a text's Han characters in reading order; None where unknown.

    `authored` are the stretches that editors wrote, each from a character up to another, both
    counted in Han characters.
    """

    syllables: tuple[str | None, ...]
    authored: tuple[tuple[int, int], ...] = ()


def pronounced(
    marked: Marked, transcriber_version: Sequence[str | None], index: FormIndex, spoken: Spoken
) -> Pronunciation:
    """A text with its syllables: the editors' where there are any, else the transcriber's.

    The transcriber gives one for each character of the plain text; `index` finds the Chinese
    forms, the longest first. Where a form does not link it is still read so, unless an editor
    said with `none:` that these characters are no such word.
    """
    plain = marked.plain
    read = [*accumulate(map(is_han, plain), initial=0)]  # Han characters before each place
    said = zip(plain, transcriber_version, strict=True)
    syllables = [syllable for character, syllable in said if is_han(character)]
    authored = []
    for start, end, written in _written(marked, index, spoken):
        first, last = read[start], read[end]
        if last - first == len(written):
            syllables[first:last] = written
            authored.append((first, last))
    return Pronunciation(tuple(syllables), tuple(authored))


def joined(parts: Sequence[Pronunciation]) -> Pronunciation:
    """The pronunciation of a passage, from those of its units in reading order."""
    starts = accumulate((len(part.syllables) for part in parts), initial=0)
    return Pronunciation(
        tuple(syllable for part in parts for syllable in part.syllables),
        tuple(
            (start + first, start + last)
            for start, part in zip(starts, parts, strict=False)
            for first, last in part.authored
        ),
    )


def _written(
    marked: Marked, index: FormIndex, spoken: Spoken
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Forms with authored syllables: their start and end in the plain text, and the syllables."""
    denied = _denied(marked)
    for match in index.find(marked.plain):
        written = spoken.get((match.form.owner, match.form.text))
        if written and denied.isdisjoint(range(match.start, match.end)):
            yield match.start, match.end, written


def _denied(marked: Marked) -> set[int]:
    """The places in the plain text that an editor linked to nothing."""
    denied: set[int] = set()
    for start, end, run in marked.spans():
        if run.target and run.target.scheme == UNLINKED:
            denied.update(range(start, end))
    return denied
