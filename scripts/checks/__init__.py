"""The checks. Each is a module: its docstring is the check's page in the editors' guide, and its
function `check` finds the problems. Its id, a published address, is in the tables below.

A check yields diagnostics. It never prints, never raises and never depends on another check; its
diagnostics are reported even where others have some too. There are four kinds, by what they need:
an entry alone, an entry and the forms of all terms and names, the summaries of all entries, or the
documents that sources describe, which few people have.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..analysis.corpus_index import CorpusIndex
from ..analysis.summary import Suppression
from ..diagnostics.diagnostic import Diagnostic
from ..model import Key
from ..reading.parsed_entry import ParsedEntry
from ..reading.source_paragraphs import SourceDocument
from ..text.lexicon import Lexicon
from . import (
    articles,
    blocks,
    claims,
    completeness,
    evidence,
    figures,
    forms,
    handwritten,
    hygiene,
    identity,
    independence,
    links,
    notation,
    pictures,
    pronunciation,
    punctuation,
    references,
    relations,
    script,
    series,
    sources,
    staleness,
    terms,
    unused,
    waivers,
)

OfEntry = Callable[[ParsedEntry], Iterator[Diagnostic]]
OfWording = Callable[[ParsedEntry, Lexicon], Iterator[Diagnostic]]
OfCorpus = Callable[[CorpusIndex], Iterator[Diagnostic]]
OfSources = Callable[
    [Mapping[Key, ParsedEntry], Sequence[SourceDocument], Lexicon], Iterator[Diagnostic]
]
Find = OfEntry | OfWording | OfCorpus | OfSources

OF_ENTRY: dict[str, OfEntry] = {
    "identity": identity.check,
    "articles": articles.check,
    "pronunciation": pronunciation.check,
    "evidence": evidence.check,
    "script": script.check,
    "punctuation": punctuation.check,
    "hygiene": hygiene.check,
    "notation": notation.check,
    "blocks": blocks.check,
    "staleness": staleness.check,
}
OF_WORDING: dict[str, OfWording] = {
    "figures": figures.check,
    "completeness": completeness.check,
    "terms": terms.check,
    "independence": independence.check,
}
OF_CORPUS: dict[str, OfCorpus] = {
    "references": references.check,
    "links": links.check,
    "forms": forms.check,
    "pictures": pictures.check,
    "handwritten": handwritten.check,
    "claims": claims.check,
    "unused": unused.check,
    "relations": relations.check,
    "series": series.check,
}
# Only for those who have the documents.
OF_SOURCES: dict[str, OfSources] = {"sources": sources.check}
EVERY: dict[str, Find] = {**OF_ENTRY, **OF_WORDING, **OF_CORPUS, **OF_SOURCES}

# Checks that an editor may silence with a reason: their judgement may be wrong. The others find
# problems that would break the site.
SUPPRESSIBLE = (
    "figures",
    "terms",
    "script",
    "punctuation",
    "hygiene",
    "notation",
    "completeness",
    "claims",
    "unused",
    "relations",
    "series",
    "sources",
)


def of_entry(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Check an entry by itself."""
    for id_, check in OF_ENTRY.items():
        yield from _signed(id_, check(parsed))


def of_wording(parsed: ParsedEntry, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Check the wording of an entry."""
    for id_, check in OF_WORDING.items():
        yield from _signed(id_, check(parsed, lexicon))


def of_corpus(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Check the relations between the entries."""
    for id_, check in OF_CORPUS.items():
        yield from _signed(id_, check(corpus_index))


def of_sources(
    parsed_entries: Mapping[Key, ParsedEntry],
    source_documents: Sequence[SourceDocument],
    lexicon: Lexicon,
) -> Iterator[Diagnostic]:
    """Compare the entries with the documents that sources describe."""
    for id_, check in OF_SOURCES.items():
        yield from _signed(id_, check(parsed_entries, source_documents, lexicon))


def suppressed(
    diagnostics: Iterable[Diagnostic],
    suppressions: Sequence[Suppression],
    *,
    all_sound: bool,
    with_sources: bool,
) -> Iterator[Diagnostic]:
    """Remove diagnostics that editors have suppressed, and add those of the suppressions.

    While an entry is invalid (not `all_sound`), much about the others is not reported.
    """
    idle = [] if with_sources else [*OF_SOURCES]
    idle += [] if all_sound else [*OF_WORDING, *OF_CORPUS, *OF_SOURCES]
    return waivers.suppressed(
        diagnostics,
        suppressions,
        known=[*EVERY],
        suppressible=SUPPRESSIBLE,
        idle=idle,
    )


def _signed(check: str, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        yield replace(diagnostic, check=check)
