"""Bad input: each case of `bad_input/` has exactly the problems that it lists.

A case is a YAML file. `about` says in plain words what an editor did; `files` are laid over the
invented corpus of `content/`, or over nothing with `base: none`; `problems` are the expected
problems, each with its hint. A file is its text, or a list of replacements in the file of the
corpus (`replace`, `with`), or one of `bytes` (in hex), `size` (in bytes), `symlink` (its target);
null removes it. `pytest --renew` rewrites the problems.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.check import check_content
from scripts.diagnostics.arguments import render
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.text.script import han_characters

TESTS = Path(__file__).parent
CASES = sorted((TESTS / "bad_input").glob("*.yml"))


@pytest.mark.parametrize("case_file", CASES, ids=lambda path: path.stem)
def test_problems(case_file: Path, tmp_path: Path, renew: bool) -> None:  # noqa: FBT001
    case = yaml.safe_load(case_file.read_text(encoding="utf-8"))
    assert case.keys() <= {"about", "base", "files", "problems"}
    folder = laid_out(case, tmp_path / "content")
    diagnostics = check_content(read_content(open_folder(folder, "content")))
    reported = "".join(_as_written(diagnostic) for diagnostic in diagnostics)
    if renew:
        _write_expected(case_file, reported)
    else:
        assert reported == case["problems"]
    for diagnostic in diagnostics:
        _assert_bilingual(diagnostic)


def test_every_case_has_problems() -> None:
    assert len(CASES) > 80
    for case_file in CASES:
        assert yaml.safe_load(case_file.read_text(encoding="utf-8"))["problems"], case_file.name


def laid_out(case: dict[str, Any], folder: Path) -> Path:
    if case.get("base") == "none":
        folder.mkdir()
    else:
        shutil.copytree(TESTS / "content", folder)
    for name, written in case["files"].items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, written)
    return folder


def _write(file: Path, written: Any) -> None:
    match written:
        case None:
            file.unlink()
        case str():
            file.write_text(written, encoding="utf-8", newline="")
        case list():
            text = file.read_text(encoding="utf-8")
            for step in written:
                assert text.count(step["replace"]) == 1, step
                text = text.replace(step["replace"], step["with"])
            file.write_text(text, encoding="utf-8", newline="")
        case {"bytes": digits}:
            file.write_bytes(bytes.fromhex(digits))
        case {"size": size}:
            file.write_bytes(b"#" * size)
        case {"symlink": target}:
            file.symlink_to(target)
        case _:
            raise ValueError(f"{file.name}: no way to write {written!r}")


def _as_written(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    return (
        f"{place.path}:{place.line}:{place.column}: {diagnostic.message.code} {diagnostic.text}\n"
        f"    → {diagnostic.hint}\n"
    )


def _write_expected(case_file: Path, reported: str) -> None:
    text = case_file.read_text(encoding="utf-8")
    head = re.split(r"^problems:", text, maxsplit=1, flags=re.MULTILINE)[0]
    block = "".join(f"  {line}\n" for line in reported.splitlines())
    case_file.write_text(f"{head.rstrip()}\n\nproblems: |\n{block}", encoding="utf-8")


def _assert_bilingual(diagnostic: Diagnostic) -> None:
    """Both languages have whole sentences, each in its own script."""
    assert diagnostic.text
    assert diagnostic.hint.strip()
    for words in (diagnostic.text_zh, diagnostic.hint_zh):
        assert han_characters(words), diagnostic.message.code
    values = "".join(render(one, "en") for one in diagnostic.arguments.values())
    if "{" not in values:
        for words in (diagnostic.text, diagnostic.hint, diagnostic.text_zh, diagnostic.hint_zh):
            assert "{" not in words, diagnostic.message.code
