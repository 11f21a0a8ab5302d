"""What each file shows to the checks: looked at now, or remembered from the ledger."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Protocol

import msgspec

from .checks import of_entry, of_wording
from .languages import LANGUAGES
from .ledger import Ledger, Record, current
from .model import Key
from .outline import Outline, outline_of
from .problems import Problem
from .processors import shared_out
from .reading import Content, Document, EntryFile, Manuscript, read_manuscript
from .text.forms import Form
from .text.lexicon import Lexicon

Read = Callable[[EntryFile], tuple[Manuscript | None, list[Problem]]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What an entry shows by itself: its outline, and what is wrong with it."""

    outline: Outline
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What the words of an entry show once the forms of all terms and names are known."""

    mentions: frozenset[Key] = frozenset()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """All that the checks of other entries need to know of a file."""

    survey: Survey
    review: Review


class Desk(Protocol):
    """Where files are looked at."""

    def look(self, files: Sequence[EntryFile], lexicon: Lexicon | None) -> list[Look]:
        """What each file shows; without a lexicon, what it shows by itself."""

    def document(self, file: EntryFile) -> Document:
        """The nodes of a file that has some: the place of a problem is looked for in them."""


class Reading:
    """The desk at which all has been read already."""

    def __init__(self, content: Content) -> None:
        self._read = content.read

    def look(self, files: Sequence[EntryFile], lexicon: Lexicon | None) -> list[Look]:
        """What each file shows."""
        return [_look(file, self._read, lexicon) for file in files]

    def document(self, file: EntryFile) -> Document:
        """The nodes of a file."""
        return _document(file, self._read)


class Remembering:
    """The desk that reads only what the ledger does not know."""

    def __init__(self, ledger: Ledger, files: Sequence[EntryFile]) -> None:
        self._ledger = ledger
        self._files = files
        self._kept = ledger.recall(files)
        self._records = {file.path: current(file.file, self._kept[file.path]) for file in files}
        self._documents: dict[str, Document] = {}

    def look(self, files: Sequence[EntryFile], lexicon: Lexicon | None) -> list[Look]:
        """What each file shows; what is new is shared out among the processors."""
        forms = _pack(lexicon.forms) if lexicon else b""
        edition = hashlib.sha256(forms).digest() if lexicon else b""
        unknown = [
            file for file in files if not _is_known(self._records[file.path], lexicon, edition)
        ]
        packed = shared_out(partial(_packed_looks, forms), unknown)
        for file, (survey, review) in zip(unknown, packed, strict=True):
            self._records[file.path] = replace(
                self._records[file.path],
                survey=survey,
                lexicon=edition,
                review=review,
            )
        return [_unpacked(self._records[file.path], lexicon) for file in files]

    def keep(self) -> None:
        """Write down what is new."""
        new = {
            file: record
            for file in self._files
            if (record := self._records[file.path]) is not self._kept[file.path]
        }
        self._ledger.keep(new)

    def document(self, file: EntryFile) -> Document:
        """The nodes of a file, read once however many problems stand in it."""
        if file.path not in self._documents:
            self._documents[file.path] = _document(file, read_manuscript)
        return self._documents[file.path]


def _look(file: EntryFile, read: Read, lexicon: Lexicon | None) -> Look:
    manuscript, problems = read(file)
    if manuscript is None:
        return Look(Survey(Outline(file.key, file.path), tuple(problems)), Review())
    survey = Survey(outline_of(manuscript), (*problems, *of_entry(manuscript)))
    return Look(survey, _review(manuscript, lexicon) if lexicon else Review())


def _review(manuscript: Manuscript, lexicon: Lexicon) -> Review:
    if manuscript.entry is None:
        return Review()
    prose = [unit for unit in manuscript.units if unit.is_prose]
    texts = ((unit.written(lang.code), lang.code) for unit in prose for lang in LANGUAGES)
    return Review(lexicon.mentions(texts), tuple(of_wording(manuscript, lexicon)))


def _document(file: EntryFile, read: Read) -> Document:
    manuscript, _ = read(file)
    if manuscript is None:
        raise ValueError(f"{file.path} has no nodes")
    return manuscript.document


def _is_known(record: Record, lexicon: Lexicon | None, edition: bytes) -> bool:
    return bool(record.survey) and (lexicon is None or record.lexicon == edition)


_pack = msgspec.msgpack.Encoder(order="deterministic").encode
_survey = msgspec.msgpack.Decoder(Survey).decode
_reviewed = msgspec.msgpack.Decoder(Review).decode
_forms = msgspec.msgpack.Decoder(tuple[Form, ...]).decode


def _packed_looks(forms: bytes, files: Sequence[EntryFile]) -> list[tuple[bytes, bytes]]:
    """What files show, packed for the ledger; done in another process where there are many."""
    lexicon = _lexicon(forms) if forms else None
    looks = (_look(file, read_manuscript, lexicon) for file in files)
    return [(_pack(look.survey), _pack(look.review)) for look in looks]


@lru_cache(maxsize=1)
def _lexicon(forms: bytes) -> Lexicon:
    return Lexicon(_forms(forms))


def _unpacked(record: Record, lexicon: Lexicon | None) -> Look:
    return Look(_survey(record.survey), _reviewed(record.review) if lexicon else Review())
