"""From files to the model: every problem with its place, nothing half-read."""

from .content import Content, read_content
from .document import Document, Location

__all__ = ["Content", "Document", "Location", "read_content"]
