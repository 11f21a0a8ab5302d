"""Parsed entries: an entry with the YAML tree it came from, and the place of each character."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..diagnostics.diagnostic import Diagnostic, Place
from ..languages import LanguageCode
from ..model import MODELS, Entry, Key
from ..text.markup import offset_written
from ..text.units import Location, Unit, units_of
from .dates import dates_to_come
from .entry import is_label, is_prose, read_entry
from .folder import EntryFile
from .yaml_parser import read_yaml
from .yaml_tree import Scalar, YamlTree


class FileText(NamedTuple):
    """A value in an entry's file, as it is written.

    `is_label` says whether the model has a text of ours there, `is_prose` whether that text may
    have links.
    """

    location: Location
    text: str
    is_label: bool
    is_prose: bool


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
            yield FileText(location, text, is_label(model, location), is_prose(model, location))

    def place(self, location: Location, language: LanguageCode, offset: int = 0) -> Place:
        """Return the place in the file of a character of a text as a reader sees it.

        `location` is that of the pair, as in a `Unit`.
        """
        return self.place_of_text((*location, language), offset)

    def place_of_text(self, here: Location, offset: int) -> Place:
        """Return the place in the file of a character of the text at a location."""
        node = self.document.node(here)
        if not isinstance(node, Scalar):
            return self.document.place(here)
        if is_prose(MODELS[self.key.kind], here):
            written = node.text.strip()
            offset = offset_written(written, offset)
        margin = len(node.text) - len(node.text.lstrip())
        return self.document.place_within(here, offset + margin)


def read_parsed_entry(file: EntryFile) -> tuple[ParsedEntry | None, list[Diagnostic]]:
    """Parse a file; return None instead of an entry if it is not YAML, and the diagnostics."""
    document, diagnostics = read_yaml(file.file, file.path)
    if document is None:
        return None, diagnostics
    entry, mistyped = read_entry(document, MODELS[file.key.kind], file.key.id)
    diagnostics += mistyped
    parsed = ParsedEntry(file.key, document, None if diagnostics else entry)
    return parsed, [*diagnostics, *dates_to_come(document, file.key.kind)]
