"""From files to the model: every problem with its place, nothing half-read."""

from .content import Content, read_content
from .document import Document, Location, Scalar
from .entries import is_prose
from .folder import Folder, open_folder, with_handwritten
from .manuscript import EntryFile, Manuscript, read_manuscript
from .originals import read_original, read_originals

__all__ = [
    "Content",
    "Document",
    "EntryFile",
    "Folder",
    "Location",
    "Manuscript",
    "Scalar",
    "is_prose",
    "open_folder",
    "read_content",
    "read_manuscript",
    "read_original",
    "read_originals",
    "with_handwritten",
]
