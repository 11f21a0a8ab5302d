"""The output of the commands, and that equal input gives an equal site."""

import os
import pty
import subprocess
import sys

import pytest

from .project import Project, Site, snapshot

ABOUT = "docs/en/about.md"
NIGHT_BOAT = "content/names/night-boat.yml"


def test_one_input_gives_one_site(project: Project, invented_site: Site) -> None:
    """For any order of hashes, with or without an old site."""
    expected = snapshot(invented_site.folder)
    for seed, folder in {"1": "other", "2": "site"}.items():
        result = project.scripts("build", "--site", folder, PYTHONHASHSEED=seed)
        assert result.returncode == 0
        assert snapshot(project.root / folder) == expected


def test_unchanged_files_are_not_written_again(project: Project) -> None:
    page = project.root / "site" / "glossary" / "ferry" / "index.html"
    before = page.stat().st_ino
    assert project.scripts("build").returncode == 0
    assert page.stat().st_ino == before


def test_a_build_in_a_pipe_says_one_line(project: Project) -> None:
    result = project.scripts("build", "--site", "other")
    assert (result.returncode, result.stderr) == (0, "")
    (line,) = result.stdout.splitlines()
    assert line.startswith("The site is in other. ")


def test_a_build_on_a_terminal_shows_its_stages_and_clears_them(project: Project) -> None:
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "scripts", "build"]
    with subprocess.Popen(
        command, cwd=project.root, stdin=terminal, stdout=terminal, stderr=terminal
    ) as process:
        os.close(terminal)
        written = b""
        while chunk := _read(controller):
            written += chunk
    os.close(controller)
    assert process.returncode == 0
    *stages, closing = written.decode().split("\r\x1b[K")
    assert stages[0] == ""
    assert [stage.partition(" ")[0] for stage in stages[1:]] == [
        "Reading", "Rendering", "Composing", "Indexing", "Writing",
    ]  # fmt: skip
    assert all(stage.endswith(" …") and "\n" not in stage for stage in stages[1:])
    assert closing.startswith("The site is in ")
    assert closing.count("\n") == 1


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # the other end is closed
        return b""


def test_a_check_of_valid_entries_prints_nothing(invented: Project) -> None:
    result = invented.scripts("check")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_a_check_reports_problems_of_entries_and_hand_written_pages(project: Project) -> None:
    project.edit(ABOUT, "(term:ferry)", "(term:fery)")
    project.edit(NIGHT_BOAT, "to: puffin-ferries", "to: puffin")
    result = project.scripts("check")
    assert (result.returncode, result.stderr) == (1, "")
    places = [line.partition(": ")[0] for line in result.stdout.splitlines() if line[0] != " "]
    assert places[:-1] == [project.place(NIGHT_BOAT, "puffin"), project.place(ABOUT, "term:fery")]

    one = project.scripts("check", "content/names")
    assert "docs/en" not in one.stdout
    assert one.returncode == 1
    assert project.scripts("check", "content/glossary").returncode == 0


@pytest.mark.matrix
@pytest.mark.parametrize("command", [[], ["check"], ["build"], ["serve"]])
def test_help(invented: Project, command: list[str]) -> None:
    result = invented.scripts(*command, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"usage: {' '.join(['python -m scripts', *command])} ")


@pytest.mark.matrix
@pytest.mark.parametrize("arguments", [["biuld"], ["build", "--sight", "x"], []])
def test_wrong_arguments(invented: Project, arguments: list[str]) -> None:
    result = invented.scripts(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("usage: ")


def test_a_folder_without_a_project(project: Project) -> None:
    (project.root / "mkdocs.yml").unlink()
    result = project.scripts("build")
    assert (result.returncode, result.stdout) == (2, "")
    assert "there is no mkdocs.yml here" in result.stderr
