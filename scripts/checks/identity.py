"""Ids within an entry. 條目內的編號。

Finds ids that appear twice on one page, and ids that are reserved for the page itself.

Passages and sections of an article, and paragraphs of a source, have ids of their own. Links from
elsewhere use these ids: `#p3` leads to passage p3 on the English and on the Chinese page.
Therefore no two ids on one page may be the same, not even those of a section and a passage. Ids
that differ only in capital letters count as the same.

A few ids are used by the page itself: `facing-page`, and all ids that begin with `article-`.

## Example

```yaml
sections:
  - id: crowds
    passages:
      - id: p1
      - id: p1
```

The second `p1` is reported, and the message gives the line of the first.

## How to fix it

Give the newer passage or section an unused id, such as one with the next number. Do not change an
id that is already published: somebody may have linked to it.

---

找出同一頁面內重複的編號，以及頁面本身已佔用的編號。

文章的各部分和各節，以及來源的段落，都有編號，供讀者連結：中英頁面的`#p3`都通往第三節。
因此同一頁面不可有兩個相同的編號，大小寫視為相同；部分與節的編號也不可相同。

頁面本身已用到的編號不可再用，即`facing-page`，以及以`article-`開首的編號。

## 例子

```yaml
sections:
  - id: crowds
    passages:
      - id: p1
      - id: p1
```

訊息會指出第二個`p1`重複了，並寫明第一個在哪一行。

## 如何改正

請把較新的編號改為未用過的編號，例如下一個數字。已發布的編號請不要更改，因為可能已有連結通往那裏。
"""

from collections.abc import Iterable, Iterator

from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..languages import LANGUAGES
from ..reading.messages import RESERVED_ID
from ..reading.parsed_entry import ParsedEntry, passages_in, sections_in
from ..reading.yaml_tree import Location, YamlTree

SAME_ID = Message(
    "same-id",
    "The id “{id}” appears here a second time; the first is on line {line}.",
    "編號「{id}」在此重複出現；第一次出現在第{line}行（大小寫視為相同）。",
    "Give each its own id. Keep one that is already published: readers may have linked to it.",
    "請改用不同的編號；已發布的編號不宜更改，因為可能已有連結通往那裏。",
)


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report repeated ids and those that the page itself uses."""
    document = parsed.document
    if parsed.key.kind == "article":
        places = [*sections_in(document), *passages_in(document)]
        anchors = [found for place in places for found in document.at("id", within=place)]
        yield from _repeated(document, document.at("pictures", "id"))
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
