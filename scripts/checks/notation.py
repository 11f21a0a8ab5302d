r"""Notation. 標記。

Finds headings, lists, tables, bold type and other notation that our texts do not have.

A text is one paragraph. It may hold links, `[words](term:id)`, and emphasis, `*words*`, and titles
and other short plain texts not even these. Whatever else Markdown, wikis or HTML have a notation
for cannot be set, so readers would see the signs as they stand. This check finds

- more than one paragraph, headings, lists, tables, quotations and rules;
- bold and struck-out type, code, raised and lowered letters, formulas and icons by name;
- pictures, footnotes, and links other than ours;
- links and emphasis in a plain text.

A single line that begins with a number or a dash is left alone, and so is a sign with a backslash
before it.

## Example

```yaml
en: >-
  The **first** boat leaves at eight. See `timetable`.
zh-Hant: >-
  **頭班**船八時開出，見`時間表`。
```

Readers would see the asterisks and the backticks.

## How to mend it

Put one asterisk on each side for emphasis, and say the rest in words. Make a further passage of a
further paragraph, and a sentence of a list: “Three boats sail: one at eight, one at nine and one at
ten.” A sign that belongs to the text gets a backslash before it: `\~`.

---

找出標題、列表、表格、粗體等本站文本沒有的標記。

每段文本只有一個段落，可用的標記只有連結（`[文字](term:編號)`）和強調（`*文字*`）；
標題等短文連這兩種也沒有。Markdown、維基和HTML的其他標記都不能排印，讀者會原樣看到。本檢查會找出：

- 多於一個段落，以及標題、列表、表格、引文和橫線；
- 粗體、刪除線、程式碼、上標、下標、算式，以及用名稱表示的圖示；
- 圖片、註腳，以及並非本站寫法的連結；
- 短文中的連結和強調。

只有一行以數字或橫線開首的，以及前面有反斜線的符號，一概不理會。

## 例子

```yaml
en: >-
  The **first** boat leaves at eight. See `timetable`.
zh-Hant: >-
  **頭班**船八時開出，見`時間表`。
```

讀者會看到星號和反引號。

## 如何改正

如要強調，請在字詞兩旁各加一個星號；其餘請用文字表達。多出的段落可另立一節，
列表可改寫成句子，例如：「渡輪共開三班：八時、九時和十時。」符號如屬文字本身，
請在前面加反斜線：`\~`。
"""

import re
from collections.abc import Iterator

from ..diagnostics.diagnostic import Diagnostic, Message, Place
from ..model import MODELS
from ..reading.entry import is_label, is_prose
from ..reading.parsed_entry import ParsedEntry
from ..reading.yaml_tree import Location, Scalar, YamlTree
from .support.foreign_notation import Found, Kind, at_lines, within

