"""What an article's texts are based on, as its page says it."""

import pytest

from scripts.model import Article, Passage
from scripts.pages.provenance import minutes, ranges, shared_note
from scripts.reading.content import Content

RANGES = [
    (["en/1"], "1"),
    (["en/1", "en/2", "en/3"], "1–3"),
    (["en/title", "en/1", "en/2", "en/5"], "headline, 1–2, 5"),
    (["en/9", "en/10", "en/8"], "9–10, 8"),
    (["en/2.1", "en/2", "zh-Hant/3"], "2.1, 2–3"),
]


@pytest.mark.parametrize(("references", "expected"), RANGES)
def test_consecutive_paragraphs_are_a_range(references: list[str], expected: str) -> None:
    assert ranges(references, "headline") == expected


def article_with(content: Content, *languages: str) -> Article:
    """An article of one passage for each string of the languages that both its texts rest on."""
    article = next(iter(content.corpus.articles.values()))
    section = article.sections[0]
    passages = []
    for codes in languages:
        refs = tuple(f"{code}/1" for code in codes.split())
        rests_on = section.passages[0].rests_on.model_copy(update={"en": refs, "zh_hant": refs})
        passages.append(section.passages[0].model_copy(update={"rests_on": rests_on}))
    kept: tuple[Passage, ...] = tuple(passages)
    sections = (section.model_copy(update={"passages": kept}),)
    return article.model_copy(update={"sections": sections})


NOTES = [
    (("en", "en"), ("en",), "alone.zh-Hant"),
    (("en", "en"), ("en", "zh-Hant"), "zh-Hant"),
    (("zh-Hant",), ("zh-Hant",), "alone.en"),
    (("en", "zh-Hant"), ("en", "zh-Hant"), ""),
    (("en zh-Hant",), ("en", "zh-Hant"), ""),
]


@pytest.mark.parametrize(("languages", "published", "expected"), NOTES)
def test_a_note_is_shared_if_it_goes_for_every_passage(
    fixture_content: Content, languages: tuple[str, ...], published: list[str], expected: str
) -> None:
    article = article_with(fixture_content, *languages)
    source = next(iter(fixture_content.corpus.sources.values()))
    source = source.model_copy(update={"languages": published})
    assert shared_note(article, source) == expected


def test_reading_takes_at_least_a_minute(fixture_content: Content) -> None:
    for article in fixture_content.corpus.articles.values():
        assert minutes(article, "en") == minutes(article, "zh-Hant") == 1
