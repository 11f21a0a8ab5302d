"""Work that is shared among processes gives what one process gives."""

import os
import signal
from collections.abc import Sequence

import pytest

from scripts.cache import parallel
from scripts.cache.parallel import ProcessEnded, forked_map

# The tests' runner has threads, of which Python 3.12 warns; a build has none.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(autouse=True)
def three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a computer with three, whose test runner has no threads."""
    monkeypatch.setattr(parallel, "processors", lambda: 3)
    monkeypatch.setattr(parallel, "active_count", lambda: 1)


@pytest.mark.parametrize("number", [0, 1, 9, 10, 11])
def test_results_are_in_the_order_of_the_items(number: int) -> None:
    beside = {"twice": 2}  # nothing that could be pickled is needed beside the results

    def work(items: Sequence[int]) -> list[tuple[int, int]]:
        return [(item * beside["twice"], os.getpid()) for item in items]

    found = forked_map(work, range(number), fewest=10)
    assert [value for value, _ in found] == [2 * item for item in range(number)]
    assert len({process for _, process in found}) == (3 if number >= 10 else min(number, 1))


def test_an_exception_of_another_process_is_raised() -> None:
    def work(items: Sequence[int]) -> list[int]:
        return [100 // (item - 8) for item in items]

    with pytest.raises(ZeroDivisionError):
        forked_map(work, range(9), fewest=3)


def test_a_killed_process_is_reported() -> None:
    here = os.getpid()

    def work(items: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return list(items)

    with pytest.raises(ProcessEnded):
        forked_map(work, range(9), fewest=3)
