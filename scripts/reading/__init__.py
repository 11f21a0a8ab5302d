"""From files to the model: every problem with its place, nothing half-read."""

from .content import Content, read_content, read_handwritten
from .document import Document, Location, Scalar
from .entries import is_prose

__all__ = [
    "Content",
    "Document",
    "Location",
    "Scalar",
    "is_prose",
    "read_content",
    "read_handwritten",
]
