"""Frames: the site's look around an empty page, and the press that puts pages into them.

There is one frame for each kind of page and language. It is Material's own page around
sentinels, words that the press replaces; the slug is one of them and stands in the frame's very
path, so that every address in it (canonical, alternates, the language switch) comes out right.
Pages of one kind lie at one depth, so a frame's relative links hold for all of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
    """The page shells, with everything else that MkDocs rendered: files by their paths."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
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
            html = self.files[page_shell_path(kind, language)].decode("utf-8")
            self._parts[key] = PLACEHOLDER.split(html)
        return self._parts[key]

    def handwritten(self) -> Iterator[tuple[str, str]]:
        """Yield the path and HTML of each hand-written page."""
        shells = {page_shell_path(shell.kind, shell.language) for shell in placeholder_shells()}
        for path, content in self.files.items():
            if path.endswith(".html") and path not in shells:
                yield path, content.decode("utf-8")

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and content of all other files, but for those that the build makes."""
        ours = (".html", "sitemap.xml", "sitemap.xml.gz")
        return ((path, file) for path, file in self.files.items() if not path.endswith(ours))


def page_shell_path(kind: PageKind, language: Language) -> str:
    """Where MkDocs puts a frame."""
    return f"{language.prefix}{PATHS[kind].format(slug='facing-pages-slug')}index.html"
