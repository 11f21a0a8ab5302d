"""File stamps: size, times and hash, which show whether a file has changed, as in git's index."""

import hashlib
import os
import stat
import time
from pathlib import Path
from typing import NamedTuple

from ..reading.file_text import SIZE_LIMIT

# A file written this shortly before its stamp was taken may have been written again since, within
# one tick of the file system's clock.
FRESH = 2 * 10**9  # nanoseconds


class FileStamp(NamedTuple):
    """When a file was seen (in nanoseconds), its size and times, and the SHA-256 of its bytes.

    Signature and digest are empty if it cannot be read, or should not be.
    """

    seen: int
    signature: str
    digest: bytes


def current(file: str, known: FileStamp | None) -> FileStamp:
    """Return the stamp of a file as it is now: the known one if size and times are the same."""
    now = time.time_ns()
    try:
        status = os.stat(file)  # noqa: PTH116 (a Path takes longer to make than this takes)
        if not stat.S_ISREG(status.st_mode) or status.st_size > SIZE_LIMIT:
            return FileStamp(now, "", b"")  # a pipe would never end; reading the file reports it
        signature = _signature(status)
        if known and known.signature == signature and status.st_ctime_ns + FRESH < known.seen:
            return known
        return FileStamp(now, signature, hashlib.sha256(Path(file).read_bytes()).digest())
    except OSError:
        return FileStamp(now, "", b"")


def is_unchanged(file: str, stamp: FileStamp) -> bool:
    """Whether a file is readable and has not been written since its stamp was taken."""
    try:
        return _signature(os.stat(file)) == stamp.signature  # noqa: PTH116 (as above)
    except OSError:
        return False


def _signature(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
