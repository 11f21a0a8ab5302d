"""A build replaces the whole site or leaves it byte for byte as it was."""

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .project import PATIENCE, Project, snapshot

FLAW = ("content/names/night-boat.yml", "to: puffin-ferries", "to: no-such-name")


def _unfinished(project: Project) -> list[Path]:
    return sorted(project.root.glob(".site.*"))


def test_an_error_leaves_the_old_site(project: Project) -> None:
    before = snapshot(project.root / "site")
    project.edit(*FLAW)
    result = project.scripts("build")
    assert (result.returncode, result.stdout) == (1, "")
    first, *_, count, last = result.stderr.splitlines()
    assert first.startswith(f"{project.place(FLAW[0], 'no-such-name')}: unknown-entry ")
    assert count == "1 error. 1項錯誤。"
    assert last == "Nothing was published. 網站未有更新。"
    assert snapshot(project.root / "site") == before
    assert _unfinished(project) == []


def test_an_error_in_a_hand_written_page_leaves_the_old_site(project: Project) -> None:
    before = snapshot(project.root / "site")
    page = "docs/zh-Hant/about.md"
    project.edit(page, "(term:ferry)", "(term:fery)")
    result = project.scripts("build")
    assert result.returncode == 1
    assert result.stderr.startswith(f"{project.place(page, 'term:fery')}: unknown-entry ")
    assert snapshot(project.root / "site") == before


def test_with_an_error_no_new_site_is_made(project: Project) -> None:
    project.edit(*FLAW)
    assert project.scripts("build", "--site", "other").returncode == 1
    assert not (project.root / "other").exists()


def test_an_error_in_a_template_leaves_the_old_site_and_no_page_shells(project: Project) -> None:
    before = snapshot(project.root / "site")
    project.edit("overrides/main.html", "{% block content %}", "{% block content %}{% no %}")
    result = project.scripts("build")
    assert (result.returncode, result.stdout) == (1, "")
    assert "Encountered unknown tag 'no'" in result.stderr
    assert snapshot(project.root / "site") == before
    assert list((project.root / ".cache" / "page-shells").iterdir()) == []


@contextmanager
def _halted(project: Project) -> Iterator[subprocess.Popen[str]]:
    """A build that is stopped while it writes the new site."""
    with project.running("-m", "scripts", "build") as process:
        deadline = time.monotonic() + PATIENCE
        while not _unfinished(project):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.002)
        process.send_signal(signal.SIGSTOP)
        yield process


def test_an_interrupted_build_leaves_the_site_and_nothing_beside_it(project: Project) -> None:
    before = snapshot(project.root / "site")
    project.edit("content/names/night-boat.yml", "A service after midnight.", "A service.")
    with _halted(project) as process:
        assert len(_unfinished(project)) == 1
        assert snapshot(project.root / "site") == before
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGCONT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (130, "", "")
    assert snapshot(project.root / "site") == before
    assert _unfinished(project) == []


def test_a_killed_build_leaves_the_site_and_the_next_clears_up(project: Project) -> None:
    before = snapshot(project.root / "site")
    project.edit("content/names/night-boat.yml", "A service after midnight.", "A service.")
    with _halted(project) as process:
        process.kill()
        process.wait(PATIENCE)
    assert snapshot(project.root / "site") == before
    assert len(_unfinished(project)) == 1

    assert project.scripts("build").returncode == 0
    assert _unfinished(project) == []
    changed = {
        path
        for path, content in snapshot(project.root / "site").items()
        if before.get(path) != content  # an index file has a name of its own
    }
    assert {"names/night-boat/index.html", "zh-Hant/names/night-boat/index.html"} <= changed
    assert "names/heron-isle/index.html" not in changed


@pytest.mark.matrix
@pytest.mark.parametrize("folder", ["foreign", "content", "."])
def test_a_folder_of_others_is_left_alone(project: Project, folder: str) -> None:
    (project.root / "foreign").mkdir()
    (project.root / "foreign" / "thesis.txt").write_text("ten years of work")
    before = snapshot(project.root)
    result = project.scripts("build", "--site", folder)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.rstrip().endswith(
        "is not a site made by this program, so it was left as it is"
    )
    after = snapshot(project.root)
    assert {path for path in after if after[path] != before[path]} <= {".cache/store.sqlite"}
    assert before.keys() == after.keys()


def test_what_is_gone_from_content_is_gone_from_the_site(project: Project) -> None:
    """A page of an entry that was removed must not be served for ever."""
    page = project.root / "site" / "glossary" / "fall-behind" / "index.html"
    assert page.is_file()
    (project.root / "content" / "glossary" / "fall-behind.yml").unlink()
    assert project.scripts("build").returncode == 0
    assert not page.parent.exists()
    assert "fall-behind" not in (project.root / "site" / "sitemap.xml").read_text("utf-8")
