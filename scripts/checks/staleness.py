"""Both texts are up to date. 中英文本同步。

Finds passages whose two texts nobody has compared, and passages that have changed since their
texts were compared.

When one text of a passage changes, the other may no longer say the same thing. The passage is
reported until somebody compares the two texts again and accepts them. Changes to links, emphasis
and line breaks do not count.

The accepted texts are recorded in the passage itself, in the line `accepted`, by eight letters and
digits for the English text and eight for the Chinese. These are calculated from the texts, so they
match no other texts. Readers see a note beside any passage whose texts have changed since then.

## Example

```yaml
written_first: en
accepted: 9c8b1f04 1d2e77a0
en: The boat sails at half past eight.
zh-Hant: 渡輪8時開出。
```

The two texts were accepted when the English still said “at eight”. The English has changed, so the
Chinese may be out of date.

## How to fix it

Compare the two texts, and update the one that is out of date. Then accept both: put the line that
the message gives below `written_first`, or in place of the old line. On your own computer, a
command does this for a passage, an article or a whole folder:

```
make accept PATHS=content/articles/some-article.yml#p3
```

Accept only what you have read: by adding that line, you confirm that both texts say the same thing.

---

找出哪些節的兩種文本從未核對，或在上次核對後有改動。

某一節的一種文本修改之後，兩種文本的意思未必仍然一致。檢查程式會一直列出這一節，
直至有人再次核對兩種文本，並確認兩者一致。增刪連結或強調標記，
或改變換行位置，都不算改動。

該節的`accepted`一行，用來辨認已確認的文字：英文、中文各有八個字元，
由文字本身計算出來，文字一改便不相符。如果某節未經核對，網頁會附上說明，提醒讀者。

## 例子

```yaml
written_first: en
accepted: 9c8b1f04 1d2e77a0
en: The boat sails at half past eight.
zh-Hant: 渡輪8時開出。
```

確認的時候，英文仍是「at eight」。其後英文改了，中文可能已經過時。

## 如何改正

請核對兩種文本，修訂過時的一種，然後確認：把訊息所示的一行加在`written_first`之下，
或取代原有的一行。如果用自己的電腦編輯，可用指令處理一節、一篇文章或整個資料夾：

```
make accept PATHS=content/articles/some-article.yml#p3
```

沒有讀過的，請不要確認：寫上這一行，便表示你確認兩種文本內容一致。
"""

from collections.abc import Iterator

from ..analysis.sign_off import SignOffState, sign_off_digest, sign_off_state
from ..diagnostics.arguments import Arguments
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..model import Article
from ..reading.parsed_entry import ParsedEntry
from ..reading.yaml_tree import Location, YamlTree

NOT_ACCEPTED = Message(
    "not-accepted",
    "Nobody has yet confirmed that both texts of passage “{id}” say the same thing.",
    "「{id}」一節尚未有人確認中英文本內容一致。",
    "Compare both texts. If they say the same thing, add the line `accepted: {accepted}` below "
    "`written_first`, with the same indentation of {indent} spaces. Or run: {command}",
    "請核對兩種文本。如果內容一致，請在`written_first`之下加上`accepted: {accepted}`一行，"
    "同樣縮排{indent}格；或執行：{command}",
    severity="warning",
)
ENGLISH_CHANGED = Message(
    "english-changed",
    "The English of passage “{id}” has changed since both texts were last compared; the "
    "Chinese may be out of date.",
    "「{id}」一節的英文在上次核對後有改動，中文可能已經過時。",
    "Revise the Chinese if necessary. Once both texts say the same thing, write "
    "`accepted: {accepted}` here. Or run: {command}",
    "請按需要修訂中文。兩者內容一致後，請將此行改為`accepted: {accepted}`；或執行：{command}",
    severity="warning",
)
CHINESE_CHANGED = Message(
    "chinese-changed",
    "The Chinese of passage “{id}” has changed since both texts were last compared; the "
    "English may be out of date.",
    "「{id}」一節的中文在上次核對後有改動，英文可能已經過時。",
    "Revise the English if necessary. Once both texts say the same thing, write "
    "`accepted: {accepted}` here. Or run: {command}",
    "請按需要修訂英文。兩者內容一致後，請將此行改為`accepted: {accepted}`；或執行：{command}",
    severity="warning",
)
BOTH_CHANGED = Message(
    "both-changed",
    "Both texts of passage “{id}” have changed since they were last compared.",
    "「{id}」一節的中英文本在上次核對後均有改動。",
    "Compare the two texts. Once they say the same thing, write `accepted: {accepted}` here. Or "
    "run: {command}",
    "請核對兩種文本。兩者內容一致後，請將此行改為`accepted: {accepted}`；或執行：{command}",
    severity="warning",
)
MESSAGES: dict[SignOffState, Message] = {
    "not-accepted": NOT_ACCEPTED,
    "english-changed": ENGLISH_CHANGED,
    "chinese-changed": CHINESE_CHANGED,
    "both-changed": BOTH_CHANGED,
}


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report passages whose current texts nobody has accepted."""
    if not isinstance(parsed.entry, Article) or not parsed.entry.is_whole:
        return
    document = parsed.document
    for location, _, passage in parsed.entry.located_passages():
        if message := MESSAGES.get(sign_off_state(passage)):
            arguments: Arguments = {
                "id": passage.id,
                "accepted": sign_off_digest(passage),
                "command": f"make accept PATHS={document.path}#{passage.id}",
                "indent": _indent(document, location),
            }
            yield Diagnostic(document.place((*location, "accepted")), message, arguments)


def _indent(document: YamlTree, passage: Location) -> int:
    """Return the indentation of a passage's fields."""
    return document.place_of_key((*passage, "written_first")).column - 1
