"""Read all entries of a folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..diagnostics.diagnostic import Diagnostic
from ..model import MODELS, Corpus, Key
from ..model.completion import complete, corpus_of
from .draft import is_draft
from .folder import EntryFile, Folder
from .gaps import entry_with_gaps
from .parsed_entry import ParsedEntry, read_parsed_entry
from .yaml_tree import YamlTree


@dataclass(frozen=True)
class Content:
    """All parsed entries with their diagnostics, by the path of the file.

    `drafts` are the paths of entries that are not to be published. Of what is only `previewed`,
    some entries may be missing that others refer to.
    """

    folder: Folder
    readings: Mapping[str, tuple[ParsedEntry | None, list[Diagnostic]]]
    drafts: frozenset[str] = frozenset()
    previewed: bool = False

    def read(self, file: EntryFile) -> tuple[ParsedEntry | None, list[Diagnostic]]:
        """Return the parsed entry of a file and its diagnostics."""
        return self.readings[file.path]

    @cached_property
    def parsed_entries(self) -> Mapping[Key, ParsedEntry]:
        """The parsed entry of each key; of two files with one id, the first."""
        found: dict[Key, ParsedEntry] = {}
        for file in sorted(self.folder.files, key=lambda file: file.path in self.drafts):
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
    def documents(self) -> Mapping[Key, YamlTree]:
        """The YAML tree of each entry."""
        return {key: parsed.document for key, parsed in self.parsed_entries.items()}

    @cached_property
    def corpus(self) -> Corpus:
        """The sound entries that are published, without references to those that are not."""
        sound = {key: one.entry for key, one in self.published.items() if one.entry}
        return complete(sound) if self.drafts or self.previewed else corpus_of(sound)


def preview_of(content: Content, earlier: dict[str, ParsedEntry]) -> Content:
    """Return content as the preview shows it: with drafts, and broken entries as they were.

    `earlier` are the entries of sound files by their paths; they are brought up to date.
    """
    shown: dict[str, tuple[ParsedEntry | None, list[Diagnostic]]] = {}
    for file in content.folder.files:
        parsed, diagnostics = content.readings[file.path]
        if parsed and parsed.entry:
            earlier[file.path] = parsed
        elif parsed and file.path in content.drafts:
            entry = entry_with_gaps(parsed.document, MODELS[file.key.kind], file.key.id)
            parsed = ParsedEntry(parsed.key, parsed.document, entry)
        if not (parsed and parsed.entry):
            parsed = earlier.get(file.path, parsed)
        shown[file.path] = parsed, diagnostics
    return Content(content.folder, shown, content.drafts, previewed=True)


def read_content(folder: Folder) -> Content:
    """Read every entry of a folder. Never raises because of an editor's mistake."""
    readings = {file.path: read_parsed_entry(file) for file in folder.files}
    return Content(folder, readings, frozenset(f.path for f in folder.files if is_draft(f.file)))
