"""Problems of lines before they are parsed as YAML: merge marks, odd indentation."""

import re
from collections.abc import Sequence

from ..diagnostics.diagnostic import Diagnostic, Place
from ..patterns import lazily
from . import messages
from .file_text import character_name

# Spaces that YAML does not recognise; they come from a Chinese input method or a web page.
ODD_SPACE = lazily("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_indent = lazily("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*")
_merge_mark = lazily(r"^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$", re.MULTILINE)


def merge_marks(text: str, path: str) -> list[Diagnostic]:
    """Report the marks that version control leaves where two versions differ."""
    found: list[Diagnostic] = []
    for match in _merge_mark.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        found.append(Diagnostic(Place(path, line), messages.MERGE_MARK, {"found": match[0]}))
    return found


def odd_indentation(lines: Sequence[str], number: int, path: str) -> Diagnostic | None:
    """Report the nearest line with odd spaces before its first word, from an error upwards.

    Lines above one that is not indented cannot be the cause.
    """
    for above in range(min(number, len(lines) - 1), -1, -1):
        line = lines[above]
        indent = _indent.match(line)
        odd = ODD_SPACE.search(line, 0, indent.end() if indent else 0)
        if odd and line.strip():
            place = Place(path, above + 1, odd.start() + 1)
            return Diagnostic(place, messages.ODD_INDENTATION, {"name": character_name(odd[0])})
        if line[:1].strip() and above < number:
            return None
    return None
