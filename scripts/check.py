"""The story of checking: learn the forms of all terms and names, look at every entry, then look
between the entries.
"""

from collections.abc import Callable, Iterator, Sequence

from .analysis.corpus_index import CorpusIndex
from .analysis.summary import Suppression
from .cache.analysers import Analyser, FullAnalyser
from .checks import of_corpus, of_sources, suppressed
from .checks.result import AnalysisResult
from .diagnostics.diagnostic import Diagnostic, Place, ordered
from .model import Key
from .reading.content import Content
from .reading.folder import EntryFile, Folder
from .reading.parsed_entry import ParsedEntry
from .reading.source_paragraphs import SourceDocument
from .text.lexicon import Lexicon

OWNERS = ("name", "term")  # the kinds of entries that have forms
Compared = Callable[[Lexicon], Iterator[Diagnostic]]


def diagnose(content: Content) -> list[Diagnostic]:
    """Everything that is wrong with what was read, in the order of files and lines."""
    return run_checks(content.folder, FullAnalyser(content))


def diagnose_against_sources(
    content: Content, source_documents: Sequence[SourceDocument]
) -> list[Diagnostic]:
    """Everything that is wrong, also between what was read and the documents it reports on."""

    def compared(lexicon: Lexicon) -> Iterator[Diagnostic]:
        return of_sources(content.parsed_entries, source_documents, lexicon)

    return run_checks(content.folder, FullAnalyser(content), compared)


def run_checks(
    folder: Folder, analyser: Analyser, compared: Compared | None = None
) -> list[Diagnostic]:
    """Everything that is wrong in a folder, whose files are looked at on a DESK."""
    entries = _entries(folder)
    lexicon = Lexicon(tuple(analyser.forms([f for f in folder.files if f.key.kind in OWNERS])))
    results = analyser.analyse(folder.files, lexicon)

    def parsed(key: Key) -> ParsedEntry:
        return analyser.parsed(entries[key])

    def between() -> list[Diagnostic]:
        summaries = dict(zip(entries, analyser.summaries(list(entries.values())), strict=True))
        return [*of_corpus(CorpusIndex(summaries, parsed, lexicon, folder.handwritten))]

    def place(suppression: Suppression) -> Place:
        return parsed(suppression.key).document.place((*suppression.location, "check"))

    shown = [*zip(folder.files, results, strict=True)]
    found = [*folder.diagnostics, *analyser.between(folder, between), *_by_themselves(shown)]
    if compared is not None:
        found += compared(lexicon)
    given = [w for file, result in shown if entries[file.key] is file for w in result.waivers]
    all_sound = all(result.is_sound for result in results)
    with_sources = compared is not None
    return ordered(suppressed(found, given, place, all_sound=all_sound, with_sources=with_sources))


def _by_themselves(shown: Sequence[tuple[EntryFile, AnalysisResult]]) -> Iterator[Diagnostic]:
    """What is wrong with entries by themselves; with their words, if all forms are known.

    The forms of a broken entry are not. Without them a shorter form would be found in the place of
    one, or a number in a name, so that the words of others would be told of for nothing.
    """
    for _, result in shown:
        yield from result.diagnostics
    if all(result.is_sound for file, result in shown if file.key.kind in OWNERS):
        for _, result in shown:
            yield from result.of_words


def _entries(folder: Folder) -> dict[Key, EntryFile]:
    """The file of each entry; of two files of one id, the first is the entry."""
    entries: dict[Key, EntryFile] = {}
    for file in folder.files:
        entries.setdefault(file.key, file)
    return entries
