"""Diagnostics: what is wrong, where, and how to fix it; and their reports."""
