"""Lengths of texts in either language, and the difference that shows that something is missing."""

import pytest

from scripts.languages import LanguageCode
from scripts.text.lengths import (
    FARTHEST,
    LETTERS_PER_HAN,
    Size,
    deviation,
    habit,
    is_unusual,
    length,
    size,
    total,
    usual_length,
)

ENGLISH = "The last ferry leaves the pier before midnight, as the timetable says. "
CHINESE = "尾班渡輪按時間表所示於午夜前離開碼頭。"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("", "en", 0),
        ("… — “”", "en", 0),
        ("Two boats, 12 crews.", "en", 15),
        ("兩艘船。", "zh-Hant", 3 * LETTERS_PER_HAN),
        ("PF公司有12艘船", "zh-Hant", 5 * LETTERS_PER_HAN + 4),
        ("ＰＦ", "zh-Hant", 2),
        ("𨋢", "zh-Hant", LETTERS_PER_HAN),
    ],
)
def test_length(text: str, language: LanguageCode, expected: float) -> None:
    assert length(text, language) == pytest.approx(expected)


def test_which_of_the_two_is_longer() -> None:
    assert deviation(size(ENGLISH * 2, CHINESE)) > 0 > deviation(size(ENGLISH, CHINESE * 2))
    assert deviation(size("", "")) == 0


def test_a_difference_grows_on_one_with_the_length() -> None:
    """A missing half is stronger evidence in a long text than in a short one."""
    deviations = [deviation(size(ENGLISH * 2 * n, CHINESE * n)) for n in (1, 2, 4)]
    assert deviations == sorted(set(deviations))


@pytest.mark.parametrize("sentences", [1, 3, 10])
def test_the_same_in_both_languages_is_as_usual(sentences: int) -> None:
    assert not is_unusual(size(ENGLISH * sentences, CHINESE * sentences))


@pytest.mark.parametrize("sentences", [6, 12])
def test_half_of_a_passage_is_not_usual(sentences: int) -> None:
    others = size(ENGLISH * 10, CHINESE * 10)
    assert is_unusual(size(ENGLISH * sentences, CHINESE * (sentences // 2)), others)
    assert is_unusual(size(ENGLISH * (sentences // 2), CHINESE * sentences), others)


TERSE = "末班船子夜前離岸。"  # as long as `ENGLISH` requires, and no longer


def test_a_habit_is_learnt_from_the_other_texts() -> None:
    """Where all Chinese is terse, terse Chinese is usual and long Chinese is not."""
    terse = total(size(ENGLISH, "尾班渡輪按時於午夜前離開碼頭。") for _ in range(40))
    assert 0 < habit(size(ENGLISH, TERSE)) < habit(terse) < FARTHEST
    passage = size(ENGLISH * 10, "尾班渡輪按時於午夜前離開碼頭。" * 10)
    assert abs(deviation(passage, terse)) < 1 < deviation(passage)
    half = size(ENGLISH * 3, "尾班渡輪按時於午夜前離開碼頭。" * 6)
    assert deviation(half, terse) < deviation(half) < 0


def test_missing_halves_everywhere_are_no_habit() -> None:
    others = total(size(ENGLISH, CHINESE[:9]) for _ in range(40))
    assert habit(others) == FARTHEST
    assert is_unusual(size(ENGLISH * 10, CHINESE * 5), others)


@pytest.mark.parametrize("difference", [-100, 0, 100])
def test_the_usual_length_is_not_reported(difference: float) -> None:
    others = Size(difference, 1000)
    english = usual_length(300, "en", others)
    assert deviation(Size(english - 300, (english + 300) / 2), others) == pytest.approx(0)
    assert usual_length(english, "zh-Hant", others) == pytest.approx(300)


def test_a_title_may_be_half_as_long() -> None:
    assert not is_unusual(size("How the ferry came to sail by night", "夜航緣起"))
