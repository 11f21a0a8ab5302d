"""Independence. 證據的獨立性。

Finds evidence that is called independent although it was published by whoever makes the claim.

A document supports or contradicts a claim only if it is based on its own observation or records.
Whatever the asserter publishes merely repeats the claim. So the `publisher` of evidence that is
`independent` must not be the body named under `asserted_by`, in any form of that name.

## Example

```yaml
asserted_by:
  name: puffin-ferries
evidence:
  - finding: supports
    publisher: {en: Puffin Ferries, zh-Hant: 海鸚渡輪}
    independence: independent
```

The company makes the claim, and the company also published the evidence. (This example leaves out
fields that do not matter here.)

## How to fix it

Set `independence` to `own announcement` and `finding` to `neither`. Then look for a document in
which somebody else reports their own observation or count, and set the status according to what you
find.

---

找出標示為獨立來源、其實由提出說法的一方發布的證據。

文件的內容出自作者本身的觀察或紀錄，才可支持或推翻說法；
提出者自己發表的文件，只是把說法再說一遍。
因此，證據如果標示為`independent`，`publisher`便不可以是`asserted_by`所填的一方，不論用的是哪種寫法。

## 例子

```yaml
asserted_by:
  name: puffin-ferries
evidence:
  - finding: supports
    publisher: {en: Puffin Ferries, zh-Hant: 海鸚渡輪}
    independence: independent
```

說法由公司提出，證據也由公司自己提供。（無關的欄位沒有列出。）

## 如何改正

請把`independence`改為`own announcement`，`finding`改為`neither`，
然後另找由親眼見過或點算過的人所寫的文件，再按找到的結果填寫狀態。
"""

from collections.abc import Iterator

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..languages import LANGUAGES
from ..model import Claim, Key, Label
from ..reading.parsed_entry import ParsedEntry
from ..text.lexicon import Lexicon

PUBLISHED_BY_ASSERTER = Message(
    "published-by-asserter",
    "This evidence is called independent, but it was published by “{name}”, who makes the claim.",
    "這份證據標示為獨立，發布者卻是提出說法的「{name}」。",
    "Set its independence to own announcement and its finding to neither.",
    "請把independence改為own announcement，finding改為neither。",
)


def check(parsed: ParsedEntry, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Report independent evidence that the asserter of the claim published."""
    claim = parsed.entry
    if not isinstance(claim, Claim):
        return
    asserter = Key("name", claim.asserted_by.name)
    for number, evidence in enumerate(claim.evidence):
        if evidence.independence != "independent":
            continue
        if asserter in _names(evidence.publisher, lexicon):
            place = parsed.document.place(("evidence", number, "independence"))
            yield Diagnostic(place, PUBLISHED_BY_ASSERTER, {"name": asserter.id})


def _names(label: Label, lexicon: Lexicon) -> frozenset[Key]:
    """The entries that a label mentions in either language."""
    return lexicon.mentions((label.of(one.code), one.code) for one in LANGUAGES)
