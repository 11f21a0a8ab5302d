"""Run the checks on a folder: learn the forms of all terms and names, analyse each entry by itself,
compare the entries, and leave out what editors have suppressed.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache, partial

import msgspec
from msgspec import Struct

from ..analysis.corpus_index import CorpusIndex
from ..analysis.summary import EntrySummary, Places, Suppression, summarise, suppressions_of
from ..cache.drafts import cached_drafts
from ..cache.picture_facts import cached_facts
from ..cache.stages import Made, NoCache, Stage, StageCache, pack
from ..diagnostics.diagnostic import Diagnostic, ordered
from ..diagnostics.levels import of_draft
from ..kinds import WITH_FORMS
from ..model import Key, WithForms
from ..reading.folder import EntryFile, Folder
from ..reading.messages import DATE_TO_COME
from ..reading.parsed_entry import ParsedEntry, read_parsed_entry
from ..reading.pictures import PictureFacts
from ..text.forms import Form, forms_of
from ..text.lexicon import Lexicon
from . import of_corpus, of_entry, of_wording, suppressed

NOT_OF_DRAFTS = ("unused", "waivers")  # they may be right once the entry is published
FORMS = Stage("forms", "checks.runner")
ANALYSIS = Stage("analysis", "checks.runner")
COMPARISON = Stage("comparison", "checks.runner")

Read = Callable[[EntryFile], tuple[ParsedEntry | None, list[Diagnostic]]]
AgainstSources = Callable[[Lexicon], Iterator[Diagnostic]]


class Analysis(Struct, frozen=True, array_like=True):
    """What one file showed: its diagnostics, those of its wording apart, and its summary.

    `summary` and `places` are packed: most runs need neither.
    """

    summary: msgspec.Raw
    places: msgspec.Raw
    diagnostics: tuple[Diagnostic, ...] = ()
    of_wording: tuple[Diagnostic, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    is_sound: bool = False


def run_checks(
    folder: Folder,
    *,
    read: Read = read_parsed_entry,
    cache: StageCache | None = None,
    against_sources: AgainstSources | None = None,
) -> list[Diagnostic]:
    """Return the diagnostics of a folder in the order of files and lines.

    `read` gives the entry of a file, `against_sources` compares with the sources' documents.

    What is published is checked as if there were no drafts. Then drafts are checked among all.
    """
    cache = cache or NoCache()
    drafts = cached_drafts(folder, cache)
    found = _checked(folder, drafts, read, cache, against_sources)
    if drafts:
        whole = _checked(folder, set(), read, cache, None)
        own = (diagnostic for diagnostic in whole if diagnostic.place.path in drafts)
        found += [of_draft(one) for one in own if one.check not in NOT_OF_DRAFTS]
    return ordered(found)


def _checked(
    folder: Folder,
    drafts: Set[str],
    read: Read,
    cache: StageCache,
    against_sources: AgainstSources | None,
) -> list[Diagnostic]:
    """The diagnostics of entries that are no drafts; `drafts` are the paths of the others."""
    published = [file for file in folder.files if file.path not in drafts]
    owners = [file for file in published if file.key.kind in WITH_FORMS]
    packed = cache.of_files(FORMS, owners, partial(_packed_forms, read))
    forms = tuple(form for some in packed for form in _decode_forms(some))
    made = cache.of_files(
        ANALYSIS, folder.files, partial(_packed_analyses, read, pack(forms)), _digest(pack(forms))
    )
    every = [*zip(folder.files, map(_decode_analysis, made), strict=True)]
    analyses = [one for one in every if one[0].path not in drafts]
    waiting = [one for one in every if one[0].path in drafts]
    found = [diagnostic for diagnostic in folder.diagnostics if diagnostic.place.path not in drafts]
    found += [*_compared(folder, analyses, waiting, cache), *_of_entries(analyses)]
    if against_sources is not None:
        found += against_sources(Lexicon(forms))
    entries = first_of_each_id(published)
    suppressions = [
        one
        for file, analysis in analyses
        if entries[file.key] is file
        for one in analysis.suppressions
    ]
    all_sound = all(analysis.is_sound for _, analysis in analyses)
    with_sources = against_sources is not None
    return [*suppressed(found, suppressions, all_sound=all_sound, with_sources=with_sources)]


def lasts(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether diagnostics will be the same tomorrow: a date to come may have come by then."""
    return all(diagnostic.message != DATE_TO_COME for diagnostic in diagnostics)


def first_of_each_id(files: Iterable[EntryFile]) -> dict[Key, EntryFile]:
    """Return the file of each entry; of two files with one id, the first is the entry."""
    entries: dict[Key, EntryFile] = {}
    for file in files:
        entries.setdefault(file.key, file)
    return entries


Analyses = Sequence[tuple[EntryFile, Analysis]]


