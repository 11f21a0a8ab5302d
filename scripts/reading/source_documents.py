"""Read the documents that sources describe, if somebody has them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.system_reasons import reason_of
from . import messages
from .file_text import decoded
from .source_paragraphs import SourceDocument

ENDINGS: Final = (".txt", ".md")
SIZE_LIMIT: Final = 20_000_000  # bytes; the longest novels have some ten million


def read_source_documents(folder: Path) -> tuple[list[SourceDocument], list[Diagnostic]]:
    """Read every text file in a folder and its subfolders; return them and the diagnostics.

    Hidden files, symbolic links and files with other endings are skipped.
    """
    source_documents: list[SourceDocument] = []
    diagnostics: list[Diagnostic] = []
    for file in sorted(_text_files(folder, diagnostics)):
        source_document, wrong = read_source_document(file)
        diagnostics += wrong
        if source_document is not None:
            source_documents.append(source_document)
    return source_documents, diagnostics


def read_source_document(file: Path) -> tuple[SourceDocument | None, list[Diagnostic]]:
    """Return the document in a file, or None and the diagnostics."""
    text, diagnostics = decoded(file, _shown(file), SIZE_LIMIT)
    return (None if text is None else SourceDocument(_shown(file), text)), diagnostics


def _text_files(folder: Path, diagnostics: list[Diagnostic]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        place = Place(_shown(Path(error.filename)))
        arguments = {"reason": reason_of(error)}
        diagnostics.append(Diagnostic(place, messages.UNREADABLE, arguments))

    for opened, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(opened, name)
            is_text = not name.startswith(".") and name.lower().endswith(ENDINGS)
            if is_text and not file.is_symlink():
                yield file


def _shown(file: Path) -> str:
    """Return a path that can be printed, even if its bytes are not UTF-8."""
    return file.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
