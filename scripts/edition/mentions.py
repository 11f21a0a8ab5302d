"""The mentions in each entry, cached: those of an unchanged entry are not searched for again.

They depend on the entry's file and on the forms of all terms and names.
"""

import hashlib
from collections.abc import Iterator
from typing import Final

import msgspec

from ..cache.stages import Stage, pack
from ..languages import LANGUAGES
from ..model import AnyEntry, Article, Key
from ..text.units import units_of
from .build_context import BuildContext

MENTIONS: Final = Stage("mentions", "edition.mentions")


class EntryMentions(msgspec.Struct, frozen=True, array_like=True):
    """The mentions in an entry: their hash, and the keys that each passage mentions."""

    digest: bytes
    passages: dict[str, list[Key]]


_decode = msgspec.msgpack.Decoder(EntryMentions).decode


def find_mentions(context: BuildContext) -> dict[Key, bytes]:
    """Give the context the mentions of all passages; return a hash of each entry with its mentions.

    Returns nothing for content whose files may have changed since they were read.
    """
    forms = hashlib.sha256(pack(context.lexicon.forms)).digest()
    digests = context.content.digests
    keys = {
        key: MENTIONS.key(digests[file.path], forms)
        for key, file in context.content.files.items()
        if file.path in digests and context.content.corpus.get(key)
    }
    found = context.store.load(keys.values())
    made: dict[bytes, bytes] = {}
    fingerprints: dict[Key, bytes] = {}
    for key, stored in keys.items():
        if stored not in found:
            found[stored] = made[stored] = pack(_mentions(context, key))
        mentions = _decode(found[stored])
        fingerprints[key] = hashlib.sha256(
            digests[context.content.files[key].path] + mentions.digest
        ).digest()
        for passage, mentioned in mentions.passages.items():
            context.mentions[f"{key.id}#{passage}"] = mentioned
    context.store.save(made)
    return fingerprints


def _mentions(context: BuildContext, key: Key) -> EntryMentions:
    entry = context.content.corpus.of(key.kind)[key.id]
    digest = hashlib.sha256(pack(list(_spans(context, entry)))).digest()
    if not isinstance(entry, Article):
        return EntryMentions(digest, {})
    mentioned_by = context.concordance.mentioned_by
    passages = {one.id: [*mentioned_by(entry, one)] for one in entry.passages()}
    return EntryMentions(digest, passages)


def _spans(context: BuildContext, entry: AnyEntry) -> Iterator[tuple[int, str]]:
    """Each piece of the texts of an entry that may mention another: its length, and what it is."""
    for unit in units_of(entry):
        if unit.is_prose:
            for language in LANGUAGES:
                for piece in context.concordance.pieces(unit.written(language.code), language.code):
                    yield len(piece.text), str(piece.key or "")
