"""A page of the guide, walked through as a reader would: files written, commands run, words shown.

A page's examples are its fenced blocks. What they do is told by how they look to a reader:

- `yaml` is of the file whose path stands above it, or above one before it, on a line of its own.
  It is the whole file if it begins with the line that names its schema. Else it is a part, which
  must stand in the file; if it does not, it is what the part shown before it becomes, which begins
  with the same field. How far a part is indented makes no difference.
- `txt` is a whole file too.
- `console` holds commands, which are run.
- `text` is what the commands just above it print, or else what `check` tells. A line `…` stands
  for any number of lines.
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
# The first field of a part, be it commented out; a comment in words has a space behind its sign.
FIELD = re.compile(r"^(?:#(?! ))?[ -]*([\w-]+):", re.M)
WHOLE = "# yaml-language-server:"
CHECK = ("check", "--strict")
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Block:
    """An example: its language, its text, and the path that stands above it."""

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
    """A reader's way through a page, in the project's folder."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._printed: str | None = None
        self._shown: dict[str, str] = {}

    def step(self, block: Block) -> None:
        """Do what an example says. Raises AssertionError if it is not so."""
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

    def told(self) -> str:
        """What `check` tells at the end."""
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
        """See a part in a file, or put it in place of the part of that file seen last."""
        part, whole = dedent(text), file.read_text(encoding="utf-8")
        if _found(part, whole) is None:
            before = self._shown.get(str(file), "")
            old = _found(before, whole)
            assert old, f"{file} has no such part:\n{text}"
            told = (
                f"{file} has no part “{_field(part)}” like this, nor was one shown before:\n{text}"
            )
            assert _field(part) == _field(before), told
            margin = re.match(" *", old)
            new = indent(part, margin[0] if margin else "")
            file.write_text(whole.replace(old, new), encoding="utf-8")
        self._shown[str(file)] = part


def _made(arguments: list[str]) -> str:
    """What a command of the Makefile prints. What it would install is there."""
    command = ["make", "-s", "-f", str(ROOT / "Makefile"), "-o", "runtime"]
    outer = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}  # of the `make` that runs the tests
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
    """The field with which a part begins; none if it is of a text."""
    field = FIELD.search(part)
    return field[1] if field else ""


def _found(part: str, whole: str) -> str | None:
    """The lines of a file that are a part but for how far they are indented, if it has them."""
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
