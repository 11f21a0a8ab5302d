"""Page shells: the site's layout around an empty page, and the renderer that fills them.

There is one page shell for each kind of page and language. It is a page of Material's with
placeholders, which the renderer replaces. The slug is one of them and part of the shell's path, so
that every address in it (canonical, alternates, the language switch) is right after rendering.
Pages of one kind are at one depth, so a shell's relative links hold for all of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from ..languages import LANGUAGES, Language
from ..pages.page import PATHS, Page, PageKind

SLOTS = ("slug", "title", "description", "body", "contents")
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]*)">')
PLACEHOLDER = re.compile(rf"facing-pages-({'|'.join(SLOTS)})")


@dataclass(frozen=True, slots=True)
class PageShell:
    """MkDocs' page for one kind of page in one language: its slots, as HTML."""

    kind: PageKind
    language: Language
    slots: Mapping[str, str]

    @property
    def path(self) -> str:
        """The page's path below the root of its language."""
        return PATHS[self.kind].format(slug=self.slots["slug"])

    @property
    def source_uri(self) -> str:
        """The name of the file that MkDocs renders the page from; it does not exist on disk."""
        path = self.path
        name = f"{path}index.md" if self.kind == path.strip("/") else f"{path.rstrip('/')}.md"
        return f"{self.language.code}/{name}"


def placeholder_shells() -> Iterator[PageShell]:
    """Return a shell for every kind of page in both languages, all slots placeholders."""
    placeholders = {slot: f"facing-pages-{slot}" for slot in SLOTS}
    for language in LANGUAGES:
        for kind in PATHS:
            yield PageShell(kind, language, placeholders)


def slot_values(page: Page) -> dict[str, str]:
    """Return the values of a page's slots as HTML; plain text is escaped here and only here."""
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
        """Render a page into its shell."""
        parts = self._shell_parts(page.kind, page.language)
        slots = slot_values(page)
        # re.split returns literal text at even indexes and the slots' names at odd ones.
        html = "".join(slots[part] if i % 2 else part for i, part in enumerate(parts))
        return html if len(page.languages) == len(LANGUAGES) else _in_one_language(html, page)

    def _shell_parts(self, kind: PageKind, language: Language) -> list[str]:
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


def _in_one_language(html: str, page: Page) -> str:
    """Return the HTML of a page without the alternates in a language that is to follow."""
    head, end, rest = html.partition("</head>")
    addresses = dict(ALTERNATE.findall(head))
    for code in (*addresses, "x-default"):
        if code not in page.languages:
            head = re.sub(rf'\s*<link rel="alternate" hreflang="{code}"[^>]*>', "", head)
    default = addresses.get(page.languages[0]) if page.languages else None
    if default:
        link = f'<link rel="alternate" hreflang="x-default" href="{default}">'
        head = re.sub(r"(?=<meta property=\"og:type\")", f"{link}\n  ", head, count=1)
    head = re.sub(r'\s*<meta property="og:locale:alternate"[^>]*>', "", head)
    for code in addresses.keys() - set(page.languages):  # a page of notice is no translation
        rest = re.sub(rf'(<a\b[^>]*) hreflang="{code}"([^>]*) rel="alternate"', r"\1\2", rest)
    return head + end + rest


def page_shell_path(kind: PageKind, language: Language) -> str:
    """The path to which MkDocs writes a page shell."""
    return f"{language.prefix}{PATHS[kind].format(slug='facing-pages-slug')}index.html"
