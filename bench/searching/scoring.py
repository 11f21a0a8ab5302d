"""How good answers are.

A record of two pages counts as both of them. Recall is how many of the true pages are among the
first ten, of ten or of all if they are fewer; the right page is the first whose title has the
query, or of the true ones where no title has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

from .queries import Query

SHOWN = 10


@dataclass(frozen=True)
class Answer:
    """What an engine answered: pages, as numbers of pairs, or `en/7` where it tells them apart."""

    pages: tuple[str, ...]
    milliseconds: float


@dataclass(frozen=True)
class Score:
    """The scores of one class of queries: shares, but for the median time."""

    queries: int
    recall: float
    empty: float
    reciprocal_rank: float
    precision: float
    milliseconds: float


def score(queries: Sequence[Query], answers: Sequence[Answer]) -> Score:
    """The score of the answers to some queries."""
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
    """Recall, reciprocal rank and precision; no precision where nothing is shown."""
    tells_apart = any("/" in page for page in answer.pages)
    truth, titled = (_named(pages, tells_apart) for pages in (query.truth, query.titled))
    shown = list(dict.fromkeys(answer.pages))[:SHOWN]
    hits = sum(page in truth for page in shown)
    rank = next((place for place, page in enumerate(shown, 1) if page in titled), None)
    recall = hits / min(SHOWN, len(truth))
    return recall, 1 / rank if rank else 0.0, hits / len(shown) if shown else None


def _named(pages: frozenset[str], tells_apart: bool) -> set[str]:  # noqa: FBT001
    """Pages as an answer names them."""
    return {page if tells_apart else page.partition("/")[2] for page in pages}
