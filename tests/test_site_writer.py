"""A site is replaced whole or not at all, however the build ends."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.publishing.atomic_swap import Swap, swap, swap_by_renaming
from scripts.publishing.site_writer import MARKER, NotASite, site_replaced

CHECKOUT = Path(__file__).parent.parent

# Starts to write a site, prints a line, and waits within the block.
HOLDER = """
import sys
from pathlib import Path
from scripts.publishing.site_writer import site_replaced

with site_replaced(Path(sys.argv[1])) as tree:
    tree.write("index.html", b"unfinished")
    print("holding", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three files, made by the generator."""
    site = tmp_path / "site"
    with site_replaced(site) as tree:
        tree.write("index.html", b"old home")
        tree.write("terms/harbour/index.html", b"harbour")
        tree.write("gone.html", b"gone")
    return site


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site but the marker."""
    paths = (path for path in site.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def names(folder: Path) -> list[str]:
    """The names in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def another_build(site: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that is in the middle of building the site."""
    command = [sys.executable, "-c", HOLDER, str(site)]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "holding\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_new_site_is_made_with_its_parents(tmp_path: Path) -> None:
    site = tmp_path / "public" / "site"
    with site_replaced(site) as tree:
        tree.write("zh-Hant/詞彙/index.html", "軟實力".encode())
        assert not site.exists()
    assert files(site) == {"zh-Hant/詞彙/index.html": "軟實力".encode()}
    assert names(site.parent) == ["site"]


@pytest.mark.parametrize("swap", [swap, swap_by_renaming])
def test_a_site_is_replaced_as_a_whole(site: Path, swap: Swap) -> None:
    with site_replaced(site, swap=swap) as tree:
        tree.write("index.html", b"new home")
        tree.write("new.html", b"new")
        assert files(site)["index.html"] == b"old home"
        assert "gone.html" in files(site)
    assert files(site) == {"index.html": b"new home", "new.html": b"new"}
    assert names(site.parent) == ["site"]


def test_an_empty_directory_is_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with site_replaced(site) as tree:
        tree.write("index.html", b"home")
    assert files(site) == {"index.html": b"home"}


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failed_build_leaves_the_old_site(site: Path, failure: type[BaseException]) -> None:
    before = files(site)
    with pytest.raises(failure), site_replaced(site) as tree:
        tree.write("index.html", b"half a home")
        raise failure
    assert files(site) == before
    assert names(site.parent) == ["site"]


def test_a_failed_swap_leaves_the_old_site(site: Path) -> None:
    before = files(site)

    def failing(new: Path, site: Path) -> None:
        raise OSError("no")

    with pytest.raises(OSError, match="no"), site_replaced(site, swap=failing) as tree:
        tree.write("index.html", b"new home")
    assert files(site) == before
    assert names(site.parent) == ["site"]


def test_renaming_restores_the_site_if_the_new_one_cannot_be_moved(site: Path) -> None:
    before = files(site)
    with pytest.raises(FileNotFoundError):
        swap_by_renaming(site.parent / "missing", site)
    assert files(site) == before


def test_a_killed_build_leaves_the_old_site_and_the_next_one_cleans_up(site: Path) -> None:
    before = files(site)
    with another_build(site) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert files(site) == before
    assert len(names(site.parent)) == 2
    with site_replaced(site) as tree:
        tree.write("index.html", b"new home")
    assert names(site.parent) == ["site"]


def test_a_tree_that_another_build_holds_is_left_alone(site: Path) -> None:
    with another_build(site) as process:
        with site_replaced(site) as tree:
            tree.write("index.html", b"ours")
        assert files(site) == {"index.html": b"ours"}
        process.communicate("")
        assert process.returncode == 0
    assert files(site) == {"index.html": b"unfinished"}
    assert names(site.parent) == ["site"]


def test_directories_with_like_names_are_no_leftovers(site: Path) -> None:
    backup = site.parent / ".site.20240101"
    backup.mkdir()
    with site_replaced(site) as tree:
        tree.write("index.html", b"new home")
    assert backup.is_dir()


def test_unchanged_files_are_hard_links(site: Path) -> None:
    kept, changed = site / "terms/harbour/index.html", site / "index.html"
    kept_inode, changed_inode = kept.stat().st_ino, changed.stat().st_ino
    with site_replaced(site) as tree:
        tree.write("terms/harbour/index.html", b"harbour")
        tree.write("index.html", b"NEW home")
        tree.write("elsewhere.html", b"gone")
    assert kept.stat().st_ino == kept_inode
    assert changed.stat().st_ino != changed_inode
    assert changed.read_bytes() == b"NEW home"


def test_links_are_to_the_site_that_stood_at_the_beginning(site: Path) -> None:
    with site_replaced(site) as tree:
        with site_replaced(site) as other:
            other.write("index.html", b"of another build")
        tree.write("index.html", b"old home")
    assert files(site) == {"index.html": b"old home"}


def test_a_copied_file_is_not_a_link_to_its_source(tmp_path: Path, site: Path) -> None:
    source = tmp_path / "style.css"
    source.write_bytes(b"body {}")
    for _ in range(2):
        with site_replaced(site) as tree:
            tree.copy(source, "assets/style.css")
    source.write_bytes(b"body { color: red }")
    assert files(site) == {"assets/style.css": b"body {}"}


def test_no_two_files_have_one_place(site: Path) -> None:
    before = files(site)
    with pytest.raises(FileExistsError), site_replaced(site) as tree:
        tree.write("terms/harbour/index.html", b"harbour")
        tree.write("terms/harbour/index.html", b"Harbour")
    assert files(site) == before


def test_modes_are_those_of_any_new_directory_and_file(tmp_path: Path) -> None:
    site, like = tmp_path / "site", tmp_path / "like"
    like.mkdir()
    (like / "file").touch()
    with site_replaced(site) as tree:
        tree.write("file", b"content")
    for made, usual in ((site, like), (site / "file", like / "file")):
        assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@pytest.mark.parametrize(
    "path", ["", ".", "..", "/etc/passwd", "../x", "a/../../x", "a/./b", "a//b", "a/"]
)
def test_paths_stay_inside_the_site(tmp_path: Path, path: str) -> None:
    with (
        pytest.raises(ValueError, match="not a path inside"),
        site_replaced(tmp_path / "site") as tree,
    ):
        tree.write(path, b"escaped")
    assert names(tmp_path) == []


def test_a_directory_of_others_is_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "site"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("years of work")
    assert_refused(foreign)
    assert files(foreign) == {"thesis.txt": b"years of work"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "site"
    file.write_text("not a directory")
    assert_refused(file)


def test_a_symbolic_link_is_refused(tmp_path: Path, site: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    assert_refused(link)
    assert link.is_symlink()


def test_a_directory_filled_by_others_meanwhile_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with pytest.raises(NotASite), site_replaced(site):
        site.mkdir()
        (site / "thesis.txt").touch()
    assert names(tmp_path) == ["site"]


def assert_refused(path: Path) -> None:
    with pytest.raises(NotASite) as refusal, site_replaced(path):
        pass
    assert refusal.value.path == path
