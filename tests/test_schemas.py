"""The schemas follow the model, accept every valid entry, and refuse errors that a schema can see.

The validator is independent: check-jsonschema, with a YAML parser of its own.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from scripts.__main__ import main
from scripts.authoring.schemas import SCHEMAS, file_of, modeline, schema_of, written
from scripts.model import FOLDERS, MODELS, Key, Kind, Label, Record
from scripts.model.fields import fields_of, item_in, record_in
from scripts.model.record import EDTF_SIGNS, is_edtf
from scripts.reading.folder import EntryFile
from scripts.reading.parsed_entry import read_parsed_entry

from .test_bad_input import CASES, laid_out

CHECKOUT = Path(__file__).parent.parent
CONTENT = [CHECKOUT / "content", CHECKOUT / "tests" / "content"]
KINDS = list(FOLDERS)

# The problems of reading that can be seen in an entry's own fields and values.
SEEN = {
    *("missing-field", "missing-language", "unknown-field", "wrong-shape", "too-few"),
    *(
        "wrong-choice",
        "bad-date",
        "bad-duration",
        "bad-jyutping",
        "bad-ipa",
        "bad-url",
        "bad-fingerprint",
    ),
    *("bad-acceptance", "bad-paragraph", "bad-reference", "bad-passage", "bad-currency"),
    *("bad-number", "bad-flag", "bad-slug", "empty-value", "odd-indentation"),
}
# Problems of file names, which no schema knows, of YAML features that other parsers accept, or of a
# field that is needed only beside another; a text that is missing where none is to follow.
UNSEEN = {
    "slug-in-file-name",
    "same-id-but-for-capitals",
    "merge-key",
    "source-forgotten",
    "text-to-follow",
}
# Values that a schema refuses too, although reading reports them under another code.
OTHERWISE = {
    "byte-order-mark-within",
    "empty-file",
    "not-utf8-utf16",
    "only-comments",
    "too-deep",
    "too-large",
}


def judged(kind: Kind, files: list[Path]) -> tuple[set[str], set[str]]:
    """Of files for entries of a kind, those that are refused and those that are no YAML."""
    run = subprocess.run(
        [
            *(sys.executable, "-m", "check_jsonschema", "--output-format", "json"),
            *("--schemafile", str(file_of(kind, CHECKOUT / SCHEMAS)), *map(str, files)),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = json.loads(run.stdout)
    refused = {error["filename"] for error in found.get("errors", ())}
    unread = {error["filename"] for error in found.get("parse_errors", ())}
    assert (run.returncode == 0) == (not refused and not unread)
    return refused, unread


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_current(kind: Kind) -> None:
    text = file_of(kind, CHECKOUT / SCHEMAS).read_text(encoding="utf-8")
    assert text == written(kind), "The model has changed: run `make schemas`."


def test_the_command_writes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    assert main(["schemas"]) == 0
    files = {file.name: file.read_text(encoding="utf-8") for file in SCHEMAS.iterdir()}
    assert files == {f"{kind}.json": written(kind) for kind in KINDS}


def test_they_are_valid_schemas() -> None:
    files = [str(file_of(kind, CHECKOUT / SCHEMAS)) for kind in KINDS]
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_satisfies_its_schema(kind: Kind) -> None:
    files = [file for folder in CONTENT for file in (folder / FOLDERS[kind]).rglob("*.yml")]
    assert len(files) > 3
    assert judged(kind, files) == (set(), set())


def test_errors_that_a_schema_can_see_are_refused(tmp_path: Path) -> None:
    """A schema refuses exactly those cases of bad input that it can see."""
    files: dict[Kind, dict[str, str]] = {kind: {} for kind in KINDS}
    expected = set()
    for case_file in CASES:
        case = yaml.safe_load(case_file.read_text(encoding="utf-8"))
        folder = laid_out(case, tmp_path / case_file.stem)
        for kind, name in FOLDERS.items():
            changed = (folder / file for file in case["files"] if file.startswith(f"{name}/"))
            files[kind] |= {
                str(file): case_file.stem
                for file in changed
                if file.is_file() and not file.is_symlink() and file.suffix == ".yml"
            }
        if SEEN & set(re.findall(r"^\S+?:\d+:\d+: (\S+)", case["problems"], re.MULTILINE)):
            expected.add(case_file.stem)
    refused, unread = set(), set()
    for kind, cases in files.items():
        wrong, no_yaml = judged(kind, [Path(file) for file in cases])
        refused |= {cases[file] for file in wrong}
        unread |= {cases[file] for file in no_yaml}
    assert len(expected) > 30
    assert expected - refused - unread == UNSEEN
    assert refused - expected == OTHERWISE


LOOSE = """\
# yaml-language-server: $schema=../../schemas/claim.json
updated: 2031-05-07
title: {en: 2031, zh-Hant: '2031'}
statement:
  en: >-
    The fair drew a crowd.
  zh-Hant: |
    遊人眾多。
figures:
  - {value: 3000, as_of: 2031}
  - {value: "3000.5", as_of: "2031-05-07", period: P5Y}
  - {value: -1, to: 0.4, as_of: 2031-05-07}
asserted_by:
  name: 2031
  interest: {en: no, zh-Hant: 12:30}
