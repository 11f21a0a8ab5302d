"""The story of checking: learn the forms of all terms and names, look at every entry, then look
between the entries.
"""

from collections.abc import Callable, Iterator, Sequence

from .archive import Archive
from .checks import of_archive, of_sources, waived
from .files import EntryFile, Folder
from .looks import Desk, Look, Reading
from .model import Key
from .problems import Problem, ordered
from .reading import Content, Manuscript
from .text.lexicon import Lexicon
from .text.originals import Original

Compared = Callable[[Lexicon], Iterator[Problem]]


def problems_of(content: Content) -> list[Problem]:
    """Everything that is wrong with what was read, in the order of files and lines."""
    return inspected(content.folder, Reading(content))


def problems_against(content: Content, originals: Sequence[Original]) -> list[Problem]:
    """Everything that is wrong, also between what was read and the documents it reports on."""

    def compared(lexicon: Lexicon) -> Iterator[Problem]:
        return of_sources(content.manuscripts, originals, lexicon)

    return inspected(content.folder, Reading(content), compared)


def inspected(folder: Folder, desk: Desk, compared: Compared | None = None) -> list[Problem]:
    """Everything that is wrong in a folder, whose files are looked at on a DESK."""
    lexicon = _learnt(folder.files, desk)
    looks = desk.look(folder.files, lexicon)
    archive = _archive(folder, looks, desk, lexicon)
    found = [*folder.problems, *of_archive(archive)]
    for look in looks:
        found += (*look.survey.problems, *look.review.problems)
    if compared is not None:
        found += compared(lexicon)
    return ordered(waived(found, archive, with_sources=compared is not None))


def _learnt(files: Sequence[EntryFile], desk: Desk) -> Lexicon:
    """The forms that terms and names own, as far as they are sound."""
    owners = [file for file in files if file.key.kind in ("name", "term")]
    looks = desk.look(owners, None)
    return Lexicon(tuple(form for look in looks for form in look.survey.outline.forms))


def _archive(folder: Folder, looks: Sequence[Look], desk: Desk, lexicon: Lexicon) -> Archive:
    """The outlines of all entries; of two files of one id, the first is the entry."""
    files: dict[Key, EntryFile] = {}
    shown: dict[Key, Look] = {}
    for file, look in zip(folder.files, looks, strict=True):
        files.setdefault(file.key, file)
        shown.setdefault(file.key, look)

    def manuscript(key: Key) -> Manuscript:
        return desk.manuscript(files[key])

    return Archive(
        outlines={key: look.survey.outline for key, look in shown.items()},
        manuscripts=manuscript,
        lexicon=lexicon,
        mentions={key: look.review.mentions for key, look in shown.items()},
        figures={key: look.review.figures for key, look in shown.items()},
        handwritten=folder.handwritten,
    )
