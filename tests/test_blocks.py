"""Blocks of passages: the cases of `text/blocks.yml`, and what is made of a passage’s units."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.analysis.sign_off import sign_off_digest
from scripts.edition.concordance import Concordance
from scripts.edition.examples import examples
from scripts.model import Article, Corpus, Key, Passage, Prose
from scripts.reading.content import Content
from scripts.search.entries import documents_of
from scripts.text.blocks import Block, blocks_of, leaves_of
from scripts.text.units import units_of_passage

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "text" / "blocks.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_blocks(case: dict[str, Any]) -> None:
    assert [as_case(block) for block in blocks_of(case["text"])] == case["blocks"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_every_character_of_a_leaf_has_its_place(case: dict[str, Any]) -> None:
    text = case["text"]
    for leaf in leaves_of(text):
        places = [leaf.offset_written(offset) for offset in range(len(leaf.text))]
        assert [text[place] for place in places] == [*leaf.text]
        assert places == sorted(places)


def as_case(block: Block) -> Any:
    shown = block.name if block.name not in ("left", "1") or block.kind == "footnote" else ""
    name = f"{block.kind} {shown}".strip()
    within = block.text if block.is_leaf else [as_case(one) for one in block.blocks]
    return within if name == "paragraph" else {name: within}


@pytest.mark.parametrize("sign", ["- ", "> ", "1. ", "|", "[^1]: a\n", "![](a)\n\n", "  - ", "* "])
def test_long_texts_take_no_longer(sign: str) -> None:
    """Quadratic time would take minutes."""
    blocks_of(sign * 3000)
    blocks_of(f"{sign}a\n" * 3000)


# ── Units ───────────────────────────────────────────────────────────────────────────────────


def passage(english: str, chinese: str) -> Prose:
    return Prose.model_validate({"en": english, "zh-Hant": chinese})


def units(english: str, chinese: str) -> list[tuple[str, str]]:
    found = units_of_passage(passage(english, chinese))
    return [(unit.written("en"), unit.written("zh-Hant")) for unit in found]


def test_the_units_of_a_passage_are_its_leaves() -> None:
    english = "A[^1]:\n\n- b\n- c\n\n> d\n\n| | e |\n|---|---|\n| f | |\n\n[^1]: g"
    chinese = "甲[^1]：\n\n- 乙\n- 丙\n\n> 丁\n\n| | 戊 |\n|---|---|\n| 己 | |\n\n[^1]: 庚"
    pairs = [("A[^1]:", "甲[^1]："), *zip("bcdefg", "乙丙丁戊己庚", strict=True)]
    assert units(english, chinese) == pairs


def test_a_plain_passage_is_one_unit_as_it_is_written() -> None:
    assert units("A\nb", "甲") == [("A\nb", "甲")]


def test_texts_with_different_blocks_have_no_units() -> None:
    assert units("A\n\nB", "甲") == units("- A", "甲") == units("- A", "- 甲\n- 乙") == []


def test_a_sign_off_minds_lists_and_words_but_no_paragraphs() -> None:
    def digest(english: str) -> str:
        given = {"id": "p1", "rests_on": {"en": ["en/1"], "zh-Hant": ["en/1"]}}
        texts = {"en": english, "zh-Hant": "甲", "written_first": "en"}
        return sign_off_digest(Passage.model_validate(given | texts))

    assert digest("A b") == digest("A\n\n**b**") == digest("A [b](none:)")
    assert len({digest("A b"), digest("- A b"), digest("- A\n- b"), digest("1. A b")}) == 4


@pytest.fixture(scope="module")
def pier(fixture_content: Content) -> Article:
    return fixture_content.corpus.articles["what-the-pier-needs"]


def test_an_example_is_of_one_unit(fixture_content: Content, pier: Article) -> None:
    found = examples(Concordance(fixture_content.corpus), pier)
    assert found[Key("term", "ferry")].en.text == "Of the ferry they say nothing."
    assert found[Key("term", "ferry")].zh_hant.text == "他們沒有提及渡輪。"
    assert found[Key("name", "night-boat")].zh_hant.text == "舊燈燃油，由夜航船運來。"


def test_the_concordance_finds_what_blocks_mention(fixture_content: Content, pier: Article) -> None:
    keys = Concordance(fixture_content.corpus).keys_of(pier)
    assert [str(key) for key in keys] == ["term:ferry", "name:night-boat", "name:puffin-ferries"]


def test_search_has_a_passage_for_each_unit(pier: Article) -> None:
    (document,) = documents_of(Corpus(articles={pier.id: pier}))
    assert ("p1", "of wood,", "木造，") in [
        (part.anchors.en, part.texts.en, part.texts.zh_hant) for part in document.passages
    ]
    assert [part.texts.en for part in document.passages if part.anchors.en == "p2"] == [
        "“Nobody is to wait in the dark.”", "So wrote Puffin Ferries, and gave",
        "Lamps", "Benches", "Heron Isle", "3", "1", "| the far pier |", "1,200", "–",
    ]  # fmt: skip
