"""Slips of the keyboard in a line: a colon or a hyphen that YAML does not take for one.

An input method for Chinese types the full-width ：and －, and a space is soon forgotten. YAML reads
such a line as text, and runs aground only on the next.
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
    """A slip at a column of a line, both from 0."""

    line: int
    column: int
    wording: Wording


NO_COLON = Wording(
    "a colon and a space do not follow the field’s name",
    "欄位名稱後欠缺半形冒號加空格",
    "{suggestion}Write a half-width colon and a space behind the field’s name.",
    "{suggestion}欄位名稱後須用半形冒號，再加空格。",
    {"suggestion": Suggestion(None)},
)
NO_HYPHEN = Wording(
    "a hyphen and a space do not begin the item",
    "該項並非以半形連字號加空格開首",
    "Write a half-width hyphen and a space.",
    "請用半形連字號，再加空格。",
)
INDENT = re.compile(r" *(?:- +)*")  # up to a field, in a list or not
# A word that may be meant as a field's name, and a colon that is none of YAML's or an address's.
MISSPELT = re.compile(r"(?P<name>[A-Za-z][\w-]*)(?P<colon> *：|:(?=[^\s/]))")
FIELD = re.compile(r"(?P<name>[^\s:]+):(?:\s+(?P<value>\S)|\s*$)")


def mistake_in(line: str, number: int) -> Mistake | None:
    """The slip in a line that is one wherever a field or an item may stand."""
    return _in_hyphen(line, number) or _in_colon(line, number, r" *：|:(?=[^ \t])")


def mistake_at(lines: Sequence[str], number: int) -> Mistake | None:
    """The slip in a line at which the parser stumbled."""
    slip = mistake_in(lines[number], number)
    return slip or (None if _may_go_on(lines, number) else _misspelt(lines[number], number))


def mistake_above(lines: Sequence[str], number: int) -> Mistake | None:
    """What made a text of the lines above this one, which has a field of its own."""
    for above in range(number - 1, -1, -1):
        line = lines[above]
        slip = mistake_in(line, above)
        if slip is None and not _may_go_on(lines, above):
            slip = mistake_in_field(line, above)
        if slip or FIELD.match(line, _column(line)):
            return slip
    return None


def mistake_in_field(line: str, number: int) -> Mistake | None:
    """The slip in a line that is known to begin with a field's name."""
    return (
        mistake_in(line, number) or _in_colon(line, number, r"(?=\s|$)") or _misspelt(line, number)
    )


def begins_with_field(line: str, column: int) -> bool:
    """Whether the first colon of a line, at a column, is that of a field that there is."""
    found = FIELD.match(line, _column(line))
    return found is not None and found["name"] in _names() and found.end("name") == column


def _in_hyphen(line: str, number: int) -> Mistake | None:
    item = re.match(
        rf" *(?:- +)*(－|-(?=[\[{{\u00a0\u2000-\u200a\u3000]|(?:{_any_name()}) *[:：]))", line
    )
    return Mistake(number, item.start(1), NO_HYPHEN) if item else None


def _in_colon(line: str, number: int, behind: str) -> Mistake | None:
    """The slip of a field's name with that BEHIND it."""
    name = re.compile(rf"(?:{_any_name()})(?={behind})").match(line, _column(line))
    return Mistake(number, name.end(), NO_COLON) if name else None


def _misspelt(line: str, number: int) -> Mistake | None:
    """The slip of a name that is not quite a field's, with the field that may be meant."""
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
