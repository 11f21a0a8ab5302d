"""A kind of problem, in the words that a report prints."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Message:
    """A kind of problem: its stable code, what is wrong, and how to fix it, in both languages.

    `{names}` stand for the arguments of a diagnostic; both languages have the same ones.
    """

    code: str
    en: str
    zh: str
    hint_en: str
    hint_zh: str
    severity: Severity = "error"
