"""Example sentences are those that an editor would choose."""

from typing import Any

import pytest

from scripts.edition.concordance import Concordance
from scripts.edition.examples import Example, Excerpt, examples
from scripts.model import Article

from .test_text import cases, corpus_of


def article_of(passages: list[dict[str, str]]) -> Article:
    label = {"en": "x", "zh-Hant": "甲"}
    grounds = {"en": ["en/1"], "zh-Hant": ["en/1"]}
    written = [
        {"id": f"p{number}", "rests_on": grounds, "written_first": "en", **texts}
        for number, texts in enumerate(passages, 1)
    ]
    common = {"id": "a", "updated": "2031-05-01", "title": label, "summary": label, "source": "s"}
    return Article.model_validate(common | {"sections": [{"id": "all", "passages": written}]})


def marked(excerpt: Excerpt) -> str:
    return "".join(f"<{text}>" if is_word else text for text, is_word in excerpt.stretches)


def as_case(example: Example) -> list[Any]:
    return [int(example.passage.id[1:]), marked(example.en), marked(example.zh_hant)]


@pytest.mark.parametrize("case", cases("examples"), ids=lambda case: case["about"])
def test_examples(case: dict[str, Any]) -> None:
    concordance = Concordance(corpus_of(case["entries"]))
    found = examples(concordance, article_of(case["passages"]))
    assert {str(key): as_case(example) for key, example in found.items()} == case["found"]
    for example in found.values():
        for code in ("en", "zh-Hant"):
            excerpt = example.of(code)
            assert excerpt.has_word == ("<" in marked(excerpt))
            assert excerpt.text == marked(excerpt).replace("<", "").replace(">", "")
