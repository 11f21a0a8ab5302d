"""Summaries of entries, and the index of all of them."""
