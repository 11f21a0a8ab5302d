"""Collation of the indexes: English by letters, Chinese by Jyutping.

Every Chinese headword has its Jyutping in its entry, so this order needs no table of strokes, is
exact for characters of several readings, and serves learners. The page names the order.
"""

import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby

from ..model import Name, Term, WithForms


def english_key(text: str) -> tuple[str, str]:
    """Return the sort key of an English index: capitals, accents and punctuation are ignored."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum() or c == " ")
    return bare.casefold().strip(), text


def jyutping_key(entry: WithForms) -> tuple[tuple[str, ...], str]:
    """Sorts by syllable and tone; forms without Chinese characters come first, by letters."""
    first = entry.forms.zh_hant[0]
    syllables = tuple((first.jyutping or "").split())
    return syllables, first.form.casefold()


def by_english(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Return terms in English order, in groups by their first letter."""
    ordered = sorted(terms, key=lambda term: english_key(term.label.en))
    return _groups(ordered, lambda term: english_key(term.label.en)[0][:1].upper())


def by_jyutping(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Return terms in Chinese order, in groups by the first letter of their Jyutping."""
    ordered = sorted(terms, key=jyutping_key)
    return _groups(ordered, lambda term: term.forms.zh_hant[0].jyutping[:1].upper())


def names_in_order(names: Iterable[Name], *, chinese: bool) -> list[Name]:
    """Return names in the order of their headings in one language."""
    if chinese:
        return sorted(names, key=jyutping_key)
    return sorted(names, key=lambda name: english_key(name.label.en))


def letter_of_name(name: Name, *, chinese: bool) -> str:
    """Return the letter under which an index has a name: of its Jyutping in a Chinese index."""
    first = name.forms.zh_hant[0]
    key = first.jyutping or english_key(first.form)[0] if chinese else english_key(name.label.en)[0]
    return key[:1].upper()


def _groups(ordered: list[Term], letter: Callable[[Term], str]) -> list[tuple[str, list[Term]]]:
    return [(initial, list(group)) for initial, group in groupby(ordered, letter)]
