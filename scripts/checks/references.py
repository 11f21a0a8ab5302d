"""References. 引用。

Finds references to entries, passages or paragraphs that do not exist, and entries that refer to
themselves.

An entry refers to others by their ids: an article to its source, a claim to whoever asserts it and
to the passages that report it, a passage to the paragraphs on which it rests, a relation to a name,
`topics` to topics. Each of them must exist, and must not be the entry itself.

## Example

```yaml
passages: [a-day-of-kites#p9]
```

The article has passages p1 to p3, so the message says that there is no p9.

## How to mend it

Write the id of an entry that exists: the name of its file without `.yml`. The message names the
nearest one. If the entry is still to be written, add it in the same proposal.

---

找出引用了不存在的條目、文章段落或原文段落之處，以及引用自身的條目。

條目之間以編號互相引用：文章引用來源，說法引用提出者和相關段落，段落引用原文段落，
關係引用另一名稱，`topics`引用專題。所引用的必須存在，而且不得是條目本身。

## 例子

```yaml
passages: [a-day-of-kites#p9]
```

該文章只有p1至p3，因此會指出沒有p9這一段。

## 如何改正

請填寫現有條目的編號，即檔案名稱去掉`.yml`；訊息會列出最相近的一個。條目如仍未寫成，
請在同一次提交中一併加入。
"""

from collections.abc import Iterator

from ..analysis.corpus_index import Archive
from ..analysis.summary import Outline, citations_in, references_in
from ..diagnostics.diagnostic import Fault, Place, Problem, did_you_mean, listed
from ..model import FOLDERS, KIND_ZH, Key

UNKNOWN_ENTRY = Fault(
    "unknown-entry",
    "There is no {kind} “{id}”.",
    "沒有編號為「{id}」的{kind_zh}條目。",
    "{suggestion}Correct the id, or add the entry {file}.",
    "{suggestion_zh}請更正編號，或新增條目「{file}」。",
)
UNKNOWN_PASSAGE = Fault(
    "unknown-passage",
    "The article “{article}” has no passage “{passage}”.",
    "文章「{article}」沒有段落「{passage}」。",
    "{suggestion}Its passages are: {passages}.",
    "{suggestion_zh}該文的段落：{passages_zh}。",
)
UNKNOWN_PARAGRAPH = Fault(
    "unknown-paragraph",
    "The source “{source}” has no paragraph “{paragraph}”.",
    "來源「{source}」沒有段落「{paragraph}」。",
    "{suggestion}Its paragraphs are: {paragraphs}.",
    "{suggestion_zh}該來源的段落：{paragraphs_zh}。",
)
SELF_REFERENCE = Fault(
    "self-reference",
    "This entry refers to itself.",
    "本條目引用了自身。",
    "Delete this, or name another entry.",
    "請刪去，或改為引用另一條目。",
)


def check(archive: Archive) -> Iterator[Problem]:
    """Tell of each reference that leads nowhere, or to the entry itself."""
    for outline in archive.outlines.values():
        yield from _entries(archive, outline)
        if outline.key.kind == "article":
            yield from _paragraphs(archive, outline)
        else:
            yield from _passages(archive, outline)


def nearest_entry(archive: Archive, target: Key) -> dict[str, str]:
    """The words of UNKNOWN_ENTRY: what was looked for, and the nearest id that there is."""
    words = {
        "kind": target.kind,
        "kind_zh": KIND_ZH[target.kind],
        "id": target.id,
        "file": f"{FOLDERS[target.kind]}/{target.id}.yml",
    }
    return words | archive.suggestion(target)


def _entries(archive: Archive, outline: Outline) -> Iterator[Problem]:
    """The entries that fields name."""
    key = outline.key
    if all(target != key and archive.knows(target) for target in outline.references):
        return
    for target, location in references_in(archive.manuscripts(key)):
        if target == key:
            yield Problem(archive.place(key, location), SELF_REFERENCE)
        elif not archive.knows(target):
            place = archive.place(key, location)
            yield Problem(place, UNKNOWN_ENTRY, nearest_entry(archive, target))


def _paragraphs(archive: Archive, article: Outline) -> Iterator[Problem]:
    """The source paragraphs that an article's passages rest on."""
    sources = (archive.outlines.get(key) for key in article.references if key.kind == "source")
    source = next((source for source in sources if source and source.sound), None)
    if source is None or set(article.citations) <= set(source.paragraphs):
        return
    known = list(source.paragraphs)
    for paragraph, location in citations_in(archive.manuscripts(article.key)):
        if paragraph not in known:
            words = {"source": source.key.id, "paragraph": paragraph}
            words |= listed("paragraphs", known) | did_you_mean(paragraph, known)
            yield Problem(archive.place(article.key, location), UNKNOWN_PARAGRAPH, words)


def _passages(archive: Archive, claim: Outline) -> Iterator[Problem]:
    """The passages in which a claim is reported."""
    if all(_is_passage(archive, reference) for reference in claim.citations):
        return
    for reference, location in citations_in(archive.manuscripts(claim.key)):
        if not _is_passage(archive, reference):
            yield _unknown_passage(archive, archive.place(claim.key, location), reference)


def _is_passage(archive: Archive, reference: str) -> bool:
    """Whether an article has a passage, or may have it, being broken."""
    article_id, _, passage = reference.partition("#")
    article = archive.outlines.get(Key("article", article_id))
    return article is not None and (not article.sound or passage in article.passages)


def _unknown_passage(archive: Archive, place: Place, reference: str) -> Problem:
    article_id, _, passage = reference.partition("#")
    key = Key("article", article_id)
    if not archive.knows(key):
        return Problem(place, UNKNOWN_ENTRY, nearest_entry(archive, key))
    known = list(archive.outlines[key].passages)
    words = {"article": article_id, "passage": passage} | listed("passages", known)
    return Problem(place, UNKNOWN_PASSAGE, words | did_you_mean(passage, known))
