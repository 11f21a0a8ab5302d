"""The story of a build: read, check, compose, write.

All or nothing: the new site is made beside the old one and takes its place when it is whole.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from .cache.store import Store, open_store
from .check import read_and_check
from .diagnostics.diagnostic import Diagnostic, errors
from .diagnostics.levels import levelled
from .edition.addresses import absolute
from .edition.build_context import BuildContext, empty_sections
from .edition.settings import Settings
from .exports import EXPORTS
from .languages import CHINESE
from .model.record import last_updated
from .pages import compose
from .pages.notes import Notes
from .publishing.handwritten import finished, without_empty_sections
from .publishing.mkdocs_build import page_shells
from .publishing.page_shells import PageShells
from .publishing.site_writer import SiteWriter, site_replaced
from .reading.content import Content, preview_of
from .reading.folder import open_folder, with_handwritten
from .reading.messages import NO_CONTENT
from .reading.parsed_entry import ParsedEntry
from .search.site_index import search_files
from .text.list_markers import LIST

Progress = Callable[[str], None]


def silent(stage: str) -> None:
    """Report no progress."""


def build(settings: Settings, progress: Progress = silent) -> Sequence[Diagnostic]:
    """Build the site, unless the content has errors.

    Returns the diagnostics; if any of them is an error, the old site stays as it was. Raises
    EngineError if MkDocs fails and NotASite if the site's folder was not made by the generator.
    """
    with open_store(settings.store) as store:
        progress("Reading content 讀取內容")
        content, diagnostics = checked_content(settings, store)
        if not errors(diagnostics):
            progress("Rendering page shells 製作版面")
            shells = page_shells(settings, empty_sections(content.corpus), store)
            publish(settings, content, shells, store, progress)
    return diagnostics


def build_preview(
    settings: Settings, earlier: dict[str, ParsedEntry]
) -> tuple[Sequence[Diagnostic], bool]:
    """Build the site with all drafts, whatever is wrong.

    Returns the diagnostics, and whether the site was built. Problems stand on the pages of their
    entries. `earlier` has the last good state of each file that was read before, which is shown
    while the file is broken. Without a folder of entries nothing is built. Raises EngineError and
    NotASite as `build` does.
    """
    with open_store(settings.store) as store:
        content, diagnostics = checked_content(settings, store)
        if any(diagnostic.message == NO_CONTENT for diagnostic in diagnostics):
            return diagnostics, False
        shown = preview_of(content, earlier)
        shells = page_shells(settings, empty_sections(shown.corpus), store)
        publish(settings, shown, shells, store, notes=Notes(content, diagnostics))
    return diagnostics, True


def checked_content(settings: Settings, store: Store) -> tuple[Content, list[Diagnostic]]:
    """Return the content, entries and hand-written pages, and its diagnostics."""
    folder = open_folder(settings.content, settings.content_shown)
    content, diagnostics = read_and_check(with_handwritten(folder, settings.root / "docs"), store)
    return content, levelled(diagnostics, settings.levels)


def publish(
    settings: Settings,
    content: Content,
    shells: PageShells,
    store: Store,
    progress: Progress = silent,
    notes: Notes | None = None,
) -> None:
    """Compose every page of valid content, and replace the old site.

    A preview has `notes` on its pages.
    """
    context = BuildContext(content, settings, store)
    with site_replaced(settings.site) as writer:
        progress("Composing pages 編排頁面")
        _write_entries(context, shells, writer, notes)
        handwritten = dict(_handwritten(context, shells))
        _write_handwritten(context, handwritten, writer)
        progress("Indexing for search 製作搜尋索引")
        for path, file in search_files(context, handwritten):
            writer.write(path, file)
        progress("Writing the rest 寫入其餘檔案")
        for path, file in chain(shells.assets(), *(export(context) for export in EXPORTS)):
            writer.write(path, file)
        writer.write(".nojekyll", b"")  # GitHub Pages publishes the files as they are


def _write_entries(
    context: BuildContext, shells: PageShells, writer: SiteWriter, notes: Notes | None
) -> None:
    """Write the pages that are made from entries."""
    pages = compose(context)
    for page in notes.on(pages) if notes else pages:
        path = absolute(page.path, page.language)
        writer.write(f"{path}index.html", shells.render(page).encode("utf-8"))
        context.published[page.path] = page.updated


def _handwritten(context: BuildContext, shells: PageShells) -> Iterator[tuple[str, str]]:
    """Yield the path and HTML of each hand-written page, without empty lists."""
    for path, html in shells.handwritten():
        yield path, without_empty_sections(context, path, html)


def _write_handwritten(context: BuildContext, pages: Mapping[str, str], writer: SiteWriter) -> None:
    """Write the hand-written pages, their lists and references resolved.

    Only those that list entries have a date.
    """
    newest = last_updated(context.corpus.entries())
    for path, html in pages.items():
        writer.write(path, finished(context, path, html).encode("utf-8"))
        if path.endswith("index.html"):
            inside = path.removesuffix("index.html").removeprefix(CHINESE.prefix)
            context.published[inside] = newest if LIST.search(html) else None
