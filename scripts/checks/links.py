"""Links. 連結。

Finds broken links in a text.

A link, such as `[words](term:soft-power)`, must lead to an entry that exists, or to a web address
that begins with https:// or http://. The target `none:` prevents words from being linked.

## Example

```yaml
en: The [ferry](term:fery) sails at eight.
```

No term has the id `fery`; the message suggests `ferry`.

## How to fix it

Write the kind and the id of an entry, joined by a colon: `term:`, `name:`, `claim:` or `source:`.
The id is the name of the entry’s file without `.yml`.

---

找出文本內無效的連結。

連結如`[軟實力](term:soft-power)`，必須通往現有的條目，或以https://、http://開首的網址。
如果寫成`[文字](none:)`，那些字便不會成為連結。

## 例子

```yaml
zh-Hant: [渡輪](term:fery)8時開出。
```

沒有編號為`fery`的詞語；訊息會問是否想寫`ferry`。

## 如何改正

請寫上類別和編號，中間以半形冒號相連，即`term:`、`name:`、`claim:`或`source:`之後接編號。
編號即條目檔案名稱去掉`.yml`。
"""

import re
from collections.abc import Iterator

from ..analysis.corpus_index import CorpusIndex
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..text.markup import UNLINKED, WEB_SCHEMES, Target
from ..text.mentions import key_of
from .references import UNKNOWN_ENTRY, nearest_entry

UNKNOWN_SCHEME = Message(
    "unknown-link",
    "“{target}” cannot be the target of a link.",
    "「{target}」不可用作連結的目標。",
    "Use term:, name:, claim: or source: with an id, none:, or an address that begins with https://.",
    "請填term:、name:、claim:或source:加編號，也可填none:，或以https://開首的網址。",
)


LINK_TO_DRAFT = Message(
    "link-to-draft",
    "“{target}” is a draft: readers see these words without a link.",
    "「{target}」仍是草稿，讀者看到的文字沒有連結。",
    "Publish it by deleting its line `status: draft`, or delete this link.",
    "請刪去該條目的`status: draft`一行，把它發布；或刪去此連結。",
    severity="warning",
)


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report broken links in texts."""
    for summary in corpus_index.summaries.values():
        broken = [target for target in summary.links if not _can_be_followed(corpus_index, target)]
        if broken:
            for target, spot in corpus_index.places(summary.key).links:
                if target in broken:
                    place = corpus_index.place(summary.key, spot)
                    yield _problem(corpus_index, place, target)


def _can_be_followed(corpus_index: CorpusIndex, target: Target) -> bool:
    entry = key_of(target)
    if entry is not None:
        return corpus_index.knows(entry)
    return target.scheme == UNLINKED or _is_web(target)


def _problem(corpus_index: CorpusIndex, place: Place, target: Target) -> Diagnostic:
    entry = key_of(target)
    if entry in corpus_index.drafts:
        return Diagnostic(place, LINK_TO_DRAFT, {"target": str(target)})
    if entry is not None:
        return Diagnostic(place, UNKNOWN_ENTRY, nearest_entry(corpus_index, entry))
    return Diagnostic(place, UNKNOWN_SCHEME, {"target": str(target)})


def _is_web(target: Target) -> bool:
    """Whether a target has a host: browsers take `https:page` for a page of this site."""
    is_address = re.match(r"https?://[^\s/]", target.value)
    return target.scheme in WEB_SCHEMES and is_address is not None
