"""Work shared out among the computer's processors, where there is enough of it."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# A further process takes some 0.4 s to learn the generator: as long as a few hundred files.
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
    """What WORK makes of each item, in their order; it is given them in portions.

    Work and items must be such as can be sent to another process. `fewest` items are worth it.
    """
    count = _processors()
    if len(items) < fewest or count == 1:
        yield from work(items)
        return
    # Imported where it is worthwhile: a small check is quicker than that.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    portions = [items[start : start + portion] for start in range(0, len(items), portion)]
    # Not forked: a server's threads may hold locks that a fork would never see released.
    context = get_context("spawn")
    # What they make is small and soon sent off: looking for what nobody needs is no use.
    with ProcessPoolExecutor(count, mp_context=context, initializer=gc.disable) as processes:
        for results in processes.map(work, portions):
            yield from results


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)
