"""Derived relations between entries: inverse relations, and the sources of a claim."""

from collections import defaultdict
from dataclasses import dataclass

from .claim import Claim
from .corpus import Corpus
from .name import INVERSE, RelationType


@dataclass(frozen=True, slots=True)
class Related:
    """A relation to another name, according to a source; written in the entry or an inverse."""

    type: RelationType
    to: str
    source: str


def relations(corpus: Corpus) -> dict[str, tuple[Related, ...]]:
    """Return each name's relations in both directions, each once, in the vocabulary's order."""
    found: defaultdict[str, dict[tuple[RelationType, str], Related]] = defaultdict(dict)
    for name in corpus.names.values():
        for relation in name.relations:
            inverse = INVERSE[relation.type]
            there = Related(relation.type, relation.to, relation.source)
            back = Related(inverse, name.id, relation.source)
            found[name.id].setdefault((relation.type, relation.to), there)
            found[relation.to].setdefault((inverse, name.id), back)
    order = list(INVERSE)
    return {
        name: tuple(sorted(related.values(), key=lambda r: (order.index(r.type), r.to)))
        for name, related in found.items()
    }


def sources_of(corpus: Corpus, claim: Claim) -> tuple[str, ...]:
    """Return the sources of a claim: those of the articles that report it.

    Of an article with several, they are the sources of the passages that report it.
    """
    references = (reference.split("#") for reference in claim.passages)
    found = (corpus.articles[article].sources_of(passage) for article, passage in references)
    return tuple(dict.fromkeys(source for sources in found for source in sources))
