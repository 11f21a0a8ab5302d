"""Checking a folder: what was wrong with the very same files is told again, and what has changed
since is inspected.

The model, the checks and their libraries are imported where they are needed: that takes longer than
to see that nothing has changed.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from .files import Folder
from .files.marks import Mark, current, is_as_marked
from .ledger import Ledger, Record, opened
from .problems import Problem


def problems_in(folder: Folder, ledger: Path) -> list[Problem]:
    """Everything that is wrong in a folder, in the order of files and lines.

    Only files that have changed since the LEDGER was written are read.
    """
    with opened(ledger) as remembered:
        known = remembered.marks(folder.files)
        marks = {file.path: current(file.at, known.get(file.path)) for file in folder.files}
        new = {path: mark for path, mark in marks.items() if mark is not known.get(path)}
        state = _state(folder, marks)
        verdict = remembered.verdict(state)
        if verdict is not None:
            remembered.keep(new)
            return _problems(verdict)
        problems, records, certain = _inspected(folder, remembered, marks)
        remembered.keep(new, records, {state: _pack(problems)} if certain else {})
        return problems


def _inspected(
    folder: Folder, ledger: Ledger, marks: Mapping[str, Mark]
) -> tuple[list[Problem], Mapping[str, Record], bool]:
    """What is wrong in a folder, the new records of its files, and whether all this is certain.

    Of a file that was written while the checks ran, nobody knows which bytes they read.
    """
    from .inspection import inspected
    from .looks import Remembering

    desk = Remembering(ledger, marks)
    problems = inspected(folder, desk)
    written = {file.path for file in desk.read if not is_as_marked(file.at, marks[file.path])}
    records = {path: record for path, record in desk.new.items() if path not in written}
    return problems, records, not written


def _state(folder: Folder, marks: Mapping[str, Mark]) -> bytes:
    """A fingerprint of all that decides what is wrong in a folder."""
    entries = [(file.path, marks[file.path].digest) for file in folder.files]
    return hashlib.sha256(_pack((entries, folder.problems, folder.handwritten))).digest()


_pack = msgspec.msgpack.Encoder().encode
_problems = msgspec.msgpack.Decoder(list[Problem]).decode
