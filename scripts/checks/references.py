"""References by id: each leads to an entry, passage or paragraph that there is."""

import re
from collections.abc import Iterator

from .. import faults
from ..languages import LANGUAGES
from ..model import FOLDERS, Corpus, Key, Kind
from ..model.article import PARAGRAPH_REFERENCE
from ..model.claim import PASSAGE_REFERENCE
from ..model.record import SLUG
from ..problems import Place, Problem, did_you_mean
from ..reading import Content, Document, Location

KIND_ZH: dict[Kind, str] = {
    "article": "文章",
    "term": "詞語",
    "name": "名稱",
    "claim": "說法",
    "source": "來源",
}


# The fields that hold the id of an entry, and of which kind.
REFERENCES: dict[Kind, dict[tuple[str, ...], Kind]] = {
    "source": {("publisher",): "name"},
    "article": {("source",): "source"},
    "term": {("related",): "term"},
    "claim": {("asserted_by", "name"): "name"},
    "name": {("relations", "to"): "name", ("relations", "source"): "source"},
}


def check(content: Content) -> Iterator[Problem]:
    """Tell of each reference that leads nowhere, or to the entry itself.

    The documents are asked, not the entries, so that those of broken entries are told too.
    """
    for key, document in content.documents.items():
        for fields, kind in REFERENCES[key.kind].items():
            yield from _entries(content, key, document.at(*fields), kind)
        if key.kind == "article":
            yield from _paragraphs(content, document)
        elif key.kind == "claim":
            yield from _passages(content, document)


def unknown_entry(corpus: Corpus, place: Place, target: Key) -> Problem:
    """That a reference names no entry, with the nearest id that there is."""
    words = {
        "kind": target.kind,
        "kind_zh": KIND_ZH[target.kind],
        "id": target.id,
        "file": f"{FOLDERS[target.kind]}/{target.id}.yml",
    }
    known = list(corpus.of(target.kind))
    return Problem(place, faults.UNKNOWN_ENTRY, words | did_you_mean(target.id, known))


def _entries(
    content: Content, key: Key, references: Iterator[tuple[Location, str]], kind: Kind
) -> Iterator[Problem]:
    for location, text in references:
        if not re.fullmatch(SLUG, text):
            continue  # told by the model
        place, target = content.documents[key].place(location), Key(kind, text)
        if target == key:
            yield Problem(place, faults.SELF_REFERENCE)
        elif not content.knows(target):
            yield unknown_entry(content.corpus, place, target)


def _paragraphs(content: Content, document: Document) -> Iterator[Problem]:
    """The source paragraphs that an article's passages rest on."""
    source = next((content.corpus.sources.get(text) for _, text in document.at("source")), None)
    if source is None:
        return
    known = [f"{lang.code}/{p.id}" for lang in LANGUAGES for p in source.paragraphs.of(lang.code)]
    for language in LANGUAGES:
        for location, text in document.at("sections", "passages", "rests_on", language.code):
            if text in known or not re.fullmatch(PARAGRAPH_REFERENCE, text):
                continue
            words = {"source": source.id, "paragraph": text, "paragraphs": ", ".join(known)}
            words |= did_you_mean(text, known)
            yield Problem(document.place(location), faults.UNKNOWN_PARAGRAPH, words)


def _passages(content: Content, document: Document) -> Iterator[Problem]:
    """The passages in which a claim is reported."""
    for location, text in document.at("passages"):
        if not re.fullmatch(PASSAGE_REFERENCE, text):
            continue
        article_id, _, passage_id = text.partition("#")
        key = Key("article", article_id)
        place = document.place(location)
        if not content.knows(key):
            yield unknown_entry(content.corpus, place, key)
            continue
        article = content.corpus.articles.get(article_id)
        passages = [passage.id for passage in article.passages()] if article else [passage_id]
        if passage_id not in passages:
            words = {"article": article_id, "passage": passage_id, "passages": ", ".join(passages)}
            words |= did_you_mean(passage_id, passages)
            yield Problem(place, faults.UNKNOWN_PASSAGE, words)
