"""Each case of `bilingual_document/` is parsed into exactly the parts that it lists.

A part is its role, language, first line and text.
"""

from pathlib import Path

import pytest
import yaml

from scripts.authoring.importing.bilingual_document import MixedLanguages, parts_of
from scripts.model import fingerprint
from scripts.reading.source_paragraphs import SourceDocument, texts_by_fingerprint

CASES = sorted((Path(__file__).parent / "bilingual_document").glob("*.yml"))


def case_of(file: Path) -> tuple[str, list[str]]:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert case.keys() == {"about", "text", "parts"}
    return case["text"], case["parts"]


@pytest.mark.parametrize("file", CASES, ids=lambda path: path.stem)
def test_parts(file: Path) -> None:
    text, expected = case_of(file)
    found = [f"{p.role} {p.language} {p.line} {p.text}" for p in parts_of(text).parts]
    assert found == expected


@pytest.mark.parametrize("file", CASES, ids=lambda path: path.stem)
def test_paragraphs_are_found_again_by_their_fingerprints(file: Path) -> None:
    text, _ = case_of(file)
    kept = [p.text for p in parts_of(text).parts if p.role in ("title", "paragraph")]
    marks = {fingerprint(paragraph): paragraph for paragraph in kept}
    assert texts_by_fingerprint([SourceDocument("it", text)], marks) == marks


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("渡輪正午開出。\nThe ferry leaves the old pier at noon today. 渡輪今日正午開出。", 2),
        ("渡輪今日正午開出。 The ferry leaves the old pier at noon today.", 1),
    ],
)
def test_two_languages_in_a_line(text: str, line: int) -> None:
    with pytest.raises(MixedLanguages) as raised:
        parts_of(text)
    assert raised.value.line == line


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Posted: 2031/5/6\nThe ferry leaves.", "2031-05-06"),
        ("《碼頭報》社評2031年5月6日：夜航\n渡輪開出。", "2031-05-06"),
        ("6 May 2031\nThe ferry leaves.", "2031-05-06"),
        ("Tuesday, May 6, 2031\nThe ferry leaves.\n2031年5月6日\n渡輪開出。", "2031-05-06"),
        ("6 May 2031\nThe ferry leaves.\n2031年5月7日\n渡輪開出。", None),
        ("6 Maybe 2031\nThe ferry leaves.", None),
        ("2031-05-06 The ferry leaves.\n2031-05-07 渡輪開出。", None),
        ("The ferry left on 2031-05-06.", None),
    ],
)
def test_the_date_of_a_document(text: str, day: str | None) -> None:
    assert parts_of(text).day == day


@pytest.mark.parametrize(
    "unit", ["a", "a ", "a. ", "- ", "船", "。", "/生字", "a\n", "船\n", "- a\n", "a 船\n"]
)
def test_hostile_lines_are_parsed_fast(unit: str) -> None:
    assert parts_of(unit * 10_000).parts
