"""Read all entries of a folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..diagnostics.diagnostic import Diagnostic, Place
from ..model import KINDS, Corpus, Entry, Key
from .folder import EntryFile, Folder
from .parsed_entry import ParsedEntry, read_parsed_entry
from .yaml_tree import Location

Reading = tuple[ParsedEntry | None, list[Diagnostic]]


class Readings(Mapping[str, Reading]):
    """What each file of a folder has, by its path; a file is read when it is asked for."""

    def __init__(self, folder: Folder) -> None:
        self._files = {file.path: file for file in folder.files}
        self._read: dict[str, Reading] = {}

    def __getitem__(self, path: str) -> Reading:
        if path not in self._read:
            self._read[path] = read_parsed_entry(self._files[path])
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@dataclass(frozen=True)
class Content:
    """All parsed entries with their diagnostics, by the path of the file.

    `known` are valid entries by the path of their file, which need not be read; `digests` the
    SHA-256 of each file that was read, if it has not been written since.
    """

    folder: Folder
    readings: Mapping[str, Reading]
    known: Mapping[str, Entry] = field(default_factory=dict)
    digests: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, file: EntryFile) -> Reading:
        """Return the parsed entry of a file and its diagnostics."""
        return self.readings[file.path]

    @cached_property
    def files(self) -> Mapping[Key, EntryFile]:
        """The file of each key; of two with one id, the first."""
        return {file.key: file for file in reversed(self.folder.files)}

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
    def corpus(self) -> Corpus:
        """The sound entries."""
        entries: dict[str, dict[str, Any]] = {of.plural: {} for of in KINDS.values()}
        for file in self.folder.files:
            entry = self.known.get(file.path) or self._entry(file)
            if entry is not None:
                entries[KINDS[file.key.kind].plural].setdefault(file.key.id, entry)
        return Corpus(**entries)

    def place(self, key: Key, location: Location = ()) -> Place:
        """Return the place of a field of an entry; that of the file if it can be read no more."""
        file = self.files[key]
        parsed, _ = self.readings[file.path]
        return parsed.document.place(location) if parsed is not None else Place(file.path)

    def _entry(self, file: EntryFile) -> Entry | None:
        parsed, _ = self.readings[file.path]
        return parsed.entry if parsed is not None else None


def read_content(folder: Folder) -> Content:
    """Read every entry of a folder. Never raises because of an editor's mistake."""
    readings = Readings(folder)
    return Content(folder, {path: readings[path] for path in readings})
