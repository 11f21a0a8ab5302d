"""Measure the time of checking a content folder: all new, unchanged, one file changed.

    python -m bench.checking [--articles 5000]

Prints seconds of wall clock and of CPU, and their ratios to two peers on the same files: PyYAML's C
loader, which only parses them, and yamllint, which checks YAML only. Ratios are comparable between
machines. Each check is a whole run of `python -m scripts check`.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from bench.archive import write_archive

Result = TypeVar("Result")
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of some work: seconds of wall clock, and of all processors together."""

    clock: float
    processors: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s, {self.processors:.2f} s of processors"

    def times(self, peers: Mapping[str, "Cost"]) -> str:
        """Return the ratios to the costs of peers."""
        return ", ".join(
            f"{self.clock / peer.clock:.2f} and {self.processors / peer.processors:.2f} × {name}"
            for name, peer in peers.items()
        )


def main() -> None:
    """Write a content folder, check it several times, and print the cost of each check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--no-yamllint", action="store_true", help="leave out the slow peer")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        (root / "mkdocs.yml").touch()  # marks the project's root
        write_archive(root / "content", options.articles)
        files = sorted((root / "content").rglob("*.yml"))
        print(f"{options.articles} articles, {len(files)} files")
        peers = _peers(files, with_yamllint=not options.no_yamllint)
        for peer, cost in peers.items():
            print(f"{peer}: {cost}")
        _measure(root, peers)


def _peers(files: list[Path], *, with_yamllint: bool) -> dict[str, Cost]:
    cost, _ = _cost(lambda: [_load(file) for file in files])
    peers = {"PyYAML": cost}
    if with_yamllint:
        folder = str(files[0].parents[1])
        peers["yamllint"], _ = _cost(lambda: _run(ROOT, "-m", "yamllint", "-d", "relaxed", folder))
    return peers


def _measure(root: Path, peers: Mapping[str, Cost]) -> None:
    """Check a content folder, change something in it, and check it again."""

    def report(what: str, work: Callable[[], str]) -> None:
        cost, last_line = _cost(work)
        print(f"{what}: {cost} ({cost.times(peers)}); {last_line}")

    def check() -> str:
        return _run(root, "-m", "scripts", "check", "--content", "content")

    report(
        "import alone",
        lambda: _run(root, "-c", "import scripts.commands.check, scripts.checks.runner"),
    )
    report("all new", check)
    report("nothing changed", check)
    article = root / "content" / "articles" / "article-7.yml"
    article.write_text(article.read_text("utf-8").replace("talked of", "spoken of"), "utf-8")
    report("one article changed", check)
    (root / "content" / "claims" / "claim-8-0.yml").unlink()
    report("a claim deleted", check)


def _run(folder: Path, *arguments: str) -> str:
    """Run Python in a folder, and return the last line of its output."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode > 1 or done.stderr:
        raise SystemExit(done.stderr)
    return done.stdout.strip().rpartition("\n")[2] or "no problems"


def _load(file: Path) -> object:
    with file.open("rb") as stream:
        return yaml.load(stream, yaml.CSafeLoader)


def _cost(work: Callable[[], Result]) -> tuple[Cost, Result]:
    """The cost of some work, child processes included, and its result."""
    clock, processors = time.perf_counter(), _processors()
    last_line = work()
    return Cost(time.perf_counter() - clock, _processors() - processors), last_line


def _processors() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
