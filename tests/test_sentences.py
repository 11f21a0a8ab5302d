"""Texts are split into sentences where editors would split them, and nothing is lost."""

from pathlib import Path

import pytest
import yaml

from scripts.edition.sentences import sentences
from scripts.languages import LanguageCode

CASES = yaml.safe_load(
    (Path(__file__).parent / "text" / "sentences.yml").read_text(encoding="utf-8")
)
GAPS: dict[LanguageCode, str] = {"en": " ", "zh-Hant": ""}


def cut(text: str, language: LanguageCode) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "case"),
    [(language, case) for language in GAPS for case in CASES if language in case],
    ids=lambda value: value if isinstance(value, str) else value["about"],
)
def test_sentence_boundaries(language: LanguageCode, case: dict[str, list[str]]) -> None:
    expected = case[language]
    assert cut(GAPS[language].join(expected), language) == expected


@pytest.mark.parametrize("language", GAPS)
def test_white_space_between_sentences_belongs_to_none(language: LanguageCode) -> None:
    stop = "." if language == "en" else "。"
    assert cut(f" A boat{stop}\n\nB{stop}  ", language) == [f"A boat{stop}", f"B{stop}"]
    assert cut(" \n", language) == []


@pytest.mark.parametrize("language", GAPS)
@pytest.mark.parametrize(
    "run", [".", "。", "?!", "」", "(", "“A. ", "「甲。", ". A", "“(A. ", "(」甲。"]
)
def test_hostile_runs_are_cut_in_time(language: LanguageCode, run: str) -> None:
    text = run * 20_000
    pieces = cut(text, language)
    assert "".join("".join(pieces).split()) == "".join(text.split())
