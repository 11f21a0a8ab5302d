"""Ids within an entry. 條目內的編號。

Finds ids that appear twice on one page, and ids that the page itself needs.

Passages and sections of an article, and paragraphs of a source, have ids of their own. Readers’
links lead to them: `#p3` is the third passage on either page. So no two ids on one page may be the
same, and capital letters make no difference. A section and a passage may not share one either.

A few ids are taken by the page itself: `facing-page`, and all that begin with `article-`.

## Example

```yaml
sections:
  - id: crowds
    passages:
      - id: p1
      - id: p1
```

The second `p1` is reported, with the line of the first.

## How to mend it

Give the newer of the two an id that is free, such as the next number. Leave an id that is already
published as it is, for somebody may have linked to it.

---

找出同一頁面內重複的編號，以及頁面本身已佔用的編號。

文章的段落和小節，以及來源的段落，各有編號，供讀者連結：中英頁面的`#p3`都通往第三段。
因此同一頁面不可有兩個相同的編號，大小寫視為相同；小節與段落的編號也不可相同。

頁面本身已用到的編號不可再用，即`facing-page`，以及以`article-`開首的編號。

## 例子

```yaml
sections:
  - id: crowds
    passages:
      - id: p1
      - id: p1
```

會指出第二個`p1`，並註明第一個在哪一行。

## 如何改正

請為較新的一個改用未用過的編號，例如下一個數字。已發布的編號請勿更改，因為可能已有人連結到該處。
"""

from collections.abc import Iterable, Iterator

from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..languages import LANGUAGES
from ..reading.messages import RESERVED_ID
from ..reading.parsed_entry import ParsedEntry
from ..reading.yaml_tree import Location, YamlTree

SAME_ID = Message(
    "same-id",
    "The id “{id}” appears here a second time; the first is on line {line}.",
    "編號「{id}」在此重複出現；首次見於第{line}行（大小寫視為相同）。",
    "Give each its own id. Keep one that is already published, for readers’ links rest on it.",
    "請各用不同編號；已發布的編號不宜更改，因為讀者的連結以此為準。",
)


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Tell of each id that stands a second time or is not free."""
    document = parsed.document
    if parsed.key.kind == "article":
        anchors = [*document.at("sections", "id"), *document.at("sections", "passages", "id")]
        yield from _repeated(document, anchors)
        yield from _reserved(document, anchors)
    elif parsed.key.kind == "source":
        for language in LANGUAGES:
            yield from _repeated(document, document.at("paragraphs", language.code, "id"))


def _reserved(document: YamlTree, ids: Iterable[tuple[Location, str]]) -> Iterator[Diagnostic]:
    for location, value in ids:
        if value == "facing-page" or value.startswith("article-"):
            yield Diagnostic(document.place(location), RESERVED_ID, {"id": value})


def _repeated(document: YamlTree, ids: Iterable[tuple[Location, str]]) -> Iterator[Diagnostic]:
    placed = sorted((document.place(location), value) for location, value in ids if value)
    first: dict[str, Place] = {}
    for place, value in placed:
        earlier = first.setdefault(value.casefold(), place)
        if earlier is not place:
            yield Diagnostic(place, SAME_ID, {"id": value, "line": earlier.line})
