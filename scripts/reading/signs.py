"""Texts that begin with a sign that has a meaning in YAML: they need quotes."""

from dataclasses import dataclass
from typing import Any

import yaml

from ..diagnostics.arguments import NOTHING, Bilingual
from .yaml_mistakes import Wording

YamlMark = Any  # the C parser and the Python one have classes of their own

LIST_OR_GROUP = Bilingual(
    " If it is a list or a group of fields, delete everything after its bracket.",
    "如果是列表或一組欄位，請刪去括號後的內容。",
)
NEXT_LINE = Bilingual(
    " Or begin the text on the next line, indented.", "或把文字移到下一行，並加縮排。"
)
SIGNS = "[]{},-?:|>&*!%@`#'\""
# Other things that an editor may have meant by a sign.
ELSE = {
    "[": LIST_OR_GROUP,
    "{": LIST_OR_GROUP,
    "-": Bilingual(
        " If it is a list, begin its first item on the next line.",
        "如果是列表，第一項請另起一行。",
    ),
    "|": NEXT_LINE,
    ">": NEXT_LINE,
}
BEHIND_QUOTE = Wording(
    "the text continues after its closing quotation mark",
    "結束引號之後仍有文字",
    "A straight quotation mark within a text in the same marks ends the text early: write curly "
    "ones (“ ”, or ’ for an apostrophe) in the text, or put the whole text in double quotes.",
    "引號內如果再用相同的直引號，文字便會提早結束：請在文字內改用「」或彎引號（“ ”、’），"
    "或用雙引號括住全部文字。",
)
# libyaml's errors at or within a text that begins with a sign.
OF_SIGNS = (
    "block sequence entries are not allowed",
    "mapping keys are not allowed",
    "comment or line break",
    "cannot start any token",
    "expected node content",
    "alphabetic or numeric character",
    "expected tag URI",
    "undefined tag handle",
    "expected whitespace or line break",
    "expected '!'",
    "the expected '>'",
    "URI escaped octet",
)


@dataclass(frozen=True, slots=True)
class Closed:
    """A value that has ended: a text in quotes, or a list or group in brackets."""

    start: YamlMark
    end: YamlMark


def begins_with(sign: str) -> Wording:
    """Return the wording for a text that begins with a sign."""
    return Wording(
        "a text that begins with {sign} needs quotes",
        "以 {sign} 開首的文字須加引號",
        "Put the whole text in double quotes, from its first sign to its last.{otherwise}",
        "請用雙引號括住全部文字。{otherwise}",
        {"sign": sign, "otherwise": ELSE.get(sign, NOTHING)},
    )


def of_sign(
    error: yaml.MarkedYAMLError, lines: list[str], closed: Closed | None
) -> tuple[YamlMark, Wording] | None:
    """Return the place and wording of a text that begins with a sign, if that made parsing fail."""
    mark, problem = error.problem_mark, error.problem or ""
    if mark is None or mark.line >= len(lines):
        return None
    if closed and "did not find expected key" in problem and _is_next(closed, mark, lines):
        sign = lines[closed.start.line][closed.start.column]
        return (mark, BEHIND_QUOTE) if sign in "'\"" else (closed.start, begins_with(sign))
    if not any(words in problem for words in OF_SIGNS):
        return None
    begun = _beginning(error) or mark
    sign = lines[begun.line][begun.column : begun.column + 1]
    is_value = lines[begun.line][: begun.column].strip(" -") != "" or sign not in "-?"
    return (begun, begins_with(sign)) if sign and sign in SIGNS and is_value else None


def _beginning(error: yaml.MarkedYAMLError) -> YamlMark | None:
    """Return the start of the token in which an error lies."""
    scanned = ("while scanning", "while parsing a tag")
    return error.context_mark if (error.context or "").startswith(scanned) else None


def _is_next(closed: Closed, mark: YamlMark, lines: list[str]) -> bool:
    """Whether a mark is at the first character after a value, on its last line."""
    if closed.end.line != mark.line:
        return False
    return not lines[mark.line][closed.end.column : mark.column].strip()
