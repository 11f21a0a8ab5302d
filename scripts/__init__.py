"""Facing Pages: bilingual entries in YAML become a site that is read on facing pages."""
