"""References. 引用。

Finds references to entries, passages or paragraphs that do not exist, and entries that refer to
themselves.

An entry refers to other entries by their ids: an article refers to its source, a claim refers to
whoever asserts it and to the passages that report it, a passage refers to the paragraphs that
it is based on, a relation refers to a name, and `topics` refers to topics. The target of each
reference must exist, and must not be the entry itself.

## Example

```yaml
passages: [a-day-of-kites#p9]
```

The article has passages p1 to p3, so the message says that there is no passage p9.

## How to fix it

Write the id of an entry that exists: the name of its file without `.yml`. The message suggests the
most similar id. If the entry has not been written yet, add it in the same proposal.

---

找出引用有誤的地方：所引用的條目、節或原文段落並不存在，或條目引用了自己。

條目之間以編號互相引用：文章引用來源，說法引用提出者和文章的節，節引用原文段落，
名稱的`relations`（關係）引用另一個名稱，`topics`引用專題。所引用的內容必須存在，條目也不可引用自己。

## 例子

```yaml
passages: [a-day-of-kites#p9]
```

該文章只有p1至p3，因此訊息會指出沒有p9這一節。

## 如何改正

請填寫現有條目的編號，即檔案名稱去掉`.yml`；訊息會列出最相近的一個。條目如果還沒有寫，
請在同一次提交中一併加入。
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ..analysis.corpus_index import CorpusIndex
from ..analysis.summary import EntrySummary
from ..diagnostics.arguments import Arguments, KindName, Listed
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..diagnostics.suggestions import did_you_mean
from ..model import FOLDERS, Key, Kind

UNKNOWN_ENTRY = Message(
    "unknown-entry",
    "There is no {kind} “{id}”.",
    "沒有編號為「{id}」的{kind}條目。",
    "{suggestion}Correct the id, or add the entry {file}.",
    "{suggestion}請更正編號，或新增條目「{file}」。",
)
UNKNOWN_PASSAGE = Message(
    "unknown-passage",
    "The article “{article}” has no passage “{passage}”.",
    "文章「{article}」沒有「{passage}」一節。",
    "{suggestion}Its passages are: {passages}.",
    "{suggestion}該文章的各節：{passages}。",
)
UNKNOWN_PARAGRAPH = Message(
    "unknown-paragraph",
    "The source “{source}” has no paragraph “{paragraph}”.",
    "來源「{source}」沒有段落「{paragraph}」。",
    "{suggestion}Its paragraphs are: {paragraphs}.",
    "{suggestion}該來源的段落：{paragraphs}。",
)
DRAFT_NEEDED = Message(
    "draft-needed",
    "“{target}” is a draft, and this entry cannot be published without it.",
    "本條目必須有「{target}」才可發布，但「{target}」仍是草稿。",
    "Publish it by deleting its line `status: draft`, or make this entry a draft too.",
    "請刪去該條目的`status: draft`一行，把它發布；或把本條目也設為草稿。",
)
LEFT_OUT = Message(
    "draft-left-out",
    "“{target}” is a draft: readers do not see this reference to it.",
    "「{target}」仍是草稿，讀者看不到這項引用。",
    "Publish it by deleting its line `status: draft`, or delete this reference.",
    "請刪去該條目的`status: draft`一行，把它發布；或刪去這項引用。",
    severity="warning",
)
# The entries that an entry of a kind can do without, in fields that list them.
DISPENSABLE: Final[frozenset[tuple[Kind, Kind]]] = frozenset(
    {
        ("article", "topic"),
        ("claim", "topic"),
        ("name", "name"),
        ("name", "source"),
        ("name", "topic"),
        ("term", "term"),
    }
)
SELF_REFERENCE = Message(
    "self-reference",
    "This entry refers to itself.",
    "這個條目引用了自己。",
    "Delete this reference, or refer to another entry.",
    "請刪去，或改為引用另一條目。",
)


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report references to missing entries, or to the entry itself."""
    for summary in corpus_index.summaries.values():
        yield from _entries(corpus_index, summary)
        if summary.key.kind == "article":
            yield from _paragraphs(corpus_index, summary)
        else:
            yield from _passages(corpus_index, summary)


