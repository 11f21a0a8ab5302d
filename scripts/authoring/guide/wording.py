"""The texts of the guide's pages around the docstrings, in both languages."""

from dataclasses import dataclass

from ...diagnostics.message import Severity
from ...languages import LanguageCode


@dataclass(frozen=True, slots=True)
class Words:
    """The texts around the docstrings."""

    guide: str
    path: str  # for screen readers
    checks: str
    description: str
    introduction: str
    severity: dict[Severity, str]
    reports: str
    signed: str
    unsigned: str
    unsilenced: str
    silence: str
    silencing: str


WORDS: dict[LanguageCode, Words] = {
    "en": Words(
        guide="Guide",
        path="You are here",
        checks="Checks",
        description="All the checks on what editors write, and the problems that they report.",
        introduction="""\
These checks run on every change that somebody proposes. The first line of a message ends with the
id, in square brackets, of the check that found the problem. An error must be fixed before the site
is published; a warning asks you to look again.""",
        severity={"error": "error", "warning": "warning"},
        reports="What it reports",
        signed="The first line of its messages ends with `[{id}]`.",
        unsigned="Its messages have no id in square brackets.",
        unsilenced="This check cannot be silenced.",
        silence="How to silence it",
        silencing="""\
A check may be wrong about a passage, or the source itself may be inconsistent. In that case, put a
waiver with the reason in the passage:

```yaml
- id: p3
  waivers:
    - check: {id}
      reason: Why the check is wrong about this passage.
```

The check is silent there and nowhere else. For a text outside the passages, write `waivers:` at the
very beginning of a line: it applies to the whole entry. There is no other way to silence a check.

[More on waivers](waivers.md)""",
    ),
    "zh-Hant": Words(
        guide="指南",
        path="目前位置",
        checks="各項檢查",
        description="你所寫的內容要經過哪些檢查，各項檢查會指出甚麼問題。",
        introduction="""\
每次有人提交修改，程式都會做以下檢查。訊息首行末尾的方括號，寫明問題由哪項檢查發現。
「錯誤」必須改正，網站才會更新；「警告」則請你再看一遍。""",
        severity={"error": "錯誤", "warning": "警告"},
        reports="會指出的問題",
        signed="訊息首行以`[{id}]`結尾。",
        unsigned="這些訊息沒有方括號和編號。",
        unsilenced="這項檢查不可豁免。",
        silence="如何豁免",
        silencing="""\
檢查有時會判斷錯誤，原文本身也可能前後不一。遇到這種情況，請在該節寫明理由：

```yaml
- id: p3
  waivers:
    - check: {id}
      reason: 這一節為何不適用。
```

程式便只在那裏略過這項檢查。如果文字不屬於任何一節，請在行首（不縮排）寫`waivers:`，
豁免便適用於整個條目。
此外沒有其他豁免的方法。

[豁免詳情](waivers.md)""",
    ),
}

# The Chinese names of the messages' arguments; the English ones are the names in the code.
PLACES = {
    "article": "文章",
    "byte": "數值",
    "characters": "字數",
    "check": "檢查",
    "chinese": "中文寫法",
    "chinese_currency": "中文所用貨幣",
    "chinese_qualifier": "中文的限定詞",
    "circle": "循環",
    "cited": "所引段落",
    "claim": "說法",
    "count": "字數",
    "day": "日期",
    "elsewhere": "另見之處",
    "english": "英文寫法",
    "english_currency": "英文所用貨幣",
    "english_qualifier": "英文的限定詞",
    "entry": "條目",
    "expected": "應有內容",
    "field": "欄位",
    "figure": "數字",
    "finding": "證據所示",
    "form": "寫法",
    "forms": "各種寫法",
    "format": "格式",
    "found": "所見內容",
    "id": "編號",
    "independence": "獨立程度",
    "key": "欄位",
    "kind": "類別",
    "language": "語言",
    "least": "數目",
    "limit": "上限",
    "line": "行號",
    "missing": "所欠篇次",
    "name": "名稱",
    "number": "號碼",
    "offset": "位置",
    "original": "原文語言",
    "other": "另一方",
    "paragraph": "段落",
    "part": "篇次",
    "passage": "節",
    "path": "路徑",
    "period": "時段",
    "place": "所在位置",
    "problem": "原因",
    "qualifier": "限定詞",
    "reason": "原因",
    "region": "地區",
    "run": "相同字句",
    "scale": "單位",
    "series": "系列",
    "size": "大小",
    "source": "來源",
    "status": "狀態",
    "syllables": "音節數目",
    "target": "目標",
    "text": "文字",
    "type": "類型",
    "updated": "修訂日期",
    "usual": "常見長度",
    "value": "內容",
    "what": "用途",
    "where": "出處",
    "within": "所在區塊",
}
