"""Reports of problems, by the real command line, for people, programs and GitHub."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.diagnostics.arguments import LENGTH_LIMIT, Arguments, render
from scripts.diagnostics.diagnostic import Diagnostic, Place, ordered
from scripts.diagnostics.message import Message
from scripts.diagnostics.reports import FORMATS, as_github, as_text
from scripts.diagnostics.suggestions import did_you_mean
from scripts.reading.messages import BAD_DATE, UNKNOWN_FIELD

CHECKOUT = Path(__file__).parent.parent
FIXTURE = CHECKOUT / "tests" / "content"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with two broken entries; one file's name is full of signs."""
    folder = tmp_path / "content"
    (folder / "glossary").mkdir(parents=True)
    (folder / "glossary" / "ferry.yml").write_text("updated: [\n")
    (folder / "glossary" / "50%, or: so.yml").write_text("title\n")
    return folder


def check(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts", "check", *map(str, arguments)]
    run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in run.stderr
    return run


def test_a_valid_folder_prints_nothing() -> None:
    run = check("--content", FIXTURE)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_text_reports_each_problem_in_both_languages(broken: Path) -> None:
    run = check("--content", broken)
    assert run.returncode == 1
    assert run.stderr == ""
    assert run.stdout.splitlines() == [
        f"{broken}/glossary/50%, or: so.yml:1:1: wrong-shape "
        "An entry must be a group of fields, but this file is a text.",
        "    條目應為一組欄位，但本檔案是文字。",
        "    → Write a line `field: value` for each field.",
        "    → 請逐行寫`欄位: 內容`。",
        f"{broken}/glossary/ferry.yml:1:11: yaml-syntax "
        "This is not valid YAML: a value is missing here.",
        "    YAML寫法有誤：此處欠缺內容。",
        "    → Close the bracket opened before this, or put the whole text in double quotes.",
        "    → 請關閉此處之前的括號，或用雙引號括住全部文字。",
        "2 errors. 2項錯誤。",
    ]


def test_json_has_an_object_for_each_problem(broken: Path) -> None:
    run = check("--content", broken, "--format", "json")
    assert run.returncode == 1
    diagnostics = json.loads(run.stdout)
    assert [diagnostic["code"] for diagnostic in diagnostics] == ["wrong-shape", "yaml-syntax"]
    assert list(diagnostics[1]) == [
        "path",
        "line",
        "column",
        "severity",
        "code",
        "check",
        "message",
        "hint",
        "message_zh",
        "hint_zh",
    ]
    assert (diagnostics[1]["line"], diagnostics[1]["column"]) == (1, 11)
    assert diagnostics[1]["severity"] == "error"


def test_json_of_a_sound_folder_is_an_empty_array() -> None:
    run = check("--content", FIXTURE, "--format", "json")
    assert (run.returncode, json.loads(run.stdout)) == (0, [])


def test_github_gets_a_workflow_command_in_one_line(broken: Path) -> None:
    run = check("--content", broken, "--format", "github")
    assert run.returncode == 1
    first, second, *text = run.stdout.splitlines()
    assert first == (
        f"::error file={broken}/glossary/50%25%2C or%3A so.yml,line=1,col=1,title=wrong-shape::"
        "An entry must be a group of fields, but this file is a text.%0A"
        "Write a line `field: value` for each field.%0A"
        "條目應為一組欄位，但本檔案是文字。%0A請逐行寫`欄位: 內容`。"
    )
    assert second.startswith(f"::error file={broken}/glossary/ferry.yml,line=1,col=11,title=yaml-")
    assert text == check("--content", broken).stdout.splitlines()


def test_github_gets_nothing_of_a_sound_folder() -> None:
    run = check("--content", FIXTURE, "--format", "github")
    assert (run.returncode, run.stdout) == (0, "")


FLAW = Message("flaw", "This is flawed.", "此處有誤。", "Mend it.", "請改正。")
DOUBT = Message("doubt", "This is odd.", "此處可疑。", "See to it.", "請檢查。", severity="warning")


def reported(path: str, message: Message, check: str = "") -> Diagnostic:
    return Diagnostic(Place(path, 3, 4), message, check=check)


def test_a_warning_and_the_check_that_found_a_problem_are_named() -> None:
    diagnostics = [
        reported("a.yml", FLAW, "figures"),
        reported("b.yml", DOUBT, "terms"),
        reported("c.yml", FLAW),
    ]
    first_lines = [line for line in as_text(diagnostics).splitlines() if line[0] != " "]
    assert first_lines == [
        "a.yml:3:4: flaw This is flawed. [figures]",
        "b.yml:3:4: warning doubt This is odd. [terms]",
        "c.yml:3:4: flaw This is flawed.",
        "2 errors, 1 warning. 2項錯誤，1項警告。",
    ]
    titles = [
        line.split("title=")[1].split("::")[0] for line in as_github(diagnostics).splitlines()[:3]
    ]
    assert titles == ["flaw [figures]", "doubt [terms]", "flaw"]
    found = json.loads(FORMATS["json"](diagnostics))
    assert [(diagnostic["check"], diagnostic["severity"]) for diagnostic in found] == [
        ("figures", "error"),
        ("terms", "warning"),
        ("", "error"),
    ]


@pytest.mark.parametrize(
    ("errors", "warnings", "count"),
    [
        (1, 0, "1 error. 1項錯誤。"),
        (0, 1, "1 warning. 1項警告。"),
        (1, 2, "1 error, 2 warnings. 1項錯誤，2項警告。"),
        (11, 0, "11 errors. 11項錯誤。"),
    ],
)
def test_errors_and_warnings_are_counted_apart(errors: int, warnings: int, count: str) -> None:
    diagnostics = [reported("a.yml", FLAW)] * errors + [reported("a.yml", DOUBT)] * warnings
    assert as_text(diagnostics).splitlines()[-1] == count


def test_what_an_editor_wrote_cannot_end_a_workflow_command() -> None:
    arguments = {"value": "x\n::error::100%", "description": ""}
    report = as_github([Diagnostic(Place("content/a.yml", 3, 4), BAD_DATE, arguments)])
    (command,) = [line for line in report.splitlines() if line.lstrip().startswith("::")]
    assert "“x ::error::100%25” is not a date." in command


def test_no_folder_is_a_problem(tmp_path: Path) -> None:
    run = check("--content", tmp_path / "nowhere")
    assert run.returncode == 1
    assert run.stdout.startswith(f"{tmp_path}/nowhere:1:1: no-content There is no folder ")


def test_a_file_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    (folder / "glossary").mkdir(parents=True)
    Path(os.fsdecode(os.fsencode(folder) + b"/glossary/\xb4\xe7.yml")).write_text("a: b")
    run = check("--content", folder)
    assert run.returncode == 1
    assert f"{folder}/glossary/\\udcb4\\udce7.yml:1:1: bad-slug" in run.stdout


def test_problems_are_ordered_by_line_number_without_duplicates() -> None:
    def diagnostic(line: int, column: int) -> Diagnostic:
        arguments: Arguments = {"field": "x", "fields": "y", "suggestion": did_you_mean("x", ["y"])}
        return Diagnostic(Place("content/a.yml", line, column), UNKNOWN_FIELD, arguments)

    reported = ordered([diagnostic(10, 1), diagnostic(2, 30), diagnostic(2, 4), diagnostic(10, 1)])
    assert [(p.place.line, p.place.column) for p in reported] == [(2, 4), (2, 30), (10, 1)]


def test_a_word_of_a_file_fits_in_a_line() -> None:
    arguments = {"value": "long\r\n  and " + "longer" * 1000, "description": ""}
    message = Diagnostic(Place("content/a.yml"), BAD_DATE, arguments).text
    assert message.startswith("“long and longer")
    assert message.endswith("…” is not a date.")
    assert len(message) < LENGTH_LIMIT + 50


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("TITLE", "title"),
        ("di", "id"),
        ("colour", None),
        ("", None),
    ],
)
def test_did_you_mean(word: str, meant: str | None) -> None:
    suggestion = did_you_mean(word, ["title", "summary", "id"])
    assert render(suggestion, "en") == (f"Did you mean “{meant}”? " if meant else "")
    assert render(suggestion, "zh-Hant") == (f"是否想寫「{meant}」？" if meant else "")


def test_only_problems_of_the_given_paths_are_reported(broken: Path) -> None:
    run = check("--content", broken, "--format", "json", broken / "glossary" / "ferry.yml")
    assert [diagnostic["code"] for diagnostic in json.loads(run.stdout)] == ["yaml-syntax"]


def test_a_symbolic_link_is_reported_at_its_own_path(broken: Path) -> None:
    link = broken / "glossary" / "link.yml"
    link.symlink_to("/dev/null")
    for asked in (link, broken / "glossary"):
        run = check("--content", broken, "--format", "json", asked)
        assert "symbolic-link" in [diagnostic["code"] for diagnostic in json.loads(run.stdout)]


def test_a_path_that_leads_nowhere_is_a_wrong_argument(broken: Path) -> None:
    run = check("--content", broken, broken / "glossary" / "fery.yml")
    assert (run.returncode, run.stdout) == (2, "")
    assert "fery.yml" in run.stderr
