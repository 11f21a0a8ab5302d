"""Texts compared with documents: each case of `sources/` has exactly the problems that it lists.

A case is a YAML file. `about` describes it in plain words; `content` and `originals` are
laid over the invented corpus and the invented documents. A file is its text, or a list of
replacements in the file that there is (`replace`, `with`), or its `bytes` (in hex), its `size`, or
its target as a `symlink`; null removes it. `pytest --renew` rewrites the problems.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.check import check_against_sources, check_content
from scripts.checks.support.overlap import Shingles
from scripts.diagnostics.diagnostic import Diagnostic, ordered
from scripts.diagnostics.reports import as_text
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.reading.source_documents import read_source_documents

TESTS = Path(__file__).parent
CASES = sorted((TESTS / "sources").glob("*.yml"))
WAIVER = "        waivers: [{check: sources, reason: The company calls it so.}]\n"
COPIED = "nobody on Heron Isle has yet had to wait on the pier until morning because"


def laid_out(case: dict[str, Any], folder: Path) -> None:
    for name in ("content", "originals"):
        shutil.copytree(TESTS / name, folder / name)
        for path, written in case.get(name, {}).items():
            write(folder / name / path, written)


def write(file: Path, written: Any) -> None:
    match written:
        case None:
            file.unlink()
        case str():
            file.write_text(written, encoding="utf-8")
        case list():
            text = file.read_text(encoding="utf-8")
            for step in written:
                assert text.count(step["replace"]) == 1, step
                text = text.replace(step["replace"], step["with"])
            file.write_text(text, encoding="utf-8")
        case {"bytes": digits}:
            file.write_bytes(bytes.fromhex(digits))
        case {"size": size}:
            with file.open("wb") as empty:
                empty.truncate(size)
        case {"symlink": target}:
            file.symlink_to(target)
        case _:
            raise ValueError(f"{file.name}: no way to write {written!r}")


def problems_of_sources() -> list[Diagnostic]:
    """The problems of this check in the folders `content` and `originals`, and of its suppressions.

    Problems of reading too: an entry that is broken by mistake would never be compared.
    """
    source_documents, unread = read_source_documents(Path("originals"))
    found = check_against_sources(read_content(open_folder(Path("content"))), source_documents)
    return ordered([*unread, *(p for p in found if is_ours(p) or not p.check)])


def is_ours(diagnostic: Diagnostic) -> bool:
    return "sources" in (diagnostic.check, diagnostic.arguments.get("check"))


@pytest.mark.parametrize("case_file", CASES, ids=lambda path: path.stem)
def test_problems(
    case_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    renew: bool,  # noqa: FBT001
) -> None:
    case = yaml.safe_load(case_file.read_text(encoding="utf-8"))
    assert case.keys() <= {"about", "content", "originals", "problems"}
    laid_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    reported = as_text(problems_of_sources())
    if renew:
        text = case_file.read_text(encoding="utf-8")
        head = re.split(r"^problems:", text, maxsplit=1, flags=re.MULTILINE)[0].rstrip()
        block = "".join(f"  {line}\n" for line in reported.splitlines())
        expected = f"|\n{block}" if reported else "none\n"
        case_file.write_text(f"{head}\n\nproblems: {expected}", encoding="utf-8")
    else:
        assert reported == ("" if case["problems"] == "none" else case["problems"].rstrip("\n"))


def test_the_invented_corpus_agrees_with_the_invented_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out({}, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert problems_of_sources() == []


def test_a_suppression_is_not_unused_without_the_documents(tmp_path: Path) -> None:
    article = "articles/a-year-of-night-boats.yml"
    change = {"replace": "      - id: p2\n", "with": f"      - id: p2\n{WAIVER}"}
    laid_out({"content": {article: [change]}}, tmp_path)
    found = check_content(read_content(open_folder(tmp_path / "content")))
    assert not any(map(is_ours, found))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (COPIED, [COPIED]),
        (COPIED.upper().replace(" on ", " – on "), [COPIED.upper().replace(" on ", " – on ")]),
        (f"So {COPIED}!", [COPIED]),
        (COPIED.replace("to wait", "to 等 wait"), []),
        (COPIED.removesuffix(" pier until morning because"), []),
        (f"{COPIED}. {COPIED}", [COPIED, COPIED]),
    ],
)
def test_runs_of_copied_words(text: str, runs: list[str]) -> None:
    shingles = Shingles((TESTS / "originals" / "report-of-the-crew.txt").read_text().splitlines())
    assert [text[run.start : run.end] for run in shingles.runs(text)] == runs


def check(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts", "check", *map(str, arguments)]
    return subprocess.run(
        command, cwd=TESTS.parent, capture_output=True, encoding="utf-8", check=False
    )


def test_the_command_compares_with_a_folder(tmp_path: Path) -> None:
    run = check("--content", TESTS / "content", "--sources", TESTS / "originals")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    run = check("--content", TESTS / "content", "--sources", tmp_path)
    assert run.returncode == 0  # warnings alone
    assert run.stdout.count("no-document") == 2
    run = check("--content", TESTS / "content", "--sources", tmp_path / "nowhere")
    assert run.returncode == 2
    assert "there is no folder" in run.stderr
