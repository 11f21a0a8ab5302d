"""The folder of entries, and the hand-written pages: which files there are, none of them read."""

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

RESERVED = frozenset({"by", "index", "facing-pages-slug"})
KIND_OF_FOLDER: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}


class EntryFile(NamedTuple):
    """A file that should hold an entry: where it lies, how problems name it, what it holds.

    An archive has thousands: to make a Path of each takes as long as to look at them all.
    """

    at: str
    path: str
    key: Key

    @property
    def file(self) -> Path:
        """Where it lies, for whoever opens it."""
        return Path(self.at)


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of entries in the order of their ids, and what lies where it should not.

    Of two files of one id the first is the entry. `handwritten` are the Markdown pages of `docs/`
    by their paths.
    """

    files: tuple[EntryFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    handwritten: dict[str, str] = field(default_factory=dict)


def open_folder(folder: Path, shown_as: str | None = None) -> Folder:
    """What is in a content folder. Never raises for what editors may have done.

    `shown_as` is how problems name the folder; by default as it was given.
    """
    root = shown_as if shown_as is not None else folder.as_posix()
    if not folder.is_dir():
        missing = Diagnostic(Place(root), messages.NO_CONTENT, {"path": root})
        return Folder((), (missing,))
    diagnostics: list[Diagnostic] = []
    files = list(_files(folder, root, diagnostics))
    return Folder(tuple(files), (*diagnostics, *_collisions(files)))


def with_handwritten(opened: Folder, docs: Path) -> Folder:
    """The folder with the hand-written pages in a `docs` folder, so that they are checked too."""
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


def _files(folder: Path, root: str, diagnostics: list[Diagnostic]) -> Iterator[EntryFile]:
    """The files of the entries, in order of their ids; what else lies about is a problem."""
    found: list[EntryFile] = []
    for file, parts in _walk(folder, root, diagnostics):
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
    """Every file below a folder; symbolic links are problems and are not followed."""
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
    """A file's name with what no terminal can print, such as bytes that are not UTF-8, escaped."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def _stray(root: str, parts: tuple[str, ...]) -> Diagnostic:
    folders = Listed(tuple(f"{root}/{folder}" for folder in FOLDERS.values()))
    arguments: Arguments = {"name": parts[-1], "folders": folders}
    return Diagnostic(Place(f"{root}/{'/'.join(parts)}"), messages.STRAY_FILE, arguments)


def _collisions(files: list[EntryFile]) -> Iterator[Diagnostic]:
    """Ids that are equal, or would be on a file system or host that ignores capitals."""
    first: dict[tuple[Kind, str], EntryFile] = {}
    for found in files:
        other = first.setdefault((found.key.kind, found.key.id.casefold()), found)
        if other is not found:
            arguments = {"id": found.key.id, "other": other.path}
            yield Diagnostic(Place(found.path), messages.CASE_COLLISION, arguments)
