"""What comes before and after each entry, in the order in which the index of its kind lists it."""

from collections.abc import Iterable, Mapping

from ..edition.build_context import Edition, Neighbours
from ..languages import Language
from ..model import Key, Kind
from .collation import by_english
from .listings import claims_in_order, names_by_kind, newest_articles, newest_sources


def neighbours(edition: Edition, language: Language) -> Mapping[Key, Neighbours]:
    """The neighbours of every entry; the first has none before it, the last none after."""
    found = edition.neighbours.get(language.code)
    if found is None:
        found = {key: pair for list_ in _lists(edition, language) for key, pair in _paired(list_)}
        edition.neighbours[language.code] = found
    return found


def _lists(edition: Edition, language: Language) -> Iterable[list[Key]]:
    """The entries of each kind as its index lists them."""
    ids: dict[Kind, list[str]] = {
        "article": [article.id for article in newest_articles(edition)],
        "term": [
            term.id for _, terms in by_english(edition.corpus.terms.values()) for term in terms
        ],
        "name": [name.id for _, names in names_by_kind(edition, language) for name in names],
        "claim": [claim.id for claim in claims_in_order(edition)],
        "source": [source.id for source in newest_sources(edition)],
    }
    return [[Key(kind, id_) for id_ in listed] for kind, listed in ids.items()]


def _paired(listed: list[Key]) -> Iterable[tuple[Key, Neighbours]]:
    padded = [None, *listed, None]
    return zip(listed, zip(padded, padded[2:], strict=False), strict=True)
