"""Desks: where files are looked at, all of them or only those that the ledger does not know."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Protocol

import msgspec

from ..analysis.summary import EntrySummary
from ..checks.result import AnalysisResult, Read, analyse_file, forms_in_file
from ..diagnostics.diagnostic import Diagnostic
from ..reading.content import Content
from ..reading.folder import EntryFile, Folder
from ..reading.parsed_entry import ParsedEntry, read_parsed_entry
from ..text.forms import Form
from ..text.lexicon import Lexicon
from .check_cache import CachedAnalysis, CheckCache
from .file_stamps import FileStamp
from .parallel import parallel_map


class Analyser(Protocol):
    """Where files are looked at: first for forms, then for the rest."""

    def forms(self, files: Sequence[EntryFile]) -> list[Form]:
        """The forms of terms and names."""

    def analyse(self, files: Sequence[EntryFile], lexicon: Lexicon) -> list[AnalysisResult]:
        """What is wrong with each file by itself."""

    def summaries(self, files: Sequence[EntryFile]) -> list[EntrySummary]:
        """What others need to know of files that have been looked at."""

    def between(self, folder: Folder, find: Callable[[], list[Diagnostic]]) -> list[Diagnostic]:
        """What FIND finds between the entries of a folder, from their outlines."""

    def parsed(self, file: EntryFile) -> ParsedEntry:
        """What a file with nodes holds: the place of a problem is looked for in them."""


class FullAnalyser:
    """The desk at which all has been read already."""

    def __init__(self, content: Content) -> None:
        self._read = content.read
        self._summaries: dict[str, EntrySummary] = {}

    def forms(self, files: Sequence[EntryFile]) -> list[Form]:
        """The forms of terms and names."""
        return [form for file in files for form in forms_in_file(file, self._read)]

    def analyse(self, files: Sequence[EntryFile], lexicon: Lexicon) -> list[AnalysisResult]:
        """What is wrong with each file by itself."""
        shown = [analyse_file(file, self._read, lexicon) for file in files]
        self._summaries = {summary.path: summary for _, summary in shown}
        return [result for result, _ in shown]

    def summaries(self, files: Sequence[EntryFile]) -> list[EntrySummary]:
        """What others need to know of files that have been looked at."""
        return [self._summaries[file.path] for file in files]

    def between(self, folder: Folder, find: Callable[[], list[Diagnostic]]) -> list[Diagnostic]:
        """What FIND finds."""
        return find()

    def parsed(self, file: EntryFile) -> ParsedEntry:
        """What a file holds."""
        return _parsed(file, self._read)


class CachedAnalyser:
    """The desk that reads only what the ledger does not know.

    What it finds anew is in `new`, `new_outlines` and `found`, as the ledger keeps it; `read` are
    all files that it read.
    """

    def __init__(self, cache: CheckCache, stamps: Mapping[str, FileStamp]) -> None:
        self.new: dict[str, CachedAnalysis] = {}
        self.new_summaries: dict[str, bytes] = {}
        self.found: dict[bytes, bytes] = {}
        self.read: set[EntryFile] = set()
        self._cache = cache
        self._lexicon = b""
        self._stamps = stamps
        self._analyses = cache.analyses(stamps)
        self._parsed_entries: dict[str, ParsedEntry] = {}

    def forms(self, files: Sequence[EntryFile]) -> list[Form]:
        """The forms of terms and names."""
        unknown = [file for file in files if file.path not in self._analyses]
        new = dict(
            zip((f.path for f in unknown), parallel_map(_packed_forms, unknown), strict=True)
        )
        self.read.update(unknown)
        packed = (new.get(f.path) or self._analyses[f.path].forms for f in files)
        return [form for some in packed for form in _forms(some)]

    def analyse(self, files: Sequence[EntryFile], lexicon: Lexicon) -> list[AnalysisResult]:
        """What is wrong with each file by itself; the new are shared out among the processors."""
        self._lexicon = forms = _pack(lexicon.forms)
        context = _fingerprint(forms)
        unknown = [file for file in files if not self._is_known(file, context)]
        self.read.update(unknown)
        packed = parallel_map(partial(_packed_results, forms), unknown)
        for file, (own, result, summary) in zip(unknown, packed, strict=True):
            digest = self._stamps[file.path].digest
            self.new[file.path] = CachedAnalysis(
                digest, own, context, result, _fingerprint(summary)
            )
            self.new_summaries[file.path] = summary
        self._analyses |= self.new
        return [_result(self._analyses[file.path].result) for file in files]

    def summaries(self, files: Sequence[EntryFile]) -> list[EntrySummary]:
        """What others need to know of files that have been looked at."""
        packed = self._cache.summaries() | self.new_summaries
        return [_summary(self._as_recorded(file, packed.get(file.path))) for file in files]

    def between(self, folder: Folder, find: Callable[[], list[Diagnostic]]) -> list[Diagnostic]:
        """What FIND finds, or found when all outlines were as they are now.

        The files in which it looked up the places of problems must be as they were, too.
        """
        summaries = [(file.path, self._analyses[file.path].summary) for file in folder.files]
        state = _fingerprint(_pack((summaries, folder.handwritten)))
        if known := self._cache.found(state):
            diagnostics, consulted = _found(known)
            if all(self._stamps[path].digest == digest for path, digest in consulted.items()):
                return diagnostics
        diagnostics = find()  # the first to ask for manuscripts
        consulted = {path: self._stamps[path].digest for path in self._parsed_entries}
        self.found[state] = _pack((diagnostics, consulted))
        return diagnostics

    def parsed(self, file: EntryFile) -> ParsedEntry:
        """What a file holds, read once however many problems stand in it."""
        if file.path not in self._parsed_entries:
            self.read.add(file)
            self._parsed_entries[file.path] = _parsed(file, read_parsed_entry)
        return self._parsed_entries[file.path]

    def _as_recorded(self, file: EntryFile, packed: bytes | None) -> bytes:
        """An outline from the ledger; another one if another run has written there since."""
        if packed and _fingerprint(packed) == self._analyses[file.path].summary:
            return packed
        self.read.add(file)
        [(_, _, summary)] = _packed_results(self._lexicon, [file])
        return summary

    def _is_known(self, file: EntryFile, context: bytes) -> bool:
        return file.path in self._analyses and self._analyses[file.path].lexicon == context


def _parsed(file: EntryFile, read: Read) -> ParsedEntry:
    parsed, _ = read(file)
    if parsed is None:
        raise ValueError(f"{file.path} has no nodes")
    return parsed


_pack = msgspec.msgpack.Encoder(order="deterministic").encode
_result = msgspec.msgpack.Decoder(AnalysisResult).decode
_summary = msgspec.msgpack.Decoder(EntrySummary).decode
_forms = msgspec.msgpack.Decoder(tuple[Form, ...]).decode
_found = msgspec.msgpack.Decoder(tuple[list[Diagnostic], dict[str, bytes]]).decode


def _fingerprint(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()


def _packed_forms(files: Sequence[EntryFile]) -> list[bytes]:
    """The forms of terms and names, packed for the ledger."""
    return [_pack(forms_in_file(file, read_parsed_entry)) for file in files]


def _packed_results(forms: bytes, files: Sequence[EntryFile]) -> list[tuple[bytes, bytes, bytes]]:
    """The forms of files, looks and outlines, packed; made in another process if there are many."""
    lexicon = _lexicon(forms)
    shown = (analyse_file(file, read_parsed_entry, lexicon) for file in files)
    return [(_pack(summary.forms), _pack(result), _pack(summary)) for result, summary in shown]


@lru_cache(maxsize=1)
def _lexicon(forms: bytes) -> Lexicon:
    return Lexicon(_forms(forms))
