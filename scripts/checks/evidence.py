"""Evidence: a claim is reported until something independent of its source is recorded."""

from collections.abc import Iterator

from .. import faults
from ..model import Claim
from ..problems import Problem
from ..reading import Manuscript

NEEDS_NONE = ("reported", "unverifiable")


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Tell of a claim whose status says more than its evidence."""
    claim = manuscript.entry
    if isinstance(claim, Claim) and claim.status not in NEEDS_NONE and not claim.evidence:
        place = manuscript.document.place(("status",))
        yield Problem(place, faults.UNSUPPORTED_STATUS, {"status": claim.status})
