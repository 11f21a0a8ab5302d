"""`mkdocs build` and `mkdocs serve`, run by themselves, do the same as the generator's commands."""

import shutil
import socket
import time
import urllib.error
import urllib.request

import pytest

from .project import PATIENCE, Project, Site, snapshot

FERRY = "content/glossary/ferry.yml"


@pytest.fixture
def without_page_shells(project: Project) -> Project:
    """A project whose page shells are not rendered yet."""
    shutil.rmtree(project.root / ".cache")
    return project


@pytest.mark.full
def test_build_makes_the_same_tree(without_page_shells: Project, invented_site: Site) -> None:
    result = without_page_shells.mkdocs("build", "--quiet", "-d", "other", PYTHONHASHSEED="1")
    assert (result.returncode, result.stdout + result.stderr) == (0, "")
    expected = snapshot(invented_site.folder)
    assert snapshot(without_page_shells.root / "other") == expected

    # And again over a site of which one file is out of date and one superfluous.
    other = without_page_shells.root / "other"
    (other / "index.html").unlink()
    (other / "index.html").write_bytes(b"old")
    (other / "older.html").write_bytes(b"older")
    result = without_page_shells.mkdocs("build", "--strict", "-d", "other", PYTHONHASHSEED="2")
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    assert snapshot(other) == expected


def test_build_refuses_entries_with_errors(project: Project) -> None:
    before = snapshot(project.root / "site")
    project.edit(FERRY, "related: [ridership, berth]", "related: [nothing]")
    result = project.mkdocs("build")
    assert result.returncode == 1
    assert f"{project.place(FERRY, 'nothing')}: unknown-entry" in result.stdout + result.stderr
    assert "→ " in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert snapshot(project.root / "site") == before


def test_the_command_needs_no_path(project: Project, invented_site: Site) -> None:
    """`mkdocs`, unlike `python -m mkdocs`, does not put the project's folder on the path."""
    code = "import sys; from mkdocs.__main__ import cli; sys.path.remove(''); cli()"
    result = project.python("-c", code, "build", "--quiet", "-d", "other")
    assert (result.returncode, result.stderr) == (0, "")
    assert snapshot(project.root / "other") == snapshot(invented_site.folder)


def _answer(address: str, wanted: str) -> str:
    """The first response that has the wanted text; the last response if none has."""
    deadline, text = time.monotonic() + PATIENCE, ""
    while wanted not in text and time.monotonic() < deadline:
        time.sleep(0.1)
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as response:
                text = response.read().decode()
        except (urllib.error.URLError, ConnectionError):
            continue
    return text


def test_serve_shows_the_site_and_what_is_edited(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    place = f"127.0.0.1:{port}"
    command = ("-m", "mkdocs", "serve", "-a", place)
    with project.running(*command) as process:
        address = f"http://{place}/zh-Hant/glossary/ferry/"
        assert "來回行駛的船" in _answer(address, "來回行駛的船")
        project.edit(FERRY, "來回行駛的船", "往來不停的船")
        assert "往來不停的船" in _answer(address, "往來不停的船")
        assert process.poll() is None
