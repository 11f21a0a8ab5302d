"""Find the paragraphs of sources in the documents that somebody has."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ..languages import LANGUAGES, LanguageCode
from ..model import Source, fingerprint
from ..patterns import lazily
from ..text.script import HAN, HAN_MARKS

FURNITURE: Final = 12  # at most so many words or labels precede a paragraph in its line

_blank_line = lazily(r"\n(?:[^\S\n]*\n)+")
_between_han = lazily(rf"(?<=[{HAN}{HAN_MARKS}]) (?=[{HAN}{HAN_MARKS}])")
# A paragraph may begin in its line after a space, or after a mark that ends a label.
_beginning = lazily(r"(?<=[\s:：】）)\]」》|｜])(?=\S)")


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document: its path in diagnostics, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class HeldParagraph:
    """A paragraph of a source; `text` is None if no document has it.

    `reference` is how passages cite it (`en/1`), `number` which one of its language it is, from 0.
    """

    reference: str
    language: LanguageCode
    number: int
    text: str | None

    def explains(self, other: "HeldParagraph") -> bool:
        """Whether it may give the name of “the programme” in another paragraph of its language.

        That is the paragraph itself, the one before it, and the title.
        """
        near = self.number in (other.number, other.number - 1)
        return self.language == other.language and (near or self.reference.endswith("/title"))


@dataclass(frozen=True, slots=True)
class HeldSource:
    """A source with its paragraphs, as far as the documents have them."""

    source: Source
    paragraphs: tuple[HeldParagraph, ...]

    def cited(self, references: Collection[str]) -> list[HeldParagraph]:
        """Return the paragraphs that references cite."""
        return [paragraph for paragraph in self.paragraphs if paragraph.reference in references]

    def explaining(self, cited: Collection[HeldParagraph]) -> list[HeldParagraph]:
        """Return some paragraphs with those that may explain them."""
        return [p for p in self.paragraphs if any(p.explains(other) for other in cited)]


def held_source(source: Source, texts: Mapping[str, str]) -> HeldSource:
    """Return a source with the texts of its paragraphs, found by their checksums."""
    paragraphs = [
        HeldParagraph(f"{lang.code}/{p.id}", lang.code, number, texts.get(p.sha256))
        for lang in LANGUAGES
        for number, p in enumerate(source.paragraphs.of(lang.code))
    ]
    return HeldSource(source, tuple(paragraphs))


def texts_by_fingerprint(
    source_documents: Iterable[SourceDocument], wanted: Collection[str]
) -> dict[str, str]:
    """Return the paragraphs of documents by checksum, for the `wanted` checksums."""
    found: dict[str, str] = {}
    for source_document in source_documents:
        for stretch in _stretches(source_document.text):
            for reading in _readings(stretch):
                mark = fingerprint(reading)
                if mark in wanted:
                    found[mark] = reading
                    break
    return found


def _stretches(text: str) -> Iterator[str]:
    """Yield possible paragraphs: each line, and each block of lines between blank ones as one.

    Lines of Chinese are joined without a space.
    """
    for block in _blank_line.split(text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        yield from lines
        if len(lines) > 1:
            yield from dict.fromkeys((" ".join(lines), unbroken(lines)))


def unbroken(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph, without a space between two Han characters."""
    return _between_han.sub("", " ".join(lines))


def _readings(stretch: str) -> Iterator[str]:
    """Yield a stretch as it is, and without a date, number or label at its beginning."""
    yield stretch
    for begins in islice(_beginning.finditer(stretch), FURNITURE):
        yield stretch[begins.start() :]
