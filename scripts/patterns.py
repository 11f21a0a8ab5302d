"""Patterns that are compiled when they are first used.

To compile all that know figures, punctuation and characters takes longer than to check an edit,
which needs some of them, and a run in which nothing has changed needs none.
"""

import re
from typing import Any, cast

WEB_ADDRESS = r"https?://[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?"
"""A value that is a web address: its host has a dot."""
ADDRESS = (
    r"(?:(?:https?|ftp)://|mailto:|www\.)[!-;=?-~]+|"
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"
)
"""A web or e-mail address within a text: in ASCII, so that Chinese may follow without a space."""


def lazily(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that does all that a compiled one does, and is one once it is used."""
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    """Keeps each method of the compiled pattern that is asked for, so that it is found at once."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, found)
        return found
