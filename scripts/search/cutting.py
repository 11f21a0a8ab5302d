"""A text cut into what is looked up: words, and runs of Han characters, each with its position.

Texts of the index and queries are cut by the same rules, here and in the browser
(`overrides/assets/javascripts/search/cutting.js`); `tests/search/cutting.yml` holds both to them.

- Letters are folded: case, accents and ligatures do not count. Han characters are folded by
  `text/characters/folding.py`.
- `5,000` is one word, 5000, and `3.5` another. What is joined by hyphens or apostrophes is each of
  its parts, and at the last one's position also the whole: co, production, coproduction. A
  possessive s is dropped.
- Positions count words and Han characters. Anything but space between two of them leaves a gap, so
  that no phrase is found across a full stop.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ..text.characters import folding
from ..text.script import HAN

# Kana and Hangul are cut as Han characters are: they too stand without spaces.
UNSPACED = HAN + "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\uac00-\ud7a3"
LETTERS = (
    "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff"
    "\u0400-\u052f\u1e00-\u1eff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
)
APOSTROPHES = "'’‘ʼ"
HYPHENS = "\u2010\u2011-"
SPACES = " \t\u00a0\u2009\u202f"

_piece = re.compile(
    f"([{UNSPACED}]+)|[{LETTERS}]+(?:(?:[{APOSTROPHES}{HYPHENS}]|[.,](?=[0-9]))[{LETTERS}]+)*"
)
_sign = re.compile(f"([.,{APOSTROPHES}{HYPHENS}])")
_number = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_marks = re.compile("[\u0300-\u036f]")
_ligatures = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ß": "ss", "ı": "i"}
)


class Piece(NamedTuple):
    """A word, or a run of unspaced characters, folded, and the position where it begins."""

    text: str
    position: int
    is_run: bool = False


def cut(text: str) -> Iterator[Piece]:
    """The pieces of a text in their order. The text is in NFC, as all of ours are."""
    position = end = 0
    for match in _piece.finditer(text):
        start = match.start()
        if start > end and text[end:start].strip(SPACES):
            position += 1
        end = match.end()
        run = match[1]
        if run:
            yield Piece(folding.folded(run), position, is_run=True)
            position += len(run)
            continue
        word = match[0]
        if not _sign.search(word):
            yield Piece(folded_word(word), position)
            position += 1
        else:
            words = list(_joined(word, position))
            yield from words
            position = words[-1].position + 1


def folded_word(word: str) -> str:
    """A word without case, accents and ligatures."""
    if word.isascii():
        return word.lower()
    plain = _marks.sub("", unicodedata.normalize("NFKD", word)).lower()
    return plain.translate(_ligatures)


def _joined(word: str, position: int) -> Iterator[Piece]:
    """The parts of a word that is joined by signs, and the whole of it."""
    if _number.fullmatch(word):
        yield Piece(word.replace(",", ""), position)
        return
    first, *rest = _sign.split(word)
    parts = [folded_word(first)]
    for sign, part in zip(rest[::2], rest[1::2], strict=True):
        if sign not in APOSTROPHES or part not in ("s", "S"):
            parts.append(folded_word(part))
    for number, part in enumerate(parts):
        yield Piece(part, position + number)
    if len(parts) > 1 and "." not in rest and "," not in rest:
        yield Piece("".join(parts), position + len(parts) - 1)


def run_keys(run: str) -> list[str]:
    """What a run is looked up by: each character with the next one, and the last one alone."""
    return [run[place : place + 2] for place in range(len(run))]


def compact(text: str) -> str:
    """A text without what writers may leave out or change: what a headword is known by."""
    kept: list[Piece] = []
    for piece in cut(text):
        if not kept or piece.position > kept[-1].position:  # a whole follows its last part
            kept.append(piece)
    return "".join(piece.text for piece in kept)
