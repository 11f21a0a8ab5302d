"""Postings: the positions of each word and pair of characters in the documents.

A posting is a document, a unit and a position in it. A **unit** is one language's text of a
passage: unit 0 is the head in English, 1 the head in Chinese, 2 the first passage in English, and
so on. Positions start anew in each unit, so no phrase matches across two texts.

A list of postings is encoded as text, in numbers of base 64 (`number`). Each posting begins with
a number that has its kind in the last two bits and a difference in the others:

| kind | the difference is one of | follow |
|---|---|---|
| 0 | positions in the same unit | — |
| 1 | units in the same document | the position |
| 2 | documents | the unit and the position |

A sign has one posting for each language of a document, at position 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

import msgspec

from .documents import Document, Pair
from .tokeniser import run_keys, signs_of, tokenise

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS = 16  # of a position, and of a unit; the rest of a longer text is not indexed
MOST = (1 << BITS) - 1
PORTION = 32  # documents tokenised at a time
_FREQUENT = """
a an and are as at be by for from has have if in is it not of on or that the their these they this
to was we with you your
"""
_LIGHT = """
about been but can could did do does had he her him his how i into its me might must my no our she
should so some such than them then there those too were what when where which who why will would
"""
# Looked up only if a query has nothing else. They take up positions, and are indexed in heads, but
# only once in the other texts of each language of a document.
STOP_WORDS = frozenset(_FREQUENT.split())
# Indexed and scored by proximity, but optional for a match. Words that may be a name or a month
# (US, May) are not among them.
LIGHT_WORDS = frozenset(_LIGHT.split())


class Postings(NamedTuple):
    """The postings of one key in consecutive documents, encoded as text.

    `first` and `last` are numbers of documents, `frequency` the number of documents with it.
    `text` lacks the number of the first document, so that lists can be merged.
    """

    first: int
    last: int
    frequency: int
    text: str


@cache  # a few small numbers are very frequent
def number(value: int) -> str:
    """Encode a number in base 64: five bits a digit, lowest first, and a continuation bit."""
    digits = ""
    while value > 31:
        digits += DIGITS[value & 31 | 32]
        value >>= 5
    return digits + DIGITS[value]


def portions_of(documents: Iterable[Document]) -> list[list[Document]]:
    """Split documents into portions of about `PORTION` of them.

    Where a portion begins depends on its first document's path alone, so that another document,
    or one that is taken away, leaves all other portions as they are.
    """
    portions: list[list[Document]] = []
    for document in documents:
        if not portions or crc32(document.path.encode()) % PORTION == 0:
            portions.append([])
        portions[-1].append(document)
    return portions


def packed_postings(portions: Sequence[list[Document]]) -> list[bytes]:
    """Return the postings of portions, packed for the cache and for sending between processes."""
    return [_pack(postings_of(portion)) for portion in portions]


_pack = msgspec.msgpack.Encoder().encode
unpacked = msgspec.msgpack.Decoder(dict[str, Postings]).decode


def postings_of(documents: Iterable[Document]) -> dict[str, Postings]:
    """Return the postings of every key in documents, which are numbered from 0."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, document in enumerate(documents):
        units = [document.head, *(passage.texts for passage in document.passages)]
        once: set[tuple[int, str]] = set()
        for place, texts in enumerate(units[: MOST // 2]):
            _gather(places, texts, index << 2 * BITS | place << BITS + 1, once)
    return {key: written(found) for key, found in places.items()}


def _gather(
    places: dict[str, list[int]], texts: Pair, base: int, once: set[tuple[int, str]]
) -> None:
    """Add the places of each key in a passage's two texts; keys in `once` are added only once."""
    is_head = not base >> BITS & MOST
    for side, text in enumerate(texts):
        unit = base | side << BITS
        for piece in tokenise(text):
            if piece.position + len(piece.text) > MOST:
                break
            start = unit + piece.position
            if piece.is_run:
                for offset, key in enumerate(run_keys(piece.text)):
                    places[key].append(start + offset)
            elif is_head or piece.text not in STOP_WORDS or _is_first(once, side, piece.text):
                places[piece.key].append(start)
        for sign in sorted(signs_of(text)):
            if _is_first(once, side, sign):
                places[sign_key(sign)].append(unit)


def _is_first(once: set[tuple[int, str]], side: int, key: str) -> bool:
    """Whether a key is new in one language of a document."""
    is_new = (side, key) not in once
    once.add((side, key))
    return is_new


def sign_key(sign: str) -> str:
    """Return the key of a sign, which no word begins like and which needs no escapes in JSON."""
    return f"+{ord(sign):x}"


def written(places: Sequence[int]) -> Postings:
    """Encode the postings of a key. A place is document, unit and position in one number."""
    last = places[0]
    first = document = last >> 2 * BITS
    unit = last >> BITS
    parts = [number(unit & MOST), number(last & MOST)]
    frequency = 1
    for place in places[1:]:
        here = place >> BITS
        if here == unit:
            parts.append(number(place - last << 2))
        else:
            if here >> BITS == document:
                parts.append(number(here - unit << 2 | 1))
            else:
                parts.append(number((here >> BITS) - document << 2 | 2))
                parts.append(number(here & MOST))
                document = here >> BITS
                frequency += 1
            parts.append(number(place & MOST))
            unit = here
        last = place
    return Postings(first, document, frequency, "".join(parts))


def merged(parts: Iterable[tuple[int, Mapping[str, Postings]]]) -> dict[str, Postings]:
    """Merge the postings of consecutive portions, each with the number of its first document."""
    joined: dict[str, list[tuple[int, Postings]]] = defaultdict(list)
    for start, part in parts:
        for key, found in part.items():
            joined[key].append((start, found))
    return {key: _joined(found) for key, found in joined.items()}


def _joined(parts: Sequence[tuple[int, Postings]]) -> Postings:
    """One list of postings from several, with the number of its first document."""
    texts: list[str] = []
    last = frequency = 0
    for start, part in parts:
        texts += (number(start + part.first - last << 2 | 2), part.text)
        last = start + part.last
        frequency += part.frequency
    start, part = parts[0]
    return Postings(start + part.first, last, frequency, "".join(texts))
