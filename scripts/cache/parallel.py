"""A parallel map over the computer's processors, used where there is enough work."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
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
    from multiprocessing import get_context, resource_tracker

    portions = [items[start : start + portion] for start in range(0, len(items), portion)]
    # Not forked: the preview's threads may hold locks that a fork would never see released.
    context = get_context("spawn")
    resource_tracker.ensure_running()  # it allows interrupts when it starts
    # Results are small and sent back at once, so collecting garbage is not worth its time.
    with ExitStack() as stack:
        with _without_interrupts():
            processes = ProcessPoolExecutor(count, mp_context=context, initializer=gc.disable)
            stack.callback(processes.shutdown, cancel_futures=True)
            found = processes.map(work, portions)  # starts them
        for results in found:
            yield from results


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Postpone Ctrl-C, and keep it from processes that are started: this one ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)
