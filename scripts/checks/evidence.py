"""Evidence: a claim is reported until something independent of its source is recorded."""

from collections.abc import Iterator

from .. import faults
from ..model import Key
from ..problems import Problem
from ..reading import Content

NEEDS_NONE = ("reported", "unverifiable")


def check(content: Content) -> Iterator[Problem]:
    """Tell of each claim whose status says more than its evidence."""
    for claim in content.corpus.claims.values():
        if claim.status not in NEEDS_NONE and not claim.evidence:
            place = content.documents[Key("claim", claim.id)].place(("status",))
            yield Problem(place, faults.UNSUPPORTED_STATUS, {"status": claim.status})
