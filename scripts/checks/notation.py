r"""Notation. 標記。

Finds headings, lists, tables, bold type and other notation that our texts do not support.

A text is one paragraph. It may contain links, `[words](term:id)`, and emphasis, `*words*`; titles
and other short plain texts may not contain either. Other notation of Markdown, wikis or HTML is
not supported, so readers would see the signs as written. This check finds

- more than one paragraph, headings, lists, tables, quotations and rules;
- bold and struck-out type, code, superscripts and subscripts, formulas and icons by name;
- pictures, footnotes, and links in any notation other than ours;
- links and emphasis in a plain text.

A single line that begins with a number or a dash is not reported. A sign with a backslash before
it is not reported either.

## Example

```yaml
en: >-
  The **first** boat leaves at eight. See `timetable`.
zh-Hant: >-
  **頭班**船八時開出，見`時間表`。
```

Readers would see the asterisks and the backticks.

## How to fix it

For emphasis, put one asterisk on each side of the words. Express in words whatever other notation
was meant to show. Turn a second paragraph into a passage of its own, and a list into a sentence:
“Three boats sail: one at eight, one at nine and one at ten.” Put a backslash before a sign that is
part of the text: `\~`.

---

找出標題、列表、表格、粗體等本站文本沒有的標記。

每個文本只可有一個段落，可用的標記只有連結（`[文字](term:編號)`）和強調（`*文字*`）；
標題等短文連這兩種也不可用。Markdown、維基和HTML的其他標記都沒有作用，讀者會看到原來的符號。本檢查會找出：

- 多於一個段落，以及標題、列表、表格、引文和橫線；
- 粗體、刪除線、程式碼、上標、下標、算式，以及用名稱表示的圖示；
- 圖片、註腳，以及並非本站寫法的連結；
- 短文中的連結和強調。

如果只有一行以數字或橫線開首，或符號前面有反斜線，本檢查不會理會。

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
列表可以改寫成句子，例如：「渡輪共開三班：八時、九時和十時。」符號如果是文字的一部分，
請在前面加反斜線：`\~`。
"""

import re
from collections.abc import Iterator

from ..diagnostics.arguments import Bilingual
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..reading.parsed_entry import ParsedEntry
from ..reading.yaml_tree import Location, Scalar, YamlTree
from .support.foreign_notation import Found, Kind, at_lines, within

NOTATION = Message(
    "unknown-notation",
    "“{found}” is notation for {what}, and readers would see it as written.",
    "「{found}」是{what}的標記，讀者會看到原來的符號。",
    "{instead} Put a backslash before a sign that is part of the text.",
    "{instead}符號如果是文字的一部分，請在前面加反斜線。",
)
PARAGRAPHS = Message(
    "several-paragraphs",
    "A second paragraph begins here, but a text may have only one paragraph.",
    "第二個段落由此開始，但每個文本只可有一個段落。",
    "Join the two paragraphs or, in an article, make each of them a passage of its own.",
    "請合為一段；如果是文章，可以分為兩節。",
)
IN_PLAIN_TEXT = Message(
    "notation-in-plain-text",
    "This plain text cannot have links or emphasis, so readers would see “{found}” as written.",
    "此處的短文不可有連結和強調，讀者會看到「{found}」。",
    "Write the words only, without the notation.",
    "只寫文字本身即可。",
)
LINK = Bilingual(
    "Our links are `[words](https://…)` and `[words](term:id)`.",
    "連結請寫成`[文字](https://…)`或`[文字](term:編號)`。",
)
WORDS = Bilingual("Express it in words.", "請用文字表達。")
STRESS = Bilingual(
    "For emphasis, put one asterisk on each side: `*words*`.",
    "如要強調，請在字詞兩旁各加一個星號：`*字詞*`。",
)
# The meaning of each kind of notation, and the remedy.
MEANT: dict[Kind, tuple[Bilingual, Bilingual]] = {
    "bold": (Bilingual("bold type", "粗體"), STRESS),
    "emphasis": (Bilingual("emphasis", "強調"), STRESS),
    "struck": (
        Bilingual("struck-out type", "刪除線"),
        Bilingual(
            "Delete it, or say in words that it no longer applies.",
            "請刪去，或以文字說明已不適用。",
        ),
    ),
    "marked": (Bilingual("marked text", "標示文字"), STRESS),
    "code": (
        Bilingual("code", "程式碼"),
        Bilingual(
            "Write plain words, in quotation marks if necessary.",
            "請改寫為一般文字，有需要時加引號。",
        ),
    ),
    "raised": (
        Bilingual("superscripts or subscripts", "上標或下標"),
        Bilingual("Write the signs themselves, as in m² and CO₂.", "請直接輸入符號，如m²、CO₂。"),
    ),
    "picture": (
        Bilingual("a picture", "圖片"),
        Bilingual("Texts cannot contain pictures.", "文本不可有圖片。"),
    ),
    "footnote": (
        Bilingual("a footnote", "註腳"),
        Bilingual(
            "Put the remark in the text, or in the field `note`.", "請寫入正文，或寫在`note`欄位。"
        ),
    ),
    "reference": (Bilingual("a link", "連結"), LINK),
    "address": (Bilingual("a web address", "網址"), LINK),
    "icon": (Bilingual("an icon", "圖示"), WORDS),
    "formula": (Bilingual("a formula", "算式"), WORDS),
    "attributes": (Bilingual("attributes", "屬性"), Bilingual("Delete it.", "請刪去。")),
    "wiki": (Bilingual("another site’s texts", "其他網站的文字"), STRESS),
    "heading": (
        Bilingual("a heading", "標題"),
        Bilingual("In an article, give the section a title.", "如果是文章，請為該部分加上標題。"),
    ),
    "list": (Bilingual("a list", "列表"), Bilingual("Write it as a sentence.", "請改寫成句子。")),
    "table": (Bilingual("a table", "表格"), Bilingual("Write it as sentences.", "請改寫成句子。")),
    "rule": (
        Bilingual("a heading or a rule", "標題或橫線"),
        Bilingual("Delete the line.", "請刪去此行。"),
    ),
    "quotation": (
        Bilingual("a quotation", "引文"),
        Bilingual("Put the words in quotation marks.", "請加引號。"),
    ),
    "block": (Bilingual("a block of its own", "獨立區塊"), WORDS),
}
SHOWN = 40  # characters of the notation shown in a message


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Tell of notation that our texts do not have, also in an entry that is otherwise broken."""
    for location, text, is_label, is_prose in parsed.texts():
        if is_label:
            yield from _of_text(parsed.document, location, text, plain=not is_prose)


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
    what, instead = MEANT[found.kind]
    return Diagnostic(place, NOTATION, {"found": shown, "what": what, "instead": instead})


def _of_lines(document: YamlTree, location: Location, text: str) -> Iterator[Diagnostic]:
    """Report notation of whole lines, by the lines of the file if the text has several."""
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
    """Return the offset of a second paragraph.

    A block with `|` keeps its lines, and an empty one separates paragraphs; elsewhere YAML turns
    only an empty line into a break.
    """
    keeps_lines = document.text[document.node(location).start.offset] == "|"
    first = len(text) - len(text.lstrip())
    gap = re.compile(r"\n[^\S\n]*\n\s*" if keeps_lines else r"\n\s*").search(text, first)
    return gap.end() if gap and gap.end() < len(text) else None