NOTATION = Message(
    "unknown-notation",
    "“{found}” is notation for {what}, and readers would see it as it stands.",
    "「{found}」是{what_zh}的標記，讀者會原樣看到。",
    "{instead} Put a backslash before a sign that belongs to the text.",
    "{instead_zh}符號如屬文字本身，請在前面加反斜線。",
)
PARAGRAPHS = Message(
    "several-paragraphs",
    "A second paragraph begins here, but a text is one paragraph.",
    "第二個段落由此開始，但每段文本只有一個段落。",
    "Join the two; or in an article, make a passage of each.",
    "請合為一段；如屬文章，可分為兩節。",
)
IN_PLAIN_TEXT = Message(
    "notation-in-plain-text",
    "This short text has neither links nor emphasis: readers would see “{found}” as it stands.",
    "此處的短文不設連結和強調，讀者會原樣看到「{found}」。",
    "Write the words alone.",
    "只寫文字本身即可。",
)
LINK = (
    "Our links are `[words](https://…)` and `[words](term:id)`.",
    "連結請寫成`[文字](https://…)`或`[文字](term:編號)`。",
)
WORDS = ("Say it in words.", "請用文字表達。")
STRESS = (
    "For emphasis, put one asterisk on each side: `*words*`.",
    "如要強調，請在字詞兩旁各加一個星號：`*字詞*`。",
)
# What each kind is for, and what helps, in both languages.
MEANT: dict[Kind, tuple[str, str, tuple[str, str]]] = {
    "bold": ("bold type", "粗體", STRESS),
    "emphasis": ("emphasis", "強調", STRESS),
    "struck": (
        "struck-out type",
        "刪除線",
        ("Delete it, or say in words that it no longer holds.", "請刪去，或以文字說明已不適用。"),
    ),
    "marked": ("marked text", "標示文字", STRESS),
    "code": (
        "code",
        "程式碼",
        ("Write plain words, in quotation marks if need be.", "請改寫為一般文字，有需要時加引號。"),
    ),
    "raised": (
        "raised or lowered letters",
        "上標或下標",
        ("Write the signs themselves, as in m² and CO₂.", "請直接輸入符號，如m²、CO₂。"),
    ),
    "picture": ("a picture", "圖片", ("Texts have no pictures.", "文本不設圖片。")),
    "footnote": (
        "a footnote",
        "註腳",
        ("Put the remark in the text, or in the field `note`.", "請寫入正文，或寫在`note`欄位。"),
    ),
    "reference": ("a link", "連結", LINK),
    "address": ("a web address", "網址", LINK),
    "icon": ("an icon", "圖示", WORDS),
    "formula": ("a formula", "算式", WORDS),
    "attributes": ("attributes", "屬性", ("Delete it.", "請刪去。")),
    "wiki": ("another site’s texts", "其他網站的文字", STRESS),
    "heading": (
        "a heading",
        "標題",
        ("In an article, give the section a title.", "如屬文章，請為該部分加上標題。"),
    ),
    "list": ("a list", "列表", ("Write it as a sentence.", "請改寫成句子。")),
    "table": ("a table", "表格", ("Write it as sentences.", "請改寫成句子。")),
    "rule": ("a heading or a rule", "標題或橫線", ("Delete the line.", "請刪去此行。")),
    "quotation": ("a quotation", "引文", ("Put the words in quotation marks.", "請加引號。")),
    "block": ("a block of its own", "獨立區塊", WORDS),
}
SHOWN = 40  # characters of a find in a message


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Tell of notation that our texts do not have, also in an entry that is otherwise broken."""
    model = MODELS[parsed.key.kind]
    for location, text in parsed.document.texts():
        if is_label(model, location):
            plain = not is_prose(model, location)
            yield from _of_text(parsed.document, location, text, plain=plain)


def _of_text(
    document: YamlTree, location: Location, text: str, *, plain: bool
) -> Iterator[Diagnostic]:
    for found in within(text, plain=plain):
        place = document.place_within(location, found.offset)
        yield _problem(place, found)
    whole = list(_of_lines(document, location, text))
    yield from whole
    second = _second_paragraph(document, location, text)
    if second is not None and not whole:
        yield Diagnostic(document.place_within(location, second), PARAGRAPHS)


def _problem(place: Place, found: Found) -> Diagnostic:
    shown = found.found if len(found.found) <= SHOWN else found.found[:SHOWN].rstrip() + "…"
    if found.kind in ("link", "stress"):
        return Diagnostic(place, IN_PLAIN_TEXT, {"found": shown})
    what, what_zh, (instead, instead_zh) = MEANT[found.kind]
    words = {"found": shown, "what": what, "what_zh": what_zh}
    return Diagnostic(place, NOTATION, words | {"instead": instead, "instead_zh": instead_zh})


def _of_lines(document: YamlTree, location: Location, text: str) -> Iterator[Diagnostic]:
    """The notation of whole lines: as they stand in the file, where the text takes up several."""
    node = document.node(location)
    if not isinstance(node, Scalar):
        return
    if node.start.line == node.end.line:
        lines = text.strip().split("\n")
        starts = [text.find(line.strip()) for line in lines]
        for number, found in at_lines([line.strip() for line in lines]):
            yield _problem(document.place_within(location, starts[number]), found)
        return
    written = document.text[node.start.offset : node.end.offset].split("\n")
    if not node.plain and written[0][:1] in "|>":
        written[0] = ""
    shift = 0 if node.plain else 1
    lines = [line.strip() for line in (written[0][shift:], *written[1:])]
    filled = [number for number, line in enumerate(lines) if line]
    for index, found in at_lines([lines[number] for number in filled]):
        number = filled[index]
        column = node.start.column + shift if number == 0 else 0
        column += len(written[number]) - len(written[number].lstrip())
        yield _problem(Place(document.path, node.start.line + number + 1, column + 1), found)


def _second_paragraph(document: YamlTree, location: Location, text: str) -> int | None:
    """Where a second paragraph begins.

    Lines are kept in a block with `|`, and an empty one parts paragraphs; elsewhere YAML makes a
    break of an empty line alone.
    """
    keeps_lines = document.text[document.node(location).start.offset] == "|"
    first = len(text) - len(text.lstrip())
    gap = re.compile(r"\n[^\S\n]*\n\s*" if keeps_lines else r"\n\s*").search(text, first)
    return gap.end() if gap and gap.end() < len(text) else None
