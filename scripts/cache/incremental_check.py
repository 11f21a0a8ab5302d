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

from ..diagnostics.diagnostic import Diagnostic
from ..reading.folder import Folder
from .check_cache import CheckCache, open_cache
from .file_stamps import FileStamp, current, is_unchanged

Found = TypeVar("Found")


def diagnostics_in(folder: Folder, cache: Path) -> list[Diagnostic]:
    """Everything that is wrong in a folder, in the order of files and lines.

    Only files that have changed since the LEDGER was written are read.
    """
    with open_cache(cache) as remembered:
        known = remembered.stamps(folder.files)
        stamps = {file.path: current(file.at, known.get(file.path)) for file in folder.files}
        new = {path: stamp for path, stamp in stamps.items() if stamp is not known.get(path)}
        remembered.keep(stamps=new)
        state = _state(folder, stamps)
        verdict = remembered.found(state)
        if verdict is not None:
            return _problems(verdict)
        return _inspected(folder, remembered, stamps, state)


def _inspected(
    folder: Folder, cache: CheckCache, stamps: Mapping[str, FileStamp], state: bytes
) -> list[Diagnostic]:
    """What is wrong in a folder; what is found anew goes into the ledger.

    Nothing is kept of a file that was written while the checks ran, for nobody knows which bytes
    they read; nor of one with a date that is still to come, for tomorrow it may have come.
    """
    from ..check import run_checks
    from ..reading.messages import DATE_TO_COME
    from .analysers import CachedAnalyser

    analyser = CachedAnalyser(cache, stamps)
    diagnostics = run_checks(folder, analyser)
    passing = {file.path for file in analyser.read if not is_unchanged(file.at, stamps[file.path])}
    passing |= {
        diagnostic.place.path for diagnostic in diagnostics if diagnostic.message == DATE_TO_COME
    }
    cache.keep(
        analyses=_without(passing, analyser.new),
        summaries=_without(passing, analyser.new_summaries),
        found={} if passing else analyser.found | {state: _pack(diagnostics)},
    )
    return diagnostics


def _without(paths: Collection[str], found: Mapping[str, Found]) -> dict[str, Found]:
    return {path: one for path, one in found.items() if path not in paths}


def _state(folder: Folder, stamps: Mapping[str, FileStamp]) -> bytes:
    """A fingerprint of all that decides what is wrong in a folder."""
    entries = [(file.path, stamps[file.path].digest) for file in folder.files]
    return hashlib.sha256(_pack((entries, folder.diagnostics, folder.handwritten))).digest()


_pack = msgspec.msgpack.Encoder().encode
_problems = msgspec.msgpack.Decoder(list[Diagnostic]).decode
