"""How long texts are in either language, and from which difference on something must be missing."""

import pytest

from scripts.languages import LanguageCode
from scripts.text.lengths import LETTERS_PER_HAN, deviation, is_unusual, length

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
    assert deviation(ENGLISH * 2, CHINESE) > 0 > deviation(ENGLISH, CHINESE * 2)
    assert deviation("", "") == 0


def test_a_difference_grows_on_one_with_the_length() -> None:
    """That a half is missing says more of a long text than of a short one."""
    deviations = [deviation(ENGLISH * 2 * n, CHINESE * n) for n in (1, 2, 4)]
    assert deviations == sorted(deviations)
    assert deviations[2] == pytest.approx(2 * deviations[0])


@pytest.mark.parametrize("sentences", [1, 3, 10])
def test_the_same_in_both_languages_is_as_usual(sentences: int) -> None:
    assert not is_unusual(ENGLISH * sentences, CHINESE * sentences)


@pytest.mark.parametrize("sentences", [6, 12])
def test_half_of_a_passage_is_not(sentences: int) -> None:
    assert is_unusual(ENGLISH * sentences, CHINESE * (sentences // 2))
    assert is_unusual(ENGLISH * (sentences // 2), CHINESE * sentences)


def test_a_title_may_be_half_as_long() -> None:
    assert not is_unusual("How the ferry came to sail by night", "夜航緣起")
