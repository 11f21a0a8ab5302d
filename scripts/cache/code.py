"""Fingerprints of code, which tell a stage's results apart from those of other versions of it.

A module's code is its file, the files of all modules that it imports, directly or through others,
and the data beside them.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Faster than Python's own parser. Imported names of classes and functions match no file.
_IMPORT = re.compile(
    r"^[ \t]*from (\.+|scripts\b)\.?([\w.]*) import (\([^)]*\)|[^\n]*)", re.MULTILINE
)


@cache
def fingerprint(*modules: str) -> bytes:
    """Return the SHA-256 of the code of modules, such as `checks.figures`, and its libraries."""
    digest = hashlib.sha256(sys.version.encode())
    digest.update("\n".join(sorted(_libraries())).encode())
    for file in sorted(_files(modules)):
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.digest()


def _files(modules: tuple[str, ...]) -> set[Path]:
    """The files of modules, of all that they import, and the data beside them."""
    found: set[Path] = set()
    waiting = [file for module in modules for file in _module(module.split("."))]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += _imported(file)
    return found | {data for folder in {file.parent for file in found} for data in _data(folder)}


def _imported(file: Path) -> Iterator[Path]:
    """The modules that a module imports, also within functions."""
    package = file.relative_to(ROOT).parts[:-1]
    for dots, path, names in _IMPORT.findall(file.read_text(encoding="utf-8")):
        level = len(dots) if dots.startswith(".") else 0
        start = [*package[: len(package) + 1 - level]] if level else []
        base = [*start, *filter(None, path.split("."))]
        yield from _module(base)
        for name in re.findall(r"\w+", re.sub(r"#.*| as \w+", "", names)):
            yield from _module([*base, name])


def _module(parts: list[str]) -> Iterator[Path]:
    """The file of a module, if there is one, and those of the packages around it."""
    path = ROOT.joinpath(*parts)
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if parts and file.is_file():
            yield file
            for folder in file.relative_to(ROOT).parents:
                package = ROOT / folder / "__init__.py"
                if package.is_file():
                    yield package


def _data(folder: Path) -> Iterator[Path]:
    return (file for file in folder.iterdir() if file.is_file() and not file.match("*.py*"))


def _libraries() -> Iterator[str]:
    """The installed libraries with their versions.

    `importlib.metadata` takes as long for this as a whole check of what has not changed.
    """
    for folder in map(Path, sys.path):
        with suppress(OSError):
            yield from (file.name for file in folder.iterdir() if file.suffix == ".dist-info")
