"""Characters and words not printed in Hong Kong, and their Hong Kong equivalents.

The four tables beside this module decide, and people review them. OpenCC's dictionaries (Apache
License 2.0) are only proposals: its Hong Kong tables change usual forms (說 to 説, 戶 to 户) and
lack unusual ones (裡, 跟著). A test compares its proposals with the tables.
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
STROKE = "／"  # separates forms, any of which may be right

_title = lazily("《[^《》]*》|〈[^〈〉]*〉")


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of a table: the text found, the expected forms, and the table."""

    table: Table
    found: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Find:
    """An occurrence in a text to which a decision applies."""

    offset: int
    decision: Decision

    @property
    def end(self) -> int:
        """The offset at which the occurrence ends."""
        return self.offset + len(self.decision.found)

    @property
    def places(self) -> range:
        """The offsets of its characters."""
        return range(self.offset, self.end)


def rows(table: str) -> Iterator[tuple[str, str]]:
    """Yield the first two columns of a table; the second may be empty in `kept.tsv`."""
    text = files(__package__).joinpath(f"{table}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            found, _, rest = line.partition("\t")
            yield found, rest.partition("\t")[0]


@cache
def decisions() -> tuple[Decision, ...]:
    """Return the rows of all tables but `kept.tsv`, in order."""
    return tuple(
        Decision(table, found, tuple(expected.split(STROKE)))
        for table in TABLES
        for found, expected in rows(table)
    )


@cache
def _automaton() -> AhoCorasick:
    """An automaton that finds decisions, numbered as in `decisions`, and then words to keep."""
    kept = [found for found, _ in rows(KEPT) if len(found) > 1]
    return AhoCorasick([*(decision.found for decision in decisions()), *kept])


def not_of_hong_kong(text: str) -> list[Find]:
    """Return the finds in a text, in text order; the longer of two that overlap."""
    matches = _automaton().find_matches_as_indexes(text, overlapping=True)
    listed = decisions()
    if all(index >= len(listed) for index, _, _ in matches):
        return []
    reported = [Find(start, listed[index]) for index, start, _ in matches if index < len(listed)]
    kept = _covered((start, end) for index, start, end in matches if index >= len(listed))
    titled = _covered(match.span() for match in _title.finditer(text))
    return [
        find
        for find in _longest(reported)
        if kept.isdisjoint(find.places) and not _is_cited(find, text, titled)
    ]


def _covered(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The offsets within spans."""
    return frozenset(place for start, end in spans for place in range(start, end))


def _longest(finds: list[Find]) -> Iterator[Find]:
    """Finds in text order, without those that overlap an earlier or longer one."""
    end = 0
    for find in sorted(finds, key=lambda find: (find.offset, -find.end)):
        if find.offset >= end:
            yield find
            end = find.end


def _is_cited(find: Find, text: str, titled: frozenset[int]) -> bool:
    """Whether a word is in the title of a work, or alone in quotation marks.

    Simplified characters are reported even there: papers print mainland titles in Traditional.
    """
    if find.decision.table == "simplified":
        return False
    alone = text[max(find.offset - 1, 0) : find.end + 1] == f"「{find.decision.found}」"
    return alone or not titled.isdisjoint(find.places)
