"""Figures: parse the numbers of English and Chinese texts, and compare them.

This package imports nothing else of the project.
"""

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
    """Return the figures of a plain text in their order, with their offsets in the text."""
    grammar = english if language == "en" else chinese
    return tuple(grammar.quantities(text))
