"""Everything is used. 所有條目都有用到。

Finds names that no text mentions, terms that nobody uses, sources that nothing cites and topics
without entries.

Few readers come to the page of such an entry. The entry may lack the form that the texts use, so
that the texts do not link to it, or the passage that used the entry may have been rewritten.

A name counts as used if a text of another entry mentions it, or a field refers to it: for example
as the publisher of a source, as whoever asserts a claim, or in a relation of another name. A term
counts as used if a text of another entry mentions it, or a term in use lists it as related. A
source counts as used if an article summarises it or a relation cites it, and a topic if an
article, a name or a claim lists it under `topics`. An entry’s mentions of itself do not count.
Titles do not count either, because they have no links. While any entry has an error and cannot be
read, this check reports nothing, because that entry may be using ones that look unused.

## Example

`glossary/tide-table.yml` has the forms “tide table” and 潮汐表, but no text uses either form, and
no text links to `term:tide-table`.

## How to fix it

Use the entry in a passage, add the form that the texts use, or delete the file.

---

找出沒有文本提及的名稱、沒有人使用的詞語、沒有條目引用的來源，以及未有內容的專題。

這些條目的頁面，很少讀者會看到。可能是條目欠缺文中所用的寫法，以致文中的字詞沒有連到條目；
也可能是原來用到條目的一節已經改寫。

符合以下情況，便算有用到：

- 名稱：其他條目的文本有提及，或有欄位引用，例如來源的出版者、說法的提出者、其他名稱的關係；
- 詞語：其他條目的文本有提及，或另一個有用到的詞語把它列為相關詞語；
- 來源：有文章摘述它，或有名稱在「關係」（`relations`）引用它；
- 專題：有文章、名稱或說法在`topics`列出。

條目提到自己，不算有用到；標題沒有連結，在標題提到也不算。
如果有條目因錯誤而無法讀取，本檢查暫時不會提示，因為那個條目可能用到其他條目。

## 例子

`glossary/tide-table.yml`有tide table和「潮汐表」兩個寫法，但沒有文本使用，
亦沒有連結通往`term:tide-table`。

## 如何改正

請在文章中使用該條目、補上文本所用的寫法，或刪除檔案。
"""

from collections.abc import Iterator
from typing import assert_never

from ..analysis.corpus_index import CorpusIndex
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..kinds import Key, Kind

UNUSED_NAME = Message(
    "unused-name",
    "No text or field of another entry mentions this name.",
    "沒有用到這個名稱：其他條目的文本和欄位都沒有提到。",
    "Mention the name in a text, add the form that the texts use, or delete the file.",
    "請在文本中提及、補上文本所用的寫法，或刪除檔案。",
    severity="warning",
)
UNUSED_TERM = Message(
    "unused-term",
    "This term is not used: no text of another entry has it, and no term in use lists it as "
    "related.",
    "沒有用到這個詞語：其他條目的文本沒有提及，其他有用到的詞語也沒有把它列為相關詞語。",
    "Use the term in a text, add the form that the texts use, or delete the file.",
    "請在文本中使用、補上文本所用的寫法，或刪除檔案。",
    severity="warning",
)
UNUSED_SOURCE = Message(
    "unused-source",
    "This source is not used: no article summarises it and no relation is based on it.",
    "沒有用到這個來源：沒有文章摘述它，也沒有名稱在「關係」（`relations`）引用它。",
    "Write an article about this source, or delete the file.",
    "請撰寫摘述這個來源的文章，或刪除檔案。",
    severity="warning",
)
UNUSED_TOPIC = Message(
    "unused-topic",
    "This topic is not used: no article, name or claim lists it.",
    "這個專題未有內容：沒有文章、名稱或說法屬於這個專題。",
    "List the id of this topic under `topics` in an entry, or delete the file.",
    "請在條目的`topics`列出這個專題的編號，或刪除檔案。",
    severity="warning",
)


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report names, terms, sources and topics that nothing uses.

    Nothing is reported while an entry is invalid: its mentions are unknown.
    """
    if not all(summary.sound for summary in corpus_index.summaries.values()):
        return
    used = _used(corpus_index)
    for key, summary in corpus_index.summaries.items():
        if key not in used and (message := _message(key.kind)):
            yield Diagnostic(Place(summary.path), message)


def _message(kind: Kind) -> Message | None:
    """What an unused entry of a kind gets; articles and claims stand on their own."""
    match kind:
        case "name":
            return UNUSED_NAME
        case "term":
            return UNUSED_TERM
        case "source":
            return UNUSED_SOURCE
        case "topic":
            return UNUSED_TOPIC
        case "article" | "claim":
            return None
    assert_never(kind)


def _used(corpus_index: CorpusIndex) -> set[Key]:
    """Return the entries that others mention or refer to, and the terms related to those."""
    used: set[Key] = set()
    related: dict[Key, list[Key]] = {}
    for key, summary in {**corpus_index.drafts, **corpus_index.summaries}.items():
        used |= summary.mentions - {key}
        if key.kind == "term":
            related[key] = list(summary.references)
        else:
            used.update(target for target in summary.references if target != key)
    return used | _reached(used, related)


def _reached(used: set[Key], related: dict[Key, list[Key]]) -> set[Key]:
    """Return the terms that are related to those in use, directly or through others."""
    reached: set[Key] = set()
    waiting = [key for key in related if key in used]
    while waiting:
        new = set(related.get(waiting.pop(), ())) - reached
        reached |= new
        waiting += new
    return reached
