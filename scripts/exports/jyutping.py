"""`articles/…/jyutping.json`: the Jyutping of an article's Chinese, fetched by its pages.

The file beside the English page serves both languages. `machine` names the transcriber; for
each passage, `syllables` has one for each Han character in reading order, or null, and `authored`
the stretches that editors wrote, each from a character up to another.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial

import msgspec

from ..cache.stages import Stage, pack
from ..edition.addresses import pronunciation_of
from ..edition.build_context import BuildContext
from ..edition.spoken_forms import Spoken
from ..languages import CHINESE
from ..model import Article
from ..text.transcriber import Syllables, transcribe, transcriber_version
from ..text.units import units_shown
from .passage_jyutping import Pronunciation, joined, pronounced

TRANSCRIPTION = Stage("transcription", "text.transcriber")
_decode = msgspec.msgpack.Decoder(Syllables).decode


def files(context: BuildContext) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the file of each article whose Chinese is published."""
    for id_, article in context.corpus.articles.items():
        if CHINESE.code in article.languages:
            yield pronunciation_of(id_), partial(_file, context, id_)


def _file(context: BuildContext, article_id: str) -> bytes:
    context.recorder.note("forms")
    context.recorder.note("spoken forms")
    article = context.corpus.articles[article_id]
    return _text(context, article, context.spoken).encode("utf-8")


def _text(context: BuildContext, article: Article, spoken: Spoken) -> str:
    index = context.lexicon.indexes[CHINESE.code]
    units = [
        (passage.id, unit.marked(CHINESE.code))
        for passage in article.passages()
        for unit in units_shown(article, passage)
    ]
    transcribed = _transcribed(context, [text.plain for _, text in units])
    read: dict[str, list[Pronunciation]] = {}
    for (passage, text), syllables in zip(units, transcribed, strict=True):
        read.setdefault(passage, []).append(pronounced(text, syllables, index, spoken))
    passages = {passage: joined(pronunciations) for passage, pronunciations in read.items()}
    whole = {
        "machine": transcriber_version(),
        "passages": {id_: asdict(all_) for id_, all_ in passages.items()},
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _transcribed(context: BuildContext, texts: list[str]) -> Syllables:
    """The Jyutping of an article's texts, cached together: an edit costs one article."""
    packed = TRANSCRIPTION.result(context.store, lambda: pack(transcribe(texts)), texts)
    return _decode(packed)
