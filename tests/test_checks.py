"""Checks of one entry: each case of `checks/` has exactly the problems that it lists.

A case is a text in both languages and its problems. The text is a passage, or the value of `field`;
`accepted` is the passage's. A problem is written as `CODE LANGUAGE:OFFSET MESSAGE`, with the text
and the character in it, counted from 0, or as `CODE LINE:COLUMN MESSAGE` if it is in neither text.
Terms and names are those of `content/`.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.checks import OF_ENTRY, OF_WORDING
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.languages import LANGUAGES
from scripts.model import Key
from scripts.reading.content import read_content
from scripts.reading.folder import EntryFile, open_folder
from scripts.reading.parsed_entry import ParsedEntry, read_parsed_entry
from scripts.text.forms import forms_in
from scripts.text.lexicon import Lexicon

TESTS = Path(__file__).parent
ARTICLE = """\
updated: 2031-05-01
title:
  en: %s
  zh-Hant: %s
summary:
  en: "What a letter says."
  zh-Hant: "來信內容。"
source: letter
sections:
  - id: all
    passages:
      - id: p1
        rests_on:
          en: [en/1]
          zh-Hant: [en/1]
        written_first: en
        en: %s
        zh-Hant: %s
"""
QUOTE = '"'


def cases() -> Iterator[Any]:
    for file in sorted((TESTS / "checks").glob("*.yml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield pytest.param(file.stem, case, id=f"{file.stem}: {case['about']}")


@pytest.mark.parametrize(("check", "case"), list(cases()))
def test_problems(check: str, case: dict[str, Any], tmp_path: Path) -> None:
    assert case.keys() <= {"about", "field", "accepted", "en", "zh-Hant", "problems"}
    parsed = entry_of_case(case, tmp_path)
    texts = parsed.document.text.split("\n")
    reported = [as_written(diagnostic, texts) for diagnostic in found(check, parsed)]
    assert sorted(reported) == sorted(case["problems"])


def entry_of_case(case: dict[str, Any], folder: Path) -> ParsedEntry:
    """An article with the texts of a case in it."""
    texts = {"title": ("A letter", "來信"), "passage": ("A passage.", "段落。")}
    texts[case.get("field", "passage")] = (case["en"], case["zh-Hant"])
    written = [json.dumps(text, ensure_ascii=False) for pair in texts.values() for text in pair]
    text = ARTICLE % tuple(written)
    if accepted := case.get("accepted"):
        text = text.replace("first: en\n", f"first: en\n        accepted: {accepted}\n")
    file = folder / "letter.yml"
    file.write_text(text, encoding="utf-8")
    parsed, diagnostics = read_parsed_entry(
        EntryFile(str(file), "letter.yml", Key("article", "letter"))
    )
    assert diagnostics == []
    assert parsed is not None
    return parsed


def found(check: str, parsed: ParsedEntry) -> list[Diagnostic]:
    """The diagnostics of one check."""
    if of_entry := OF_ENTRY.get(check):
        return list(of_entry(parsed))
    return list(OF_WORDING[check](parsed, lexicon()))


@cache
def lexicon() -> Lexicon:
    """The forms of the invented corpus."""
    return Lexicon(tuple(forms_in(read_content(open_folder(TESTS / "content")).corpus)))


def as_written(diagnostic: Diagnostic, lines: list[str]) -> str:
    line = lines[diagnostic.place.line - 1]
    language = line.partition(":")[0].strip()
    at = f"{diagnostic.place.line}:{diagnostic.place.column}"
    if language in {known.code for known in LANGUAGES}:
        at = f"{language}:{diagnostic.place.column - line.index(QUOTE) - 2}"
    return f"{diagnostic.message.code} {at} {diagnostic.text}"
