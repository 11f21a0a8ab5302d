"""The story of checking: survey each entry, learn the words of all, then look between entries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .archive import Archive
from .checks import of_archive, of_entry, of_wording, waived
from .languages import LANGUAGES
from .model import Key
from .outline import Outline, outline_of
from .problems import Problem, ordered
from .reading import Content, Document, EntryFile, Folder, Manuscript
from .text.lexicon import Lexicon
from .text.units import units_of

Read = Callable[[EntryFile], tuple[Manuscript | None, list[Problem]]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What one entry shows by itself: its outline, and what is wrong with it."""

    outline: Outline
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What one entry shows once the forms of all terms and names are known."""

    mentions: frozenset[Key]
    problems: tuple[Problem, ...]


def survey(file: EntryFile, read: Read) -> Survey:
    """Read an entry and check it by itself."""
    manuscript, problems = read(file)
    if manuscript is None:
        return Survey(Outline(file.key, file.path), tuple(problems))
    return Survey(outline_of(manuscript), (*problems, *of_entry(manuscript)))


def review(file: EntryFile, read: Read, lexicon: Lexicon) -> Review:
    """Check the words of an entry."""
    manuscript, _ = read(file)
    if manuscript is None or manuscript.entry is None:
        return Review(frozenset(), ())
    prose = [unit for unit in units_of(manuscript.entry) if unit.is_prose]
    texts = ((unit.written(lang.code), lang.code) for unit in prose for lang in LANGUAGES)
    return Review(lexicon.mentions(texts), tuple(of_wording(manuscript, lexicon)))


def problems_of(content: Content) -> list[Problem]:
    """Everything that is wrong with what was read, in the order of files and lines."""
    return inspect(content.folder, content.read)


def inspect(folder: Folder, read: Read) -> list[Problem]:
    """Everything that is wrong in a folder, in the order of files and lines."""
    surveys = {file.path: survey(file, read) for file in folder.files}
    entries = _entries(folder.files)
    outlines = {key: surveys[file.path].outline for key, file in entries.items()}
    lexicon = Lexicon(tuple(form for outline in outlines.values() for form in outline.forms))
    reviews = {key: review(file, read, lexicon) for key, file in entries.items()}

    def document(key: Key) -> Document:
        manuscript, _ = read(entries[key])
        assert manuscript is not None  # it has an outline with places
        return manuscript.document

    mentions = {key: found.mentions for key, found in reviews.items()}
    archive = Archive(outlines, document, mentions, folder.handwritten)
    found = [*folder.problems]
    found += [problem for entry in surveys.values() for problem in entry.problems]
    found += [problem for entry in reviews.values() for problem in entry.problems]
    found += of_archive(archive)
    return ordered(waived(found, archive))


def _entries(files: Sequence[EntryFile]) -> dict[Key, EntryFile]:
    """The file of each entry; of two files of one id, the first."""
    entries: dict[Key, EntryFile] = {}
    for file in files:
        entries.setdefault(file.key, file)
    return entries
