"""The text of a file: UTF-8, not too large, without invisible characters."""

import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..diagnostics.arguments import Argument, Arguments, Bilingual
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..diagnostics.system_reasons import reason_of
from ..patterns import lazily
from . import messages

SIZE_LIMIT = 1_000_000  # bytes; the longest real entry has some 30 KB
NO_PLAIN_FILE = Bilingual("it is not an ordinary file", "這不是一般檔案")

# Characters that YAML's reader refuses or silently takes for a line break, and invisible ones: soft
# hyphens, zero-width spaces, and marks of direction, which can disguise a text as another.
UNSEEN = lazily(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
    "|[\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)


def read_text(file: Path, path: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a file without invisible characters, or None and the diagnostics."""
    text, diagnostics = decoded(file, path, SIZE_LIMIT)
    if text is None:
        return None, diagnostics
    if not text.strip():
        return None, [Diagnostic(Place(path), messages.EMPTY_FILE)]
    unseen = list(_unseen(text, path))
    return (None, unseen) if unseen else (text, [])


def decoded(file: Path, path: str, limit: int) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a file in UTF-8 of at most `limit` bytes, or None and the diagnostics."""

    def refused(message: Message, **arguments: Argument) -> tuple[None, list[Diagnostic]]:
        return None, [Diagnostic(Place(path), message, arguments)]

    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would never end
            return refused(messages.UNREADABLE, reason=NO_PLAIN_FILE)
        if status.st_size > limit:
            size = f"{status.st_size:,}"
            return refused(messages.TOO_LARGE, size=size, limit=f"{limit:,}")
        data = file.read_bytes()
    except OSError as error:
        return refused(messages.UNREADABLE, reason=reason_of(error))
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = _with_newlines(data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        arguments: Arguments = {"byte": f"0x{data[error.start]:02X}", "offset": error.start}
        return None, [Diagnostic(place, messages.NOT_UTF8, arguments)]
    return _with_newlines(text), []


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unseen(text: str, path: str) -> Iterator[Diagnostic]:
    """Report the first invisible character of each line: a file of another kind has thousands."""
    for number, line in enumerate(text.split("\n"), 1):
        if match := UNSEEN.search(line):
            place = Place(path, number, match.start() + 1)
            yield Diagnostic(place, messages.BAD_CHARACTER, {"name": character_name(match[0])})


def character_name(character: str) -> str:
    """Return the code point and the Unicode name of a character."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'control character')})"
