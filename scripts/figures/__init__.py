"""Figures in texts: every number that a text gives, and whether two texts give the same."""

from functools import lru_cache

from . import chinese, english
from .comparison import Difference, Disagreement, agrees, are_comparable, disagreements
from .quantity import Kind, LanguageCode, Quantity
from .records import comes_again, lasts, stating
from .sameness import qualifiers_agree

__all__ = [
    "Difference",
    "Disagreement",
    "Kind",
    "Quantity",
    "agrees",
    "are_comparable",
    "comes_again",
    "disagreements",
    "lasts",
    "qualifiers_agree",
    "quantities_in",
    "stating",
]


@lru_cache(maxsize=16384)
def quantities_in(text: str, language: LanguageCode) -> tuple[Quantity, ...]:
    """The figures of a plain text in a language, in their order; their offsets are the text's."""
    grammar = english if language == "en" else chinese
    return tuple(grammar.quantities(text))
