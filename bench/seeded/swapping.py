"""Ways to change a text: replace the matches of a pattern."""

import re
from collections.abc import Callable, Iterator, Mapping

from .corpus import Corpus
from .planting import Seed, Seeds, Splice, Text, by_text

Swap = Callable[[Text, re.Match[str]], str | None]
Changer = Callable[[Text], Iterator[Splice]]


def swapping(pattern: str, swap: Swap | Mapping[str, str]) -> Changer:
    """Return a changer that replaces each match of a pattern, or of its first group if it has one.

    The swap is a function or a table of replacements.
    """
    compiled = re.compile(pattern)
    group = 1 if compiled.groups else 0

    def change(text: Text) -> Iterator[Splice]:
        for match in compiled.finditer(text.masked):
            found = match[group]
            new = swap.get(found) if isinstance(swap, Mapping) else swap(text, match)
            if new is not None and new != found:
                yield match.start(group), match.end(group), new

    return change


def each(
    english: Changer | None = None,
    chinese: Changer | None = None,
) -> Seeds:
    """Return seeds in either language, with a changer for each."""

    def seeds(corpus: Corpus) -> Iterator[Seed]:
        if english:
            yield from by_text(english, "en")(corpus)
        if chinese:
            yield from by_text(chinese, "zh-Hant")(corpus)

    return seeds


def once(change: Changer) -> Changer:
    """Return a changer that changes only one place of each text."""

    def changed(text: Text) -> Iterator[Splice]:
        if found := list(change(text)):
            yield text.pick(0, found)

    return changed


def all_of(*changes: Changer) -> Changer:
    """Return a changer that makes each of several changes separately."""

    def changed(text: Text) -> Iterator[Splice]:
        for change in changes:
            yield from change(text)

    return changed
