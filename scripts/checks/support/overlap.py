"""Runs of words that a text shares with other texts, found by hashed shingles (Broder, 1997).

A shingle is so many words, or Han characters, in a row. Case, punctuation, spaces and the ’s of a
possessive make no difference.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from ...patterns import lazily
from ...text.script import HAN

WORDS: Final = 12
CHARACTERS: Final = 16

# Not \w+: that takes Han characters too. The ending of “it’s” is passed over.
_letters = rf"((?:(?![{HAN}])[^\W_])+)(?:['’](?:s|t|d|m|ll|re|ve)\b)?"
_han = lazily(f"[{HAN}]")
_word = lazily(_letters, re.IGNORECASE)
_is_han = attrgetter("is_han")
_token = lazily(rf"[{HAN}]|{_letters}", re.IGNORECASE)


class Token(NamedTuple):
    """A word or a Han character in its normalised form, and its span in the text."""

    text: str
    start: int
    end: int
    is_han: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text that is also in another text: words only, or Han characters only."""

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Its start in the text (characters)."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Its end in the text."""
        return self.tokens[-1].end

    @property
    def is_han(self) -> bool:
        """Whether it is of Han characters."""
        return self.tokens[0].is_han

    @property
    def size(self) -> int:
        """The least length to be reported."""
        return _size(self.tokens)

    def stands_in(self, text: str) -> bool:
        """Whether a text contains all of it."""
        return f" {' '.join(token.text for token in self.tokens)} " in self._row_of(text)

    def _row_of(self, text: str) -> str:
        row = [token.text for token in tokens(_composed(text)) if token.is_han or not self.is_han]
        return f" {' '.join(row)} "

    def number(self, units: Iterable[tuple[int, int]] = ()) -> int:
        """Return its number of words or characters, counting each stretch in `units` as one."""
        spans = [span for span in units if span[0] < self.end and self.start < span[1]]
        free = [t for t in self.tokens if not any(s <= t.start and t.end <= e for s, e in spans)]
        return len(free) + len(spans)


def tokens(text: str) -> list[Token]:
    """Return the words and Han characters of a text, in order."""
    return [
        Token(_compared(match[1]) if match[1] else match[0], *match.span(), not match[1])
        for match in _token.finditer(text)
    ]


def normalised(text: str) -> str:
    """Return the tokens of a text with spaces around them, so that `in` finds whole words."""
    return f" {' '.join(token.text for token in tokens(_composed(text)))} "


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _compared(word: str) -> str:
    return word.casefold() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()


class Shingles:
    """The contents of many texts, as hashes of 64 bits."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._hashes: set[int] = set()
        for text in map(_composed, texts):
            self._hashes.update(_shingles(_han.findall(text), CHARACTERS))
            for stretch in _han.split(text):
                words = [_compared(word) for word in _word.findall(stretch)]
                self._hashes.update(_shingles(words, WORDS))

    def runs(self, text: str) -> Iterator[Run]:
        """The longest runs of a text all of whose shingles are known, Han characters first."""
        for row in _rows(tokens(text)):
            size = _size(row)
            shingles = _shingles([token.text for token in row], size)
            known = [at for at, shingle in enumerate(shingles) if shingle in self._hashes]
            for first, last in _stretches(known):
                yield Run(tuple(row[first : last + size]))


def _rows(found: Sequence[Token]) -> Iterator[list[Token]]:
    """Tokens in rows of one script.

    Han characters part words. Words do not part Han characters: numbers and names in Latin letters
    stand in any Chinese sentence.
    """
    yield [token for token in found if token.is_han]
    for is_han, row in groupby(found, key=_is_han):
        if not is_han:
            yield list(row)


def _size(row: Sequence[Token]) -> int:
    """Return the number of words or characters in a row that are copied rather than chance."""
    return CHARACTERS if row and row[0].is_han else WORDS


def _shingles(row: Sequence[str], size: int) -> Iterator[int]:
    whole = tuple(row)
    return (hash(whole[at : at + size]) for at in range(len(whole) - size + 1))


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each stretch of numbers that follow one another."""
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = number
        elif number > last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last
