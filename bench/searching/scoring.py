"""Score answers.

A record of two pages counts as both of them. Recall is the share of the true pages among the first
ten results, of at most ten. The reciprocal rank is that of the first page with the query in its
title, or of the first true page if no title has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

from .queries import Query

SHOWN = 10


@dataclass(frozen=True)
class Answer:
    """An engine's answer: pages, as numbers of pairs, or as `en/7` if languages are separate."""

    pages: tuple[str, ...]
    milliseconds: float


@dataclass(frozen=True)
class Score:
    """The scores of one class of queries: means, and the median time."""

    queries: int
    recall: float
    empty: float
    reciprocal_rank: float
    precision: float
    milliseconds: float


def score(queries: Sequence[Query], answers: Sequence[Answer]) -> Score:
    """Return the score of the answers to some queries."""
    scored = [_scored(*both) for both in zip(queries, answers, strict=True)]
    recalls, ranks, precisions = zip(*scored, strict=True)
    shown = [precision for precision in precisions if precision is not None]
    return Score(
        queries=len(queries),
        recall=mean(recalls),
        empty=mean(not answer.pages for answer in answers),
        reciprocal_rank=mean(ranks),
        precision=mean(shown) if shown else 0.0,
        milliseconds=median(answer.milliseconds for answer in answers),
    )


def _scored(query: Query, answer: Answer) -> tuple[float, float, float | None]:
    """Recall, reciprocal rank and precision; no precision if nothing is shown."""
    tells_apart = any("/" in page for page in answer.pages)
    truth, titled = (_named(pages, tells_apart) for pages in (query.truth, query.titled))
    shown = list(dict.fromkeys(answer.pages))[:SHOWN]
    hits = sum(page in truth for page in shown)
    rank = next((place for place, page in enumerate(shown, 1) if page in titled), None)
    recall = hits / min(SHOWN, len(truth))
    return recall, 1 / rank if rank else 0.0, hits / len(shown) if shown else None


def _named(pages: frozenset[str], tells_apart: bool) -> set[str]:  # noqa: FBT001
    """Pages in the form of the answer."""
    return {page if tells_apart else page.partition("/")[2] for page in pages}
