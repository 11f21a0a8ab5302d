"""Reading a folder: situations that no case of `bad_input/` can describe."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from scripts.check import check_content
from scripts.diagnostics.system_reasons import in_a_line, reason_of
from scripts.model import Key
from scripts.reading.content import Content, read_content
from scripts.reading.folder import open_folder, with_handwritten
from scripts.reading.yaml_parser import read_yaml
from scripts.text.script import han_characters


def codes(content: Content) -> list[tuple[str, str]]:
    return [
        (diagnostic.place.path, diagnostic.message.code) for diagnostic in check_content(content)
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    os.mkfifo(tmp_path / "names" / "pipe.yml")
    assert codes(read_content(open_folder(tmp_path, "content"))) == [
        ("content/names/pipe.yml", "unreadable")
    ]


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    document, diagnostics = read_yaml(tmp_path / "gone.yml", "content/names/gone.yml")
    assert document is None
    assert [diagnostic.message.code for diagnostic in diagnostics] == ["unreadable"]
    assert (
        diagnostics[0].text
        == "This file or folder cannot be read: there is no such file or folder."
    )
    assert diagnostics[0].text_zh == "無法讀取：沒有這個檔案或資料夾。"


def test_every_system_error_is_reported_in_both_languages() -> None:
    for code in (*errno.errorcode, 9999):
        reason = reason_of(OSError(code, os.strerror(code)))
        assert han_characters(reason.zh)
        assert not han_characters(reason.en)
    assert in_a_line(PermissionError(errno.EACCES, "", "a.yml")) == (
        "a.yml: permission was denied. 沒有權限。"
    )


def test_hidden_files_and_the_readme_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    for name in ("README.md", ".DS_Store", "names/.gitkeep"):
        (tmp_path / name).write_text("no entry")
    assert check_content(read_content(open_folder(tmp_path))) == []


def test_of_two_files_of_one_id_the_first_is_the_entry(tmp_path: Path) -> None:
    for folder, text in (("a", "kind: body\n"), ("b", "kind: place\nupdated: [\n")):
        file = tmp_path / "names" / folder / "pier.yml"
        file.parent.mkdir(parents=True)
        file.write_text(text)
    content = read_content(open_folder(tmp_path, "content"))
    assert content.place(Key("name", "pier")).path == "content/names/a/pier.yml"
    reported = codes(content)
    assert ("content/names/b/pier.yml", "same-id") in reported
    assert ("content/names/b/pier.yml", "yaml-syntax") in reported


@pytest.mark.parametrize("name", ["page.md", "image.png", "folder"])
def test_symbolic_links_among_hand_written_pages_are_refused(name: str, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "en").mkdir(parents=True)
    (docs / "en" / "index.md").write_text("# Home\n")
    (docs / "en" / name).symlink_to("/etc")
    content = read_content(with_handwritten(open_folder(tmp_path), docs))
    assert list(content.folder.handwritten) == ["docs/en/index.md"]
    assert (f"docs/en/{name}", "symbolic-link") in codes(content)


def test_links_of_hand_written_pages_can_be_followed(tmp_path: Path) -> None:
    for code in ("en", "zh-Hant"):
        (tmp_path / "docs" / code).mkdir(parents=True)
    (tmp_path / "docs" / "zh-Hant" / "index.md").write_text("# 首頁\n", encoding="utf-8")
    (tmp_path / "docs" / "en" / "index.md").write_text(
        "[a](term:x) [b]( <name:x> ) [c][r] `[d](term:x)` [e](article:x) [f](about.md)\n"
        '[g](https://a.example) [h](mailto:a@b.example) [i](none:) <a href="claim:x">j</a>\n\n'
        "[r]: source:x\n"
    )
    content = read_content(
        with_handwritten(open_folder(Path(__file__).parent / "content"), tmp_path / "docs")
    )
    reported = [(p.place.line, p.place.column, p.message.code) for p in check_content(content)]
    assert reported == [
        (1, 5, "unknown-entry"),
        (1, 19, "unknown-entry"),
        (1, 54, "unknown-link"),
        (2, 68, "unknown-entry"),
        (4, 6, "unknown-entry"),
    ]


@contextmanager
def _without_superuser_rights() -> Iterator[None]:
    """Without the superuser's right to read everything, if the tests have it."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_folder_that_may_not_be_read_is_a_problem() -> None:
    # Not in tmp_path, which no other user may enter.
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "names").mkdir(mode=0)
        with _without_superuser_rights():
            assert codes(read_content(open_folder(folder, "content"))) == [
                ("content/names", "unreadable")
            ]
