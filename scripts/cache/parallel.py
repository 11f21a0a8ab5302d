"""A parallel map over the computer's processors, used where there is enough work."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from threading import active_count
from typing import TYPE_CHECKING, Any, TypeVar

from ..diagnostics.diagnostic import Failure

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

# A further process takes some 0.4 s to import the generator: as long as a few hundred files.
WORTHWHILE = 400
PORTION = 50
MOST = 61  # processes that Windows can wait for


class ProcessEnded(Failure):
    """The system ended a process of ours."""

    def __init__(self) -> None:
        super().__init__(
            "The system ended a process of this command; perhaps memory is short. "
            "系統中止了這個指令的程序，可能是記憶體不足。"
        )


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
    count = processors()
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


def forked_map(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    *,
    fewest: int = WORTHWHILE,
) -> list[Result]:
    """Return the result of `work` for each item, in their order.

    Each processor gets consecutive items and a copy of all that this process holds; only results
    must be picklable. Below `fewest` items, and where forking is unsafe (beside threads) or
    impossible, all is done in this process. An exception of `work` is raised here. Raises
    ProcessEnded if a process is killed.
    """
    count = processors()
    if len(items) < fewest or count == 1 or active_count() > 1 or not hasattr(os, "fork"):
        return work(items)
    from multiprocessing import get_context

    size = -(-len(items) // count)
    shares = [items[start : start + size] for start in range(0, len(items), size)]
    context = get_context("fork")
    with ExitStack() as stack:
        pipes = []
        with _without_interrupts():
            for share in shares[1:]:
                pipe, end = context.Pipe(duplex=False)
                process = context.Process(target=_send, args=(work, share, end), daemon=True)
                process.start()
                end.close()  # so that its end is seen here
                stack.callback(process.kill)
                pipes.append(pipe)
        results = [work(shares[0]), *(_received(pipe) for pipe in pipes)]
    return [result for share in results for result in share]


def _send(
    work: Callable[[Sequence[Item]], list[Result]], share: Sequence[Item], pipe: "Connection"
) -> None:
    """In another process: send the results of a share, or the exception that ended it."""
    gc.disable()  # a short life
    try:
        pipe.send(work(share))
    except Exception as error:
        pipe.send(error)


def _received(pipe: "Connection") -> Any:
    """The results that another process sent; raises the exception if it sent one."""
    try:
        received = pipe.recv()
    except EOFError:
        raise ProcessEnded from None
    if isinstance(received, Exception):
        raise received
    return received


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


def processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)
