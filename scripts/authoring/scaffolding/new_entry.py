"""A new entry written to its folder, with the given values and empty fields for the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ...checks.references import UNKNOWN_ENTRY, UNKNOWN_PASSAGE, unknown_passage
from ...diagnostics.arguments import Arguments, KindName
from ...diagnostics.diagnostic import Diagnostic, Place
from ...diagnostics.message import Message
from ...diagnostics.reports import block
from ...diagnostics.suggestions import did_you_mean
from ...kinds import FOLDERS, KINDS, FieldPath, Key, Kind, Reference
from ...model import Article
from ...model.claim import PASSAGE_REFERENCE
from ...model.record import SLUG
from ...reading.folder import RESERVED, Folder, open_folder
from ...reading.messages import BAD_PASSAGE, BAD_SLUG, RESERVED_ID
from ...reading.parsed_entry import read_parsed_entry
from ..schemas import modeline
from .required_fields import headings, scaffold

TAKEN: Final = Message(
    "same-id",
    "The id “{id}” is taken by “{other}” (capital letters make no difference).",
    "編號「{id}」已由「{other}」使用（大小寫視為相同）。",
    "Choose another id, or change that file; `new` never overwrites a file.",
    "請改用其他編號，或直接修改該檔案；`new`不會覆寫任何檔案。",
)
NO_HEADING: Final = Message(
    "bad-heading",
    "“{value}” cannot be a heading.",
    "「{value}」不能用作標題。",
    "Write the heading on one line.",
    "請用一行文字寫出標題。",
)


class EntryNotWritten(Exception):
    """The reason why no file was written, in both languages."""


REFERENCES: Final[dict[Kind, tuple[Reference, ...]]] = {
    kind: tuple(reference for reference in of.references if reference.option)
    for kind, of in KINDS.items()
}


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A new entry: its key, its labels if given, and its references."""

    key: Key
    headings: tuple[str | None, str | None] = (None, None)
    references: tuple[tuple[Reference, str], ...] = ()


def write_new_entry(beginning: NewEntry, content: Path, *, schemas: Path, today: date) -> Path:
    """Write the scaffold of an entry into a content folder, and return its file.

    `schemas` is the folder of the schemas. Raises EntryNotWritten, with nothing written, if the id
    is taken or invalid, or a reference has no target.
    """
    kind, entry_id = beginning.key
    file = content / FOLDERS[kind] / f"{entry_id}.yml"
    if wrong := next(_problems(beginning, open_folder(content), file), None):
        raise EntryNotWritten(block(wrong))
    given: dict[FieldPath, str] = {("updated",): today.isoformat()}
    given |= {
        path: text for path, text in zip(headings(kind), beginning.headings, strict=True) if text
    }
    given |= {reference.field: value for reference, value in beginning.references}
    text = scaffold(kind, given, modeline(kind, file.resolve(), schemas.resolve()))
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as opened:
        opened.write(text)
    return file


def _problems(beginning: NewEntry, folder: Folder, file: Path) -> Iterator[Diagnostic]:
    """The reasons why an entry cannot be written."""
    place = Place(file.as_posix())
    yield from (
        diagnostic for diagnostic in folder.diagnostics if diagnostic.message.code == "no-content"
    )
    if not re.fullmatch(SLUG, beginning.key.id):
        yield Diagnostic(place, BAD_SLUG, {"value": beginning.key.id})
    if beginning.key.id in RESERVED:
        yield Diagnostic(place, RESERVED_ID, {"id": beginning.key.id})
    for other in folder.files:
        if (other.key.kind, other.key.id.casefold()) == beginning.key:
            yield Diagnostic(place, TAKEN, {"id": beginning.key.id, "other": other.path})
    for heading in beginning.headings:
        if heading is not None and not (heading.strip() and heading.isprintable()):
            yield Diagnostic(place, NO_HEADING, {"value": ascii(heading)[1:-1]})
    for reference, value in beginning.references:
        yield from _unknown(reference, value, folder, place)


def _unknown(
    reference: Reference, value: str, folder: Folder, place: Place
) -> Iterator[Diagnostic]:
    """The message that the target of an option does not exist."""
    target, _, passage = value.partition("#")
    if reference.to_passage and not re.fullmatch(PASSAGE_REFERENCE, value):
        yield Diagnostic(place, BAD_PASSAGE, {"value": value})
    files = {file.key.id: file for file in folder.files if file.key.kind == reference.to}
    if target not in files:
        arguments: Arguments = {
            "kind": KindName(reference.to),
            "id": target,
            "file": f"{FOLDERS[reference.to]}/{target}.yml",
            "suggestion": did_you_mean(target, list(files)),
        }
        yield Diagnostic(place, UNKNOWN_ENTRY, arguments)
    elif reference.to_passage:
        parsed, _ = read_parsed_entry(files[target])
        article = parsed.entry if parsed else None
        known = [p.id for p in article.passages()] if isinstance(article, Article) else [passage]
        if passage not in known:
            yield Diagnostic(place, UNKNOWN_PASSAGE, unknown_passage(target, passage, known))
