"""Figures: those that both grammars find in texts, and whether the languages agree."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.fuzzed_figures import failures
from scripts.figures import Quantity, agrees, disagreements, lasts, quantities_in, stating
from scripts.languages import LanguageCode

FOLDER = Path(__file__).parent / "text" / "figures"


def cases(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def in_short(quantity: Quantity) -> str:
    """A figure in the notation of the case files."""
    written = f"{quantity.value.normalize():f}"
    if quantity.to is not None:
        written += f" to {quantity.to.normalize():f}"
    more = [quantity.currency, quantity.unit, quantity.change and f"({quantity.change})"]
    more.append(quantity.direction)
    if quantity.qualifier != "exactly":
        more.append(quantity.qualifier + ("?" if quantity.approximate else ""))
    if quantity.optional:
        more.append("soft")
    if quantity.alternative:
        more.append(f"or {quantity.alternative}")
    return " ".join([f"{quantity.text} = {quantity.kind} {written}", *filter(None, more)])


@pytest.mark.parametrize(("text", "found"), cases("english").items())
def test_english(text: str, found: list[str]) -> None:
    assert [in_short(quantity) for quantity in quantities_in(text, "en")] == found


@pytest.mark.parametrize(("text", "found"), cases("chinese").items())
def test_chinese(text: str, found: list[str]) -> None:
    assert [in_short(quantity) for quantity in quantities_in(text, "zh-Hant")] == found


def differences_between(english: str, chinese: str) -> list[str]:
    """The differences between two texts, in short."""
    found = disagreements(quantities_in(english, "en"), quantities_in(chinese, "zh-Hant"))
    return [
        " ".join([one.difference, *(q.text for q in (one.english, one.chinese) if q is not None)])
        for one in found
    ]


PAIRS = [
    cases(name) for name in ("agreement", "numerals", "measures", "changes", "calendar", "names")
]


@pytest.mark.parametrize(("english", "chinese"), [pair for file in PAIRS for pair in file["agree"]])
def test_texts_that_agree(english: str, chinese: str) -> None:
    assert differences_between(english, chinese) == []


@pytest.mark.parametrize(
    ("english", "chinese", "differences"), [pair for file in PAIRS for pair in file["differ"]]
)
def test_texts_that_differ(english: str, chinese: str, differences: list[str]) -> None:
    assert differences_between(english, chinese) == differences


@pytest.mark.parametrize(
    ("english", "chinese", "same"),
    [
        ("half", "五成", True),
        ("1.5 billion", "15億", True),
        ("a decade", "十年", True),
        ("a dozen", "12", True),
        ("20–30", "二三十", True),
        ("22 April 2025", "2025年4月22日", True),
        ("22 April", "2025年4月22日", False),
        ("20–30", "20", False),
        ("40%", "四折", True),
        ("40%", "40", False),
        ("5 months", "5年", False),
    ],
)
def test_one_figure(english: str, chinese: str, same: bool) -> None:  # noqa: FBT001
    [left], [right] = quantities_in(english, "en"), quantities_in(chinese, "zh-Hant")
    assert agrees(left, right) is same
    assert agrees(right, left) is same


LANGUAGE: dict[bool, LanguageCode] = {True: "en", False: "zh-Hant"}


@pytest.mark.parametrize(
    ("text", "value", "to", "currency", "is_stated"),
    [
        ("at least HK$5 billion over five years", "5000000000", None, "HKD", True),
        ("5年50億元", "5000000000", None, "HKD", True),
        ("at least HK$5 billion", "5000000000", None, "USD", False),
        ("at least HK$5 billion", "500000000", None, "HKD", False),
        ("between 11,000 and 12,500 passengers", "11000", "12500", None, True),
        ("載客11,000至12,500人次", "11000", "12500", None, True),
        ("載客11,000至12,500人次", "11000", None, None, False),
        ("四成乘客", "0.4", None, None, True),
        ("四成乘客", "40", None, None, True),
        ("fell by 2.5%", "-2.5", None, None, True),
    ],
)
def test_a_recorded_figure(
    text: str,
    value: str,
    to: str | None,
    currency: str | None,
    is_stated: bool,  # noqa: FBT001
) -> None:
    quantities = quantities_in(text, LANGUAGE[text.isascii()])
    found = stating(quantities, Decimal(value), Decimal(to) if to else None, currency)
    assert bool(found) is is_stated


@pytest.mark.parametrize(
    ("text", "value", "to", "is_stated"),
    [
        ("60% of passengers", "60", None, True),
        ("60% of passengers", "0.6", None, False),
        ("0.6% of passengers", "0.6", None, True),
        ("六成乘客", "0.6", None, False),
        ("half of the boats", "50", None, True),
        ("half of the boats", "0.5", None, False),
        ("20% to 30% of passengers", "20", "30", True),
        ("20% to 30% of passengers", "0.2", "0.3", False),
        ("20% to 30% of passengers", "20", "0.3", False),
    ],
)
def test_a_recorded_percentage(
    text: str,
    value: str,
    to: str | None,
    is_stated: bool,  # noqa: FBT001
) -> None:
    quantities = quantities_in(text, LANGUAGE[text.isascii()])
    found = stating(quantities, Decimal(value), Decimal(to) if to else None, None, percent=True)
    assert bool(found) is is_stated


@pytest.mark.parametrize(
    ("text", "period", "is_said"),
    [
        ("over five years", "P5Y", True),
        ("未來5年", "P5Y", True),
        ("一年半", "P1Y6M", True),
        ("18 months", "P1Y6M", True),
        ("over a decade", "P10Y", True),
        ("兩星期", "P14D", True),
        ("五個月", "P5Y", False),
    ],
)
def test_a_recorded_period(text: str, period: str, is_said: bool) -> None:  # noqa: FBT001
    quantities = quantities_in(text, LANGUAGE[text.isascii()])
    assert lasts(quantities, period) is is_said


def test_every_figure_is_quoted_from_its_place() -> None:
    for language, name in ((LANGUAGE[True], "english"), (LANGUAGE[False], "chinese")):
        for text in cases(name):
            for quantity in quantities_in(text, language):
                assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    "text", ["", " ", "İstanbul has 5 piers", "千" * 300, "1" * 300, "a " * 300]
)
def test_odd_texts(text: str) -> None:
    for language in LANGUAGE.values():
        for quantity in quantities_in(text, language):
            assert text[quantity.start : quantity.end] == quantity.text


def test_no_text_raises() -> None:
    assert list(failures(1500, seed=7)) == []
