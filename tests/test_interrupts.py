"""Ctrl-C ends every command quietly, whatever it is doing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import pytest

from scripts.cache.parallel import parallel_map

from .guide_pages import ROOT

PATIENCE = 60.0  # seconds
QUIET = (-signal.SIGINT, 130)

# Runs a command as `python -m` does, and interrupts it when a module is about to be imported.
INTERRUPTED_AT = """
import os, runpy, signal, sys
def hook(event, arguments):
    if event == "import" and arguments[0] == {module!r}:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(hook)
sys.argv = ["scripts", "check", "content/topics"]
runpy.run_module("scripts", run_name="__main__", alter_sys=True)
"""
# Interrupts it when all is done but Python has not ended yet.
INTERRUPTED_AT_THE_END = """
import atexit, os, runpy, signal, sys
atexit.register(lambda: os.kill(os.getpid(), signal.SIGINT))
sys.argv = ["scripts", "--help"]
runpy.run_module("scripts", run_name="__main__", alter_sys=True)
"""


@contextmanager
def running(code: str) -> Iterator[subprocess.Popen[str]]:
    """Python with its child processes in a group of their own, as a terminal makes one."""
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, text=True, encoding="utf-8",
        # What a shell runs in the background ignores it, and hands that down.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.parametrize(
    "module",
    ["scripts.environment", "argparse", "scripts.commands.main", "msgspec",
     "pydantic", "scripts.check"],
)  # fmt: skip
def test_a_command_is_interrupted_quietly_while_it_is_imported(module: str) -> None:
    with running(INTERRUPTED_AT.format(module=module)) as process:
        out, err = process.communicate(timeout=PATIENCE)
    assert (out, err) == ("", "")
    assert process.returncode in QUIET


def test_a_command_is_interrupted_quietly_at_its_end() -> None:
    with running(INTERRUPTED_AT_THE_END) as process:
        _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode in QUIET, err) == (True, "")


def slowly(items: Sequence[int]) -> list[int]:
    """Work that takes longer than the test lets it."""
    time.sleep(0.2)
    return list(items)


def in_parallel() -> None:
    """Begin minutes of work in several processes, until interrupted."""
    print("begun", flush=True)
    try:
        list(parallel_map(slowly, range(1000), fewest=1, portion=1))
    except KeyboardInterrupt:
        sys.exit(130)


# While the processes are started, while they import, and while they work.
@pytest.mark.parametrize("after", [0.03, 0.3, 1.5])
def test_processes_that_work_in_parallel_are_interrupted_quietly(after: float) -> None:
    with running("from tests.test_interrupts import in_parallel; in_parallel()") as process:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE / 2)
    assert (process.returncode, err) == (130, "")
