"""What a file shows when it is looked at: what is wrong with it, what others need to know of it."""

from collections.abc import Callable

from msgspec import Struct

from ..analysis.summary import EntrySummary, Suppression, summarise, suppressions_of
from ..diagnostics.diagnostic import Diagnostic
from ..model import Name, Term
from ..reading.folder import EntryFile
from ..reading.parsed_entry import ParsedEntry
from ..text.forms import Form, forms_of
from ..text.lexicon import Lexicon
from . import of_entry, of_wording

Read = Callable[[EntryFile], tuple[ParsedEntry | None, list[Diagnostic]]]


class AnalysisResult(Struct, frozen=True, array_like=True):
    """What is wrong with an entry, with its words apart, and what its editor has silenced."""

    diagnostics: tuple[Diagnostic, ...] = ()
    of_words: tuple[Diagnostic, ...] = ()
    waivers: tuple[Suppression, ...] = ()
    is_sound: bool = False


def forms_in_file(file: EntryFile, read: Read) -> tuple[Form, ...]:
    """The forms of a term or a name, if it is sound."""
    parsed, _ = read(file)
    entry = parsed.entry if parsed else None
    return tuple(forms_of(entry)) if isinstance(entry, (Term, Name)) else ()


def analyse_file(
    file: EntryFile, read: Read, lexicon: Lexicon
) -> tuple[AnalysisResult, EntrySummary]:
    """What a file shows once the forms of all terms and names are known."""
    parsed, diagnostics = read(file)
    if parsed is None:
        return AnalysisResult(tuple(diagnostics)), EntrySummary(file.key, file.path)
    is_sound = parsed.entry is not None
    look = AnalysisResult(
        diagnostics=(*diagnostics, *of_entry(parsed)),
        of_words=tuple(of_wording(parsed, lexicon)) if is_sound else (),
        waivers=tuple(suppressions_of(parsed)),
        is_sound=is_sound,
    )
    return look, summarise(parsed, lexicon)
