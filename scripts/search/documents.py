"""What is searched: documents, which are the site's pages, and their passages.

A document is one page in both languages. Each of its passages has both languages' text, so that
either finds it, and an anchor to its place on the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..kinds import SEARCHED, Kind
from ..languages import LanguageCode

DocumentKind = Literal[Kind, "page", "guide"]
# In the order in which documents are numbered. A `page` is a hand-written one, a `guide` one of the
# editors' guide.
KINDS: tuple[DocumentKind, ...] = (*SEARCHED, "page", "guide")


class Pair(NamedTuple):
    """A plain text in both languages; empty where there is none."""

    en: str
    zh_hant: str

    def of(self, language: LanguageCode) -> str:
        """The text in a language."""
        return self.en if language == "en" else self.zh_hant


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document. `anchors` are the ids of its place on the page of each language."""

    anchors: Pair
    texts: Pair


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a headword in one language; `readings` are its romanisations, with tones.

    What is only `found`, such as an inflection, leads to the headword without being shown.
    """

    text: str
    language: LanguageCode
    readings: tuple[str, ...] = ()
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A page of the site as search sees it. `path` lies below the root of either language."""

    kind: DocumentKind
    path: str
    title: Pair
    passages: tuple[Passage, ...]
    forms: tuple[Form, ...] = ()

    @property
    def head(self) -> Pair:
        """What the document is called: its title, or all forms of its headword."""
        if not self.forms:
            return self.title
        shown: Mapping[LanguageCode, list[str]] = {"en": [], "zh-Hant": []}
        for form in self.forms:
            if form.is_shown:
                shown[form.language].append(form.text)
        return Pair("\n".join(shown["en"]), "\n".join(shown["zh-Hant"]))
