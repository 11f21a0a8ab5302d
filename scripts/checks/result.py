"""What a file shows when it is looked at: what is wrong with it, what others need to know of it."""

from collections.abc import Callable

from msgspec import Struct

from ..analysis.summary import Outline, Waiver, outline_of, waivers_of
from ..diagnostics.diagnostic import Problem
from ..model import Name, Term
from ..reading.folder import EntryFile
from ..reading.parsed_entry import Manuscript
from ..text.forms import Form, forms_of
from ..text.lexicon import Lexicon
from . import of_entry, of_wording

Read = Callable[[EntryFile], tuple[Manuscript | None, list[Problem]]]


class Look(Struct, frozen=True, array_like=True):
    """What is wrong with an entry, with its words apart, and what its editor has silenced."""

    problems: tuple[Problem, ...] = ()
    of_words: tuple[Problem, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    is_sound: bool = False


def forms_shown(file: EntryFile, read: Read) -> tuple[Form, ...]:
    """The forms of a term or a name, if it is sound."""
    manuscript, _ = read(file)
    entry = manuscript.entry if manuscript else None
    return tuple(forms_of(entry)) if isinstance(entry, (Term, Name)) else ()


def look_at(file: EntryFile, read: Read, lexicon: Lexicon) -> tuple[Look, Outline]:
    """What a file shows once the forms of all terms and names are known."""
    manuscript, problems = read(file)
    if manuscript is None:
        return Look(tuple(problems)), Outline(file.key, file.path)
    is_sound = manuscript.entry is not None
    look = Look(
        problems=(*problems, *of_entry(manuscript)),
        of_words=tuple(of_wording(manuscript, lexicon)) if is_sound else (),
        waivers=tuple(waivers_of(manuscript)),
        is_sound=is_sound,
    )
    return look, outline_of(manuscript, lexicon)
