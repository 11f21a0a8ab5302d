"""Documents, the units of search, and their passages.

A document is one page in both languages. Each of its passages has its text in both languages, so
either can match, and an anchor on the page.
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
        """Return the text in a language."""
        return self.en if language == "en" else self.zh_hant


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a document. `anchors` are the ids of its element on each language's page."""

    anchors: Pair
    texts: Pair


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a headword in one language; `readings` are its romanisations, with tones.

    A form that is not shown, such as an inflection, only leads to the headword.
    """

    text: str
    language: LanguageCode
    readings: tuple[str, ...] = ()
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A page of the site in both languages. `path` is below the root of each language."""

    kind: DocumentKind
    path: str
    title: Pair
    passages: tuple[Passage, ...]
    forms: tuple[Form, ...] = ()

    @property
    def head(self) -> Pair:
        """The title field: the title, or all shown forms of the headword."""
        if not self.forms:
            return self.title
        shown: Mapping[LanguageCode, list[str]] = {"en": [], "zh-Hant": []}
        for form in self.forms:
            if form.is_shown:
                shown[form.language].append(form.text)
        return Pair("\n".join(shown["en"]), "\n".join(shown["zh-Hant"]))
