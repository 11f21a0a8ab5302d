"""Report every problem in the entries and in the hand-written pages; with --content, only in the
entries of that folder.
"""

import gc
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..check import check_folder
from ..diagnostics.diagnostic import Diagnostic, errors, ordered
from ..diagnostics.levels import levelled
from ..diagnostics.reports import FORMATS, held_back
from ..edition.settings import read_settings
from .folders import CONFIG, add_content, entries_in, existing, existing_folder

STORE: Final = Path(".cache/store.sqlite")


def add_options(parser: ArgumentParser) -> None:
    """Add the content, the source documents, the format and the paths to report."""
    add_content(parser)
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument(
        "--sources", type=existing_folder, metavar="DIR",
        help="also compare with the documents in this folder (.txt or .md, in UTF-8)",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", type=existing,
        help="report only the problems of these files or folders",
    )  # fmt: skip


def run(options: Namespace) -> int:
    """Print the problems; return 1 if there are errors or, with --strict, any problem.

    Those of drafts are printed for given paths only, and never count.
    """
    gc.disable()  # a short run that creates many small objects and keeps them to the end
    diagnostics = levelled(_problems(options), read_settings(CONFIG).levels)
    if options.paths:
        diagnostics = [
            diagnostic for diagnostic in diagnostics if _is_within(diagnostic, options.paths)
        ]
    counted = [diagnostic for diagnostic in diagnostics if not diagnostic.of_draft]
    if report := FORMATS[options.format](diagnostics if options.paths else counted):
        print(report)
    if not options.paths and options.format == "text" and (line := held_back(diagnostics)):
        print(line)
    return 1 if (counted if options.strict else errors(counted)) else 0


def _problems(options: Namespace) -> list[Diagnostic]:
    folder = entries_in(options.content)
    if not options.sources:
        return check_folder(folder, STORE)
    from ..check import check_against_sources
    from ..reading.content import read_content
    from ..reading.source_documents import read_source_documents

    source_documents, unread = read_source_documents(options.sources)
    return ordered([*unread, *check_against_sources(read_content(folder), source_documents)])


def _is_within(diagnostic: Diagnostic, paths: Sequence[Path]) -> bool:
    place = _real_path(Path(diagnostic.place.path))
    return any(place.is_relative_to(_real_path(path)) for path in paths)


def _real_path(path: Path) -> Path:
    """The real path of a file; of a symbolic link its own, since the link itself is the problem."""
    return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
