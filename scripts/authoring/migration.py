r"""Rewrite entries to the notation of today: `2031. A year` becomes `2031\. A year`.

Since passages have lists and quotations, a text that begins with a number, a dash or `>` means
another thing than it did. A backslash before the sign keeps it as it was. Texts that the check of
notation always reported, such as several items in a row, are taken as written for today. The file's
text is edited, so that all else stays byte for byte.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..checks.support.foreign_notation import at_lines
from ..reading.folder import EntryFile, Folder
from ..reading.parsed_entry import ParsedEntry, read_parsed_entry
from ..reading.yaml_tree import Location, Scalar
from ..text.blocks import is_plain
from ..text.markup import parse

# The beginning of a line, up to the sign that would begin an item or a quotation.
_SIGN = re.compile(r"^[ \t]*(?:(?=[-*+](?:[ \t]|$)|>)|[0-9]{1,9}(?=[.)](?:[ \t]|$)))", re.MULTILINE)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Migration:
    """The new text of a file, and the locations of the values that differ."""

    file: EntryFile
    text: str
    changed: tuple[Location, ...]

    def __str__(self) -> str:
        number = len(self.changed)
        texts = "text" if number == 1 else "texts"
        return f"{self.file.path}: {number} {texts} rewritten. 改寫了{number}個文本。"


def migrations(folder: Folder) -> Iterator[Migration]:
    """Yield the files of a folder that have something to rewrite; broken files are left alone."""
    for file in folder.files:
        parsed, _ = read_parsed_entry(file) if file.key.kind == "article" else (None, [])
        if parsed is not None and (migration := _migration(file, parsed)):
            yield migration


def escaped(text: str) -> str:
    """Return a text of a passage that is the paragraph it was before there were blocks.

    A text that is one already, or that was never sound, is returned as it is.
    """
    lines = [line.strip() for line in text.strip().split("\n")]
    if is_plain(text) or _EMPTY_LINE.search(text.strip()) or at_lines(lines):
        return text
    written = _SIGN.sub(lambda match: match[0] + "\\", text)
    return written if is_plain(written) and parse(written).plain == parse(text).plain else text


def _migration(file: EntryFile, parsed: ParsedEntry) -> Migration | None:
    edits: list[tuple[int, str]] = []
    changed: list[Location] = []
    text = file.file.read_bytes().decode("utf-8")
    starts = _starts(text)
    for location, value in parsed.passages():
        if escaped(value) == value:
            continue
        changed.append(location)
        node = parsed.document.node(location)
        assert isinstance(node, Scalar)
        sign = "\\\\" if parsed.document.text.startswith('"', node.start.offset) else "\\"
        for match in _SIGN.finditer(value):
            place = parsed.document.place_within(location, match.end())
            edits.append((starts[place.line - 1] + place.column - 1, sign))
    for index, sign in sorted(edits, reverse=True):
        text = text[:index] + sign + text[index:]
    return Migration(file, text, tuple(changed)) if changed else None


def _starts(text: str) -> list[int]:
    """The offsets of the lines of a text with any line endings."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts
