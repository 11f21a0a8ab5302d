"""From files to the model: every problem with its place, nothing half-read."""

from .content import Content, read_content
from .document import Document, Location, Scalar
from .entries import is_label, is_prose
from .manuscript import Manuscript, read_manuscript
from .originals import read_original, read_originals

__all__ = [
    "Content",
    "Document",
    "Location",
    "Manuscript",
    "Scalar",
    "is_label",
    "is_prose",
    "read_content",
    "read_manuscript",
    "read_original",
    "read_originals",
]
