"""List the files of entries and of hand-written pages, without reading entries."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from ..diagnostics.arguments import Arguments, Listed
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.system_reasons import reason_of
from ..kinds import FOLDERS, Key, Kind
from . import messages
from .file_text import read_text

PICTURES = "pictures"  # the folder of picture files
RESERVED = frozenset({"by", "index", "facing-pages-slug"})
KIND_OF_FOLDER: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}


class EntryFile(NamedTuple):
    """The file of an entry: its location, its path in diagnostics, and the entry's key.

    The location is a string: in a folder of thousands, making Paths takes as long as all else.
    """

    at: str
    path: str
    key: Key

    @property
    def file(self) -> Path:
        """The location as a Path."""
        return Path(self.at)


class PictureFile(NamedTuple):
    """The file of a picture: its location, its path in diagnostics, its size and time."""

    at: str
    path: str
    signature: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of entries in the order of their ids, and the diagnostics of misplaced files.

    Of two files with one id, the first is the entry. `handwritten` are the Markdown pages of
    `docs/` by path, `pictures` the files of `content/pictures/` by name.
    """

    files: tuple[EntryFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    handwritten: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, PictureFile] = field(default_factory=dict)


def open_folder(folder: Path, shown_as: str | None = None) -> Folder:
    """List a content folder. Never raises because of an editor's mistake.

    `shown_as` is the folder's name in diagnostics; by default its path.
    """
    root = shown_as if shown_as is not None else folder.as_posix()
    if not folder.is_dir():
        missing = Diagnostic(Place(root), messages.NO_CONTENT, {"path": root})
        return Folder((), (missing,))
    diagnostics: list[Diagnostic] = []
    pictures: dict[str, PictureFile] = {}
    files = list(_files(folder, root, diagnostics, pictures))
    found = (*diagnostics, *_collisions(files))
    return Folder(tuple(files), found, pictures=dict(sorted(pictures.items())))


def with_handwritten(opened: Folder, docs: Path) -> Folder:
    """Return the folder with the hand-written pages of a `docs` folder, to be checked too."""
    pages: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    found = sorted(_walk(docs, docs.name, diagnostics)) if docs.is_dir() else []
    for file, parts in found:
        if not parts[-1].endswith(".md"):
            continue
        path = f"{docs.name}/{'/'.join(parts)}"
        text, wrong = read_text(Path(file), path)
        diagnostics += wrong
        if text is not None:
            pages[path] = text
    return replace(opened, handwritten=pages, diagnostics=(*opened.diagnostics, *diagnostics))


def _files(
    folder: Path, root: str, diagnostics: list[Diagnostic], pictures: dict[str, PictureFile]
) -> Iterator[EntryFile]:
    """Return the files of the entries in the order of their ids; note pictures, report others."""
    found: list[EntryFile] = []
    for file, parts in _walk(folder, root, diagnostics):
        if parts[:-1] == (PICTURES,):
            status = os.stat(file)  # noqa: PTH116 (as above)
            signature = (status.st_size, status.st_mtime_ns)
            pictures[parts[-1]] = PictureFile(file, "/".join((root, *parts)), signature)
            continue
        kind = KIND_OF_FOLDER.get(parts[0]) if len(parts) > 1 else None
        name = parts[-1]
        if kind is None or not name.endswith(".yml"):
            diagnostics.append(_stray(root, parts))
            continue
        key = Key(kind, name.removesuffix(".yml"))
        path = "/".join((root, *parts))
        if key.id in RESERVED:
            diagnostics.append(Diagnostic(Place(path), messages.RESERVED_ID, {"id": key.id}))
        found.append(EntryFile(file, path, key))
    return iter(sorted(found, key=lambda file: (file.key.id, file.path)))


def _walk(
    folder: Path, root: str, diagnostics: list[Diagnostic]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every file below a folder; report symbolic links, without following them."""
    waiting: list[tuple[str, tuple[str, ...]]] = [(str(folder), ())]
    while waiting:
        opened, parts = waiting.pop()
        try:
            with os.scandir(opened) as found:
                children = list(found)
        except OSError as error:
            place = Place("/".join((root, *parts)))
            reason = reason_of(error)
            diagnostics.append(Diagnostic(place, messages.UNREADABLE, {"reason": reason}))
            continue
        for child in children:
            here = (*parts, _shown(child.name))
            if child.is_symlink():
                place = Place(f"{root}/{'/'.join(here)}")
                diagnostics.append(Diagnostic(place, messages.SYMBOLIC_LINK, {"name": here[-1]}))
            elif child.name.startswith(".") or here == ("README.md",):
                continue
            elif child.is_dir():
                waiting.append((child.path, here))
            else:
                yield child.path, here


def _shown(name: str) -> str:
    """Escape characters that cannot be printed, such as bytes that are not UTF-8."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def _stray(root: str, parts: tuple[str, ...]) -> Diagnostic:
    folders = Listed(tuple(f"{root}/{folder}" for folder in FOLDERS.values()))
    arguments: Arguments = {
        "name": parts[-1],
        "folders": folders,
        "path": f"{root}/{PICTURES}",
    }
    return Diagnostic(Place(f"{root}/{'/'.join(parts)}"), messages.STRAY_FILE, arguments)


def _collisions(files: list[EntryFile]) -> Iterator[Diagnostic]:
    """Report ids that are equal on a file system or host that ignores upper and lower case."""
    first: dict[tuple[Kind, str], EntryFile] = {}
    for found in files:
        other = first.setdefault((found.key.kind, found.key.id.casefold()), found)
        if other is not found:
            arguments = {"id": found.key.id, "other": other.path}
            yield Diagnostic(Place(found.path), messages.CASE_COLLISION, arguments)
