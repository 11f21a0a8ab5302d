"""Beginning an entry: a file in its place with every field, what each is for, and gaps to fill."""

from .new_entry import REFERENCES, EntryNotWritten, NewEntry, write_new_entry
from .required_fields import scaffold

__all__ = ["REFERENCES", "EntryNotWritten", "NewEntry", "scaffold", "write_new_entry"]
