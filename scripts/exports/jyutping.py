"""`articles/…/jyutping.json`: how the Chinese of an article is read aloud, for pages to fetch.

One file beside the English page serves both. `machine` names what read the running text; for
each passage, `syllables` has one for each Han character in reading order, or null, and `authored`
the stretches that editors wrote, each from a character up to another.
"""

import json
from collections.abc import Iterator

from ..edition.addresses import pronunciation_of
from ..edition.build_context import Edition
from ..languages import CHINESE
from ..model import Article
from ..text.markup import parse
from ..text.transcriber import Pronounce, machine
from .passage_jyutping import Spoken, pronounced, spoken_forms


def files(edition: Edition, pronounce: Pronounce) -> Iterator[tuple[str, str]]:
    """The path and text of each article's file."""
    spoken = spoken_forms(edition.corpus)
    for article in edition.corpus.articles.values():
        yield pronunciation_of(article.id), _text(edition, article, pronounce, spoken)


def _text(edition: Edition, article: Article, pronounce: Pronounce, spoken: Spoken) -> str:
    index = edition.concordance.indexes[CHINESE.code]
    texts = [parse(passage.zh_hant) for passage in article.passages()]
    said = pronounce([text.plain for text in texts])
    passages = {}
    for passage, text, syllables in zip(article.passages(), texts, said, strict=True):
        pronunciation = pronounced(text, syllables, index, spoken)
        passages[passage.id] = {
            "syllables": pronunciation.syllables,
            "authored": pronunciation.authored,
        }
    whole = {"machine": machine(), "passages": passages}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
