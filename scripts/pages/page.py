"""A composed page, which is rendered into a page shell."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..languages import Language

PageKind = Literal[
    "article", "term", "name", "claim", "source",
    "articles", "glossary", "glossary-by-jyutping", "names", "claims", "sources",
    "topic", "topics", "words", "search", "status",
]  # fmt: skip

# The path of the pages of each kind, below the root of their language. `{slug}` is the entry's id.
PATHS: dict[PageKind, str] = {
    "article": "articles/{slug}/",
    "term": "glossary/{slug}/",
    "name": "names/{slug}/",
    "claim": "claims/{slug}/",
    "source": "sources/{slug}/",
    "articles": "articles/",
    "glossary": "glossary/",
    "glossary-by-jyutping": "glossary/by/jyutping/",
    "names": "names/",
    "claims": "claims/",
    "sources": "sources/",
    "topic": "topics/{slug}/",
    "topics": "topics/",
    "words": "articles/{slug}/words/",
    "search": "search/",
    "status": "status/",
}
# The section of the site's navigation that each kind belongs to.
SECTIONS: dict[PageKind, str] = {kind: path.partition("/")[0] for kind, path in PATHS.items()}


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language. `title` and `description` are plain text, the others HTML.

    `updated` is the date of the newest entry that the page is about or lists, if there is any.
    """

    kind: PageKind
    language: Language
    slug: str
    title: str
    description: str
    body: str
    contents: str = ""
    updated: date | None = None

    @property
    def path(self) -> str:
        """Its path below the root of its language."""
        return PATHS[self.kind].format(slug=self.slug)
