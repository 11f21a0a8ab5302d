"""Checking a folder: what was wrong with the very same files is told again, and what has changed
since is inspected.

The model, the checks and their libraries are imported where they are needed: that takes longer than
to see that nothing has changed.
"""

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from ..diagnostics.diagnostic import Problem
from ..reading.folder import Folder
from .check_cache import Ledger, opened
from .file_stamps import Mark, current, is_as_marked

Found = TypeVar("Found")


def problems_in(folder: Folder, ledger: Path) -> list[Problem]:
    """Everything that is wrong in a folder, in the order of files and lines.

    Only files that have changed since the LEDGER was written are read.
    """
    with opened(ledger) as remembered:
        known = remembered.marks(folder.files)
        marks = {file.path: current(file.at, known.get(file.path)) for file in folder.files}
        new = {path: mark for path, mark in marks.items() if mark is not known.get(path)}
        remembered.keep(marks=new)
        state = _state(folder, marks)
        verdict = remembered.found(state)
        if verdict is not None:
            return _problems(verdict)
        return _inspected(folder, remembered, marks, state)


def _inspected(
    folder: Folder, ledger: Ledger, marks: Mapping[str, Mark], state: bytes
) -> list[Problem]:
    """What is wrong in a folder; what is found anew goes into the ledger.

    Nothing is kept of a file that was written while the checks ran, for nobody knows which bytes
    they read; nor of one with a date that is still to come, for tomorrow it may have come.
    """
    from ..check import inspected
    from ..reading.messages import DATE_TO_COME
    from .analysers import Remembering

    desk = Remembering(ledger, marks)
    problems = inspected(folder, desk)
    passing = {file.path for file in desk.read if not is_as_marked(file.at, marks[file.path])}
    passing |= {problem.place.path for problem in problems if problem.fault == DATE_TO_COME}
    ledger.keep(
        records=_without(passing, desk.new),
        outlines=_without(passing, desk.new_outlines),
        found={} if passing else desk.found | {state: _pack(problems)},
    )
    return problems


def _without(paths: Collection[str], found: Mapping[str, Found]) -> dict[str, Found]:
    return {path: one for path, one in found.items() if path not in paths}


def _state(folder: Folder, marks: Mapping[str, Mark]) -> bytes:
    """A fingerprint of all that decides what is wrong in a folder."""
    entries = [(file.path, marks[file.path].digest) for file in folder.files]
    return hashlib.sha256(_pack((entries, folder.problems, folder.handwritten))).digest()


_pack = msgspec.msgpack.Encoder().encode
_problems = msgspec.msgpack.Decoder(list[Problem]).decode
