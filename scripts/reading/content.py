"""Read all entries of a folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..diagnostics.diagnostic import Diagnostic, Place
from ..model import MODELS, Corpus, Entry, Key
from ..model.completion import complete, corpus_of
from .draft import is_draft
from .folder import EntryFile, Folder
from .gaps import entry_with_gaps
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
    SHA-256 of each file that was read, if it has not been written since. `drafts` are the paths of
    entries that are not to be published. Of what is only `previewed`, some entries may be missing
    that others refer to.
    """

    folder: Folder
    readings: Mapping[str, Reading]
    known: Mapping[str, Entry] = field(default_factory=dict)
    digests: Mapping[str, bytes] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    previewed: bool = False

    def read(self, file: EntryFile) -> Reading:
        """Return the parsed entry of a file and its diagnostics."""
        return self.readings[file.path]

    @cached_property
    def _files(self) -> list[EntryFile]:
        """The files; a draft does not stand in the way of another entry with its id."""
        return sorted(self.folder.files, key=lambda file: file.path in self.drafts)

    @cached_property
    def files(self) -> Mapping[Key, EntryFile]:
        """The file of each key; of two with one id, the first."""
        return {file.key: file for file in reversed(self._files)}

    @cached_property
    def parsed_entries(self) -> Mapping[Key, ParsedEntry]:
        """The parsed entry of each key; of two files with one id, the first."""
        found: dict[Key, ParsedEntry] = {}
        for file in self._files:
            parsed, _ = self.readings[file.path]
            if parsed is not None:
                found.setdefault(file.key, parsed)
        return found

    @cached_property
    def published(self) -> Mapping[Key, ParsedEntry]:
        """The parsed entries that are no drafts; all of what is only previewed."""
        if self.previewed:
            return self.parsed_entries
        entries = self.parsed_entries.items()
        return {key: one for key, one in entries if one.document.path not in self.drafts}

    @cached_property
    def corpus(self) -> Corpus:
        """The sound entries that are published, without references to those that are not."""
        sound: dict[Key, Entry] = {}
        for file in self._files:
            if self.previewed or file.path not in self.drafts:
                entry = self.known.get(file.path) or self._entry(file)
                if entry is not None:
                    sound.setdefault(file.key, entry)
        return complete(sound) if self.drafts or self.previewed else corpus_of(sound)

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
    return Content(folder, {path: readings[path] for path in readings}, drafts=drafts_in(folder))


def drafts_in(folder: Folder) -> frozenset[str]:
    """Return the paths of the drafts in a folder."""
    return frozenset(file.path for file in folder.files if is_draft(file.file))


def preview_of(content: Content, earlier: dict[str, Entry]) -> Content:
    """Return content as the preview shows it: with drafts, and broken entries as they were.

    `earlier` are the entries of sound files by their paths; they are brought up to date.
    """
    shown: dict[str, Entry] = {}
    for file in content.folder.files:
        entry = content.known.get(file.path)
        parsed, _ = (None, ()) if entry else content.readings[file.path]
        entry = entry or (parsed.entry if parsed else None)
        if entry:
            earlier[file.path] = entry
        elif parsed and file.path in content.drafts:
            entry = entry_with_gaps(parsed.document, MODELS[file.key.kind], file.key.id)
        if entry := entry or earlier.get(file.path):
            shown[file.path] = entry
    return Content(
        content.folder, content.readings, shown, content.digests, content.drafts, previewed=True
    )
