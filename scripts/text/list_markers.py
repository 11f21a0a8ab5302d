"""Markers of generated lists in hand-written pages: `<!-- list: articles -->` on its own line."""

from ..patterns import lazily

# Each list has a template of the same name in overrides/pages/lists.
LISTS = ("articles", "balance", "doors", "taste", "topics")
LIST = lazily(r"<!--\s*list:\s*([^>]*?)\s*-->")
