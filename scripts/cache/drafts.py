"""Which entries are drafts, cached: a file that has not changed is not read for it."""

from collections.abc import Sequence
from typing import Final

from ..reading.draft import is_draft
from ..reading.folder import EntryFile, Folder
from .stages import Made, Stage, StageCache

DRAFTS: Final = Stage("drafts", "reading.draft")
IS_DRAFT: Final = b"draft"


def cached_drafts(folder: Folder, cache: StageCache) -> frozenset[str]:
    """Return the paths of the drafts in a folder."""
    marks = cache.of_files(DRAFTS, folder.files, _marked)
    pairs = zip(folder.files, marks, strict=True)
    return frozenset(file.path for file, mark in pairs if mark == IS_DRAFT)


def _marked(files: Sequence[EntryFile]) -> list[Made]:
    return [(IS_DRAFT if is_draft(file.file) else b"", True) for file in files]
