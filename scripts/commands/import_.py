"""Draft a source and an article from a document in plain text, in English, Chinese or both:
separate the languages, align the paragraphs and calculate their checksums. Never overwrites a file.
"""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ..authoring.importing import ImportFailed, import_text
from ..authoring.schemas import SCHEMAS
from ..reading.content import read_content
from .folders import add_content, entries_in, shown
from .progress_line import shown_on_terminal


def add_options(parser: ArgumentParser) -> None:
    """Add the document, and options for the draft."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a text in UTF-8")
    add_content(parser)
    parser.add_argument("--id", help="the id of both entries; by default, the file's name")
    parser.add_argument(
        "--with-text", action="store_true",
        help="copy the paragraphs into the article; only for texts that you may publish",
    )  # fmt: skip


def run(options: Namespace) -> int:
    """Write both files, and print the alignment of the paragraphs."""
    content = read_content(entries_in(options.content))
    try:
        with shown_on_terminal() as progress:
            written = import_text(
                options.file, content, shown(options.content),
                id=options.id or options.file.stem, today=date.today(), schemas=SCHEMAS,
                with_text=options.with_text, progress=progress,
            )  # fmt: skip
    except ImportFailed as reason:
        print(reason, "Nothing was written. 未有寫入任何檔案。", sep="\n", file=sys.stderr)
        return 1
    print(written.summary, written.source, written.article, sep="\n")
    return 0
