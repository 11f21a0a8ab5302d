"""Whether a pair of texts is still as it was when somebody read the two together.

The entry itself keeps a digest of both texts as they were then. So staleness needs no history of
versions, holds for a change that is still being proposed, and a merge of two changes has a line of
its own for each passage.
"""

import hashlib
import unicodedata
from typing import Literal

from ..languages import LanguageCode
from ..model import Passage
from ..text.markup import parse

DIGITS = 8  # of 64; by chance, one change in four thousand million would go unseen

SignOffState = Literal[
    "accepted", "not-accepted", "english-changed", "chinese-changed", "both-changed"
]
STALE: frozenset[SignOffState] = frozenset({"english-changed", "chinese-changed", "both-changed"})


def sign_off_digest(passage: Passage) -> str:
    """What a passage's `accepted` says once its texts, as they are now, have been accepted."""
    return f"{_digest(passage.en, 'en')} {_digest(passage.zh_hant, 'zh-Hant')}"


def sign_off_state(passage: Passage) -> SignOffState:
    """Whether the pair was accepted, and which of its texts has changed since."""
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
    """The first digits of the SHA-256 of what a reader sees of a text, in the Unicode form NFC.

    White space counts as one space, and in Chinese not at all: a link that is added, or a line
    that is broken elsewhere, changes nothing of what the text says.
    """
    words = unicodedata.normalize("NFC", parse(text).plain).split()
    plain = (" " if language == "en" else "").join(words)
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]
