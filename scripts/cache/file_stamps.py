"""Marks: by what a file is known again although its text is not kept, as git knows its files."""

import hashlib
import os
import stat
import time
from pathlib import Path
from typing import NamedTuple

from ..reading.file_text import SIZE_LIMIT

# A file that was written this shortly before it was looked at may have changed since, within one
# tick of the file system's clock.
FRESH = 2 * 10**9  # nanoseconds


class FileStamp(NamedTuple):
    """When a file was seen (in nanoseconds), its size and times, and the SHA-256 of its bytes.

    Signature and digest are empty if it cannot be read, or should not be.
    """

    seen: int
    signature: str
    digest: bytes


def current(file: str, known: FileStamp | None) -> FileStamp:
    """The mark of a file as it is now: the known one if nothing tells that it has changed."""
    now = time.time_ns()
    try:
        status = os.stat(file)  # noqa: PTH116 (a Path takes longer to make than this takes)
        if not stat.S_ISREG(status.st_mode) or status.st_size > SIZE_LIMIT:
            return FileStamp(
                now, "", b""
            )  # a pipe would never end; whoever reads the file will tell
        signature = _signature(status)
        if known and known.signature == signature and status.st_ctime_ns + FRESH < known.seen:
            return known
        return FileStamp(now, signature, hashlib.sha256(Path(file).read_bytes()).digest())
    except OSError:
        return FileStamp(now, "", b"")


def is_unchanged(file: str, stamp: FileStamp) -> bool:
    """Whether a file is one that can be read and has not been written since it was marked."""
    try:
        return _signature(os.stat(file)) == stamp.signature  # noqa: PTH116 (as above)
    except OSError:
        return False


def _signature(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
