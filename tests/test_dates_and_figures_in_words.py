"""Dates and figures in words: every value that the model allows can be formatted."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.languages import LANGUAGES
from scripts.model import Figure
from scripts.model.record import is_edtf
from scripts.pages.dates_in_words import edtf_in_words
from scripts.pages.figures_in_words import amount_in_words, circumstances

TESTS = Path(__file__).parent


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        ("2024", "2024", "2024年"),
        ("2024-03", "March 2024", "2024年3月"),
        ("2024-03-05", "5 March 2024", "2024年3月5日"),
        ("2024-03~", "about March 2024", "約2024年3月"),
        ("2024?", "2024 (uncertain)", "2024年（未能確定）"),
        ("2025-04-22/..", "22 April 2025 or later", "2025年4月22日或以後"),
        ("../2024", "2024 or earlier", "2024年或以前"),
        ("2024/2026-03", "2024 to March 2026", "2024年至2026年3月"),
        ("2024-01/2024-03", "January to March 2024", "2024年1月至3月"),
        ("2024-22", "summer 2024", "2024年夏季"),
        ("2024-34", "the second quarter of 2024", "2024年第二季"),
        *((value, value, value) for value in ("2024-25", "2024-41", "202X", "{1960,1961}")),
    ],
)
def test_a_date(value: str, english: str, chinese: str) -> None:
    assert is_edtf(value)
    assert edtf_in_words(value, "en") == english
    assert edtf_in_words(value, "zh-Hant") == chinese


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        ("750", "750", "750"),
        ("12345", "12,345", "12,345"),
        ("50000", "50,000", "5萬"),
        ("5000000000", "5 billion", "50億"),
        ("-2500000", "-2.5 million", "-250萬"),
        ("0.40", "0.4", "0.4"),
        ("999999999999999999.999999999", *["999,999,999,999,999,999.999999999"] * 2),
    ],
)
def test_a_number(number: str, english: str, chinese: str) -> None:
    figure = Figure.model_validate({"value": number})
    assert figure.value == Decimal(number)
    assert amount_in_words(figure, "en") == english
    assert amount_in_words(figure, "zh-Hant") == chinese


CIRCUMSTANCES = yaml.safe_load((TESTS / "text" / "circumstances.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CIRCUMSTANCES, ids=lambda case: case["en"])
def test_a_figure_and_its_circumstances(case: dict[str, Any]) -> None:
    figure = Figure.model_validate(case["figure"])
    for language in LANGUAGES:
        found = (amount_in_words(figure, language.code), circumstances(figure, language.code))
        assert " | ".join(filter(None, found)) == case[language.code]


def test_a_number_longer_than_arithmetic_keeps_is_refused() -> None:
    with pytest.raises(ValueError, match="bad-number"):
        Figure.model_validate({"value": "1" + "0" * 18})
