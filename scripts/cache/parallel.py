"""A parallel map over the computer's processors, used where there is enough work."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# A further process takes some 0.4 s to import the generator: as long as a few hundred files.
WORTHWHILE = 400
PORTION = 50
MOST = 61  # processes that Windows can wait for


def parallel_map(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    *,
    fewest: int = WORTHWHILE,
    portion: int = PORTION,
) -> Iterator[Result]:
    """Yield the result of `work` for each item, in their order; `work` gets them in portions.

    `work` and items must be picklable. Below `fewest` items, all is done in this process.
    """
    count = _processors()
    if len(items) < fewest or count == 1:
        yield from work(items)
        return
    # Imported only when needed: a small check takes less time than these imports.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    portions = [items[start : start + portion] for start in range(0, len(items), portion)]
    # Not forked: the preview's threads may hold locks that a fork would never see released.
    context = get_context("spawn")
    # Results are small and sent back at once, so collecting garbage is not worth its time.
    with ProcessPoolExecutor(count, mp_context=context, initializer=gc.disable) as processes:
        for results in processes.map(work, portions):
            yield from results


def _processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)
