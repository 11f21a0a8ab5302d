"""The MkDocs run: it renders the page shells and the hand-written pages, which are cached.

They hold nothing from `content/` and are cached under the hash of what they do depend on, so that a
build after an edit in `content/` does not even import MkDocs. Another engine needs other `hooks`,
and another command with other `INPUTS` here.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Set
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from ..cache.stages import Stage, pack
from ..cache.store import Store
from ..diagnostics.diagnostic import Failure
from ..edition.settings import Settings
from .page_shells import PageShells, page_shell_path, placeholder_shells

SHELLS: Final = Stage("page shells", "hooks")
INPUTS = ("mkdocs.yml", "docs", "overrides")
NOT_INPUTS = ("overrides/pages",)  # the templates of page bodies
SHELL_PATHS = {page_shell_path(shell.kind, shell.language) for shell in placeholder_shells()}
# The pages that have no file, as a navigation may name them: en/claims/index.md.
GENERATED = frozenset(shell.source_uri for shell in placeholder_shells())
EMPTY_SECTIONS = "FACING_PAGES_EMPTY_SECTIONS"  # in the environment, for MkDocs
ABANDONED = 3600  # seconds after which a folder is taken to be abandoned
_decode = msgspec.msgpack.Decoder(dict[str, bytes]).decode


class EngineError(Failure):
    """MkDocs failed; the message is its own."""


def page_shells(settings: Settings, empty: Set[str], store: Store) -> PageShells:
    """Return the page shells for these settings, from the store or rendered now.

    No navigation names `empty` sections.

    Raises EngineError if MkDocs fails.
    """
    inputs = _inputs(settings, empty)
    packed = SHELLS.result(store, lambda: pack(_rendered(settings, empty)), *inputs)
    return PageShells(_decode(packed))


def store_page_shells(
    settings: Settings, empty: Set[str], store: Store, folder: Path
) -> PageShells:
    """Store what MkDocs rendered into a folder, and remove the folder."""
    files = _files(folder)
    shutil.rmtree(folder, ignore_errors=True)
    store.save({SHELLS.key(*_inputs(settings, empty)): pack(files)})
    return PageShells(files)


def new_folder(settings: Settings) -> Path:
    """Create a folder for MkDocs to render page shells into."""
    parent = _parent(settings)
    parent.mkdir(parents=True, exist_ok=True)
    for folder in parent.iterdir():  # left by a build that was killed
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > ABANDONED:
                shutil.rmtree(folder)
    return Path(tempfile.mkdtemp(dir=parent))


def is_for_page_shells(site_dir: Path, settings: Settings) -> bool:
    """Whether MkDocs was started to render page shells only, by the folder that it writes to."""
    return site_dir.resolve().parent == _parent(settings).resolve()


def _parent(settings: Settings) -> Path:
    return settings.root / ".cache" / "page-shells"


def _check_navigation(settings: Settings) -> None:
    """Raise EngineError at the first page of the navigation that does not exist."""
    known = {path.partition("/")[2] for path in GENERATED}
    for name, place in settings.navigation:
        is_generated = name in known or name.startswith("guide/checks/")
        if "://" in name or is_generated or (settings.root / "docs/en" / name).is_file():
            continue
        raise EngineError(
            f"{place}: nav names “{name}”, and there is no docs/en/{name}. "
            f"nav列出「{name}」，但沒有docs/en/{name}這個檔案。"
        )
    names = [name for name, _ in settings.navigation]
    if not (settings.root / "docs/en/index.md").is_file() or (names and "index.md" not in names):
        raise EngineError(
            "mkdocs.yml: the site needs a home page: write docs/en/index.md, and name index.md in "
            "nav. 網站須有首頁：請撰寫docs/en/index.md，並在nav列出index.md。"
        )


def _rendered(settings: Settings, empty: Set[str]) -> dict[str, bytes]:
    _check_navigation(settings)
    folder = new_folder(settings)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(settings.root / "mkdocs.yml"), "--site-dir", str(folder)]
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "SITE_URL": settings.site_url,
        EMPTY_SECTIONS: ",".join(sorted(empty)),
    }
    try:
        result = subprocess.run(
            command, cwd=settings.root, env=environment, capture_output=True, check=False,
            encoding="utf-8", errors="replace",
        )  # fmt: skip
        if result.returncode:
            raise EngineError(_reported(result.stdout + result.stderr))
        files = _files(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if not files.keys() >= SHELL_PATHS:  # somebody emptied the folder meanwhile
        raise EngineError(f"{folder}: files are missing. 檔案不齊全。")
    return files


def _reported(output: str) -> str:
    """The warnings and errors of MkDocs, a line each; of a traceback, only the last line."""
    head, traceback, rest = output.strip().partition("Traceback (most recent call last):")
    lines = [line for line in head.splitlines() if not line.startswith(("INFO", "DEBUG"))]
    lines += rest.strip().splitlines()[-1:] if traceback else []
    return "\n".join(dict.fromkeys(line for line in lines if line.strip()))


def _files(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by their paths."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _inputs(settings: Settings, empty: Set[str]) -> Iterator[object]:
    """Everything but code that page shells depend on."""
    yield settings.site_url, settings.repo_url, settings.branch, sorted(empty)
    for name in INPUTS:
        path = settings.root / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            inside = file.relative_to(settings.root).as_posix()
            if file.is_file() and not inside.startswith(NOT_INPUTS):
                yield inside, file.read_bytes()
