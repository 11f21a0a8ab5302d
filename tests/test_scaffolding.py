"""In a new entry each empty field is reported and nothing else; filled in, it is valid.

A case of `scaffolding/` has the arguments (`new`), the problems that report its empty fields in the
invented corpus, with their hints (`gaps`), and the `values` for these fields, in the order of the
lines. Once they are filled in, only the problems in `left` remain. `edits` are made in other
entries before, as in `bad_input/`. `pytest --renew` rewrites the gaps.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.__main__ import main
from scripts.authoring.scaffolding import scaffold
from scripts.check import check_content
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.model import FOLDERS, Kind
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.text.script import han_characters

from .test_bad_input import laid_out
from .test_schemas import judged

CHECKOUT = Path(__file__).parent.parent
FIXTURE = CHECKOUT / "tests" / "content"
CASES = sorted((CHECKOUT / "tests" / "scaffolding").glob("*.yml"))


@dataclass(frozen=True)
class Written:
    """An entry that `new` has written among others."""

    content: Path
    file: Path

    @property
    def kind(self) -> Kind:
        return next(kind for kind, name in FOLDERS.items() if name == self.file.parent.name)

    def diagnostics(self) -> list[Diagnostic]:
        return check_content(read_content(open_folder(self.content, "content")))


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented corpus, to which entries are added."""
    monkeypatch.chdir(CHECKOUT)
    return shutil.copytree(FIXTURE, tmp_path / "content")


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case_file(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


@pytest.fixture
def case(case_file: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(case_file.read_text(encoding="utf-8"))
    assert case.keys() <= {"about", "new", "edits", "gaps", "values", "left"}
    return case


@pytest.fixture
def begun(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Written:
    monkeypatch.chdir(CHECKOUT)
    content = laid_out({"files": case.get("edits", {})}, tmp_path / "content")
    kind, entry_id, *_ = case["new"]
    assert main(["new", *case["new"], "--content", str(content)]) == 0
    return Written(content, content / FOLDERS[kind] / f"{entry_id}.yml")


def test_there_is_a_case_for_each_kind() -> None:
    assert {case.stem for case in CASES} == set(FOLDERS)


def test_exactly_the_empty_fields_are_reported(
    case_file: Path,
    case: dict[str, Any],
    begun: Written,
    renew: bool,  # noqa: FBT001
) -> None:
    reported = "".join(as_written(diagnostic) for diagnostic in begun.diagnostics())
    if renew:
        write_gaps(case_file, reported)
    else:
        assert reported == case["gaps"]
    lines = begun.file.read_text(encoding="utf-8").splitlines()
    for diagnostic in begun.diagnostics():
        assert diagnostic.message.code == "empty-value"
        assert re.search(r"(?:[a-zA-Z0-9_]:|-)$", lines[diagnostic.place.line - 1])
        assert han_characters(diagnostic.hint_zh)


def test_once_filled_in_it_is_valid(case: dict[str, Any], begun: Written) -> None:
    gaps = [diagnostic.place.line for diagnostic in begun.diagnostics()]
    lines = begun.file.read_text(encoding="utf-8").splitlines()
    for line, value in zip(gaps, case["values"], strict=True):
        lines[line - 1] += f" {value}"
    begun.file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [diagnostic.message.code for diagnostic in begun.diagnostics()] == case.get("left", [])
    assert judged(begun.kind, [begun.file]) == (set(), set())


def test_optional_fields_are_valid_once_uncommented(begun: Written) -> None:
    """At any depth: it is then reported as an empty field, and nothing else is reported."""
    before = len(begun.diagnostics())
    text = written = begun.file.read_text(encoding="utf-8")
    while (bare := re.sub(r"^( *)#(?! \S)", r"\1", text, flags=re.MULTILINE)) != text:
        text = bare
    text = text.replace("\nstatus: draft\n", "\n#status: draft\n")  # no field to fill in
    begun.file.write_text(text, encoding="utf-8")
    diagnostics = begun.diagnostics()
    assert {diagnostic.message.code for diagnostic in diagnostics} == {"empty-value"}
    assert (len(diagnostics) > before) == (text != written)  # a topic has no optional fields


@pytest.mark.parametrize("kind", FOLDERS)
def test_each_field_is_explained_in_both_languages(kind: Kind) -> None:
    """Every field has English and Chinese comment lines above it, except in pairs of texts."""
    comments: list[str] = []
    for line in scaffold(kind, {}, "# modeline").splitlines()[1:]:
        bare = re.sub(r"^[ #]*#(?=\S|  )", "", line).strip().removeprefix("- ")
        if bare.startswith("# "):
            comments.append(bare)
        elif bare and re.fullmatch(r"[a-z_A-Z-]+:.*", bare):
            named = bare.partition(":")[0]
            assert comments or named in ("en", "zh-Hant"), bare
            if comments:
                assert re.search(r"[a-z]{2} ", comments[0])
                assert han_characters(comments[-1])
            comments = []


def as_written(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    return (
        f"{place.path}:{place.line}:{place.column}: {diagnostic.text}\n"
        f"    → {diagnostic.hint}\n    → {diagnostic.hint_zh}\n"
    )


def write_gaps(case_file: Path, reported: str) -> None:
    text = case_file.read_text(encoding="utf-8")
    head = re.split(r"^gaps:", text, maxsplit=1, flags=re.MULTILINE)[0]
    block = "".join(f"  {line}\n" for line in reported.splitlines())
    case_file.write_text(f"{head.rstrip()}\ngaps: |\n{block}", encoding="utf-8")


# ── Given values ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        *("kite", "Kite: a story", "no", "2031", "- dash", "“quoted”", '"quoted"', "'", "#1 pier"),
        *("pier #1", "*", "&a b", "!", "%", "@", "`", "[x]", "{x}", "a,b", "?", "? x", "|", ">-"),
        *("風箏：故事", "a: b", "a:", "\\", "~", "null", " padded ", "---", "...", "it's", "x\ty"),
    ],
)
def test_a_heading_is_written_as_given(text: str, content: Path) -> None:
    if not text.isprintable():
        assert main(["new", "claim", "kite", f"--en={text}", "--content", str(content)]) == 1
        return
    assert main(["new", "claim", "kite", f"--en={text}", "--content", str(content)]) == 0
    parsed = read_content(open_folder(content)).parsed_entries
    (found,) = [
        value
        for key, entry in parsed.items()
        if key.id == "kite"
        for location, value in entry.document.texts()
        if location == ("title", "en")
    ]
    assert found == text


def test_the_command_reports_the_file_and_the_next_step(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "term", "kite", "--content", str(content)]) == 0
    file = content / "glossary" / "kite.yml"
    command = f"python -m scripts check --content {content} {file}"
    assert capsys.readouterr().out == (
        f"{file} has been created. To see what it still needs, run: {command}\n"
        f"已建立 {file}。想知道還欠甚麼，請執行：{command}\n"
    )
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    schema = (file.parent / first.partition("$schema=")[2]).resolve()
    assert schema == CHECKOUT / "schemas" / "term.json"


# ── Errors ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["term", "Kite"], "“Kite” cannot be an id", "「Kite」不能用作編號"),
        (["term", "../kite"], "“../kite” cannot be an id", "「../kite」不能用作編號"),
        (["term", ""], "“” cannot be an id", "「」不能用作編號"),
        (["name", "index"], "“index” is reserved", "「index」是系統保留"),
        (["term", "ferry"], "is taken by “{content}/glossary/ferry.yml”", "已由「{content}"),
        (["term", "heron"], "is taken by “{content}/glossary/birds/Heron.yml”", "已由「{content}"),
        (
            ["article", "kite", "--source", "night-boat-reprot"],
            "Did you mean “night-boat-report”?",
            "是否想寫「night-boat-report」？",
        ),
        (["source", "kite", "--publisher", "x"], "There is no name “x”", "沒有編號為「x」的名稱"),
        (["claim", "kite", "--asserted-by", "x"], "There is no name “x”", "沒有編號為「x」的名稱"),
        (
            ["claim", "kite", "--passage", "x#p1"],
            "There is no article “x”",
            "沒有編號為「x」的文章",
        ),
        (
            ["claim", "kite", "--passage", "x"],
            "“x” is not a reference",
            "「x」並非引用文章某一節的正確寫法",
        ),
        (
            ["claim", "kite", "--passage", "a-year-of-night-boats#p9"],
            "has no passage “p9”",
            "沒有「p9」一節",
        ),
        (["term", "kite", "--en", "a\nb"], "“a\\nb” cannot be a heading", "「a\\nb」不能用作標題"),
        (["term", "kite", "--en", " "], "“ ” cannot be a heading", "「 」不能用作標題"),
    ],
)
def test_an_error_is_reported_in_both_languages(
    arguments: list[str],
    english: str,
    chinese: str,
    content: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    birds = content / "glossary" / "birds"
    birds.mkdir()
    (birds / "Heron.yml").touch()
    before = {file: file.read_bytes() for file in files_in(content)}
    assert main(["new", *arguments, "--content", str(content)]) == 1
    reported = capsys.readouterr()
    assert reported.out == ""
    assert english.format(content=content) in reported.err
    assert chinese.format(content=content) in reported.err
    assert reported.err.endswith("Nothing was written. 未有寫入任何檔案。\n")
    assert {file: file.read_bytes() for file in files_in(content)} == before


def test_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "term", "kite", "--content", str(tmp_path / "none")]) == 1
    assert "There is no folder" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_an_existing_file_is_not_overwritten(content: Path) -> None:
    """Not even something that is no entry, or no file."""
    link = content / "glossary" / "kite.yml"
    link.symlink_to(content / "elsewhere")
    assert main(["new", "term", "kite", "--content", str(content)]) == 1
    assert link.is_symlink()
    assert not (content / "elsewhere").exists()


def test_an_unknown_kind(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["new", "place", "kite"])
    assert exit_.value.code == 2
    assert "'source', 'article', 'name', 'claim', 'term'" in capsys.readouterr().err


def files_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
