"""The invented corpus of `tests/content` is valid, so that cases have only their own problems."""

import pytest

from scripts.check import check_content
from scripts.model import FOLDERS, Kind
from scripts.reading.content import Content


def test_no_problems(fixture_content: Content) -> None:
    assert check_content(fixture_content) == []


@pytest.mark.parametrize(
    ("kind", "number"), [("source", 2), ("article", 7), ("name", 5), ("claim", 5), ("term", 5)]
)
def test_every_file_is_an_entry(fixture_content: Content, kind: Kind, number: int) -> None:
    assert len(fixture_content.corpus.of(kind)) == number
    assert {key.id for key in fixture_content.parsed_entries if key.kind == kind} == set(
        fixture_content.corpus.of(kind)
    ), FOLDERS[kind]


def test_signs_of_other_notations_are_read_as_they_are(fixture_content: Content) -> None:
    article = fixture_content.corpus.articles["letter-with-signs"]
    assert article.title.en == '</title><script>alert("title")</script> & {{ 7 * 7 }}'
    assert article.title.zh_hant == '</title><script>alert("標題")</script>與 {% raw %} 之間'
    assert "{{ 7 * 7 }} times: {# why #}" in article.passages()[0].en


def test_a_passage_without_an_original_is_a_translation(fixture_content: Content) -> None:
    passages = fixture_content.corpus.articles["a-year-of-night-boats"].passages()
    assert [p.id for p in passages if p.is_translation("zh-Hant")] == ["p3"]
    assert not any(p.is_translation("en") for p in passages)


def test_folded_chinese_has_no_space_where_the_line_was_broken(fixture_content: Content) -> None:
    passage = fixture_content.corpus.articles["a-year-of-night-boats"].passages()[0]
    assert passage.zh_hant == (
        "海鸚渡輪表示，夜航船首年載客[介乎11,000至12,500人次](claim:night-boat-passengers)，"
        "不過天亮前的渡輪*經常*脫班。"
    )
