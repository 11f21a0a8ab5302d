"""Beginning an entry: a file in its place with every field, what each is for, and gaps to fill."""

from .beginning import REFERENCES, Beginning, NotBegun, begin
from .fields import skeleton

__all__ = ["REFERENCES", "Beginning", "NotBegun", "begin", "skeleton"]
