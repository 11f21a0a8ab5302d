"""References by id: each leads to an entry, passage or paragraph that there is."""

from collections.abc import Iterator

from .. import faults
from ..languages import LANGUAGES
from ..model import FOLDERS, Article, Claim, Corpus, Entry, Key, Kind, Name, Source, Term
from ..problems import Place, Problem, did_you_mean
from ..reading import Content, Location

KIND_ZH: dict[Kind, str] = {
    "article": "文章",
    "term": "詞語",
    "name": "名稱",
    "claim": "說法",
    "source": "來源",
}


def check(content: Content) -> Iterator[Problem]:
    """Tell of each reference that leads nowhere, or to the entry itself."""
    for key in content.corpus.keys():
        entry = content.corpus.get(key)
        document = content.documents[key]
        assert entry is not None
        for location, target in _references(entry):
            place = document.place(location)
            if target == key:
                yield Problem(place, faults.SELF_REFERENCE)
            elif not content.knows(target):
                yield unknown_entry(content.corpus, place, target)
        match entry:
            case Article():
                yield from _paragraphs(content, entry)
            case Claim():
                yield from _passages(content, entry)
            case _:
                pass


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


def _references(entry: Entry) -> Iterator[tuple[Location, Key]]:
    """The ids of other entries that stand in an entry's fields."""
    match entry:
        case Source():
            yield ("publisher",), Key("name", entry.publisher)
        case Article():
            yield ("source",), Key("source", entry.source)
        case Term():
            for i, related in enumerate(entry.related):
                yield ("related", i), Key("term", related)
        case Claim():
            yield ("asserted_by", "name"), Key("name", entry.asserted_by.name)
        case Name():
            for i, relation in enumerate(entry.relations):
                yield ("relations", i, "to"), Key("name", relation.to)
                yield ("relations", i, "source"), Key("source", relation.source)


def _paragraphs(content: Content, article: Article) -> Iterator[Problem]:
    """The source paragraphs that an article's passages rest on."""
    source = content.corpus.sources.get(article.source)
    if source is None:
        return
    document = content.documents[Key("article", article.id)]
    known = [f"{lang.code}/{p.id}" for lang in LANGUAGES for p in source.paragraphs.of(lang.code)]
    for i, section in enumerate(article.sections):
        for j, passage in enumerate(section.passages):
            for language in LANGUAGES:
                for n, reference in enumerate(passage.rests_on.of(language.code)):
                    if reference in known:
                        continue
                    at = ("sections", i, "passages", j, "rests_on", language.code, n)
                    words = {
                        "source": source.id,
                        "paragraph": reference,
                        "paragraphs": ", ".join(known),
                    }
                    words |= did_you_mean(reference, known)
                    yield Problem(document.place(at), faults.UNKNOWN_PARAGRAPH, words)


def _passages(content: Content, claim: Claim) -> Iterator[Problem]:
    """The passages in which a claim is reported."""
    document = content.documents[Key("claim", claim.id)]
    for i, reference in enumerate(claim.passages):
        article_id, _, passage_id = reference.partition("#")
        key = Key("article", article_id)
        place = document.place(("passages", i))
        if not content.knows(key):
            yield unknown_entry(content.corpus, place, key)
            continue
        article = content.corpus.articles.get(article_id)
        passages = [passage.id for passage in article.passages()] if article else [passage_id]
        if passage_id not in passages:
            words = {"article": article_id, "passage": passage_id, "passages": ", ".join(passages)}
            words |= did_you_mean(passage_id, passages)
            yield Problem(place, faults.UNKNOWN_PASSAGE, words)
