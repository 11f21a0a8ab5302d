"""Alignment pairs paragraphs that say the same, and its confidences are probabilities."""

import math
import random
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest

from scripts.authoring import alignment
from scripts.authoring.alignment import Bead, Paragraph, align, links, paragraph
from scripts.authoring.alignment.beads import SHAPES, Shape
from scripts.authoring.alignment.evidence import Token
from scripts.authoring.alignment.lattice import Band, Column, Point, likeliest
from scripts.languages import LanguageCode
from scripts.model import Key
from scripts.text.forms import Form
from scripts.text.lexicon import Lexicon
from scripts.text.script import han_characters

PUFFIN = Key("name", "puffin-ferries")
LEXICON = Lexicon(
    (
        Form("Puffin Ferries", "en", PUFFIN, links=True),
        Form("海鸚渡輪", "zh-Hant", PUFFIN, links=True),
    )
)
ENGLISH = [
    "Puffin Ferries will add 4 boats before the winter, as the company said on Monday.",
    "Nobody has said what they will cost.",
    "The second pier is to be built by 2033.",
    "Until then 60 passengers can wait under a roof, where they hear the sea but do not see it.",
]
CHINESE = [
    "公司周一表示，海鸚渡輪將於冬季前添置4艘船。",
    "至於造價多少，至今無人交代。",
    "第二個碼頭將於2033年或以前建成。",
    "在此之前，可供60名乘客在簷下候船，聽得見海浪，卻看不見海。",
]


def aligned(english: list[str], chinese: list[str]) -> list[Bead]:
    return align(
        [paragraph(text, "en", LEXICON) for text in english],
        [paragraph(text, "zh-Hant", LEXICON) for text in chinese],
    )


def shown(beads: list[Bead]) -> list[tuple[list[int], list[int]]]:
    return [([*bead.english], [*bead.chinese]) for bead in beads]


def test_one_by_one() -> None:
    beads = aligned(ENGLISH, CHINESE)
    assert shown(beads) == [([n], [n]) for n in range(4)]
    assert all(bead.confidence > 0.8 for bead in beads)
    assert [*links(beads)] == [(n, n) for n in range(4)]


def test_two_merged_paragraphs() -> None:
    english = [ENGLISH[0], f"{ENGLISH[1]} {ENGLISH[2]}", ENGLISH[3]]
    assert shown(aligned(english, CHINESE)) == [([0], [0]), ([1], [1, 2]), ([2], [3])]
    chinese = [CHINESE[0], f"{CHINESE[1]}{CHINESE[2]}", CHINESE[3]]
    assert shown(aligned(ENGLISH, chinese)) == [([0], [0]), ([1, 2], [1]), ([3], [2])]


def test_a_paragraph_without_a_counterpart() -> None:
    assert shown(aligned(ENGLISH, CHINESE[1:])) == [
        ([0], []), ([1], [0]), ([2], [1]), ([3], [2]),
    ]  # fmt: skip
    assert shown(aligned(ENGLISH[:3], CHINESE)) == [
        ([0], [0]), ([1], [1]), ([2], [2]), ([], [3]),
    ]  # fmt: skip


def test_one_language_alone() -> None:
    assert shown(aligned(ENGLISH[:2], [])) == [([0], []), ([1], [])]
    assert shown(aligned([], CHINESE[:2])) == [([], [0]), ([], [1])]
    assert aligned([], []) == []
    assert [bead.confidence for bead in aligned(ENGLISH[:1], [])] == [1.0]


def test_tokens_decide_between_paragraphs_of_equal_length() -> None:
    """Of two paragraphs of equal length, the one with the figure is the counterpart."""

    def paragraph_with(*tokens: str) -> Paragraph:
        return Paragraph(200.0, frozenset(Token("figure", token) for token in tokens))

    english = [paragraph_with("1"), paragraph_with("2"), paragraph_with("3")]
    beads = align(english, [paragraph_with("1"), paragraph_with("3")])
    assert shown(beads) == [([0], [0]), ([1], []), ([2], [1])]
    unsure = align(
        [paragraph_with(), paragraph_with(), paragraph_with()], [paragraph_with(), paragraph_with()]
    )
    assert beads[0].confidence > max(bead.confidence for bead in unsure)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Half of 38 nights, or 50%?", "en", ["figure 0.5", "figure 38", "sign %", "sign ?"]),
        ("38晚的一半，即50%？", "zh-Hant", ["figure 0.5", "figure 38", "sign %", "sign ?"]),
        ("Puffin Ferries pays:", "en", ["entry name:puffin-ferries", "sign :", "thing pay"]),
        ("海鸚渡輪付款：", "zh-Hant", ["entry name:puffin-ferries", "sign :", "thing pay"]),
        ("見https://pier.example/a，", "zh-Hant", ["latin https://pier.example/a"]),
        ("乘客用LanternNet。", "zh-Hant", ["latin lanternnet"]),
    ],
)
def test_tokens(text: str, language: LanguageCode, expected: list[str]) -> None:
    tokens = paragraph(text, language, LEXICON).tokens
    shared = (t for t in tokens if language != "en" or t.kind != "latin")
    assert sorted(f"{token.kind} {token.text}" for token in shared) == expected


