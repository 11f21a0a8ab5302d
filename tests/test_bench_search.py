"""The search benchmark: its texts, and the scoring of answers."""

import pytest

from bench.searching.corpus import enlarged, invented
from bench.searching.engines import Pagefind
from bench.searching.queries import Query
from bench.searching.scoring import Answer, score


def asked(truth: str, titled: str = "") -> Query:
    pages = frozenset(truth.split())
    return Query("english", "boat", pages, frozenset(titled.split()) or pages)


@pytest.mark.parametrize(
    ("query", "pages", "recall", "rank", "precision"),
    [
        (asked("en/1 en/2"), "2 7 1", 1.0, 1.0, 2 / 3),
        (asked("en/1 zh/1", "zh/1"), "4 1", 1.0, 0.5, 1 / 2),
        (asked("en/1 en/2", "en/2"), "1 1 2", 1.0, 0.5, 1.0),
        (asked("en/1 zh/2"), "zh/1 zh/2", 0.5, 0.5, 0.5),
        (asked(" ".join(f"en/{n}" for n in range(20))), "0 1 2 3 4 5 6 7 8 9", 1.0, 1.0, 1.0),
        (asked("en/1"), "2 3 4 5 6 7 8 9 10 11 1", 0.0, 0.0, 0.0),
    ],
)  # fmt: skip
def test_answers_are_scored(
    query: Query, pages: str, recall: float, rank: float, precision: float
) -> None:
    found = score([query], [Answer(tuple(pages.split()), 1.0)])
    assert (found.recall, found.reciprocal_rank, found.precision) == (recall, rank, precision)
    assert found.empty == 0


def test_no_answer_is_no_precision() -> None:
    found = score([asked("en/1"), asked("en/1")], [Answer((), 1.0), Answer(("1",), 3.0)])
    assert (found.recall, found.empty, found.precision, found.milliseconds) == (0.5, 0.5, 1.0, 2.0)


def test_pages_are_the_same_at_every_run() -> None:
    pages = enlarged(invented(20), 40)
    assert pages == enlarged(invented(20), 40)
    assert [page.is_generated for page in pages] == [False] * 20 + [True] * 20
    assert all(page.title.en and page.title.zh_hant and page.whole.zh_hant for page in pages)


def test_a_peer_is_asked_what_it_has_indexed(tmp_path_factory: pytest.TempPathFactory) -> None:
    peer = Pagefind(tmp_path_factory.mktemp("bench"))
    peer.prepare(invented(1))
    page = (peer.folder / "0" / "index.html").read_text(encoding="utf-8")
    assert peer.prepared("渡輪日誌 boats") == "渡轮 轮日 日志 boats"
    assert " 的日 日志 志记 " in page
