"""The picture of what is claimed: its scales, and titles in lines that a phone has room for."""

from decimal import Decimal

import pytest

from scripts.pages.pictures import CELLS, LEFT, RIGHT, linear, lines_of, logarithmic


def decimals(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def test_each_power_of_ten_takes_the_same_room() -> None:
    scale, steps = logarithmic(decimals(200_000_000, 1_500_000_000, 5_000_000_000))
    assert steps == decimals(10**8, 10**9, 10**10)
    assert [scale(step) for step in steps] == [LEFT, 50, RIGHT]
    assert LEFT < scale(Decimal(200_000_000)) < 50 < scale(Decimal(1_500_000_000)) < RIGHT


@pytest.mark.parametrize("values", [(7,), (10,), (0.004, 3), (1, 10**17)])
def test_every_sum_lies_on_its_scale(values: tuple[float, ...]) -> None:
    scale, steps = logarithmic(decimals(*values))
    assert 2 <= len(steps) <= 5
    assert all(LEFT <= scale(value) <= RIGHT for value in decimals(*values))


@pytest.mark.parametrize(
    ("values", "ends"), [((40, 30), (0, 100)), ((380,), (0, 400)), ((-20, 60), (-100, 100))]
)
def test_percentages_begin_at_nothing_or_at_what_was_lost(
    values: tuple[float, ...], ends: tuple[int, int]
) -> None:
    scale, steps = linear(decimals(*values))
    assert [steps[0], steps[-1]] == decimals(*ends)
    assert all(LEFT <= scale(value) <= RIGHT for value in decimals(*values))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Art storage up 40%", ["Art storage up 40%"]),
        (
            "Heritage certification scheme to open to applicants from the mainland",
            ["Heritage certification scheme to open to", "applicants from the mainland"],
        ),
        ("香" * 23 + "港，好", ["香" * 23, "港，好"]),
    ],
)
def test_a_title_is_broken_between_words_and_not_before_a_closing_mark(
    text: str, lines: list[str]
) -> None:
    assert list(lines_of(text)) == lines
    assert CELLS == 48
