"""Today, for comparison with the dates in entries.

It is the later of the clock and the newest commit, so that a valid date does not become invalid on
a computer whose clock is slow. `SOURCE_DATE_EPOCH`, if it is set, is today
(reproducible-builds.org).
"""

import os
import subprocess
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

# The time zone in which a day begins first: an editor's today must not be a server's tomorrow.
EARLIEST = timezone(timedelta(hours=14))


def is_after_today(day: date) -> bool:
    """Whether a day is in the future. Git is asked only if the clock says so."""
    given = _given()
    if given is not None:
        return day > given
    return day > datetime.now(EARLIEST).date() and day > _newest_commit()


def _given() -> date | None:
    """Return the day of `SOURCE_DATE_EPOCH`, if it is a number of seconds."""
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        return None


@cache
def _newest_commit() -> date:
    """Return the day of the project's newest commit; long ago if there is none."""
    asked = ["git", "log", "-1", "--format=%cs"]
    try:
        answer = subprocess.run(asked, capture_output=True, text=True, timeout=5, check=True)
        return date.fromisoformat(answer.stdout.strip())
    except (OSError, ValueError, subprocess.SubprocessError):
        return date.min
