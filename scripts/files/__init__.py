"""Files: which there are, and the text that they hold; what it means is for reading to say."""

from .folder import EntryFile, Folder, open_folder, with_handwritten

__all__ = ["EntryFile", "Folder", "open_folder", "with_handwritten"]
