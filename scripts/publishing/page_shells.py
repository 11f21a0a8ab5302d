"""Frames: the site's look around an empty page, and the press that puts pages into them.

There is one frame for each kind of page and language. It is Material's own page around
sentinels, words that the press replaces; the slug is one of them and stands in the frame's very
path, so that every address in it (canonical, alternates, the language switch) comes out right.
Pages of one kind lie at one depth, so a frame's relative links hold for all of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from ..languages import LANGUAGES, Language
from ..pages.page import PATHS, Page, PageKind

SLOTS = ("slug", "title", "description", "body", "contents")
PLACEHOLDER = re.compile(rf"facing-pages-({'|'.join(SLOTS)})")


@dataclass(frozen=True, slots=True)
class PageShell:
    """What MkDocs prints for one kind of page in one language: its slots, as HTML."""

    kind: PageKind
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


def placeholder_shells() -> Iterator[PageShell]:
    """The frames of the site: every kind of page in both languages, all slots sentinels."""
    sentinels = {slot: f"facing-pages-{slot}" for slot in SLOTS}
    for language in LANGUAGES:
        for kind in PATHS:
            yield PageShell(kind, language, sentinels)


def slots_of(page: Page) -> dict[str, str]:
    """What a page puts into its frame, as HTML: plain text is escaped here, once."""
    return {
        "slug": str(escape(page.slug)),
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "body": page.body,
        "contents": page.contents,
    }


class PageShells:
    """A folder of printed frames, with everything else that MkDocs made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts: dict[tuple[PageKind, str], list[str]] = {}

    def render(self, page: Page) -> str:
        """A page in its frame."""
        parts = self._parts_of(page.kind, page.language)
        slots = slots_of(page)
        # re.split gives literal text at even places and the slots' names at odd ones.
        return "".join(slots[part] if i % 2 else part for i, part in enumerate(parts))

    def _parts_of(self, kind: PageKind, language: Language) -> list[str]:
        key = (kind, language.code)
        if key not in self._parts:
            path = page_shell_path(kind, language)
            html = (self.folder / path).read_text(encoding="utf-8")
            self._parts[key] = PLACEHOLDER.split(html)
        return self._parts[key]

    def handwritten(self) -> Iterator[str]:
        """The paths of the hand-written pages' files."""
        page_shells = {
            page_shell_path(page_shell.kind, page_shell.language)
            for page_shell in placeholder_shells()
        }
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix()
            if path not in page_shells:
                yield path

    def assets(self) -> Iterator[str]:
        """The paths of all other files, but for what the press makes anew."""
        for file in sorted(self.folder.rglob("*")):
            path = file.relative_to(self.folder).as_posix()
            if file.is_file() and file.suffix != ".html" and not path.startswith("sitemap.xml"):
                yield path


def page_shell_path(kind: PageKind, language: Language) -> str:
    """Where MkDocs puts a frame."""
    return f"{language.prefix}{PATHS[kind].format(slug='facing-pages-slug')}index.html"
