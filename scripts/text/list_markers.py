"""Lists that hand-written pages ask for: `<!-- list: articles -->`, on a line of its own."""

from ..patterns import lazily

# Each has a template of its name in overrides/pages/lists.
LISTS = ("articles", "claims", "counts", "glossary", "names", "taste", "topics")
LIST = lazily(r"<!--\s*list:\s*([^>]*?)\s*-->")
