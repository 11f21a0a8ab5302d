"""Parsed entries: an entry with the YAML tree it came from, and the place of each character."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..diagnostics.diagnostic import Diagnostic, Place
from ..languages import LanguageCode
from ..model import MODELS, Entry, Key
from ..text.blocks import Block, leaves_of
from ..text.markup import offset_written
from ..text.units import Location, Unit, units_of
from .dates import dates_to_come
from .draft import fields_in
from .entry import is_label, is_passage, is_prose, read_entry
from .folder import EntryFile
from .yaml_parser import read_yaml
from .yaml_tree import Scalar, YamlTree


class FileText(NamedTuple):
    """A value in an entry's file, as it is written; in a passage, one leaf of it.

    `is_label` says whether the model has a text of ours there, `is_prose` whether that text may
    have links, `leaf` is the block of a passage.
    """

    location: Location
    text: str
    is_label: bool
    is_prose: bool
    leaf: Block | None = None


@dataclass(frozen=True)
class ParsedEntry:
    """The YAML tree of an entry's file, and the entry itself if it is valid."""

    key: Key
    document: YamlTree
    entry: Entry | None

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The texts of the entry in the order of the model, but for those with a gap.

        There are none if it is invalid.
        """
        every = units_of(self.entry) if self.entry is not None else ()
        return tuple(unit for unit in every if unit.label.is_whole)

    def texts(self) -> Iterator[FileText]:
        """Yield every value of the file, also of a broken entry."""
        model = MODELS[self.key.kind]
        for location, text in self.document.texts():
            if is_passage(model, location):
                leaves = (leaf for leaf in leaves_of(text) if leaf.is_leaf)
                yield from (FileText(location, leaf.text, True, True, leaf) for leaf in leaves)  # noqa: FBT003
            else:
                yield FileText(location, text, is_label(model, location), is_prose(model, location))

    def passages(self) -> Iterator[tuple[Location, str]]:
        """Yield the texts of passages, also those of a broken entry."""
        model = MODELS[self.key.kind]
        return (found for found in self.document.texts() if is_passage(model, found[0]))

    def place(self, unit: Unit, language: LanguageCode, offset: int = 0) -> Place:
        """Return the place in the file of a character of a unit as a reader sees it."""
        if unit.is_prose:
            offset = offset_written(unit.written(language), offset)
        if leaf := unit.leaf(language):
            offset = leaf.offset_written(offset)
        return self.place_of_value((*unit.location, language), offset)

    def place_of_value(self, here: Location, offset: int) -> Place:
        """Return the place in the file of a character of a value without the space around it."""
        node = self.document.node(here)
        if not isinstance(node, Scalar):
            return self.document.place(here)
        margin = len(node.text) - len(node.text.lstrip())
        return self.document.place_within(here, offset + margin)

    def place_of_text(self, text: FileText, offset: int) -> Place:
        """Return the place in the file of a character of a value as it is written."""
        within = text.leaf.offset_written(offset) if text.leaf else offset
        return self.document.place_within(text.location, within)


def read_parsed_entry(file: EntryFile) -> tuple[ParsedEntry | None, list[Diagnostic]]:
    """Parse a file; return None instead of an entry if it is not YAML, and the diagnostics."""
    document, diagnostics = read_yaml(file.file, file.path)
    if document is None:
        return None, diagnostics
    entry, mistyped = read_entry(document, MODELS[file.key.kind], file.key.id)
    diagnostics += mistyped
    parsed = ParsedEntry(file.key, document, None if diagnostics else entry)
    return parsed, [*diagnostics, *dates_to_come(document, file.key.kind)]


def sections_in(document: YamlTree, within: Location = ()) -> Iterator[Location]:
    """Yield the locations of the sections of an article, and of those within them, in order."""
    sections = document.values_at((*within, "sections"))
    for number in range(len(sections)):
        section = (*within, "sections", number)
        yield section
        yield from sections_in(document, section)


def passages_in(document: YamlTree) -> Iterator[Location]:
    """Yield the locations of the passages of an article, also of a broken one."""
    for section in sections_in(document):
        for number in range(len(document.values_at((*section, "passages")))):
            yield (*section, "passages", number)


def data_of(parsed: ParsedEntry | None) -> object:
    """Return a valid entry as plain data, from which `entry_from` makes it again; else None."""
    return fields_in(parsed.document) if parsed is not None and parsed.entry else None


def entry_from(data: dict[str, object], key: Key) -> Entry:
    """Return the entry of plain data that `data_of` returned."""
    return MODELS[key.kind].model_validate(data | {"id": key.id})
