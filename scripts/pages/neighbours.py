"""The previous and the next entry of each entry, in the order of the index of its kind."""

from collections.abc import Iterable, Mapping

from ..edition.build_context import BuildContext, Neighbours
from ..languages import Language
from ..model import Key, Kind
from .collation import by_english
from .listings import claims_in_order, names_by_kind, newest_articles, newest_sources


def neighbours(context: BuildContext, language: Language) -> Mapping[Key, Neighbours]:
    """Return the neighbours of every entry; the first has no previous one, the last no next one."""
    found = context.neighbours.get(language.code)
    if found is None:
        found = {key: pair for list_ in _lists(context, language) for key, pair in _paired(list_)}
        context.neighbours[language.code] = found
    return found


def _lists(context: BuildContext, language: Language) -> Iterable[list[Key]]:
    """The entries of each kind as its index lists them."""
    ids: dict[Kind, list[str]] = {
        "article": [article.id for article in newest_articles(context)],
        "term": [
            term.id for _, terms in by_english(context.corpus.terms.values()) for term in terms
        ],
        "name": [name.id for _, names in names_by_kind(context, language) for name in names],
        "claim": [claim.id for claim in claims_in_order(context)],
        "source": [source.id for source in newest_sources(context)],
    }
    return [[Key(kind, id_) for id_ in listed] for kind, listed in ids.items()]


def _paired(listed: list[Key]) -> Iterable[tuple[Key, Neighbours]]:
    padded = [None, *listed, None]
    return zip(listed, zip(padded, padded[2:], strict=False), strict=True)
