"""New entries: a file in its folder with every field explained, and empty fields to fill in."""

from .new_entry import REFERENCES, EntryNotWritten, NewEntry, write_new_entry
from .required_fields import scaffold

__all__ = ["REFERENCES", "EntryNotWritten", "NewEntry", "scaffold", "write_new_entry"]
