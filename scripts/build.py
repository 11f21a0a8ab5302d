"""The story of a build: read, check, compose, write.

All or nothing: the new site is made beside the old one and takes its place when it is whole.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from .check import diagnose
from .diagnostics.diagnostic import Diagnostic, errors
from .edition.addresses import absolute
from .edition.build_context import BuildContext, empty_sections
from .edition.settings import Settings
from .exports import data, jyutping
from .exports.sitemap import sitemap
from .languages import CHINESE
from .model.record import last_updated
from .pages import compose, sidecar_files
from .publishing.handwritten import finished, without_empty_sections
from .publishing.mkdocs_build import built_page_shells
from .publishing.page_shells import PageShells
from .publishing.site_writer import SiteWriter, site_replaced
from .reading.content import Content, read_content
from .reading.folder import open_folder, with_handwritten
from .search.site_index import search_files
from .text.list_markers import LIST
from .text.transcriber import cached_transcriber

Progress = Callable[[str], None]


def silent(stage: str) -> None:
    """Progress for those who do not watch."""


def build(settings: Settings, progress: Progress = silent) -> Sequence[Diagnostic]:
    """Build the site, unless something is wrong with what editors wrote.

    Returns what is wrong; if any of it is an error, the old site is as it was. Raises
    EngineError if MkDocs fails and NotASite if the site's folder holds something else.
    """
    progress("Reading content 讀取內容")
    content, diagnostics = read_and_check(settings)
    if not errors(diagnostics):
        progress("Printing frames 製作版面")
        page_shells = built_page_shells(settings, empty_sections(content.corpus))
        publish(settings, content, page_shells, progress)
    return diagnostics


def read_and_check(settings: Settings) -> tuple[Content, list[Diagnostic]]:
    """Everything that editors wrote, entries and hand-written pages, and what is wrong with it."""
    folder = open_folder(settings.content, settings.content_shown)
    content = read_content(with_handwritten(folder, settings.root / "docs"))
    return content, diagnose(content)


def publish(
    settings: Settings, content: Content, page_shells: PageShells, progress: Progress = silent
) -> None:
    """Compose every page of sound content, and put the whole site in the old one's place."""
    context = BuildContext(content, settings)
    with site_replaced(settings.site) as writer:
        progress("Composing pages 編排頁面")
        dates = _write_entries(context, page_shells, writer) | _write_handwritten(
            context, page_shells, writer
        )
        progress("Indexing for search 製作搜尋索引")
        for path, file in search_files(context, dict(_printed(context, page_shells))):
            writer.write(path, file)
        progress("Writing the rest 寫入其餘檔案")
        for path in page_shells.assets():
            writer.copy(page_shells.folder / path, path)
        for path, text in (*sidecar_files(context), *data.files(context)):
            writer.write(path, text.encode("utf-8"))
        with cached_transcriber(settings.root / ".cache" / "pronunciation.sqlite") as transcribe:
            for path, text in jyutping.files(context, transcribe):
                writer.write(path, text.encode("utf-8"))
        writer.write("sitemap.xml", sitemap(settings, dates).encode("utf-8"))
        writer.write(".nojekyll", b"")  # GitHub Pages publishes the files as they are


Dates = dict[str, date | None]  # when pages were updated, by their paths in their language


def _write_entries(context: BuildContext, page_shells: PageShells, writer: SiteWriter) -> Dates:
    """Write the pages that are made of entries; return when each was updated."""
    dates: Dates = {}
    for page in compose(context):
        path = absolute(page.path, page.language)
        writer.write(f"{path}index.html", page_shells.render(page).encode("utf-8"))
        dates[page.path] = page.updated
    return dates


def _write_handwritten(context: BuildContext, page_shells: PageShells, writer: SiteWriter) -> Dates:
    """Write the hand-written pages, their lists and references resolved.

    Only those that list entries have a date.
    """
    newest = last_updated(context.corpus.entries())
    dates: Dates = {}
    for path, html in _printed(context, page_shells):
        writer.write(path, finished(context, path, html).encode("utf-8"))
        if path.endswith("index.html"):
            inside = path.removesuffix("index.html").removeprefix(CHINESE.prefix)
            dates[inside] = newest if LIST.search(html) else None
    return dates


def _printed(context: BuildContext, page_shells: PageShells) -> Iterator[tuple[str, str]]:
    """The path and HTML of each hand-written page, as MkDocs printed it, without empty lists."""
    for path in page_shells.handwritten():
        html = (page_shells.folder / path).read_text(encoding="utf-8")
        yield path, without_empty_sections(context, path, html)
