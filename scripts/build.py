"""The story of a build: read, check, compose, write.

All or nothing: the new site is made beside the old one and takes its place when it is whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from .cache.store import Store, open_store
from .check import read_and_check
from .diagnostics.diagnostic import Diagnostic, errors
from .diagnostics.levels import levelled
from .edition.addresses import absolute
from .edition.build_context import BuildContext, empty_sections
from .edition.mentions import find_mentions
from .edition.settings import Settings
from .exports import EXPORTS
from .languages import CHINESE
from .model.record import Entry, last_updated
from .pages import PlannedPage, plan
from .pages.facts import fact_digests
from .pages.notes import Notes
from .publishing.handwritten import finished, without_empty_sections
from .publishing.incremental import (
    IncrementalWriter,
    Made,
    PlannedFile,
    load_traces,
    save_traces,
)
from .publishing.mkdocs_build import page_shells
from .publishing.page_shells import PageShells
from .publishing.shared_inputs import shared_inputs
from .publishing.site_writer import SiteWriter, site_replaced
from .reading.content import Content, preview_of
from .reading.folder import open_folder, with_handwritten
from .reading.messages import NO_CONTENT
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
    settings: Settings, earlier: dict[str, Entry]
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
        publish(settings, shown, shells, store, notes=Notes(content, diagnostics, shown.corpus))
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
    """Compose the pages of valid content that have changed, and replace the old site.

    A preview has `notes` on its pages; those with one are composed each time.
    """
    context = BuildContext(content, settings, store)
    facts = fact_digests(context, find_mentions(context))
    base = shared_inputs(context, shells)
    with site_replaced(settings.site) as writer:
        incremental = IncrementalWriter(
            writer, load_traces(store, settings.site), context.recorder, facts, base
        )
        progress("Composing pages 編排頁面")
        for page in notes.on(plan(context)) if notes else ():
            path = absolute(page.path, page.language)
            writer.write(f"{path}index.html", shells.render(page).encode("utf-8"))
            context.published[page.path] = page.updated
        others = (page for page in plan(context) if not (notes and notes.has(page.path)))
        for path, updated in incremental.write(_pages(others, shells), forked=True):
            context.published[_page_of(path)] = updated
        handwritten = dict(_handwritten(context, shells))
        _write_handwritten(context, handwritten, writer)
        progress("Indexing for search 製作搜尋索引")
        for path, file in search_files(context, handwritten):
            writer.write(path, file)
        progress("Writing the rest 寫入其餘檔案")
        for path, file in shells.assets():
            writer.write(path, file)
        for _ in incremental.write(_exports(context)):
            pass
        writer.write(".nojekyll", b"")  # GitHub Pages publishes the files as they are
    if content.digests:
        save_traces(store, settings.site, incremental.traces)


def _pages(pages: Iterable[PlannedPage], shells: PageShells) -> Iterator[PlannedFile]:
    """The files of pages that are made from entries."""

    def made(planned: PlannedPage) -> Made:
        page = planned.compose()
        return (shells.render(page).encode("utf-8"), page.updated) if page else (None, None)

    for planned in pages:
        yield PlannedFile(f"{planned.path}index.html", partial(made, planned))


def _exports(context: BuildContext) -> Iterator[PlannedFile]:
    """Every other file that is made from entries."""

    def made(make: Callable[[], bytes | None]) -> Made:
        return make(), None

    for export in EXPORTS:
        for path, make in export(context):
            yield PlannedFile(path, partial(made, make))


def _page_of(path: str) -> str:
    """The path of a page below the root of its language, from that of its file."""
    return path.removesuffix("index.html").removeprefix(CHINESE.prefix)


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
            context.published[_page_of(path)] = newest if LIST.search(html) else None
