"""The story of checking: learn the forms of all terms and names, look at every entry, then look
between the entries.
"""

from collections.abc import Callable, Iterator, Sequence

from .analysis.corpus_index import Archive
from .analysis.summary import Waiver
from .cache.analysers import Desk, Reading
from .checks import of_archive, of_sources, waived
from .checks.result import Look
from .diagnostics.diagnostic import Place, Problem, ordered
from .model import Key
from .reading.content import Content
from .reading.folder import EntryFile, Folder
from .reading.parsed_entry import Manuscript
from .reading.source_paragraphs import Original
from .text.lexicon import Lexicon

OWNERS = ("name", "term")  # the kinds of entries that have forms
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
    entries = _entries(folder)
    lexicon = Lexicon(tuple(desk.forms([f for f in folder.files if f.key.kind in OWNERS])))
    looks = desk.look(folder.files, lexicon)

    def manuscript(key: Key) -> Manuscript:
        return desk.manuscript(entries[key])

    def between() -> list[Problem]:
        outlines = dict(zip(entries, desk.outlines(list(entries.values())), strict=True))
        return [*of_archive(Archive(outlines, manuscript, lexicon, folder.handwritten))]

    def place(waiver: Waiver) -> Place:
        return manuscript(waiver.key).document.place((*waiver.location, "check"))

    shown = [*zip(folder.files, looks, strict=True)]
    found = [*folder.problems, *desk.between(folder, between), *_by_themselves(shown)]
    if compared is not None:
        found += compared(lexicon)
    given = [w for file, look in shown if entries[file.key] is file for w in look.waivers]
    all_sound = all(look.is_sound for look in looks)
    with_sources = compared is not None
    return ordered(waived(found, given, place, all_sound=all_sound, with_sources=with_sources))


def _by_themselves(shown: Sequence[tuple[EntryFile, Look]]) -> Iterator[Problem]:
    """What is wrong with entries by themselves; with their words, if all forms are known.

    The forms of a broken entry are not. Without them a shorter form would be found in the place of
    one, or a number in a name, so that the words of others would be told of for nothing.
    """
    for _, look in shown:
        yield from look.problems
    if all(look.is_sound for file, look in shown if file.key.kind in OWNERS):
        for _, look in shown:
            yield from look.of_words


def _entries(folder: Folder) -> dict[Key, EntryFile]:
    """The file of each entry; of two files of one id, the first is the entry."""
    entries: dict[Key, EntryFile] = {}
    for file in folder.files:
        entries.setdefault(file.key, file)
    return entries
