"""Fold variants of Han characters, so that 軟實力, 软实力 and 軟実力 are the same to search.

Folding is by character, whatever the word; an error is the same in text and query. Each row of
`folds.tsv` is a class of characters, its representative first. The table is made from OpenCC and
our own tables, and `tests/test_folding.py` compares it with them.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def classes() -> Mapping[str, str]:
    """Return the other characters of each class, by its representative."""
    text = files(__package__).joinpath("folds.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {line[0]: line[2:] for line in lines}


@cache
def table() -> Mapping[int, str]:
    """Return the representative of each character, for `str.translate`."""
    return {ord(member): form for form, members in classes().items() for member in members}


def folded(text: str) -> str:
    """Return a text with its Han characters folded, unchanged in length."""
    return text.translate(table())


def folds_to(forms: Iterable[str]) -> dict[str, str]:
    """Return the classes of some representatives: all that a browser needs for their texts."""
    return {form: classes()[form] for form in sorted(set(forms)) if form in classes()}
