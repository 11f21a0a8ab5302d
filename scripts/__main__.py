"""The command line: `python -m scripts COMMAND`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .checks import problems_of
from .problems import Problem
from .reading import read_content
from .reports import FORMATS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _check_parser(commands.add_parser("check", help="validate content/ and tell every problem"))
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _check_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="tell only of these files or folders")
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    problems = [
        problem
        for problem in problems_of(read_content(options.content))
        if not options.paths or _lies_in(problem, options.paths)
    ]
    report = FORMATS[options.format](problems)
    if report:
        print(report)
    return 1 if any(problem.fault.severity == "error" for problem in problems) else 0


def _lies_in(problem: Problem, paths: Sequence[str]) -> bool:
    return any(
        problem.place.path == path.rstrip("/") or problem.place.path.startswith(path.rstrip("/") + "/")
        for path in paths
    )


if __name__ == "__main__":
    sys.exit(main())
