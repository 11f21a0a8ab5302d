"""Places in a file: the line and column of a character of a text, in any style of YAML."""

from pathlib import Path

import pytest

from scripts.diagnostics.diagnostic import Place
from scripts.reading.yaml_parser import read_yaml
from scripts.reading.yaml_tree import YamlTree


def document(text: str | bytes, tmp_path: Path) -> YamlTree:
    file = tmp_path / "entry.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    found, diagnostics = read_yaml(file, "entry.yml")
    assert diagnostics == []
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: words then (X)\n", id="plain"),
        pytest.param("a:   \n  words\n  then\n\n  (X)\n", id="plain over several lines"),
        pytest.param("a: 'it''s ''then'' (X)'\n", id="single quotes"),
        pytest.param('a: "she \\"said\\": then (X)"\n', id="double quotes"),
        pytest.param('a: "one\\n two \\\n  three (X)"\n', id="double quotes over several lines"),
        pytest.param("a: >-\n  words\n  then\n\n  then (X)\n  more\n", id="folded"),
        pytest.param("a: |2+\n    words\n\n    (X)\n\n", id="literal"),
        pytest.param("a: 夜航船𨋢，(X)\n", id="Chinese"),
        pytest.param("a: >-\n  夜航船，\n  開出(X)\n", id="folded Chinese"),
        pytest.param("a: |\n  夜航船，\n  開出(X)\n", id="literal Chinese"),
        pytest.param("a: {b: [c, 'd (X)']}\n", id="in brackets"),
        pytest.param("a: (X)", id="at the end of a file without a last line break"),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_the_place_of_a_character(text: str, line_break: str, mark: bytes, tmp_path: Path) -> None:
    found = document(mark + text.replace("\n", line_break).encode(), tmp_path)
    location, value = next((where, words) for where, words in found.texts() if "X" in words)
    lines = text.split("\n")
    line = max(number for number, words in enumerate(lines) if "(X)" in words)
    expected = Place("entry.yml", line + 1, lines[line].index("(X)") + 2)
    assert found.place_within(location, value.index("X")) == expected


def test_an_escaped_character_has_the_place_of_its_escape(tmp_path: Path) -> None:
    found = document('a:\n  b: "\\u6e21 x"\n', tmp_path)
    assert found.place_within(("a", "b"), 0) == Place("entry.yml", 2, 6)


def test_a_missing_location_has_the_place_of_its_nearest_parent(tmp_path: Path) -> None:
    found = document("a:\n  b: [c, d]\n", tmp_path)
    assert found.place(("a", "b", 7)) == Place("entry.yml", 2, 6)
    assert found.place(("a", "z", "y")) == Place("entry.yml", 2, 3)
    assert found.place_of_key(("a", "b")) == Place("entry.yml", 2, 3)
    assert found.place_of_key(("a", "b", 1)) == Place("entry.yml", 2, 10)
    assert found.place_within(("a",), 3) == Place("entry.yml", 2, 3)


def test_texts_under_names_of_fields_are_found_through_lists(tmp_path: Path) -> None:
    found = document("a:\n  - b: [x, ' y ']\n  - {b: z, c: no}\n  - b: {b: no}\n", tmp_path)
    assert list(found.at("a", "b")) == [
        (("a", 0, "b", 0), "x"),
        (("a", 0, "b", 1), "y"),
        (("a", 1, "b"), "z"),
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("012", "012"),
        ("12:30:45", "12:30:45"),
        ("2031-05-01", "2031-05-01"),
        ("1e9", "1e9"),
        ("~", "~"),
        ("0x1F", "0x1F"),
        (">-\n  夜航船，\n  開出", "夜航船，開出"),
        (">-\n  夜航船\n  *開出*", "夜航船*開出*"),
        (">-\n  見[夜航船](name:x)\n  [開出](claim:x)。", "見[夜航船](name:x)[開出](claim:x)。"),
        (">-\n  夜航……\n  開出", "夜航……開出"),
        (">-\n  夜航 PF\n  開出", "夜航 PF 開出"),
        (">-\n  the boat\n  [left](claim:x)", "the boat [left](claim:x)"),
        ("|-\n  夜航船，\n  開出", "夜航船，開出"),
        ("|-\n  夜航 開出，\n  the boat\n  left", "夜航 開出，\nthe boat\nleft"),
        ("夜航 開出", "夜航 開出"),
    ],
)
def test_a_value_is_the_text_that_was_written(written: str, value: str, tmp_path: Path) -> None:
    assert list(document(f"a: {written}\n", tmp_path).at("a")) == [(("a",), value)]