def nearest_entry(corpus_index: CorpusIndex, target: Key) -> Arguments:
    """Return the arguments of UNKNOWN_ENTRY for a reference to an entry."""
    return {
        "kind": KindName(target.kind),
        "id": target.id,
        "file": f"{FOLDERS[target.kind]}/{target.id}.yml",
        "suggestion": corpus_index.suggestion(target),
    }


def _entries(corpus_index: CorpusIndex, summary: EntrySummary) -> Iterator[Diagnostic]:
    """Check references to entries in fields."""
    key = summary.key
    if all(target != key and corpus_index.knows(target) for target in summary.references):
        return
    for target, spot in corpus_index.places(key).references:
        place = corpus_index.place(key, spot)
        if target == key:
            yield Diagnostic(place, SELF_REFERENCE)
        elif target in corpus_index.drafts:
            yield Diagnostic(place, _of_draft(key.kind, target.kind), {"target": str(target)})
        elif not corpus_index.knows(target):
            yield Diagnostic(place, UNKNOWN_ENTRY, nearest_entry(corpus_index, target))


def _of_draft(kind: Kind, target: Kind) -> Message:
    """Return the message on a reference to a draft: some an entry can do without."""
    return LEFT_OUT if (kind, target) in DISPENSABLE else DRAFT_NEEDED


def _paragraphs(corpus_index: CorpusIndex, article: EntrySummary) -> Iterator[Diagnostic]:
    """Check the references of an article's passages to source paragraphs.

    Which of several sources a reference means is for `articles` to check.
    """
    listed = [key for key in article.references if key.kind == "source"]
    sources = {key.id: corpus_index.summaries.get(key) for key in listed}
    known = {
        prefix + paragraph: source
        for id_, source in sources.items()
        if source and source.sound
        for prefix in ((f"{id_}#", "") if len(listed) == 1 else (f"{id_}#",))
        for paragraph in source.paragraphs
    }
    if set(article.citations) <= known.keys():
        return
    for reference, spot in corpus_index.places(article.key).citations:
        id_, _, paragraph = reference.rpartition("#")
        source = sources.get(id_ or listed[0].id) if id_ or len(listed) == 1 else None
        if reference not in known and source and source.sound:
            arguments: Arguments = {
                "source": source.key.id,
                "paragraph": paragraph,
                "paragraphs": Listed(source.paragraphs),
                "suggestion": did_you_mean(paragraph, source.paragraphs),
            }
            yield Diagnostic(corpus_index.place(article.key, spot), UNKNOWN_PARAGRAPH, arguments)


def _passages(corpus_index: CorpusIndex, claim: EntrySummary) -> Iterator[Diagnostic]:
    """Check the references of a claim to passages."""
    if all(_is_passage(corpus_index, reference) for reference in claim.citations):
        return
    waiting = [one for one in claim.citations if _article_of(one) in corpus_index.drafts]
    for reference, spot in corpus_index.places(claim.key).citations:
        place = corpus_index.place(claim.key, spot)
        if reference in waiting:
            message = DRAFT_NEEDED if len(waiting) == len(claim.citations) else LEFT_OUT
            yield Diagnostic(place, message, {"target": str(_article_of(reference))})
        elif not _is_passage(corpus_index, reference):
            yield _unknown_passage(corpus_index, place, reference)


def _article_of(reference: str) -> Key:
    return Key("article", reference.partition("#")[0])


def _is_passage(corpus_index: CorpusIndex, reference: str) -> bool:
    """Whether an article has a passage, or may have it because it is invalid."""
    article_id, _, passage = reference.partition("#")
    article = corpus_index.summaries.get(Key("article", article_id))
    return article is not None and (not article.sound or passage in article.passages)


def _unknown_passage(corpus_index: CorpusIndex, place: Place, reference: str) -> Diagnostic:
    article_id, _, passage = reference.partition("#")
    key = Key("article", article_id)
    if not corpus_index.knows(key):
        return Diagnostic(place, UNKNOWN_ENTRY, nearest_entry(corpus_index, key))
    known = corpus_index.summaries[key].passages
    return Diagnostic(place, UNKNOWN_PASSAGE, unknown_passage(article_id, passage, known))


def unknown_passage(article: str, passage: str, known: Sequence[str]) -> Arguments:
    """Return the arguments of UNKNOWN_PASSAGE; `known` are the ids of the article's passages."""
    return {
        "article": article,
        "passage": passage,
        "passages": Listed(tuple(known)),
        "suggestion": did_you_mean(passage, known),
    }