passages: [2031#1]
"""


def test_values_are_taken_as_yaml_sees_them(tmp_path: Path) -> None:
    """Dates, numbers and ids with quotes or without, as the reader takes them too."""
    file = tmp_path / "claim.yml"
    file.write_text(LOOSE, encoding="utf-8")
    assert read_parsed_entry(EntryFile(str(file), file.name, Key("claim", "fair")))[1] == []
    assert judged("claim", [file]) == (set(), set())


# Where a schema, which sees the values that YAML makes of a file, differs from `check`: the
# replacement, and whether a schema accepts it. HACKING.md lists each.
DIFFERENCES = [
    ("as_of: 2031}", "as_of: 2031-13}", True),
    ("value: 3000,", "value: 0x1F,", True),
    ("value: 3000,", "value: 1e9,", True),
    ("name: 2031", "name: 1.5", True),
    ("{en: 2031, zh-Hant: '2031'}", "&title {en: 2031, zh-Hant: '2031'}", True),
    ("{en: no,", "{en: true,", False),
    ("{en: no,", "{en: null,", False),
    ("{en: no,", "{en: ~,", False),
    ("name: 2031", "name: ' fair '", False),
]


def test_differences_between_schema_and_check(tmp_path: Path) -> None:
    files = [tmp_path / f"case-{number}.yml" for number in range(len(DIFFERENCES))]
    for file, (old, new, is_taken) in zip(files, DIFFERENCES, strict=True):
        assert LOOSE.count(old) == 1
        file.write_text(LOOSE.replace(old, new), encoding="utf-8")
        _, diagnostics = read_parsed_entry(EntryFile(str(file), file.name, Key("claim", file.stem)))
        assert bool(diagnostics) == is_taken, new
    refused, unread = judged("claim", files)
    taken = {
        str(file) for file, (_, _, is_taken) in zip(files, DIFFERENCES, strict=True) if is_taken
    }
    assert refused == {str(file) for file in files} - taken
    assert unread == set()


@pytest.mark.parametrize(
    "value",
    [
        *("2031", "2031-05", "2031-05-07", "2031-05-07T23:20:30+08:00", "2031-05~", "2031?"),
        *("2031-05-07/..", "../2031", "2031-24", "Y-17E7", "Y170000002", "1950S2", "203X", "20XX"),
        *("[1667,1668,1670..1672]", "{1960,1961-12}", "2004-06-~11", "%2001-06", "-1985", "2031/"),
    ],
)
def test_every_date_is_made_of_the_signs_that_a_schema_allows(value: str) -> None:
    assert is_edtf(value)
    assert re.fullmatch(EDTF_SIGNS, value)


# ── What editors are shown ──────────────────────────────────────────────────────────────────


def leaves(record: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields that hold a value or a pair of texts, with the names of their records."""
    for name, info in fields_of(record).items():
        inner = record_in(info.annotation) or record_in(item_in(info.annotation))
        is_text = issubclass(record, Label) and name in fields_of(Label)
        if inner is record:  # sections within sections
            continue
        if inner and not (issubclass(inner, Label) and inner.__module__ == Label.__module__):
            yield from leaves(inner)
        elif not is_text and not (name == "id" and record in MODELS.values()):
            yield f"{record.__name__}.{name}", info


LEAVES = {name: info for model in MODELS.values() for name, info in leaves(model)}


def as_read(value: Any) -> Any:
    """A value in the form in which reading passes it to the model: lists, fields and texts."""
    match value:
        case list():
            return [as_read(item) for item in value]
        case dict():
            return {name: as_read(item) for name, item in value.items()}
        case bool():
            return str(value).lower()
        case _:
            return str(value)


@pytest.mark.parametrize("name", LEAVES)
def test_a_field_has_examples_that_hold(name: str) -> None:
    info = LEAVES[name]
    assert info.examples
    annotation: Any = info.annotation
    for part in info.metadata:
        annotation = Annotated[annotation, part]
    for example in info.examples:
        TypeAdapter(annotation).validate_python(as_read(example))


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_is_described_in_both_languages(kind: Kind) -> None:
    fields = list(properties(schema_of(kind)))
    assert len(fields) > 5
    for field in fields:
        english, chinese = field["description"].split("\n\n")
        assert re.search(r"[a-z]", english)
        assert re.search(r"[\u4e00-\u9fff]", chinese)


def properties(node: Any) -> Iterator[dict[str, Any]]:
    """The schemas of all fields in a schema."""
    if isinstance(node, dict):
        yield from node.get("properties", {}).values()
        for inner in node.values():
            yield from properties(inner)


# ── How an editor finds them ────────────────────────────────────────────────────────────────


def test_every_entry_names_its_schema_in_its_first_line() -> None:
    for kind, folder in FOLDERS.items():
        files = list((CHECKOUT / "content" / folder).rglob("*.yml"))
        assert files
        for file in files:
            first = file.read_text(encoding="utf-8").partition("\n")[0]
            assert first == modeline(kind, file, CHECKOUT / SCHEMAS), f"{file} begins otherwise"
            schema = file.parent / first.partition("$schema=")[2]
            assert schema.resolve() == file_of(kind, CHECKOUT / SCHEMAS)


def test_a_folder_below_leads_to_the_same_schema() -> None:
    entry = CHECKOUT / "content" / "articles" / "2031" / "fair.yml"
    line = modeline("article", entry, CHECKOUT / SCHEMAS)
    assert line == "# yaml-language-server: $schema=../../../schemas/article.json"


def test_the_settings_of_an_editor_name_the_same() -> None:
    settings = json.loads((CHECKOUT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {
        f"./{file_of(kind, SCHEMAS)}": f"content/{folder}/**/*.yml"
        for kind, folder in FOLDERS.items()
    }
