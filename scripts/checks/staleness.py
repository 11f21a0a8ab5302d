"""Both texts are up to date. 中英文本同步。

Finds passages whose two texts nobody has read together, or that have changed since somebody did.

When one language of a passage is changed, the other may no longer say the same. The pair is
reported until somebody reads the two together again and accepts them. Changes of links, of
emphasis and of where lines are broken do not count.

Which texts were accepted is recorded in the passage itself, in the line `accepted`: eight digits
and letters for the English text and eight for the Chinese. They are worked out from the texts, so
that they fit no others. Readers see a note beside a passage that is out of step.

## Example

```yaml
written_first: en
accepted: 9c8b1f04 1d2e77a0
en: The boat sails at half past eight.
zh-Hant: 渡輪8時開出。
```

The pair was accepted when the English still said “at eight”. The English has changed, so the
Chinese may be out of date.

## How to mend it

Read both texts together, and change the one that has fallen behind. Then accept the pair: put
the line that the message gives below `written_first`, or in the place of the old one. On your own
computer a command does this for a passage, an article or a whole folder:

```
make accept PATHS=content/articles/some-article.yml#p3
```

Accept only what you have read: by that line you vouch that both texts say the same.

---

找出兩種文本從未對讀，或上次對讀後曾有改動的段落。

段落的一種文本修改後，另一種未必仍說同樣的話。這樣的段落會一直列出，
直至有人再次對讀兩種文本，並確認兩者一致。增刪連結、強調，或改變換行位置，不算改動。

已確認的是哪些文字，記在段落內的`accepted`一行：英文、中文各有八個字元，
由文字本身計算而來，換了文字便不相符。未同步的段落，網頁上會附有說明，提醒讀者。

## 例子

```yaml
written_first: en
accepted: 9c8b1f04 1d2e77a0
en: The boat sails at half past eight.
zh-Hant: 渡輪8時開出。
```

確認之時，英文仍是「at eight」。其後英文改了，中文可能已經過時。

## 如何改正

請對讀兩種文本，修訂落後的一種，然後加以確認：把訊息所示的一行加在`written_first`之下，
或用以取代舊有的一行。如在自己的電腦上編輯，可用指令處理一個段落、一篇文章或整個資料夾：

```
make accept PATHS=content/articles/some-article.yml#p3
```

未讀過的請勿確認：寫上這一行，即表示你確認兩種文本內容一致。
"""

from collections.abc import Iterator

from ..analysis.sign_off import SignOffState, sign_off_digest, sign_off_state
from ..diagnostics.arguments import Arguments
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..model import Article, Passage
from ..reading.parsed_entry import ParsedEntry
from ..reading.yaml_tree import Location, YamlTree

NOT_ACCEPTED = Message(
    "not-accepted",
    "Nobody has yet accepted passage “{id}” as saying the same in both languages.",
    "段落「{id}」尚未有人確認中英文本內容一致。",
    "Read both texts together. If they say the same, add the line `accepted: {accepted}` below "
    "`written_first`, indented by {indent} spaces like it. Or run: {command}",
    "請對讀兩種文本。如內容一致，請在`written_first`之下加上`accepted: {accepted}`一行，"
    "同樣縮排{indent}格；或執行：{command}",
    severity="warning",
)
ENGLISH_CHANGED = Message(
    "english-changed",
    "The English of passage “{id}” has changed since both texts were last read together; the "
    "Chinese may be out of date.",
    "段落「{id}」的英文在上次對讀後已有改動，中文可能已經過時。",
    "Revise the Chinese if need be. Once both say the same, write `accepted: {accepted}` here. Or "
    "run: {command}",
    "請視乎需要修訂中文。兩者內容一致後，請將此行改為`accepted: {accepted}`；或執行：{command}",
    severity="warning",
)
CHINESE_CHANGED = Message(
    "chinese-changed",
    "The Chinese of passage “{id}” has changed since both texts were last read together; the "
    "English may be out of date.",
    "段落「{id}」的中文在上次對讀後已有改動，英文可能已經過時。",
    "Revise the English if need be. Once both say the same, write `accepted: {accepted}` here. Or "
    "run: {command}",
    "請視乎需要修訂英文。兩者內容一致後，請將此行改為`accepted: {accepted}`；或執行：{command}",
    severity="warning",
)
BOTH_CHANGED = Message(
    "both-changed",
    "Both texts of passage “{id}” have changed since they were last read together.",
    "段落「{id}」的中英文本在上次對讀後均有改動。",
    "Read them together. Once both say the same, write `accepted: {accepted}` here. Or run: "
    "{command}",
    "請對讀兩種文本。兩者內容一致後，請將此行改為`accepted: {accepted}`；或執行：{command}",
    severity="warning",
)
MESSAGES: dict[SignOffState, Message] = {
    "not-accepted": NOT_ACCEPTED,
    "english-changed": ENGLISH_CHANGED,
    "chinese-changed": CHINESE_CHANGED,
    "both-changed": BOTH_CHANGED,
}


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Tell of each passage whose texts nobody has accepted as they are."""
    if not isinstance(parsed.entry, Article):
        return
    document = parsed.document
    for unit in parsed.units:
        passage = unit.label
        if isinstance(passage, Passage) and (message := MESSAGES.get(sign_off_state(passage))):
            arguments: Arguments = {
                "id": passage.id,
                "accepted": sign_off_digest(passage),
                "command": f"make accept PATHS={document.path}#{passage.id}",
                "indent": _indent(document, unit.location),
            }
            yield Diagnostic(document.place((*unit.location, "accepted")), message, arguments)


def _indent(document: YamlTree, passage: Location) -> int:
    """How many spaces stand before a passage's fields."""
    return document.place_of_key((*passage, "written_first")).column - 1
