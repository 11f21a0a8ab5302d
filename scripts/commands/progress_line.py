"""Progress for those who watch: a line on a terminal that is overwritten, nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

CLEAR = "\r\x1b[K"


@contextmanager
def shown_on_terminal() -> Iterator[Callable[[str], None]]:
    """Something to tell each stage to; the line is wiped when the work is over."""
    if not sys.stderr.isatty():
        yield lambda stage: None
        return
    try:
        yield lambda stage: print(f"{CLEAR}{stage} …", end="", file=sys.stderr, flush=True)
    finally:
        print(CLEAR, end="", file=sys.stderr, flush=True)
