"""Which characters and words Hong Kong does not print, and what it prints instead.

The four tables beside this module decide, and people review them. OpenCC's dictionaries (Apache
License 2.0) only proposed: its Hong Kong tables change what papers print (說 to 説, 戶 to 户) and
pass over what they do not (裡, 跟著). The tests hold its proposals against the decisions here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from ahocorasick_rs import AhoCorasick

from ...patterns import lazily

Table = Literal["simplified", "variants", "words"]
TABLES: tuple[Table, ...] = ("simplified", "variants", "words")
KEPT = "kept"
STROKE = "／"  # parts the forms of which any may be right

_title = lazily("《[^《》]*》|〈[^〈〉]*〉")


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of a table: what is found, what Hong Kong prints, and which table says so."""

    table: Table
    found: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Find:
    """Where in a text a decision applies."""

    offset: int
    decision: Decision

    @property
    def end(self) -> int:
        """Where in the text the find ends."""
        return self.offset + len(self.decision.found)

    @property
    def places(self) -> range:
        """The places in the text that the find takes up."""
        return range(self.offset, self.end)


def rows(table: str) -> Iterator[tuple[str, str]]:
    """The first two columns of a table; a word that is only kept has no second."""
    text = files(__package__).joinpath(f"{table}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            found, _, rest = line.partition("\t")
            yield found, rest.partition("\t")[0]


@cache
def decisions() -> tuple[Decision, ...]:
    """All that is told, in the order of the tables."""
    return tuple(
        Decision(table, found, tuple(expected.split(STROKE)))
        for table in TABLES
        for found, expected in rows(table)
    )


@cache
def _automaton() -> AhoCorasick:
    """Finds what is told, numbered as in `decisions`, and after that what is kept."""
    kept = [found for found, _ in rows(KEPT) if len(found) > 1]
    return AhoCorasick([*(decision.found for decision in decisions()), *kept])


def not_of_hong_kong(text: str) -> list[Find]:
    """What Hong Kong does not print in a text, in text order; the longer of two that overlap."""
    matches = _automaton().find_matches_as_indexes(text, overlapping=True)
    known = decisions()
    if all(index >= len(known) for index, _, _ in matches):
        return []
    told = [Find(start, known[index]) for index, start, _ in matches if index < len(known)]
    kept = _covered((start, end) for index, start, end in matches if index >= len(known))
    titled = _covered(match.span() for match in _title.finditer(text))
    return [
        find
        for find in _longest(told)
        if kept.isdisjoint(find.places) and not _is_cited(find, text, titled)
    ]


def _covered(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The places in a text that spans of it take up."""
    return frozenset(place for start, end in spans for place in range(start, end))


def _longest(finds: list[Find]) -> Iterator[Find]:
    """Finds in text order without those that begin within another, or are its beginning."""
    end = 0
    for find in sorted(finds, key=lambda find: (find.offset, -find.end)):
        if find.offset >= end:
            yield find
            end = find.end


def _is_cited(find: Find, text: str, titled: frozenset[int]) -> bool:
    """Whether a word stands in the title of a work, or alone in quotes because it is spoken of.

    Simplified characters are told there too: papers print titles from the mainland in Traditional.
    """
    if find.decision.table == "simplified":
        return False
    alone = text[max(find.offset - 1, 0) : find.end + 1] == f"「{find.decision.found}」"
    return alone or not titled.isdisjoint(find.places)
