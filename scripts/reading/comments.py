"""Unintended comments: a `#` in a text, where YAML drops the rest of the line.

Comments go on a line of their own, left of or level with the field below. Anything after a `#`
elsewhere is taken as part of a text.
"""

import re
from collections.abc import Iterator, Sequence

from ..diagnostics.diagnostic import Diagnostic, Place
from . import messages
from .yaml_tree import Scalar

SHOWN = 40  # characters of a comment in a message


def comments_in_texts(text: str, scalars: Sequence[Scalar], path: str) -> list[Diagnostic]:
    """Report comments after something else on their line, or deeper than the text they cut off."""
    if "#" not in text:
        return []
    lines = text.split("\n")
    inside = _places(lines, scalars)
    ends = {scalar.end.line: scalar for scalar in scalars if scalar.plain and scalar.text}
    found: list[Diagnostic] = []
    for number, line in enumerate(lines):
        for column in _hashes(line):
            if _is_inside((number, column), inside):
                continue
            if line[:column].strip() or _cuts_off(lines, number, column, ends):
                found.append(_problem(path, number, column, line))
            break  # the rest is the comment
    return found


def hash_above(lines: Sequence[str], number: int) -> tuple[int, int] | None:
    """Return the place of a `#` that ended a text in the line above a failure of the parser."""
    above = number - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    comment = re.search(r"(?<=\S)\s+(#)", lines[above]) if 0 <= above < len(lines) else None
    return (above, comment.start(1)) if comment else None


def problem_at(path: str, place: tuple[int, int], lines: Sequence[str]) -> Diagnostic:
    """Return the diagnostic of a `#` at a line and column, both from 0."""
    number, column = place
    return _problem(path, number, column, lines[number])


def _problem(path: str, number: int, column: int, line: str) -> Diagnostic:
    comment = line[column:].rstrip()
    shown = comment if len(comment) <= SHOWN else comment[:SHOWN].rstrip() + "…"
    return Diagnostic(
        Place(path, number + 1, column + 1), messages.COMMENT_IN_TEXT, {"found": shown}
    )


def _hashes(line: str) -> Iterator[int]:
    """Return the columns where a comment may begin: after a space, a quote or a bracket."""
    return (match.start() for match in re.finditer(r"""(?:^|(?<=[\s"'\]},\[{:]))#""", line))


Span = tuple[tuple[int, int], tuple[int, int]]


def _places(lines: Sequence[str], scalars: Sequence[Scalar]) -> dict[int, list[Span]]:
    """Return the spans of texts by line. The first line of a block has only its sign."""
    found: dict[int, list[Span]] = {}
    for scalar in scalars:
        start, end = scalar.start[1:], scalar.end[1:]
        sign = lines[start[0]][start[1] : start[1] + 1] if start[0] < len(lines) else ""
        if not scalar.plain and sign in ("|", ">"):
            start = (start[0] + 1, 0)
        for number in range(start[0], end[0] + 1):
            found.setdefault(number, []).append((start, end))
    return found


def _is_inside(place: tuple[int, int], spans: dict[int, list[Span]]) -> bool:
    return any(start <= place < end for start, end in spans.get(place[0], ()))


def _cuts_off(lines: Sequence[str], number: int, column: int, ends: dict[int, Scalar]) -> bool:
    """Whether a comment is below an unquoted text and deeper, as if it continued it."""
    above = number - 1
    while above >= 0 and lines[above].lstrip().startswith("#"):
        above -= 1
    scalar = ends.get(above)
    if scalar is None or lines[above][scalar.end.column :].strip():
        return False
    field = re.match(r" *(?:- +)*", lines[scalar.start.line])
    return field is not None and column > field.end()