def _of_entries(analyses: Analyses) -> Iterator[Diagnostic]:
    """The diagnostics of entries by themselves; those of their wording if all forms are known.

    The forms of a broken entry are not. Without them a shorter form would be found in the place of
    one, or a number in a name, and the wording of others would be reported for nothing.
    """
    for _, analysis in analyses:
        yield from analysis.diagnostics
    if all(analysis.is_sound for file, analysis in analyses if file.key.kind in WITH_FORMS):
        for _, analysis in analyses:
            yield from analysis.of_wording


def _compared(
    folder: Folder, analyses: Analyses, waiting: Analyses, cache: StageCache
) -> list[Diagnostic]:
    """The diagnostics between entries; `waiting` are drafts.

    They follow from all summaries, and from the places in those entries that have one.
    """
    entries = first_of_each_id(file for file, _ in analyses)
    of_file = {file.path: analysis for file, analysis in analyses}
    places = {key: of_file[file.path].places for key, file in entries.items()}

    def compare() -> bytes:
        asked: set[Key] = set()

        def places_of(key: Key) -> Places:
            asked.add(key)
            return _decode_places(places[key])

        summaries = {
            key: _decode_summary(of_file[file.path].summary) for key, file in entries.items()
        }
        drafts = [_decode_summary(analysis.summary) for _, analysis in waiting]
        known = {draft.key: draft for draft in drafts if draft.key not in summaries}
        pictures = _pictures(folder, cache)
        index = CorpusIndex(summaries, lru_cache(places_of), folder.handwritten, pictures, known)
        found = [*of_corpus(index)]
        return pack((found, {str(key): _digest(places[key]) for key in asked}))

    summaries = [_digest(of_file[file.path].summary) for file in entries.values()]
    drafts = [_digest(analysis.summary) for _, analysis in waiting]
    state = (summaries, folder.handwritten, folder.pictures, drafts)
    diagnostics, consulted = _decode_comparison(cache.result(COMPARISON, compare, state))
    current = {str(key): _digest(packed) for key, packed in places.items() if str(key) in consulted}
    if current != consulted:  # the same diagnostics, elsewhere
        moved = cache.result(COMPARISON, compare, state, current)
        diagnostics, _ = _decode_comparison(moved)
    return diagnostics


def _pictures(folder: Folder, cache: StageCache) -> dict[str, tuple[str, PictureFacts]]:
    """The picture files with their paths and what is in them, by their names."""
    return {n: (file.path, cached_facts(file, cache)) for n, file in folder.pictures.items()}


def _packed_forms(read: Read, files: Sequence[EntryFile]) -> list[Made]:
    """The forms of terms and names, packed for the store; none of a broken entry."""
    packed: list[Made] = []
    for file in files:
        parsed, diagnostics = read(file)
        entry = parsed.entry if parsed else None
        forms = tuple(forms_of(entry)) if isinstance(entry, WithForms) else ()
        packed.append((pack(forms), lasts(diagnostics)))
    return packed


def _packed_analyses(read: Read, forms: bytes, files: Sequence[EntryFile]) -> list[Made]:
    """The analyses of files, packed; made in another process if there are many."""
    lexicon = _lexicon(forms)
    analyses = [_analysis(file, read, lexicon) for file in files]
    return [(pack(analysis), lasts(analysis.diagnostics)) for analysis in analyses]


def _analysis(file: EntryFile, read: Read, lexicon: Lexicon) -> Analysis:
    parsed, diagnostics = read(file)
    if parsed is None:
        summary, places = EntrySummary(file.key, file.path), Places()
        return Analysis(_raw(summary), _raw(places), tuple(diagnostics))
    is_sound = parsed.entry is not None
    summary, places = summarise(parsed, lexicon)
    return Analysis(
        summary=_raw(summary),
        places=_raw(places),
        diagnostics=(*diagnostics, *of_entry(parsed)),
        of_wording=tuple(of_wording(parsed, lexicon)) if is_sound else (),
        suppressions=tuple(suppressions_of(parsed)),
        is_sound=is_sound,
    )


@lru_cache(maxsize=1)
def _lexicon(forms: bytes) -> Lexicon:
    return Lexicon(_decode_forms(forms))


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(pack(value))


def _digest(packed: bytes | msgspec.Raw) -> bytes:
    return hashlib.sha256(packed).digest()


_decode_forms = msgspec.msgpack.Decoder(tuple[Form, ...]).decode
_decode_analysis = msgspec.msgpack.Decoder(Analysis).decode
_decode_summary = msgspec.msgpack.Decoder(EntrySummary).decode
_decode_places = msgspec.msgpack.Decoder(Places).decode
_decode_comparison = msgspec.msgpack.Decoder(tuple[list[Diagnostic], dict[str, bytes]]).decode
