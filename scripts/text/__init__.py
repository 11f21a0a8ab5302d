"""Texts: their inline notation, the terms and names that they mention, and where."""
