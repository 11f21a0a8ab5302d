"""`articles/…/jyutping.json`: how the Chinese of an article is read aloud, for pages to fetch.

One file beside the English page serves both. `machine` names what read the running text; for
each passage, `syllables` has one for each Han character in reading order, or null, and `authored`
the stretches that editors wrote, each from a character up to another.
"""

import json
from collections.abc import Iterator

from ..edition.addresses import pronunciation_of
from ..edition.build_context import BuildContext
from ..languages import CHINESE
from ..model import Article
from ..text.markup import parse
from ..text.transcriber import Transcribe, transcriber_version
from .passage_jyutping import Spoken, pronounced, spoken_forms


def files(context: BuildContext, transcribe: Transcribe) -> Iterator[tuple[str, str]]:
    """The path and text of each article's file."""
    spoken = spoken_forms(context.corpus)
    for article in context.corpus.articles.values():
        yield pronunciation_of(article.id), _text(context, article, transcribe, spoken)


def _text(context: BuildContext, article: Article, transcribe: Transcribe, spoken: Spoken) -> str:
    index = context.concordance.indexes[CHINESE.code]
    texts = [parse(passage.zh_hant) for passage in article.passages()]
    said = transcribe([text.plain for text in texts])
    passages = {}
    for passage, text, syllables in zip(article.passages(), texts, said, strict=True):
        pronunciation = pronounced(text, syllables, index, spoken)
        passages[passage.id] = {
            "syllables": pronunciation.syllables,
            "authored": pronunciation.authored,
        }
    whole = {"machine": transcriber_version(), "passages": passages}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
