"""References. 引用。

Finds references to entries, passages or paragraphs that do not exist, and entries that refer to
themselves.

An entry refers to others by their ids: an article to its source, a claim to whoever asserts it and
to the passages that report it, a passage to the paragraphs on which it rests, a relation to a name.
Each of them must exist, and must not be the entry itself.

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
關係引用另一名稱。所引用的必須存在，而且不得是條目本身。

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

from ..archive import Archive
from ..model import FOLDERS, KIND_ZH, Key
from ..outline import Citation, Outline
from ..problems import Fault, Problem, did_you_mean, listed

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
    for reference in outline.references:
        if reference.target == outline.key:
            place = archive.place(outline.key, reference.location)
            yield Problem(place, SELF_REFERENCE)
        elif not archive.knows(reference.target):
            place = archive.place(outline.key, reference.location)
            yield Problem(place, UNKNOWN_ENTRY, nearest_entry(archive, reference.target))


def _paragraphs(archive: Archive, article: Outline) -> Iterator[Problem]:
    """The source paragraphs that an article's passages rest on."""
    sources = (archive.outlines.get(reference.target) for reference in article.references)
    source = next((source for source in sources if source and source.sound), None)
    if source is None:
        return
    for citation in article.citations:
        if citation.target not in source.paragraphs:
            known = list(source.paragraphs)
            words = {"source": source.key.id, "paragraph": citation.target}
            words |= listed("paragraphs", known) | did_you_mean(citation.target, known)
            place = archive.place(article.key, citation.location)
            yield Problem(place, UNKNOWN_PARAGRAPH, words)


def _passages(archive: Archive, claim: Outline) -> Iterator[Problem]:
    """The passages in which a claim is reported."""
    for citation in claim.citations:
        article_id, _, passage = citation.target.partition("#")
        article = archive.outlines.get(Key("article", article_id))
        if article is None:
            place = archive.place(claim.key, citation.location)
            words = nearest_entry(archive, Key("article", article_id))
            yield Problem(place, UNKNOWN_ENTRY, words)
        elif article.sound and passage not in article.passages:
            yield _unknown_passage(archive, claim, citation, article)


def _unknown_passage(
    archive: Archive, claim: Outline, citation: Citation, article: Outline
) -> Problem:
    passage = citation.target.partition("#")[2]
    known = list(article.passages)
    words = {"article": article.key.id, "passage": passage} | listed("passages", known)
    place = archive.place(claim.key, citation.location)
    return Problem(place, UNKNOWN_PASSAGE, words | did_you_mean(passage, known))
