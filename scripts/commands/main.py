"""Facing Pages: start entries, import texts, check, accept, build the site, preview it.

The exit status is 0 on success, 1 if something must be fixed, 2 for wrong arguments.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from ..diagnostics.diagnostic import Failure
from ..diagnostics.system_reasons import in_a_line
from . import COMMANDS, command
from .folders import CONFIG
from .unexpected import report_unexpected

INTERRUPTED = 130  # the exit status that shells use for Ctrl-C
BROKEN_PIPE = 141  # and for a closed pipe, such as that of `head`


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        print(end="", flush=True)  # a closed pipe is detected here, if not before
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # for Python's own output when it exits
        return BROKEN_PIPE
    except Failure as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(in_a_line(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        print(report_unexpected(error), file=sys.stderr)
        return 1
    return status


def _run(words: Sequence[str]) -> int:
    parser = _parser(words)
    options = parser.parse_args(words)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console may use Big5, which lacks characters
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not CONFIG.is_file():
        parser.error(f"there is no {CONFIG} here: run this in the project's folder")
    return command(options.command).run(options)


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of all commands, with the arguments of those that occur in the command line."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    parsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        of_command = parsers.add_parser(name, help=summary)
        if name in words:
            asked = command(name)
            of_command.description = asked.__doc__
            asked.add_options(of_command)
    return parser
