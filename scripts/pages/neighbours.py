"""The previous and the next entry of each entry, in the order of the index of its kind."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from ..edition.build_context import BuildContext, Neighbours
from ..languages import Language
from ..model import KINDS, AnyEntry, Key, Kind, key_of_entry
from .collation import by_english
from .listings import claims_by_topic, names_by_kind, newest_articles, newest_sources


def neighbours_of(context: BuildContext, language: Language, key: Key) -> Neighbours:
    """Return the neighbours of an entry; the first has no previous one, the last no next one."""
    context.recorder.note("neighbours", language.code, *key)
    return all_neighbours(context, language)[key]


def all_neighbours(context: BuildContext, language: Language) -> Mapping[Key, Neighbours]:
    """Return the neighbours of every entry."""
    found = context.neighbours.get(language.code)
    if found is None:
        with context.recorder.paused():
            lists = list(_lists(context, language))
        found = {key: pair for listed in lists for key, pair in _paired(listed)}
        context.neighbours[language.code] = found
    return found


def _lists(context: BuildContext, language: Language) -> Iterable[list[Key]]:
    """The entries of each kind as its index lists them."""
    for kind in KINDS:
        yield [key_of_entry(entry) for entry in _listed(context, kind, language)]


def _listed(context: BuildContext, kind: Kind, language: Language) -> Iterable[AnyEntry]:
    """The entries of a kind in the order of its index; topics have no neighbours."""
    match kind:
        case "article":
            return newest_articles(context)
        case "term":
            groups = by_english(context.corpus.terms.values())
            return [term for _, terms in groups for term in terms]
        case "name":
            return [name for _, names in names_by_kind(context, language) for name in names]
        case "claim":
            return [claim for _, claims in claims_by_topic(context) for claim in claims]
        case "source":
            return newest_sources(context)
        case "topic":
            return []
    assert_never(kind)


def _paired(listed: list[Key]) -> Iterable[tuple[Key, Neighbours]]:
    padded = [None, *listed, None]
    return zip(listed, zip(padded, padded[2:], strict=False), strict=True)
