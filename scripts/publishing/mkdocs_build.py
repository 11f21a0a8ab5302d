"""The engine: MkDocs prints the frames and the hand-written pages, which are kept meanwhile.

They hold nothing of `content/`. They are kept under a key of what they do depend on, so that a
rebuild after an edit in `content/` does not even import MkDocs. Another engine, one day, is other
`hooks`, and here another command with other `ENGINE` and `INPUTS`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Set
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..diagnostics.diagnostic import Failure
from ..edition.settings import Settings
from .page_shells import PageShells, placeholder_shells

ENGINE = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown", "jinja2")
# The whole generator, as its frames are what many of its modules make of them; the templates of
# page bodies are the press's, not the frames'.
INPUTS = ("mkdocs.yml", "docs", "overrides", "scripts")
NOT_INPUTS = ("overrides/pages",)
PRINTING = "printing-"  # how the folders are called that MkDocs prints into
# The pages that are made without a file, as a navigation may name them: en/claims/index.md.
GENERATED = frozenset(page_shell.source_uri for page_shell in placeholder_shells())
EMPTY_SECTIONS = "FACING_PAGES_EMPTY_SECTIONS"  # in the environment, for MkDocs
ABANDONED = 3600  # seconds after which nobody is still printing


class EngineError(Failure):
    """MkDocs could not print the frames; the message is what it said."""


def page_shells_folder(settings: Settings) -> Path:
    """The folder that holds the frames of every look that was printed lately."""
    return settings.root / ".cache" / "frames"


def page_shells_key(settings: Settings, empty: Set[str]) -> str:
    """A fingerprint of all that frames depend on; EMPTY sections are in no navigation."""
    digest = hashlib.sha256()
    digest.update(repr((settings.site_url, settings.repo_url, settings.branch)).encode())
    digest.update(repr(sorted(empty)).encode())
    for package in ENGINE:
        digest.update(f"{package} {_version(package)}\n".encode())
    for path in _inputs(settings.root):
        digest.update(path.relative_to(settings.root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # MkDocs itself will say so, if it has to print
        return "not installed"


def _inputs(root: Path) -> Iterator[Path]:
    for name in INPUTS:
        path = root / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            inside = file.relative_to(root).as_posix()
            if file.is_file() and file.suffix != ".pyc" and not inside.startswith(NOT_INPUTS):
                yield file


def built_page_shells(settings: Settings, empty: Set[str]) -> PageShells:
    """The frames for these settings without EMPTY sections, from the cache or printed now.

    Raises EngineError if MkDocs fails.
    """
    folder = page_shells_folder(settings) / page_shells_key(settings, empty)
    if not folder.is_dir():
        keep(_print(settings, empty), folder)
    return PageShells(folder)


def keep(printed: Path, folder: Path) -> None:
    """Put newly printed frames where later builds find them, in place of older ones."""
    try:
        printed.rename(folder)
    except OSError:
        shutil.rmtree(printed)
        if not folder.is_dir():
            raise
        # Another build was quicker.
    _remove_old(folder)


def _remove_old(folder: Path) -> None:
    """Remove all but the latest few frames, and what killed builds left half printed."""
    others = [other for other in folder.parent.iterdir() if other != folder]
    printing = [other for other in others if other.name.startswith(PRINTING)]
    kept = [other for other in others if other not in printing]
    abandoned = [other for other in printing if time.time() - _time_of(other) > ABANDONED]
    for old in [*sorted(kept, key=_time_of)[:-3], *abandoned]:
        shutil.rmtree(old, ignore_errors=True)


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # another build has just kept or removed it
        return 0.0


def new_folder(settings: Settings) -> Path:
    """A folder for MkDocs to print frames into."""
    parent = page_shells_folder(settings)
    parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=PRINTING, dir=parent))


def is_for_page_shells(site_dir: Path, settings: Settings) -> bool:
    """Whether MkDocs was told to print frames only, by the folder that it writes to."""
    return site_dir.resolve().parent == page_shells_folder(settings).resolve()


def _check_navigation(settings: Settings) -> None:
    """Raise EngineError at the first page of the navigation that is not there."""
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


def _print(settings: Settings, empty: Set[str]) -> Path:
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
    result = subprocess.run(
        command, cwd=settings.root, env=environment, capture_output=True, check=False,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    if result.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise EngineError(_reported(result.stdout + result.stderr))
    return folder


def _reported(output: str) -> str:
    """What MkDocs found wrong, a line each; of a traceback its last line."""
    head, traceback, rest = output.strip().partition("Traceback (most recent call last):")
    lines = [line for line in head.splitlines() if not line.startswith(("INFO", "DEBUG"))]
    lines += rest.strip().splitlines()[-1:] if traceback else []
    return "\n".join(dict.fromkeys(line for line in lines if line.strip()))
