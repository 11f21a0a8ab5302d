"""The contents of a draft: passages, the paragraphs of each, and their names and figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ...figures import Quantity, quantities_in
from ...languages import LANGUAGES, LanguageCode
from ...text.lexicon import Lexicon
from ..alignment import Bead
from .bilingual_document import Bilingual, Part

LOOK: Final = 0.9  # below this confidence an editor should review the alignment


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph of a passage: its reference, and the names, terms and figures in it.

    `entries` are the names and terms in it, each a form with its link; `figures` are copied
    literally.
    """

    reference: str
    language: LanguageCode
    text: str
    entries: tuple[str, ...]
    figures: tuple[str, ...]

    @property
    def is_title(self) -> bool:
        """Whether it is the headline."""
        return self.reference.endswith("/title")


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A passage to be written, with its aligned paragraphs, headlines included."""

    id: str
    english: tuple[Cited, ...]
    chinese: tuple[Cited, ...]
    confidence: float

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The paragraphs in both languages."""
        return (*self.english, *self.chinese)

    @property
    def percent(self) -> str:
        """The confidence in per cent; 100 only in a document of one language."""
        return "100%" if self.confidence == 1 else f"{min(int(self.confidence * 100), 99)}%"

    @property
    def needs_review(self) -> bool:
        """Whether an editor should review the alignment."""
        return self.confidence < LOOK

    def of(self, language: LanguageCode) -> tuple[Cited, ...]:
        """The paragraphs in a language."""
        return self.english if language == "en" else self.chinese

    def grounds(self, language: LanguageCode) -> tuple[Cited, ...]:
        """The paragraphs that support a text in a language; if it has none, those of the other."""
        return self.of(language) or self.cited


@dataclass(frozen=True, slots=True)
class Draft:
    """All data for a draft source and a draft article."""

    id: str
    today: date
    document: Bilingual
    passages: tuple[DraftPassage, ...]
    lexicon: Lexicon


def passages_of(
    document: Bilingual, beads: Sequence[Bead], lexicon: Lexicon
) -> tuple[DraftPassage, ...]:
    """Return a passage for each bead. Headlines join the first paragraphs of their language."""
    paragraphs = {language.code: document.paragraphs(language.code) for language in LANGUAGES}

    def cited(language: LanguageCode, numbers: range) -> Iterator[Cited]:
        title = document.title(language)
        if title is not None and 0 in numbers:
            yield _cited(title, "title", lexicon)
        for number in numbers:
            yield _cited(paragraphs[language][number], str(number + 1), lexicon)

    return tuple(
        DraftPassage(
            f"p{number}",
            tuple(cited("en", bead.english)),
            tuple(cited("zh-Hant", bead.chinese)),
            bead.confidence,
        )
        for number, bead in enumerate(beads, 1)
    )


def _cited(part: Part, id: str, lexicon: Lexicon) -> Cited:
    matches = lexicon.indexes[part.language].find(part.text)
    entries = (f"{part.text[m.start : m.end]} ({m.form.owner})" for m in matches)
    figures = (q.text for q in quantities_in(part.text, part.language) if _is_telling(q))
    return Cited(
        f"{part.language}/{id}",
        part.language,
        part.text,
        tuple(dict.fromkeys(entries)),
        tuple(dict.fromkeys(figures)),
    )


def _is_telling(quantity: Quantity) -> bool:
    """Whether a figure is listed for editors: not “one”, “both” or 首."""
    few = quantity.kind == "count" and quantity.unit is None and quantity.value <= 2
    return not (quantity.optional or few)
