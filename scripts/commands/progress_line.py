"""Progress shown as one line on a terminal, overwritten at each stage; nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

CLEAR = "\r\x1b[K"


@contextmanager
def shown_on_terminal() -> Iterator[Callable[[str], None]]:
    """Yield a function that shows each stage; the line is cleared at the end."""
    if not sys.stderr.isatty():
        yield lambda stage: None
        return
    try:
        yield lambda stage: print(f"{CLEAR}{stage} …", end="", file=sys.stderr, flush=True)
    finally:
        print(CLEAR, end="", file=sys.stderr, flush=True)