# ── The lattice ──────────────────────────────────────────────────────────────────────────────


def rows(at: Point, last: Point) -> Iterator[list[tuple[Point, Shape]]]:
    """Every row of beads from a point to the end, one by one."""
    if at == last:
        yield []
    for shape in SHAPES:
        after = Point(at.english + shape.english, at.chinese + shape.chinese)
        if after.english <= last.english and after.chinese <= last.chinese:
            yield from ([(at, shape), *rest] for rest in rows(after, last))


@pytest.mark.parametrize("temperature", [1.0, 2.5])
@pytest.mark.parametrize("last", [Point(1, 1), Point(3, 2), Point(4, 4)])
def test_the_lattice_agrees_with_the_sum_over_all_rows(last: Point, temperature: float) -> None:
    chance = random.Random(7)
    scores = {
        (Point(row, column), shape): chance.gauss(0, 3)
        for row in range(last.english + 1)
        for column in range(last.chinese + 1)
        for shape in SHAPES
    }
    every = [(sum(scores[bead] for bead in row), row) for row in rows(Point(0, 0), last)]
    weights = [math.exp(score / temperature) for score, _ in every]
    _, best = max(every, key=lambda one: one[0])
    full = Band(tuple(range(last.chinese + 1) for _ in range(last.english + 1)))

    def score(english: int, starts: range, shape: Shape) -> Column:
        return np.array([scores[Point(english, chinese), shape] for chinese in starts])

    found = likeliest(score, full, temperature)
    assert [(Point(b.english.start, b.chinese.start), b.shape) for b in found] == best
    for bead, step in zip(found, best, strict=True):
        having = sum(w for w, (_, row) in zip(weights, every, strict=True) if step in row)
        assert bead.confidence == pytest.approx(having / sum(weights))


def test_shapes_are_probabilities() -> None:
    assert sum(SHAPES.values()) == pytest.approx(1.0)
    for shape, share in SHAPES.items():
        assert SHAPES[Shape(shape.chinese, shape.english)] == share


@pytest.mark.parametrize("sizes", [(1, 40), (40, 1), (90, 200), (200, 90), (150, 150)])
def test_every_paragraph_is_in_one_bead(sizes: tuple[int, int]) -> None:
    """Also for texts so different in length that the band hardly has a path."""
    chance = random.Random(3)
    texts = [[Paragraph(chance.expovariate(1 / 300), frozenset()) for _ in range(n)] for n in sizes]
    beads = align(*texts)
    assert [n for bead in beads for n in bead.english] == [*range(sizes[0])]
    assert [n for bead in beads for n in bead.chinese] == [*range(sizes[1])]
    assert all(0 <= bead.confidence <= 1 for bead in beads)


def test_a_long_text_that_lacks_its_beginning() -> None:
    """The beads are far from the diagonal: the band is widened until they are found."""
    chance = random.Random(5)
    whole = [
        Paragraph(chance.uniform(100, 600), frozenset({Token("figure", str(n))}))
        for n in range(160)
    ]
    beads = align(whole, whole[80:])
    assert [*links(beads)] == [(n + 80, n) for n in range(80)]


# ── The table of words ───────────────────────────────────────────────────────────────────────


def test_a_word_has_one_meaning() -> None:
    table = files(alignment).joinpath("words.tsv").read_text(encoding="utf-8").splitlines()
    things = [line.split("\t") for line in table if not line.startswith("#")]
    english = [word for one, _ in things for word in one.split(", ")]
    chinese = [word for _, other in things for word in other.split(" ")]
    assert len(english) == len(set(english))
    assert len(chinese) == len(set(chinese))
    assert all(len(word) > 1 and len(han_characters(word)) == len(word) for word in chinese)
    assert all(one[0].lower() <= other[0].lower() for one, other in pairwise(things))
