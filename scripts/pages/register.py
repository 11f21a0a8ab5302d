"""The register of claims: how many have which status, and by what it can be narrowed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

from ..model import Claim
from ..model.claim import Status
from .page_view import PageView

# The values of a choice, each with what readers see.
Options = Sequence[tuple[str, str]]

# Most settled first.
ORDER: tuple[Status, ...] = (
    "corroborated", "partly corroborated", "disputed", "superseded", "unverifiable", "reported",
)  # fmt: skip
assert set(ORDER) == set(get_args(Status)), "every status has its place"


def balance(claims: Sequence[Claim]) -> list[tuple[str, int]]:
    """Return how many claims have each status.

    Claims that are only reported are counted apart by whether anybody has looked for evidence.
    """
    counts = Counter(_state(claim) for claim in claims)
    states = [state for status in ORDER for state in (status, f"{status} looked")]
    return [(state, counts[state]) for state in states if counts[state]]


def _state(claim: Claim) -> str:
    looked = claim.status == "reported" and claim.looked_for
    return "reported looked" if looked else claim.status


def choices(view: PageView, claims: Sequence[Claim]) -> Mapping[str, Options]:
    """Return the filters of the register, each with the values that occur."""
    statuses = {claim.status for claim in claims}
    asserters = {claim.asserted_by.name: view.asserter(claim).label for claim in claims}
    topics = {topic for claim in claims for topic in claim.topics}
    code = view.language.code
    return {
        "statuses": [(one, view.t(f"status.{one}")) for one in ORDER if one in statuses],
        "asserters": sorted(((name, label.of(code)) for name, label in asserters.items())),
        "topics": [
            (topic, entry.label.of(code))
            for topic, entry in view.context.corpus.topics.items()
            if topic in topics
        ],
        "figures": [("yes", view.t("narrow.figure.yes")), ("no", view.t("narrow.figure.no"))],
    }
