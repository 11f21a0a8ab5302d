"""Run the examples of a page of the guide: write files, run commands, compare their output.

A page's examples are its fenced blocks, whose language gives their meaning:

- `yaml` belongs to the file whose path is on a line of its own above it or an earlier block. It is
  the whole file if it begins with the line that names its schema. Otherwise it is a part, which
  must occur in the file; if it does not, it replaces the part shown before, which must begin with
  the same field. Indentation of the whole part makes no difference.
- `txt` is a whole file too.
- `console` holds commands, which are run.
- `text` is the output of the commands just above it, or else of `check`. A line `…` matches any
  number of lines.
- `sh` is not run: it prepares a computer.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

import pytest

from scripts.__main__ import main

FENCE = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`\n\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)
# The first field of a part, also if commented out; a comment in words has a space after `#`.
FIELD = re.compile(r"^(?:#(?! ))?[ -]*([\w-]+):", re.M)
WHOLE = "# yaml-language-server:"
CHECK = ("check", "--strict")
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Block:
    """An example: its language, its text, and the path above it."""

    language: str
    text: str
    path: str


def blocks(markdown: str) -> Iterator[Block]:
    """The examples of a page."""
    path = ""
    for match in FENCE.finditer(markdown):
        path = match["path"] or path
        yield Block(match["language"], match["text"], path)


class Walk:
    """The examples of a page, carried out in the project's folder."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._printed: str | None = None
        self._shown: dict[str, str] = {}

    def step(self, block: Block) -> None:
        """Carry out an example. Raises AssertionError if it does not hold."""
        match block.language:
            case "console":
                self._printed = "".join(self._run(line) for line in block.text.splitlines())
                return
            case "text":
                printed = self._run(shlex.join(("python", "-m", "scripts", *CHECK)))
                printed = printed if self._printed is None else self._printed
                assert re.fullmatch(_pattern(block.text), printed), f"Instead:\n{printed}"
            case "yaml" if not block.text.startswith(WHOLE):
                self._part(Path(block.path), block.text)
            case "yaml" | "txt":
                file = Path(block.path)
                file.parent.mkdir(exist_ok=True)
                file.write_text(block.text, encoding="utf-8")
            case other:
                assert other == "sh", f"What is a block of “{other}”?"
        self._printed = None

    def final_report(self) -> str:
        """The output of `check` at the end."""
        return self._run(shlex.join(("python", "-m", "scripts", *CHECK)))

    def _run(self, command: str) -> str:
        words = shlex.split(command)
        if words == ["make", "check"]:
            words = ["python", "-m", "scripts", *CHECK]
        if words[0] == "make":
            return _made(words[1:])
        assert words[:3] == ["python", "-m", "scripts"], command
        main(words[3:])
        captured = self._capsys.readouterr()
        return captured.out + captured.err

    def _part(self, file: Path, text: str) -> None:
        """Find a part in a file, or let it replace the part of that file shown last."""
        part, whole = dedent(text), file.read_text(encoding="utf-8")
        if _found(part, whole) is None:
            before = self._shown.get(str(file), "")
            old = _found(before, whole)
            assert old, f"{file} has no such part:\n{text}"
            complaint = (
                f"{file} has no part “{_field(part)}” like this, nor was one shown before:\n{text}"
            )
            assert _field(part) == _field(before), complaint
            margin = re.match(" *", old)
            new = indent(part, margin[0] if margin else "")
            file.write_text(whole.replace(old, new), encoding="utf-8")
        self._shown[str(file)] = part


def _made(arguments: list[str]) -> str:
    """The output of a command of the Makefile, which has nothing to install here."""
    command = ["make", "-s", "-f", str(ROOT / "Makefile"), "-o", "runtime"]
    outer = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}  # set by the `make` that runs the tests
    environment = {name: value for name, value in os.environ.items() if name not in outer}
    result = subprocess.run(
        [*command, f"VENV={sys.executable}", *arguments],
        env=environment | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    lines = result.stdout.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("make: ***"))


def _field(part: str) -> str:
    """The first field of a part; none if it is within a text."""
    field = FIELD.search(part)
    return field[1] if field else ""


def _found(part: str, whole: str) -> str | None:
    """The lines of a file that are equal to a part except for indentation, if any."""
    if not part:
        return None
    lines, count = whole.splitlines(keepends=True), len(part.splitlines())
    windows = ("".join(lines[at : at + count]) for at in range(len(lines) - count + 1))
    found = [window for window in windows if dedent(window) == part]
    assert len(found) < 2, f"This stands there more than once:\n{part}"
    return found[0] if found else None


def _pattern(shown: str) -> str:
    return "".join(
        r"(?:.*\n)*" if line == "…\n" else re.escape(line)
        for line in shown.splitlines(keepends=True)
    )
