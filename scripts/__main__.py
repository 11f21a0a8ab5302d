"""Facing Pages: begin entries, bring texts in, check, accept, build the site, preview it.

The exit status is 0 only if all is well: 1 if something is to be mended, 2 for wrong arguments.
"""

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from .commands import COMMANDS, command
from .commands.folders import CONFIG
from .files.reasons import in_a_line
from .problems import Stopped


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    parser = _parser(words)
    options = parser.parse_args(words)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console may be in Big5, and problems are not
            stream.reconfigure(encoding="utf-8")
    if not CONFIG.is_file():
        parser.error(f"there is no {CONFIG} here: run this in the project's folder")
    try:
        return command(options.command).run(options)
    except Stopped as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(in_a_line(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of all commands, with the arguments of those that WORDS may ask for."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    parsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        of_command = parsers.add_parser(name, help=summary)
        if name in words:
            asked = command(name)
            of_command.description = asked.__doc__
            asked.add_options(of_command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
