"""The story of checking: learn the forms of all terms and names, look at every entry, then look
between the entries.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from .archive import Archive
from .checks import of_archive, of_sources, waived
from .ledger import opened
from .looks import Desk, Look, Reading, Remembering
from .model import Key
from .problems import Problem, ordered
from .reading import Content, Document, EntryFile, Folder
from .text.lexicon import Lexicon
from .text.originals import Original

Compared = Callable[[Lexicon], Iterator[Problem]]


def problems_of(content: Content) -> list[Problem]:
    """Everything that is wrong with what was read, in the order of files and lines."""
    return _inspected(content.folder, Reading(content))


def problems_in(folder: Folder, ledger: Path) -> list[Problem]:
    """Everything that is wrong in a folder, in the order of files and lines.

    Only files that have changed since the LEDGER was written are read.
    """
    with opened(ledger) as remembered:
        desk = Remembering(remembered, folder.files)
        problems = _inspected(folder, desk)
        desk.keep()
        return problems


def problems_against(content: Content, originals: Sequence[Original]) -> list[Problem]:
    """Everything that is wrong, also between what was read and the documents it reports on."""

    def compared(lexicon: Lexicon) -> Iterator[Problem]:
        return of_sources(content.manuscripts, originals, lexicon)

    return _inspected(content.folder, Reading(content), compared)


def _inspected(folder: Folder, desk: Desk, compared: Compared | None = None) -> list[Problem]:
    entries = _entries(folder.files)
    lexicon, is_whole = _learnt(entries.values(), desk)
    looks = desk.look(folder.files, lexicon if is_whole else None)
    archive = _archive(folder, entries, looks, desk)
    found = [*folder.problems, *of_archive(archive)]
    for look in looks:
        found += (*look.survey.problems, *look.review.problems)
    if compared is not None:
        found += compared(lexicon)
    return ordered(waived(found, archive, with_sources=compared is not None))


def _entries(files: Iterable[EntryFile]) -> dict[Key, EntryFile]:
    """The file of each entry: of two files of one id, the first."""
    entries: dict[Key, EntryFile] = {}
    for file in files:
        entries.setdefault(file.key, file)
    return entries


def _learnt(entries: Iterable[EntryFile], desk: Desk) -> tuple[Lexicon, bool]:
    """The forms that terms and names own, and whether they are all.

    Those of a broken entry are not known. Without them a shorter form would be found in its place,
    or a number in a name, so that the words of other entries would be told of for nothing.
    """
    owners = [file for file in entries if file.key.kind in ("name", "term")]
    outlines = [look.survey.outline for look in desk.look(owners, None)]
    forms = tuple(form for outline in outlines for form in outline.forms)
    return Lexicon(forms), all(outline.sound for outline in outlines)


def _archive(
    folder: Folder, entries: Mapping[Key, EntryFile], looks: Sequence[Look], desk: Desk
) -> Archive:
    """The outlines of all entries."""
    shown = {
        file.key: look
        for file, look in zip(folder.files, looks, strict=True)
        if entries[file.key] is file
    }

    def document(key: Key) -> Document:
        return desk.document(entries[key])

    return Archive(
        outlines={key: look.survey.outline for key, look in shown.items()},
        documents=document,
        mentions={key: look.review.mentions for key, look in shown.items()},
        handwritten=folder.handwritten,
    )
