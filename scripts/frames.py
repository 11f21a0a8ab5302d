"""Frames: the site's look around an empty page, printed by MkDocs and kept until it changes.

There is one frame for each kind of page and language. It is Material's own page around
sentinels, words that the press replaces; the slug is one of them and stands in the frame's very
path, so that every address in it (canonical, alternates, the language switch) comes out right.
Pages of one kind lie at one depth, so a frame's relative links hold for all of them.

Frames and hand-written pages hold nothing of `content/`; they are kept under a key of what they
do depend on, and a rebuild after an edit in `content/` does not even import MkDocs.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from markupsafe import escape

from .languages import LANGUAGES, Language
from .pages.page import PATHS, FrameKind, Page
from .settings import Settings

SLOTS = ("slug", "title", "description", "body", "contents")
SENTINEL = re.compile(rf"facing-pages-({'|'.join(SLOTS)})")
ENGINE = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown", "jinja2")
# The whole generator, as its frames are what many of its modules make of them; the templates of
# page bodies are the press's, not the frames'.
INPUTS = ("mkdocs.yml", "docs", "overrides", "scripts")
NOT_INPUTS = ("overrides/pages",)
PRINTING = "printing-"  # how the folders are called that MkDocs prints into
ABANDONED = 3600  # seconds after which nobody is still printing


class EngineError(Exception):
    """MkDocs could not print the frames; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What MkDocs prints for one kind of page in one language: its slots, as HTML."""

    kind: FrameKind
    language: Language
    slots: Mapping[str, str]

    @property
    def path(self) -> str:
        """The page's path below the root of its language."""
        return PATHS[self.kind].format(slug=self.slots["slug"])

    @property
    def source_uri(self) -> str:
        """The file that MkDocs believes to make the page of; there is none on disk."""
        path = self.path
        name = f"{path}index.md" if self.kind == path.strip("/") else f"{path.rstrip('/')}.md"
        return f"{self.language.code}/{name}"


def sentinel_frames() -> Iterator[Frame]:
    """The frames of the site: every kind of page in both languages, all slots sentinels."""
    sentinels = {slot: f"facing-pages-{slot}" for slot in SLOTS}
    for language in LANGUAGES:
        for kind in PATHS:
            yield Frame(kind, language, sentinels)


def slots_of(page: Page) -> dict[str, str]:
    """What a page puts into its frame, as HTML: plain text is escaped here, once."""
    return {
        "slug": str(escape(page.slug)),
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "body": page.body,
        "contents": page.contents,
    }


class Frames:
    """A folder of printed frames, with everything else that MkDocs made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts: dict[tuple[FrameKind, str], list[str]] = {}

    def fill(self, page: Page) -> str:
        """A page in its frame."""
        parts = self._parts_of(page.kind, page.language)
        slots = slots_of(page)
        # re.split gives literal text at even places and the slots' names at odd ones.
        return "".join(slots[part] if i % 2 else part for i, part in enumerate(parts))

    def _parts_of(self, kind: FrameKind, language: Language) -> list[str]:
        key = (kind, language.code)
        if key not in self._parts:
            path = frame_path(kind, language)
            html = (self.folder / path).read_text(encoding="utf-8")
            self._parts[key] = SENTINEL.split(html)
        return self._parts[key]

    def handwritten(self) -> Iterator[str]:
        """The paths of the hand-written pages' files."""
        frames = {frame_path(frame.kind, frame.language) for frame in sentinel_frames()}
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix()
            if path not in frames:
                yield path

    def assets(self) -> Iterator[str]:
        """The paths of all other files, but for what the press makes anew."""
        for file in sorted(self.folder.rglob("*")):
            path = file.relative_to(self.folder).as_posix()
            if file.is_file() and file.suffix != ".html" and not path.startswith("sitemap.xml"):
                yield path


def frame_path(kind: FrameKind, language: Language) -> str:
    """Where MkDocs puts a frame."""
    return f"{language.prefix}{PATHS[kind].format(slug='facing-pages-slug')}index.html"


def frames_folder(settings: Settings) -> Path:
    """The folder that holds the frames of every look that was printed lately."""
    return settings.root / ".cache" / "frames"


def frames_key(settings: Settings) -> str:
    """A fingerprint of all that frames depend on."""
    digest = hashlib.sha256()
    digest.update(repr((settings.site_url, settings.repo_url, settings.branch)).encode())
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


def printed_frames(settings: Settings) -> Frames:
    """The frames for these settings, from the cache or printed now.

    Raises EngineError if MkDocs fails.
    """
    folder = frames_folder(settings) / frames_key(settings)
    if not folder.is_dir():
        keep(_print(settings), folder)
    return Frames(folder)


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
    parent = frames_folder(settings)
    parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=PRINTING, dir=parent))


def is_for_frames(site_dir: Path, settings: Settings) -> bool:
    """Whether MkDocs was told to print frames only, by the folder that it writes to."""
    return site_dir.resolve().parent == frames_folder(settings).resolve()


def _print(settings: Settings) -> Path:
    folder = new_folder(settings)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    command += ["--config-file", str(settings.root / "mkdocs.yml"), "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": settings.site_url}
    result = subprocess.run(
        command, cwd=settings.root, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise EngineError((result.stdout + result.stderr).strip())
    return folder
