"""Desks: where files are looked at, all of them or only those that the ledger does not know."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Protocol

import msgspec

from ..analysis.summary import Outline
from ..checks.result import Look, Read, forms_shown, look_at
from ..diagnostics.diagnostic import Problem
from ..reading.content import Content
from ..reading.folder import EntryFile, Folder
from ..reading.parsed_entry import Manuscript, read_manuscript
from ..text.forms import Form
from ..text.lexicon import Lexicon
from .check_cache import Ledger, Record
from .file_stamps import Mark
from .parallel import shared_out


class Desk(Protocol):
    """Where files are looked at: first for forms, then for the rest."""

    def forms(self, files: Sequence[EntryFile]) -> list[Form]:
        """The forms of terms and names."""

    def look(self, files: Sequence[EntryFile], lexicon: Lexicon) -> list[Look]:
        """What is wrong with each file by itself."""

    def outlines(self, files: Sequence[EntryFile]) -> list[Outline]:
        """What others need to know of files that have been looked at."""

    def between(self, folder: Folder, find: Callable[[], list[Problem]]) -> list[Problem]:
        """What FIND finds between the entries of a folder, from their outlines."""

    def manuscript(self, file: EntryFile) -> Manuscript:
        """What a file with nodes holds: the place of a problem is looked for in them."""


class Reading:
    """The desk at which all has been read already."""

    def __init__(self, content: Content) -> None:
        self._read = content.read
        self._outlines: dict[str, Outline] = {}

    def forms(self, files: Sequence[EntryFile]) -> list[Form]:
        """The forms of terms and names."""
        return [form for file in files for form in forms_shown(file, self._read)]

    def look(self, files: Sequence[EntryFile], lexicon: Lexicon) -> list[Look]:
        """What is wrong with each file by itself."""
        shown = [look_at(file, self._read, lexicon) for file in files]
        self._outlines = {outline.path: outline for _, outline in shown}
        return [look for look, _ in shown]

    def outlines(self, files: Sequence[EntryFile]) -> list[Outline]:
        """What others need to know of files that have been looked at."""
        return [self._outlines[file.path] for file in files]

    def between(self, folder: Folder, find: Callable[[], list[Problem]]) -> list[Problem]:
        """What FIND finds."""
        return find()

    def manuscript(self, file: EntryFile) -> Manuscript:
        """What a file holds."""
        return _manuscript(file, self._read)


class Remembering:
    """The desk that reads only what the ledger does not know.

    What it finds anew is in `new`, `new_outlines` and `found`, as the ledger keeps it; `read` are
    all files that it read.
    """

    def __init__(self, ledger: Ledger, marks: Mapping[str, Mark]) -> None:
        self.new: dict[str, Record] = {}
        self.new_outlines: dict[str, bytes] = {}
        self.found: dict[bytes, bytes] = {}
        self.read: set[EntryFile] = set()
        self._ledger = ledger
        self._lexicon = b""
        self._marks = marks
        self._records = ledger.records(marks)
        self._manuscripts: dict[str, Manuscript] = {}

    def forms(self, files: Sequence[EntryFile]) -> list[Form]:
        """The forms of terms and names."""
        unknown = [file for file in files if file.path not in self._records]
        new = dict(zip((f.path for f in unknown), shared_out(_packed_forms, unknown), strict=True))
        self.read.update(unknown)
        packed = (new.get(f.path) or self._records[f.path].forms for f in files)
        return [form for some in packed for form in _forms(some)]

    def look(self, files: Sequence[EntryFile], lexicon: Lexicon) -> list[Look]:
        """What is wrong with each file by itself; the new are shared out among the processors."""
        self._lexicon = forms = _pack(lexicon.forms)
        edition = _fingerprint(forms)
        unknown = [file for file in files if not self._is_known(file, edition)]
        self.read.update(unknown)
        packed = shared_out(partial(_packed_looks, forms), unknown)
        for file, (own, look, outline) in zip(unknown, packed, strict=True):
            digest = self._marks[file.path].digest
            self.new[file.path] = Record(digest, own, edition, look, _fingerprint(outline))
            self.new_outlines[file.path] = outline
        self._records |= self.new
        return [_look(self._records[file.path].look) for file in files]

    def outlines(self, files: Sequence[EntryFile]) -> list[Outline]:
        """What others need to know of files that have been looked at."""
        packed = self._ledger.outlines() | self.new_outlines
        return [_outline(self._as_recorded(file, packed.get(file.path))) for file in files]

    def between(self, folder: Folder, find: Callable[[], list[Problem]]) -> list[Problem]:
        """What FIND finds, or found when all outlines were as they are now.

        The files in which it looked up the places of problems must be as they were, too.
        """
        outlines = [(file.path, self._records[file.path].outline) for file in folder.files]
        state = _fingerprint(_pack((outlines, folder.handwritten)))
        if known := self._ledger.found(state):
            problems, consulted = _found(known)
            if all(self._marks[path].digest == digest for path, digest in consulted.items()):
                return problems
        problems = find()  # the first to ask for manuscripts
        consulted = {path: self._marks[path].digest for path in self._manuscripts}
        self.found[state] = _pack((problems, consulted))
        return problems

    def manuscript(self, file: EntryFile) -> Manuscript:
        """What a file holds, read once however many problems stand in it."""
        if file.path not in self._manuscripts:
            self.read.add(file)
            self._manuscripts[file.path] = _manuscript(file, read_manuscript)
        return self._manuscripts[file.path]

    def _as_recorded(self, file: EntryFile, packed: bytes | None) -> bytes:
        """An outline from the ledger; another one if another run has written there since."""
        if packed and _fingerprint(packed) == self._records[file.path].outline:
            return packed
        self.read.add(file)
        [(_, _, outline)] = _packed_looks(self._lexicon, [file])
        return outline

    def _is_known(self, file: EntryFile, edition: bytes) -> bool:
        return file.path in self._records and self._records[file.path].lexicon == edition


def _manuscript(file: EntryFile, read: Read) -> Manuscript:
    manuscript, _ = read(file)
    if manuscript is None:
        raise ValueError(f"{file.path} has no nodes")
    return manuscript


_pack = msgspec.msgpack.Encoder(order="deterministic").encode
_look = msgspec.msgpack.Decoder(Look).decode
_outline = msgspec.msgpack.Decoder(Outline).decode
_forms = msgspec.msgpack.Decoder(tuple[Form, ...]).decode
_found = msgspec.msgpack.Decoder(tuple[list[Problem], dict[str, bytes]]).decode


def _fingerprint(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()


def _packed_forms(files: Sequence[EntryFile]) -> list[bytes]:
    """The forms of terms and names, packed for the ledger."""
    return [_pack(forms_shown(file, read_manuscript)) for file in files]


def _packed_looks(forms: bytes, files: Sequence[EntryFile]) -> list[tuple[bytes, bytes, bytes]]:
    """The forms of files, looks and outlines, packed; made in another process if there are many."""
    lexicon = _lexicon(forms)
    shown = (look_at(file, read_manuscript, lexicon) for file in files)
    return [(_pack(outline.forms), _pack(look), _pack(outline)) for look, outline in shown]


@lru_cache(maxsize=1)
def _lexicon(forms: bytes) -> Lexicon:
    return Lexicon(_forms(forms))
