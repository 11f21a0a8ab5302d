"""Series are in order. 系列次序無誤。

Finds two articles that are the same part of a series, and parts that are missing.

A series is a topic whose articles are read in order. Each article says which part it is; its page
leads to the part before and the part after. No two articles can be the same part, and no part
should be missing.

## Example

```yaml
# articles/kites-at-dawn.yml and articles/kites-at-dusk.yml
series: {topic: pastimes, part: 2}
```

Both are part 2, so the second is reported. If there is no part 1, a warning says so.

## How to fix it

Number the articles from 1 in the order in which they are to be read.

---

找出同一系列之中篇次相同的文章，以及系列欠缺的篇次。

系列是一個專題，當中的文章須依次閱讀。每篇文章註明自己是第幾篇，頁面附有上一篇和下一篇的連結。
兩篇文章的篇次不可相同，中間也不應欠缺任何一篇。

## 例子

```yaml
# articles/kites-at-dawn.yml和articles/kites-at-dusk.yml
series: {topic: pastimes, part: 2}
```

兩篇文章都註明是第2篇，因此訊息會指出後一個檔案有誤。如果沒有第1篇，也會有警告。

## 如何改正

請按閱讀次序為各篇編號，由1開始。
"""

from collections.abc import Iterator, Set

from ..analysis.corpus_index import CorpusIndex
from ..analysis.summary import EntrySummary
from ..diagnostics.arguments import Arguments
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message

SAME_PART = Message(
    "same-part",
    "Part {part} of the series “{series}” is already {path}.",
    "系列「{series}」的第{part}篇已經有文章，見「{path}」。",
    "Give each article a part of its own.",
    "請為每篇文章編上不同的篇次。",
)
PART_MISSING = Message(
    "part-missing",
    "The series “{series}” has no part {missing}, and this is part {part}.",
    "這是系列「{series}」的第{part}篇，但系列沒有第{missing}篇。",
    "Number the articles from 1 without gaps, or write the missing part.",
    "請由1開始連續編號，或補上欠缺的一篇。",
    severity="warning",
)


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report articles that are the same part of a series, and gaps before a part."""
    series: dict[str, dict[int, EntrySummary]] = {}
    for article in corpus_index.of("article"):
        if not article.series:
            continue
        parts = series.setdefault(article.series, {})
        first = parts.setdefault(article.part, article)
        if first is not article:
            words: Arguments = {"part": article.part, "series": article.series, "path": first.path}
            yield Diagnostic(_place(corpus_index, article), SAME_PART, words)
    if all(article.sound for article in corpus_index.of("article")):
        drafts = {(draft.series, draft.part) for draft in corpus_index.drafts.values()}
        for parts in series.values():
            yield from _gaps(corpus_index, parts, drafts)


def _gaps(
    corpus_index: CorpusIndex, parts: dict[int, EntrySummary], drafts: Set[tuple[str, int]]
) -> Iterator[Diagnostic]:
    """Report each part whose predecessor does not exist, not even as a draft."""
    for part, article in sorted(parts.items()):
        if part > 1 and part - 1 not in parts and (article.series, part - 1) not in drafts:
            words: Arguments = {"series": article.series, "part": part, "missing": part - 1}
            yield Diagnostic(_place(corpus_index, article), PART_MISSING, words)


def _place(corpus_index: CorpusIndex, article: EntrySummary) -> Place:
    return corpus_index.place(article.key, corpus_index.places(article.key).part)
