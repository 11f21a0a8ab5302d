"""Diagnostics: each has a place, a message, and the arguments of the message.

Checks yield diagnostics; they never print and never raise. The messages of reading are in
`reading.messages`, those of a check in its module.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..languages import LanguageCode
from .arguments import Arguments, fill
from .message import Message


class Failure(Exception):
    """A command cannot go on for a reason outside the content; printed as one line."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: its path as the editor sees it, a line and a column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The path and the line, as the message of another place refers to it."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem to fix, at a place. `check` is the id of the check that found it, if one did.

    Those `of_draft` wait until the entry is to be published, and count for nothing until then.
    """

    place: Place
    message: Message
    arguments: Arguments = field(default_factory=dict)
    check: str = ""
    of_draft: bool = False

    @property
    def text(self) -> str:
        """What is wrong, in English."""
        return self._filled(self.message.en, "en")

    @property
    def text_zh(self) -> str:
        """What is wrong, in Chinese."""
        return self._filled(self.message.zh, "zh-Hant")

    @property
    def hint(self) -> str:
        """How to fix it, in English."""
        return self._filled(self.message.hint_en, "en")

    @property
    def hint_zh(self) -> str:
        """How to fix it, in Chinese."""
        return self._filled(self.message.hint_zh, "zh-Hant")

    def _filled(self, template: str, code: LanguageCode) -> str:
        return fill(template, self.arguments, code)


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort diagnostics by file and line, without repetitions."""
    unique = {
        (diagnostic.place, diagnostic.message.code, diagnostic.text): diagnostic
        for diagnostic in diagnostics
    }
    return [unique[key] for key in sorted(unique)]


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics that keep the site from being published."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.message.severity == "error"]
