"""A composed page, which is rendered into a page shell."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..kinds import FOLDERS, Kind, Section
from ..languages import Language, LanguageCode

# A page for each entry, and an index for each section.
PageKind = Literal[Kind, Section, "glossary-by-jyutping", "words", "search", "status"]

# The path of the pages of each kind, below the root of their language. `{slug}` is the entry's id.
PATHS: dict[PageKind, str] = {
    **{kind: f"{folder}/{{slug}}/" for kind, folder in FOLDERS.items()},
    **{folder: f"{folder}/" for folder in FOLDERS.values()},
    "glossary-by-jyutping": "glossary/by/jyutping/",
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
    `languages` are those in which it can be read.
    """

    kind: PageKind
    language: Language
    slug: str
    title: str
    description: str
    body: str
    contents: str = ""
    updated: date | None = None
    languages: tuple[LanguageCode, ...] = ("en", "zh-Hant")

    @property
    def path(self) -> str:
        """Its path below the root of its language."""
        return PATHS[self.kind].format(slug=self.slug)
