"""Beginning an entry: a file in its place with every field, what each is for, and gaps to fill."""

from .new_entry import REFERENCES, Beginning, NotBegun, begin
from .required_fields import skeleton

__all__ = ["REFERENCES", "Beginning", "NotBegun", "begin", "skeleton"]
