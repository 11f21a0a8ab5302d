"""Problems: what is wrong in an editor's file, where, and how to mend it, in both languages.

Checks yield problems; they never print and never raise. Each problem is of a `Fault`, which
holds the words, so that a code, its message and its hint stand in one place: reading’s in `faults`,
a check’s in its module.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]
WORD_LIMIT = 400  # characters; the longest list of a field's values has some 200


class Failure(Exception):
    """What keeps a command from doing its work, and no editor wrote: it is told in a line."""


@dataclass(frozen=True, slots=True)
class Message:
    """A kind of problem: its stable code, and what is said of it with `{places}` to fill."""

    code: str
    en: str
    zh: str
    hint_en: str
    hint_zh: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path as the editor sees it, a line and a column from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to mend, at a place. `check` is the id of the check that found it, if one did."""

    place: Place
    message: Message
    words: dict[str, str] = field(default_factory=dict)
    check: str = ""

    @property
    def text(self) -> str:
        """What is wrong, in English."""
        return self._filled(self.message.en)

    @property
    def text_zh(self) -> str:
        """What is wrong, in Chinese."""
        return self._filled(self.message.zh)

    @property
    def hint(self) -> str:
        """How to mend it, in English."""
        return self._filled(self.message.hint_en)

    @property
    def hint_zh(self) -> str:
        """How to mend it, in Chinese."""
        return self._filled(self.message.hint_zh)

    def _filled(self, sentence: str) -> str:
        return sentence.format(**{name: _in_line(word) for name, word in self.words.items()})


def _in_line(word: str) -> str:
    """A word that fits in a line, as what stands in a file may not."""
    line = re.sub(r"\s*[\r\n]\s*", " ", word)
    return line if len(line) <= WORD_LIMIT else line[:WORD_LIMIT] + "…"


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Problems in the order of the files and lines, each told once."""
    unique = {
        (diagnostic.place, diagnostic.message.code, diagnostic.text): diagnostic
        for diagnostic in diagnostics
    }
    return [unique[key] for key in sorted(unique)]


def quoted(words: Iterable[str]) -> str:
    """Words of an entry as an English message lists them."""
    return ", ".join(f"“{word}”" for word in words)


def quoted_zh(words: Iterable[str]) -> str:
    """Words of an entry as a Chinese message lists them."""
    return "、".join(f"「{word}」" for word in words)


def listed(name: str, words: Iterable[str]) -> dict[str, str]:
    """Words as a message lists them: under a name in English, and under `NAME_zh` in Chinese."""
    found = list(words)
    return {name: ", ".join(found), f"{name}_zh": "、".join(found)}


def did_you_mean(word: str, known: Sequence[str]) -> dict[str, str]:
    """The nearest of the known words as a suggestion in both languages, or two empty texts."""
    near = nearest(word, known)
    if near is None:
        return {"suggestion": "", "suggestion_zh": ""}
    return {
        "suggestion": f"Did you mean “{near}”? ",
        "suggestion_zh": f"是否想寫「{near}」？",
    }


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The one of the known words that is most like a word, or alone begins with it, if any does.

    Most like it is one of the same letters: two of `id` in the wrong order leave little else alike.
    """
    near = [one for one in known if sorted(one) == sorted(word.lower())]
    near = near or get_close_matches(word, known, n=1, cutoff=0.6)
    near = near or get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    begun = [one for one in known if len(word) > 1 and one.startswith(word.lower())]
    return near[0] if near else begun[0] if len(begun) == 1 else None


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those that keep the site from being published."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.message.severity == "error"]
