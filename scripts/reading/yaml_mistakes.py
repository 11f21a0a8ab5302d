"""Typing mistakes in a line: colons and hyphens that YAML does not recognise.

A Chinese input method types the full-width ：and －, and a space is easily forgotten. YAML reads
such a line as text, and fails only at the next.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from ..diagnostics.arguments import Arguments, Bilingual, Suggestion
from ..diagnostics.suggestions import did_you_mean
from ..model import MODELS
from ..model.fields import names_in


@dataclass(frozen=True, slots=True)
class Wording:
    """What is wrong and how to fix it, in both languages."""

    en: str
    zh: str
    advice_en: str
    advice_zh: str
    arguments: Arguments = field(default_factory=dict)

    @property
    def problem(self) -> Bilingual:
        """What is wrong."""
        return Bilingual(self.en, self.zh, self.arguments)

    @property
    def advice(self) -> Bilingual:
        """How to fix it."""
        return Bilingual(self.advice_en, self.advice_zh, self.arguments)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake at a column of a line, both from 0."""

    line: int
    column: int
    wording: Wording


NO_COLON = Wording(
    "the field’s name is not followed by a colon and a space",
    "欄位名稱後欠缺半形冒號加空格",
    "{suggestion}Write a half-width colon and a space after the field’s name.",
    "{suggestion}欄位名稱後須用半形冒號，再加空格。",
    {"suggestion": Suggestion(None)},
)
NO_HYPHEN = Wording(
    "the item does not begin with a hyphen and a space",
    "這一項不是以半形連字號加空格開首",
    "Begin the item with a half-width hyphen and a space.",
    "請用半形連字號，再加空格。",
)
INDENT = re.compile(r" *(?:- +)*")  # up to a field, in a list or not
# A possible name of a field, and a colon that belongs neither to YAML nor to an address.
MISSPELT = re.compile(r"(?P<name>[A-Za-z][\w-]*)(?P<colon> *：|:(?=[^\s/]))")
FIELD = re.compile(r"(?P<name>[^\s:]+):(?:\s+(?P<value>\S)|\s*$)")


def mistake_in(line: str, number: int) -> Mistake | None:
    """Return the mistake in a line, whatever is above it."""
    return _in_hyphen(line, number) or _in_colon(line, number, r" *：|:(?=[^ \t])")


def mistake_at(lines: Sequence[str], number: int) -> Mistake | None:
    """Return the mistake in a line at which the parser failed."""
    slip = mistake_in(lines[number], number)
    return slip or (None if _may_go_on(lines, number) else _misspelt(lines[number], number))


def mistake_above(lines: Sequence[str], number: int) -> Mistake | None:
    """Return the mistake that turned the lines above a field into a text."""
    for above in range(number - 1, -1, -1):
        line = lines[above]
        slip = mistake_in(line, above)
        if slip is None and not _may_go_on(lines, above):
            slip = mistake_in_field(line, above)
        if slip or FIELD.match(line, _column(line)):
            return slip
    return None


def mistake_in_field(line: str, number: int) -> Mistake | None:
    """Return the mistake in a line that is known to begin with a field's name."""
    return (
        mistake_in(line, number) or _in_colon(line, number, r"(?=\s|$)") or _misspelt(line, number)
    )


def begins_with_field(line: str, column: int) -> bool:
    """Whether the first colon of a line, at a column, is that of a known field."""
    found = FIELD.match(line, _column(line))
    return found is not None and found["name"] in _names() and found.end("name") == column


def _in_hyphen(line: str, number: int) -> Mistake | None:
    item = re.match(
        rf" *(?:- +)*(－|-(?=[\[{{\u00a0\u2000-\u200a\u3000]|(?:{_any_name()}) *[:：]))", line
    )
    return Mistake(number, item.start(1), NO_HYPHEN) if item else None


def _in_colon(line: str, number: int, behind: str) -> Mistake | None:
    """Return the mistake of a field's name that is followed by a pattern."""
    name = re.compile(rf"(?:{_any_name()})(?={behind})").match(line, _column(line))
    return Mistake(number, name.end(), NO_COLON) if name else None


def _misspelt(line: str, number: int) -> Mistake | None:
    """Return the mistake of a misspelt field, with the field that was probably meant."""
    found = MISSPELT.match(line, _column(line))
    if found is None:
        return None
    suggestion = did_you_mean(found["name"], sorted(_names()))
    if suggestion.word:
        wording = replace(NO_COLON, arguments={"suggestion": suggestion})
        return Mistake(number, found.start("name"), wording)
    return Mistake(number, found.start("colon"), NO_COLON) if "：" in found["colon"] else None


def _may_go_on(lines: Sequence[str], number: int) -> bool:
    """Whether a line may belong to the text of the field above it."""
    column = _column(lines[number])
    for line in reversed(lines[:number]):
        if found := FIELD.match(line, _column(line)):
            return _column(line) < column and found["value"] is not None
    return False


def _column(line: str) -> int:
    indent = INDENT.match(line)
    return indent.end() if indent else 0


@cache
def _names() -> frozenset[str]:
    return frozenset(name for model in MODELS.values() for name in names_in(model))


@cache
def _any_name() -> str:
    return "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))
