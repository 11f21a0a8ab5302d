"""Unexpected exceptions of the generator: one line for the user, and a file for developers."""

import traceback
from pathlib import Path
from typing import Final

REPORT: Final = Path(".cache/unexpected.txt")


def report_unexpected(error: Exception) -> str:
    """Return a line about an unexpected exception; its traceback is written to `REPORT`."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {error}"
    line = " ".join(f"The fault is in the generator, not in what you wrote: {what}.".split())
    try:
        REPORT.parent.mkdir(parents=True, exist_ok=True)
        REPORT.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return f"{line} 程式本身出錯，並非你所寫的內容有誤。"
    return f"{line} Please report it with {REPORT}. 程式本身出錯，請連同{REPORT}回報。"
