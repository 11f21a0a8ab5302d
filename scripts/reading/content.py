"""Read all entries of a folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..diagnostics.diagnostic import Diagnostic
from ..model import KINDS, Corpus, Key
from .folder import EntryFile, Folder
from .parsed_entry import ParsedEntry, read_parsed_entry
from .yaml_tree import YamlTree


@dataclass(frozen=True)
class Content:
    """All parsed entries with their diagnostics, by the path of the file."""

    folder: Folder
    readings: Mapping[str, tuple[ParsedEntry | None, list[Diagnostic]]]

    def read(self, file: EntryFile) -> tuple[ParsedEntry | None, list[Diagnostic]]:
        """Return the parsed entry of a file and its diagnostics."""
        return self.readings[file.path]

    @cached_property
    def parsed_entries(self) -> Mapping[Key, ParsedEntry]:
        """The parsed entry of each key; of two files with one id, the first."""
        found: dict[Key, ParsedEntry] = {}
        for file in self.folder.files:
            parsed, _ = self.readings[file.path]
            if parsed is not None:
                found.setdefault(file.key, parsed)
        return found

    @cached_property
    def documents(self) -> Mapping[Key, YamlTree]:
        """The YAML tree of each entry."""
        return {key: parsed.document for key, parsed in self.parsed_entries.items()}

    @cached_property
    def corpus(self) -> Corpus:
        """The sound entries."""
        entries: dict[str, dict[str, Any]] = {of.plural: {} for of in KINDS.values()}
        for key, parsed in self.parsed_entries.items():
            if parsed.entry is not None:
                entries[KINDS[key.kind].plural][key.id] = parsed.entry
        return Corpus(**entries)


def read_content(folder: Folder) -> Content:
    """Read every entry of a folder. Never raises because of an editor's mistake."""
    return Content(folder, {file.path: read_parsed_entry(file) for file in folder.files})
