"""Regular expressions that are compiled on first use.

Compiling all of them takes longer than checking an edit, which needs only some.
"""

import re
from typing import Any, cast


def lazily(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled on first use."""
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    """A pattern that takes over each method of the compiled one when it is first called."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, found)
        return found
