"""Today, so that a date after it can be told.

It is the later of the clock and the newest commit: what passed once does not fail on a computer
whose clock is behind. `SOURCE_DATE_EPOCH`, if it is set, is today (reproducible-builds.org).
"""

import os
import subprocess
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

# Where a day begins first: an editor's morning must not be tomorrow to a server.
EARLIEST = timezone(timedelta(hours=14))


def is_after_today(day: date) -> bool:
    """Whether a day is still to come. Git is only asked where the clock says so."""
    given = _given()
    if given is not None:
        return day > given
    return day > datetime.now(EARLIEST).date() and day > _newest_commit()


def _given() -> date | None:
    """The day of `SOURCE_DATE_EPOCH`, if it is a number of seconds."""
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        return None


@cache
def _newest_commit() -> date:
    """The day on which the newest commit of this folder's project was made; long ago if none."""
    asked = ["git", "log", "-1", "--format=%cs"]
    try:
        answer = subprocess.run(asked, capture_output=True, text=True, timeout=5, check=True)
        return date.fromisoformat(answer.stdout.strip())
    except (OSError, ValueError, subprocess.SubprocessError):
        return date.min
