"""Reading `content/`: every file, every problem, one corpus."""

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
    """What was read: every manuscript with its problems, by the path of its file."""

    folder: Folder
    readings: Mapping[str, tuple[ParsedEntry | None, list[Diagnostic]]]

    def read(self, file: EntryFile) -> tuple[ParsedEntry | None, list[Diagnostic]]:
        """What a file held."""
        return self.readings[file.path]

    @cached_property
    def parsed_entries(self) -> Mapping[Key, ParsedEntry]:
        """The manuscript of each entry; of two files of one id, the first."""
        found: dict[Key, ParsedEntry] = {}
        for file in self.folder.files:
            parsed, _ = self.readings[file.path]
            if parsed is not None:
                found.setdefault(file.key, parsed)
        return found

    @cached_property
    def documents(self) -> Mapping[Key, YamlTree]:
        """The document that each entry came from."""
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
    """Every entry of a folder. Never raises for what editors may have done."""
    return Content(folder, {file.path: read_parsed_entry(file) for file in folder.files})
