"""Sign-off: whether a pair of texts has changed since a person last compared them.

The entry stores a digest of both texts. So no version history is needed, a proposed change can be
checked too, and in a merge each passage has a line of its own.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from typing import Literal

from ..languages import LanguageCode
from ..model import Passage
from ..text.blocks import blocks_of, is_plain, walk
from ..text.markup import parse

NAMED = ("picture", "footnote")
DIGITS = 8  # of 64; one change in four thousand million would go unnoticed

SignOffState = Literal[
    "accepted", "not-accepted", "english-changed", "chinese-changed", "both-changed"
]
STALE: frozenset[SignOffState] = frozenset({"english-changed", "chinese-changed", "both-changed"})


def sign_off_digest(passage: Passage) -> str:
    """Return the value of a passage's `accepted` that signs off its present texts."""
    return f"{_digest(passage.en, 'en')} {_digest(passage.zh_hant, 'zh-Hant')}"


def sign_off_state(passage: Passage) -> SignOffState:
    """Return whether the pair was accepted, and which of its texts has changed since."""
    if passage.accepted is None:
        return "not-accepted"
    then, now = passage.accepted.split(), sign_off_digest(passage).split()
    match (then[0] == now[0], then[1] == now[1]):
        case (True, True):
            return "accepted"
        case (False, True):
            return "english-changed"
        case (True, False):
            return "chinese-changed"
        case _:
            return "both-changed"


def _digest(text: str, language: LanguageCode) -> str:
    """The first digits of the SHA-256 of a text's plain form, after NFC.

    White space is collapsed, and removed from Chinese: links, line breaks and paragraphs do not
    change the digest. Lists, tables and other blocks do.
    """
    compared = parse(text).plain if is_plain(text) else "\n".join(_with_kinds(text))
    words = unicodedata.normalize("NFC", compared).split()
    plain = (" " if language == "en" else "").join(words)
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]


def _with_kinds(text: str) -> Iterator[str]:
    """Each block of a text: its words, and its kind if it is no paragraph."""
    for *_, block in walk(blocks_of(text)):
        if block.kind != "paragraph":
            yield f"{block.kind} {block.name if block.kind in NAMED else ''}"
        yield parse(block.text).plain
