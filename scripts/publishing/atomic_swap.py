"""Swap two directories, in one atomic step where the system has one."""

import ctypes
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

Swap = Callable[[Path, Path], None]

# The values in Linux's headers.
AT_FDCWD = -100
RENAME_EXCHANGE = 1 << 1
# Container sandboxes return EPERM for a call that they do not know; layered file systems return
# EXDEV for a directory of a lower layer.
NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EXDEV}


def swap(new: Path, site: Path) -> None:
    """Swap two directories, in one atomic step where the system has one."""
    if not _renameat2(new, site):
        swap_by_renaming(new, site)


def _renameat2(new: Path, site: Path) -> bool:
    """Swap by `renameat2(2)` (Linux 3.15, glibc 2.28); False where it is missing."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    names = os.fsencode(new), os.fsencode(site)
    if call(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0:
        return True
    if (code := ctypes.get_errno()) in NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(new), None, str(site))


def swap_by_renaming(new: Path, site: Path) -> None:
    """Swap two directories by renaming them; for a moment, there is no `site`."""
    aside = new.with_name(f"{new.name}-old")
    try:
        site.rename(aside)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # A site from a lower layer of a container's file system cannot be renamed, only removed.
        shutil.rmtree(site)
        new.rename(site)
        return
    try:
        new.rename(site)
    except BaseException:
        aside.rename(site)
        raise
    aside.rename(new)
