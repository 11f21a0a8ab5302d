"""The story of a build: read, check, compose, write.

All or nothing: the new site is made beside the old one and takes its place when it is whole.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from .check import problems_of
from .diagnostics.diagnostic import Problem, errors
from .edition.addresses import absolute
from .edition.build_context import Edition, empty_sections
from .edition.settings import Settings
from .exports import data, jyutping
from .exports.sitemap import sitemap
from .languages import CHINESE
from .model.record import last_updated
from .pages import companions, compose
from .publishing.handwritten import finished, without_empty_sections
from .publishing.mkdocs_build import printed_frames
from .publishing.page_shells import Frames
from .publishing.site_writer import NewTree, replacing
from .reading.content import Content, read_content
from .reading.folder import open_folder, with_handwritten
from .search.site_index import search_files
from .text.list_markers import LIST
from .text.transcriber import remembering

Progress = Callable[[str], None]


def silent(stage: str) -> None:
    """Progress for those who do not watch."""


def build(settings: Settings, progress: Progress = silent) -> Sequence[Problem]:
    """Build the site, unless something is wrong with what editors wrote.

    Returns what is wrong; if any of it is an error, the old site is as it was. Raises
    EngineError if MkDocs fails and NotASite if the site's folder holds something else.
    """
    progress("Reading content 讀取內容")
    content, problems = read_and_check(settings)
    if not errors(problems):
        progress("Printing frames 製作版面")
        frames = printed_frames(settings, empty_sections(content.corpus))
        publish(settings, content, frames, progress)
    return problems


def read_and_check(settings: Settings) -> tuple[Content, list[Problem]]:
    """Everything that editors wrote, entries and hand-written pages, and what is wrong with it."""
    folder = open_folder(settings.content, settings.content_shown)
    content = read_content(with_handwritten(folder, settings.root / "docs"))
    return content, problems_of(content)


def publish(
    settings: Settings, content: Content, frames: Frames, progress: Progress = silent
) -> None:
    """Compose every page of sound content, and put the whole site in the old one's place."""
    edition = Edition(content, settings)
    with replacing(settings.site) as tree:
        progress("Composing pages 編排頁面")
        dates = _write_entries(edition, frames, tree) | _write_handwritten(edition, frames, tree)
        progress("Indexing for search 製作搜尋索引")
        for path, file in search_files(edition, dict(_printed(edition, frames))):
            tree.write(path, file)
        progress("Writing the rest 寫入其餘檔案")
        for path in frames.assets():
            tree.copy(frames.folder / path, path)
        for path, text in (*companions(edition), *data.files(edition)):
            tree.write(path, text.encode("utf-8"))
        with remembering(settings.root / ".cache" / "pronunciation.sqlite") as pronounce:
            for path, text in jyutping.files(edition, pronounce):
                tree.write(path, text.encode("utf-8"))
        tree.write("sitemap.xml", sitemap(settings, dates).encode("utf-8"))
        tree.write(".nojekyll", b"")  # GitHub Pages publishes the files as they are


Dates = dict[str, date | None]  # when pages were updated, by their paths in their language


def _write_entries(edition: Edition, frames: Frames, tree: NewTree) -> Dates:
    """Write the pages that are made of entries; return when each was updated."""
    dates: Dates = {}
    for page in compose(edition):
        path = absolute(page.path, page.language)
        tree.write(f"{path}index.html", frames.fill(page).encode("utf-8"))
        dates[page.path] = page.updated
    return dates


def _write_handwritten(edition: Edition, frames: Frames, tree: NewTree) -> Dates:
    """Write the hand-written pages, their lists and references resolved.

    Only those that list entries have a date.
    """
    newest = last_updated(edition.corpus.entries())
    dates: Dates = {}
    for path, html in _printed(edition, frames):
        tree.write(path, finished(edition, path, html).encode("utf-8"))
        if path.endswith("index.html"):
            inside = path.removesuffix("index.html").removeprefix(CHINESE.prefix)
            dates[inside] = newest if LIST.search(html) else None
    return dates


def _printed(edition: Edition, frames: Frames) -> Iterator[tuple[str, str]]:
    """The path and HTML of each hand-written page, as MkDocs printed it, without empty lists."""
    for path in frames.handwritten():
        html = (frames.folder / path).read_text(encoding="utf-8")
        yield path, without_empty_sections(edition, path, html)
