"""Time builds of ours and of Hugo with Pagefind, and print the ratios.

    python -m bench.speed [--articles 500 2000] [--runs 3] [--results bench/RESULTS.md]

For each size, in one run: the whole build from nothing, and the build after one sentence was
edited, which Hugo and Pagefind do by building all again. Times are medians of the runs; CPU time is
that of all processes, and memory the most that one of them held. Nothing is kept between runs but
what a system keeps on disk.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gzip import compress
from importlib.metadata import version
from pathlib import Path

from scripts.cache.parallel import processors

from . import hugo, ours
from .archive import archive_of

Commands = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost: seconds on the clock and of processors, and bytes of memory."""

    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Size:
    """A site on disk: its files, their bytes, and an article's page, compressed."""

    files: int
    bytes: int
    article: int


def run(commands: Commands, folder: Path) -> Cost:
    """Run commands one after another; raises CalledProcessError if one fails."""
    wall = cpu = 0.0
    memory = 0
    for command in commands:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "", "NO_MKDOCS_2_WARNING": "1"},
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        wall += time.perf_counter() - started
        cpu += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss * 1024)
    return Cost(wall, cpu, memory)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each quantity."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        max(cost.memory for cost in costs),
    )


def from_nothing(commands: Commands, folder: Path, made: Sequence[str], runs: int) -> Cost:
    """The cost of a build when nothing of an earlier one is there."""
    costs = []
    for _ in range(runs):
        for name in made:
            shutil.rmtree(folder / name, ignore_errors=True)
        costs.append(run(commands, folder))
    return median(costs)


def after_edits(commands: Commands, folder: Path, edit: Callable[[str], None], runs: int) -> Cost:
    """The cost of a build after an edit, a new one for each run."""
    costs = []
    for number in range(runs):
        edit(f"Again and again {number}")
        costs.append(run(commands, folder))
    return median(costs)


def size_of(site: Path, article: str) -> Size:
    """What a site takes on disk."""
    files = [file for file in site.rglob("*") if file.is_file()]
    page = (site / "articles" / article / "index.html").read_bytes()
    return Size(len(files), sum(file.stat().st_size for file in files), len(compress(page)))


def measured(articles: int, runs: int, folder: Path) -> list[str]:
    """The rows of the table for a size."""
    archive = archive_of(articles)
    article = archive.articles[articles // 2]
    a, b = folder / "ours", folder / "hugo"
    ours.lay_out(archive, a)
    hugo.lay_out(archive, b)
    peers = (hugo.HUGO, hugo.PAGEFIND)
    whole = from_nothing([ours.BUILD], a, ("site", ".cache"), runs)
    theirs = from_nothing(peers, b, ("public",), runs)
    edited = after_edits([ours.BUILD], a, lambda word: ours.edit(a, article, word), runs)
    checked = after_edits([ours.CHECK], a, lambda word: ours.edit(a, article, word), runs)
    again = after_edits(peers, b, lambda word: hugo.edit(b, article, word), runs)
    one, other = size_of(a / "site", article.id), size_of(b / "public", article.id)
    return [
        row(articles, "whole build, wall", "s", whole.wall, theirs.wall),
        row(articles, "whole build, CPU", "s", whole.cpu, theirs.cpu),
        row(articles, "an edited sentence, wall", "s", edited.wall, again.wall),
        row(articles, "an edited sentence, CPU", "s", edited.cpu, again.cpu),
        row(articles, "an edited sentence, `check` alone, wall", "s", checked.wall, again.wall),
        row(articles, "memory", "MB", whole.memory / 1e6, theirs.memory / 1e6),
        row(articles, "files", "", one.files, other.files),
        row(articles, "bytes", "MB", one.bytes / 1e6, other.bytes / 1e6),
        row(articles, "an article’s HTML, gzipped", "kB", one.article / 1e3, other.article / 1e3),
    ]


def row(articles: int, what: str, unit: str, mine: float, theirs: float) -> str:
    """A row of the table."""
    numbers = [f"{number:.1f} {unit}" if unit else f"{number}" for number in (mine, theirs)]
    return f"| {articles} | {what} | {numbers[0]} | {numbers[1]} | {mine / theirs:.2f} |"


def described() -> str:
    """The machine and the versions."""
    return (
        f"{platform.machine()}, {processors()} processors, Python {platform.python_version()}, "
        f"Hugo {version('hugo')}, Pagefind {version('pagefind')}, "
        f"load {os.getloadavg()[0]:.1f} at the start"
    )


def main() -> None:
    """Measure, print the table, and write it to a file if asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--results", type=Path, help="a file for the table")
    options = parser.parse_args()
    lines = [
        described(),
        "",
        "| articles | | ours | Hugo + Pagefind | ratio |",
        "|---|---|---|---|---|",
    ]
    for articles in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            lines += measured(articles, options.runs, Path(folder))
        print("\n".join(lines), file=sys.stderr)
    text = "\n".join(lines) + "\n"
    print(text)
    if options.results:
        options.results.write_text(
            f"# Speed\n\n`make bench` wrote this.\n\n{text}", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
