"""A YAML file as a tree of nodes with their places.

Every scalar stays a string until the model types it, so that NO is not false and 12:30 not 750.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ..diagnostics.arguments import Bilingual
from ..diagnostics.diagnostic import Place


class Mark(NamedTuple):
    """A place in the text: characters from its beginning, line and column from 0."""

    offset: int
    line: int
    column: int


class Scalar(NamedTuple):
    """A text in the file, from `start` to `end`; `plain` if it has no quotes.

    `refused` if it is a placeholder for something that has been reported already.
    """

    text: str
    start: Mark
    end: Mark
    plain: bool
    refused: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the value is missing (`field:` alone)."""
        return self.plain and not self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    start: Mark
    items: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields by name; `keys` has the places of the names themselves."""

    start: Mark
    values: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping
Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlTree:
    """One file: its path as the editor sees it, its text, and its nodes."""

    path: str
    text: str
    root: Mapping

    def node(self, location: Location) -> Node:
        """Return the node at a location, or the deepest existing one on the way to it."""
        node: Node = self.root
        for step in location:
            match node:
                case Mapping(values=values) if step in values:
                    node = values[str(step)]
                case Sequence(items=items) if isinstance(step, int) and step < len(items):
                    node = items[step]
                case _:
                    break
        return node

    def texts(self) -> Iterator[tuple[Location, str]]:
        """Yield every scalar with its location, also of an invalid entry."""
        waiting: list[tuple[Location, Node]] = [((), self.root)]
        while waiting:
            location, node = waiting.pop()
            match node:
                case Scalar(text=text):
                    yield location, text
                case Sequence(items=items):
                    waiting += [((*location, i), item) for i, item in enumerate(items)]
                case Mapping(values=values):
                    waiting += [((*location, key), value) for key, value in values.items()]

    def at(self, *fields: str, within: Location = ()) -> Iterator[tuple[Location, str]]:
        """Yield the texts at a path of fields below a location, through all lists."""
        return _texts_at(self.node(within), fields, within)

    def values_at(self, location: Location) -> list["Node"]:
        """Return the items of the list at a location; none if there is no list."""
        parent, name = self.node(location[:-1]), location[-1]
        node = parent.values.get(str(name)) if isinstance(parent, Mapping) else None
        return node.items if isinstance(node, Sequence) else []

    def place(self, location: Location = ()) -> Place:
        """Return the place of the value at a location."""
        return self._place(self.node(location).start)

    def place_of_key(self, location: Location) -> Place:
        """Return the place of the name of the field at a location; in a list, of the value."""
        parent = self.node(location[:-1])
        if isinstance(parent, Mapping) and location[-1] in parent.keys:
            return self._place(parent.keys[str(location[-1])].start)
        return self.place(location)

    def lines(self, location: Location) -> tuple[int, int]:
        """Return the first and the last line of the value at a location."""
        node = self.node(location)
        return node.start.line + 1, _last_line(node) + 1

    def place_within(self, location: Location, offset: int) -> Place:
        """Return the place in the file of a character of the text at a location.

        The value and the file differ by quotes, folding and indentation; both are walked together,
        and characters that YAML added or removed are skipped.
        """
        node = self.node(location)
        if not isinstance(node, Scalar) or not node.text:
            return self._place(node.start)
        indexes = _indexes(self.text, node)
        number = min(offset, len(node.text) - 1)
        if number >= len(indexes):
            return self._place(node.start)
        index = indexes[number]
        line_start = self.text.rfind("\n", 0, index) + 1
        line = self.text.count("\n", 0, index)
        return Place(self.path, line + 1, index - line_start + 1)

    def _place(self, mark: Mark) -> Place:
        return Place(self.path, mark.line + 1, mark.column + 1)


@lru_cache(maxsize=64)  # a text may have many problems
def _indexes(text: str, scalar: Scalar) -> "array[int]":
    """Return the index in the file of each character of a scalar, up to one that YAML made.

    White space, which folding changes, has the index of the character before it.
    """
    indexes = array("q")
    index = _first_of(text, scalar)
    for character in scalar.text:
        if not character.isspace():
            index = text.find(character, index, scalar.end.offset) + 1
            if not index:
                break
        indexes.append(index - 1)
    return indexes


def _first_of(text: str, scalar: Scalar) -> int:
    """Return the index where a scalar begins: after its quote, or below the line of `|` or `>-`.

    That line may have a comment, whose letters are not part of the scalar.
    """
    first = text[scalar.start.offset]
    if scalar.plain or first in "'\"":
        return scalar.start.offset + (not scalar.plain)
    return max(text.find("\n", scalar.start.offset, scalar.end.offset), scalar.start.offset)


def _texts_at(
    node: Node, fields: tuple[str, ...], location: Location
) -> Iterator[tuple[Location, str]]:
    match node:
        case Scalar(text=text) if not fields:
            yield location, text.strip()
        case Sequence(items=items):
            for number, item in enumerate(items):
                yield from _texts_at(item, fields, (*location, number))
        case Mapping(values=values) if fields and fields[0] in values:
            yield from _texts_at(values[fields[0]], fields[1:], (*location, fields[0]))


def _last_line(node: Node) -> int:
    """Return the last line of a node, from 0."""
    match node:
        case Scalar(start=start, end=end):
            # A block text ends where the line below it begins.
            return end.line - (end.column == 0 and end.line > start.line)
        case Sequence(start=start, items=inner):
            return max((_last_line(item) for item in inner), default=start.line)
        case Mapping(start=start, values=values):
            return max((_last_line(value) for value in values.values()), default=start.line)


def as_data(node: Node) -> object:
    """Return a node as dictionaries, lists and strings, for the model to validate."""
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [as_data(item) for item in items]
        case Mapping(values=values):
            return {key: as_data(value) for key, value in values.items()}


TEXT = Bilingual("a text", "文字")
LIST = Bilingual("a list", "列表")
FIELDS = Bilingual("a group of fields", "一組欄位")


def shape(node: Node) -> Bilingual:
    """Return the kind of a node in an editor's words."""
    match node:
        case Scalar():
            return TEXT
        case Sequence():
            return LIST
        case Mapping():
            return FIELDS
