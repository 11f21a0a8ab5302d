"""The site as a directory that is replaced whole or not at all.

A build writes a complete new tree beside the old one, which is served undisturbed meanwhile; a
file that has not changed is a hard link into it (13 µs where writing a file costs 100 to 300).
Then the two are swapped in one atomic step, and the old one is removed. A build that fails or is
killed leaves the old site as it was.
"""

import errno
import fcntl
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from ..diagnostics.diagnostic import Failure
from .atomic_swap import Swap, swap

MARKER = ".facing-pages"
"""The empty file by which a directory is known to be a site that we made, and may replace."""

DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
REGULAR = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW  # do not wait for a pipe's writer


class NotASite(Failure):
    """The folder at `path` was not made by the generator, so it is not replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not a site made by this program, so it was left as it is")
        self.path = path


FileStamp = tuple[int, int]
"""Size and time of a published file (in nanoseconds), which links to it share."""


class SiteWriter:
    """Writes a new site into the directory `root`; `old` is a descriptor of the present site."""

    def __init__(self, root: Path, old: int | None) -> None:
        self.root = root
        self._old = old
        self._folders = {root}

    def write(self, path: str, content: bytes) -> None:
        """Write a file to `path`, as a hard link if the old site has the same content there.

        `path` is relative to the site, with slashes. Raises `ValueError` if it leads outside the
        site, and `FileExistsError` if the path is taken: no two pages have one address.
        """
        target = self._target(path)
        if not self._link(path, content, target):
            with target.open("xb") as file:
                file.write(content)

    def keep(self, path: str, stamp: FileStamp) -> bool:
        """Link a file of the old site that has not been written since its stamp was taken.

        Returns False if there is no such file, or if links fail here.
        """
        if self._old is None:
            return False
        with suppress(OSError):
            if _stamp(os.stat(path, dir_fd=self._old, follow_symlinks=False)) == stamp:
                os.link(path, self._target(path), src_dir_fd=self._old)
                return True
        return False

    def stamp(self, path: str) -> FileStamp:
        """Return the stamp of a file that was written."""
        return _stamp((self.root / path).stat())

    def copy(self, source: Path, path: str) -> None:
        """Copy a file on disk to `path`, under the conditions of `write`.

        Never a link to `source` itself, which its editor may go on to change in place.
        """
        self.write(path, source.read_bytes())

    def _target(self, path: str) -> Path:
        relative = PurePosixPath(path)
        if relative.is_absolute() or ".." in relative.parts or str(relative) != path or path == ".":
            raise ValueError(f"not a path inside the site: {path!r}")
        target = self.root / relative
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        return target

    def _link(self, path: str, content: bytes, target: Path) -> bool:
        """Link to the old site's file if it is the same; False if not, or if links fail here."""
        # By the descriptor, not the name: another build may replace the directory of that name.
        if self._old is None or not _holds(path, content, self._old):
            return False
        try:
            os.link(path, target, src_dir_fd=self._old)
        except FileExistsError:
            raise
        except OSError:
            return False
        return True


@contextmanager
def site_replaced(site: Path, *, swap: Swap = swap) -> Iterator[SiteWriter]:
    """Yield a writer for a new tree, and put the tree in the place of `site` if the block succeeds.

    On any exception, an interrupt too, the new tree is removed and the old site stays. Trees that
    killed builds left beside `site` are removed first. `swap` swaps two directories. Raises
    `NotASite` if `site` is anything else than a site made by the generator.
    """
    site = site.absolute()
    _refuse_foreign(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(site)
    with _own_directory(site) as new:
        try:
            (new / MARKER).touch()
            with _opened(site) as old:
                yield SiteWriter(new, old)
            _refuse_foreign(site)
            _put_in_place(new, site, swap)
        finally:
            # The old site after the swap; otherwise the unfinished one.
            shutil.rmtree(new, ignore_errors=True)


def _stamp(status: os.stat_result) -> FileStamp:
    return status.st_size, status.st_mtime_ns


def _put_in_place(new: Path, site: Path, swap: Swap) -> None:
    try:
        new.rename(site)  # succeeds where there is nothing, or an empty directory
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST, errno.EXDEV):
            raise
        swap(new, site)


def _holds(path: str, content: bytes, folder: int) -> bool:
    """Whether the directory of a descriptor has a file with this content at `path`."""
    try:
        descriptor = os.open(path, REGULAR, dir_fd=folder)
    except OSError:
        return False
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        is_like = stat.S_ISREG(found.st_mode) and found.st_size == len(content)
        return is_like and file.read() == content


def _refuse_foreign(site: Path) -> None:
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise NotASite(site)
    if site.is_dir() and not (site / MARKER).is_file() and any(site.iterdir()):
        raise NotASite(site)


@contextmanager
def _opened(site: Path) -> Iterator[int | None]:
    """A descriptor of the site's directory, or None if there is none yet."""
    try:
        descriptor = os.open(site, DIRECTORY)
    except FileNotFoundError:
        yield None
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _fresh_name(site: Path) -> Path:
    return site.with_name(f".{site.name}.facing-pages-{secrets.token_hex(4)}")


@contextmanager
def _own_directory(site: Path) -> Iterator[Path]:
    """A new directory beside the site, locked to show other builds that it is in use."""
    new, lock = _locked_directory(site)
    try:
        yield new
    finally:
        # Unlocked, not only closed: processes forked meanwhile hold copies of the descriptor.
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)


def _locked_directory(site: Path) -> tuple[Path, int]:
    while True:
        new = _fresh_name(site)
        new.mkdir()
        # Another build may remove it as a leftover in the moment before it is locked.
        with suppress(FileNotFoundError):
            lock = os.open(new, DIRECTORY)
            # On a file system without locks, leftovers cannot be recognised, and none is removed.
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
            if new.exists():
                return new, lock
            os.close(lock)


def _remove_leftovers(site: Path) -> None:
    """Remove the trees of builds that were killed: those that nobody has locked."""
    name = re.compile(re.escape(f".{site.name}.facing-pages-") + r"[0-9a-f]{8}(-old)?")
    for path in site.parent.iterdir():
        if name.fullmatch(path.name):
            with suppress(OSError):
                _remove_unlocked(path)


def _remove_unlocked(tree: Path) -> None:
    descriptor = os.open(tree, DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(tree)
    finally:
        os.close(descriptor)
