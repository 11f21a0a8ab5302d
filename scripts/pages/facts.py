"""The facts that pages depend on, as their `recorder` noted them, and a hash of each.

A fact about one entry is the hash of its file and of the mentions in it; one derived from many
entries is what was derived, mostly ids.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, cast

from ..cache.stages import pack
from ..edition.build_context import BuildContext
from ..edition.recorder import Fact
from ..kinds import Kind
from ..languages import LANGUAGES
from ..model import Key
from .neighbours import all_neighbours

FACTS: Final[Mapping[str, Callable[..., object]]] = {
    "ids": lambda context, kind: list(context.content.corpus.of(kind)),
    "passages": lambda context: context.concordance.passages(),
    "mentions": lambda context, *key: [o.reference for o in context.concordance.of(Key(*key))],
    "claims of": lambda context, ref: [claim.id for claim in context.concordance.claims_of(ref)],
    "claims about": lambda context, *key: [claim.id for claim in context.claims_about(Key(*key))],
    "series": lambda context, topic: [article.id for article in context.series_of(topic)],
    "relations": lambda context, name: context.relations_of(name),
    "related terms": lambda context, term: context.related_terms(term),
    "sources from": lambda context, name: context.sources_from(name),
    "neighbours": lambda context, code, *key: _neighbours(context, code).get(Key(*key)),
    "forms": lambda context: context.lexicon.forms,
    "spoken forms": lambda context: list(context.spoken.items()),
    "picture": lambda context, name: context.content.folder.pictures.get(name),
    "published": lambda context: context.published,
}


def fact_digests(context: BuildContext, entries: Mapping[Key, bytes]) -> Callable[[Fact], bytes]:
    """Return a function that hashes facts about the content of a build.

    `entries` has the hash of each entry with its mentions.
    """

    @cache
    def digest(fact: Fact) -> bytes:
        name, *of = fact
        if name == "entry":
            return entries.get(Key(cast(Kind, of[0]), of[1]), b"")
        if name == "entries":
            return _hash(
                [entries[Key(cast(Kind, of[0]), id)] for id in corpus.of(cast(Kind, of[0]))]
            )
        return _hash(FACTS[name](context, *of))

    corpus = context.content.corpus
    return digest


def _hash(value: object) -> bytes:
    return hashlib.sha256(pack(value)).digest()


def _neighbours(context: BuildContext, code: str) -> Mapping[Key, object]:
    language = next(language for language in LANGUAGES if language.code == code)
    return all_neighbours(context, language)
