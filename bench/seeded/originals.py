"""Errors against source documents: unsupported figures and names, and copied words."""

import re
from collections.abc import Iterator
from typing import Final

from scripts.languages import LANGUAGES
from scripts.model import Article, Key, Passage
from scripts.reading.yaml_tree import Scalar

from .between import FIGURES
from .corpus import Corpus
from .planting import Change, Kind, Seed, Text, texts_of

NAMED: Final = {"en": " with {}", "zh-Hant": "，聯同{}"}
# The words, or Han characters, in a row that count as copying.
WORDS: Final = 12
HAN: Final = 16


def _fingerprints(corpus: Corpus) -> Iterator[Seed]:
    for path, parsed in corpus.parsed_entries.items():
        for language in ("en", "zh-Hant"):
            for location, value in parsed.document.at("paragraphs", language, "sha256"):
                for at in (0, 20, 40, 63):
                    new = "0" if value[at] != "0" else "1"
                    change = Change(path, location, ((at, at + 1, new),))
                    yield Seed(((path, ("paragraphs", language)),), f"{location}: {at}", (change,))


def _passages(corpus: Corpus) -> Iterator[tuple[Article, Text]]:
    for text in texts_of(corpus):
        entry = text.parsed.entry
        if isinstance(entry, Article) and "passages" in text.location and text.language == "en":
            yield entry, text


def _put_into_both(text: Text, english: str, chinese: str) -> Seed:
    changes = []
    for one, words in ((text, english), (text.counterpart, chinese)):
        end = len(one.written.rstrip().rstrip(".。"))
        changes.append(Change(one.path, one.location, ((end, end, words),)))
    return Seed(text.region(), f"{text.location}: +“{english}”", tuple(changes))


def _figures(corpus: Corpus) -> Iterator[Seed]:
    """Another figure in both texts, which agree with each other."""
    for _, text in _passages(corpus):
        for english, chinese in FIGURES:
            yield _put_into_both(text, english, chinese)
        other = text.counterpart
        for match in re.finditer(r"\d\d,\d00", text.masked):
            at = other.masked.find(match[0])
            for new in ("13,700", "18,200", "9,300") if at >= 0 else ():
                changes = (
                    Change(text.path, text.location, ((*match.span(), new),)),
                    Change(other.path, other.location, ((at, at + len(match[0]), new),)),
                )
                yield Seed(text.region(), f"{text.location}: {match[0]} → {new}", changes)


def _names(corpus: Corpus) -> Iterator[Seed]:
    """A name in both texts that is in no document and is not the publisher's."""
    documents = "\n".join(original.text for original in corpus.originals)
    names = [form for form in corpus.forms if form.owner.kind == "name" and form.links]
    sources = {m.key.id: m for m in corpus.parsed_entries.values() if m.key.kind == "source"}
    found = {form.owner for form in names if form.text in documents}
    for article, text in _passages(corpus):
        publishers = {
            node.text
            for source in article.source
            if isinstance(node := sources[source].document.node(("publisher",)), Scalar)
        }
        for english in names:
            for chinese in names:
                ours = english.owner == chinese.owner
                ours = ours and (english.language, chinese.language) == ("en", "zh-Hant")
                unknown = english.owner not in found and english.owner.id not in publishers
                if ours and unknown and _could_have(corpus, english.owner, text):
                    words = (
                        NAMED["en"].format(english.text),
                        NAMED["zh-Hant"].format(chinese.text),
                    )
                    yield _put_into_both(text, *words)


def _could_have(corpus: Corpus, key: Key, text: Text) -> bool:
    """Whether a passage's paragraphs could have a name: its forms there are not only ours."""
    name = corpus.content.corpus.names[key.id]
    assert isinstance(text.unit.label, Passage)
    cited = {*text.unit.label.rests_on.en, *text.unit.label.rests_on.zh_hant}
    codes = [lang.code for lang in LANGUAGES if any(f"{lang.code}/" in c for c in cited)]
    return any(form.origin != "ours" for code in codes for form in name.forms.of(code))


def _copied(corpus: Corpus) -> Iterator[Seed]:
    """Enough consecutive words of a document to count as copying."""
    documents = "\n".join(original.text for original in corpus.originals)
    names = [form.text for form in corpus.forms if form.owner.kind == "name"]
    english = re.findall(rf"(?:\b[A-Za-z]+,? ){{{WORDS - 1}}}[A-Za-z]+\b", documents)
    chinese = re.findall(f"[一-鿿，]{{{HAN + 3}}}", documents)
    runs = {"en": english, "zh-Hant": [run for run in chinese if run.count("，") <= 3]}
    for text in texts_of(corpus):
        for run in runs[text.language]:
            if text.unit.is_prose and not any(name in run for name in names):
                end = len(text.written.rstrip())
                gap = " " if text.language == "en" else ""
                yield text.seed((end, end, f"{gap}{run}"))


KINDS: Final = tuple(
    Kind("sources", name, seeds, (code,), with_originals=True)
    for name, seeds, code in (
        ("a fingerprint changed", _fingerprints, "sources:paragraph-not-found"),
        ("another figure in both texts", _figures, "sources:figure-not-in-source"),
        ("another name in both texts", _names, "sources:name-not-in-source"),
        ("words of the document copied", _copied, "sources:copied-words"),
    )
)
