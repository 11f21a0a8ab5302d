"""The tables of characters and words: consistent, and complete against OpenCC's proposals."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from opencc import OpenCC

from scripts.checks import hygiene
from scripts.checks.support.punctuation_marks import RULES, is_surely_right
from scripts.languages import LANGUAGES, LanguageCode
from scripts.model import Key
from scripts.reading.folder import EntryFile
from scripts.reading.parsed_entry import read_parsed_entry
from scripts.text.variants import KEPT, STROKE, TABLES, decisions, not_of_hong_kong, rows

TOLD = {decision.found: decision for decision in decisions()}
KEPT_ROWS = dict(rows(KEPT))
# The blocks of Han characters that are in use: Unified Ideographs and Extension A.
HAN = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]


@cache
def proposals(text: str) -> frozenset[str]:
    """OpenCC's conversions of a text for Hong Kong, as Simplified and as Traditional Chinese."""
    return frozenset({converter.convert(text) for converter in converters()}) - {text}


@cache
def converters() -> tuple[OpenCC, OpenCC]:
    return OpenCC("s2hk"), OpenCC("t2hk")


def test_every_proposal_of_opencc_is_decided() -> None:
    """A new release may propose more: decide for each in simplified, variants or kept.tsv."""
    undecided = [c for c in HAN if proposals(c) and c not in TOLD and c not in KEPT_ROWS]
    assert undecided == []


def test_rejected_proposals_are_still_proposed() -> None:
    """Otherwise the row has no purpose any more."""
    against = {found: proposed for found, proposed in KEPT_ROWS.items() if proposed}
    assert [
        row for row in against.items() if proposals(row[0]).isdisjoint(row[1].split(STROKE))
    ] == []


def test_a_word_is_in_one_table_once() -> None:
    every = [found for table in (*TABLES, KEPT) for found, _ in rows(table)]
    assert sorted(every) == sorted(set(every))


def test_a_recommended_word_is_not_reported() -> None:
    recommended = {form for decision in decisions() for form in decision.expected}
    assert {form for form in recommended if not form or not_of_hong_kong(form)} == set()


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_found(table: str) -> None:
    """A row hidden by a longer one or by a kept word would never be reported."""
    hidden = [
        found
        for found, _ in rows(table)
        if [find.decision.found for find in not_of_hong_kong(found)] != [found]
    ]
    assert hidden == []


def test_simplified_rows_are_single_characters_in_order() -> None:
    found = [found for found, _ in rows("simplified")]
    assert all(len(character) == 1 and proposals(character) for character in found)
    assert found == sorted(found)


def punctuated() -> list[tuple[LanguageCode, str]]:
    file = Path(__file__).parent / "checks" / "punctuation.yml"
    cases = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [(language.code, case[language.code]) for case in cases for language in LANGUAGES]


@pytest.mark.parametrize(("language", "text"), punctuated())
def test_the_quick_test_misses_nothing_that_a_rule_reports(
    language: LanguageCode, text: str
) -> None:
    reported = [rule for rule in RULES[language] if rule.pattern.search(text)]
    assert not (reported and is_surely_right(text, language))


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("title: {zh-Hant: 渡輪\u3000開航}\nlabel: {en: A\u00a0b, zh-Hant: 甲}", ["unusual-space"]),
        ("title: {zh-Hant: 渡\ufe00輪}", ["invisible-character"]),
        ("titel: {en: b\u043eat}\nunknown: [<b>]", ["stray-code", "look-alike"]),
    ],
    ids=["a source's own title keeps its spaces", "but nothing unseen", "broken entries too"],
)
def test_hygiene_of_any_value(entry: str, codes: list[str], tmp_path: Path) -> None:
    file = tmp_path / "letter.yml"
    file.write_text(entry, encoding="utf-8")
    parsed, _ = read_parsed_entry(EntryFile(str(file), "letter.yml", Key("source", "letter")))
    assert parsed is not None
    assert sorted(diagnostic.message.code for diagnostic in hygiene.check(parsed)) == sorted(codes)
