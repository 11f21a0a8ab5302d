r"""Notation. 標記。

Finds headings, code, struck-out type and other notation that our texts do not support.

A text may contain links, `[words](term:id)`, and emphasis, `*words*` or `**words**`; titles and
other short plain texts may not contain either. Only a passage of an article has
[paragraphs, lists, quotations, tables, pictures and footnotes](blocks.md); any other text is one
paragraph. Other notation of Markdown, wikis or HTML is not supported, so readers would see the
signs as written. This check finds

- headings, rules, code, struck-out type, superscripts and subscripts, formulas and icons by name;
- links other than ours, and pictures and footnotes that are written in another way;
- lists, tables, quotations and second paragraphs outside passages;
- blocks of a passage whose lines would be joined, because the text does not begin with `|`;
- links and emphasis where a text must be plain.

Outside passages, a single line that begins with a number or a dash is not reported. A sign with a
backslash before it is not reported anywhere.

## Example

```yaml
en: >-
  The __first__ boat leaves at eight. See `timetable`.
zh-Hant: >-
  __頭班__船八時開出，見`時間表`。
```

Readers would see the underscores and the backticks.

## How to fix it

For emphasis, put one or two asterisks on each side of the words. Express in words whatever other
notation was meant to show. Put a backslash before a sign that is part of the text: `\~`.

---

找出標題、程式碼、刪除線等本站文本沒有的標記。

文本可用連結（`[文字](term:編號)`）和強調標記（`*文字*`或`**文字**`）；
標題一類的簡短文字，連這兩種也不可用。
只有文章的各節可用[段落、列表、引文、表格、圖片和註腳](blocks.md)，其他文本都只有一個段落。
Markdown、維基和HTML的其他標記都沒有作用，讀者會看到原來的符號。本檢查會找出：

- 標題、橫線、程式碼、刪除線、上標、下標、算式，以及用名稱表示的圖示；
- 沒有按本站寫法書寫的連結、圖片和註腳；
- 文章各節以外的列表、表格、引文和第二個段落；
- 文章各節之中，文本沒有以`|`開首的列表和表格等，因為YAML會把各行連成一行；
- 簡短文字中的連結和強調標記。

在文章各節以外，如果只有一行以數字或橫線開首，本檢查不會指出；符號之前如果有反斜線，也不會指出。

## 例子

```yaml
en: >-
  The __first__ boat leaves at eight. See `timetable`.
zh-Hant: >-
  __頭班__船八時開出，見`時間表`。
```

讀者會看到底線和反引號。

## 如何改正

如果要強調，請在字詞兩旁各加一個或兩個星號；其他意思請用文字表達。符號如果是文字的一部分，
請在前面加反斜線：`\~`。
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from ..diagnostics.arguments import Arguments, Bilingual
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..reading.parsed_entry import FileText, ParsedEntry
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
LINES_JOINED = Message(
    "lines-joined",
    "This looks like {what}, but the lines of this text are joined into one.",
    "此處看似{what}，但這個文本的各行會連成一行。",
    "Write `{field}: |`, and below it the text, indented: `|` keeps the lines.",
    "請寫成`{field}: |`，文本另起一行，並加縮排；`|`會保留換行。",
)
IN_PLAIN_TEXT = Message(
    "notation-in-plain-text",
    "This plain text cannot have links or emphasis, so readers would see “{found}” as written.",
    "此處的簡短文字不可有連結或強調標記，讀者會看到原來的「{found}」。",
    "Write the words only, without the notation.",
    "請只寫文字本身。",
)
LINK = Bilingual(
    "Our links are `[words](https://…)` and `[words](term:id)`.",
    "連結請寫成`[文字](https://…)`或`[文字](term:編號)`。",
)
WORDS = Bilingual("Express it in words.", "請用文字表達。")
STRESS = Bilingual(
    "For emphasis, put an asterisk on each side, or two: `*words*`, `**words**`.",
    "如要強調，請在字詞兩旁各加一個或兩個星號：`*字詞*`、`**字詞**`。",
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
    "marked": (Bilingual("marked text", "螢光筆效果"), STRESS),
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
        Bilingual("Only articles have pictures.", "只有文章可以有圖片。"),
    ),
    "footnote": (
        Bilingual("a footnote", "註腳"),
        Bilingual(
            "Put the remark in the text; only the passages of articles have footnotes.",
            "請寫入正文；只有文章的各節可以有註腳。",
        ),
    ),
    "reference": (Bilingual("a link", "連結"), LINK),
    "address": (Bilingual("a web address", "網址"), LINK),
    "icon": (Bilingual("an icon", "圖示"), WORDS),
    "formula": (Bilingual("a formula", "算式"), WORDS),
    "attributes": (Bilingual("attributes", "屬性"), Bilingual("Delete it.", "請刪去。")),
    "wiki": (Bilingual("another site’s texts", "其他網站所用"), STRESS),
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
# What a passage can have, and how it is written there.
IN_PASSAGE: dict[Kind, Bilingual] = {
    "picture": Bilingual(
        "Describe the picture in the article’s `pictures`, and write `![](id)` on a line of its "
        "own between empty lines.",
        "請在文章的`pictures`列出圖片，再另起一行，寫上`![](編號)`，前後各空一行。",
    ),
    "footnote": Bilingual(
        "Number the footnote: `[^1]` in the text, and below it, on a line of its own, `[^1]: ` "
        "with the words of the footnote.",
        "註腳須編號：請在正文內寫`[^1]`，並在正文之下另起一行，寫`[^1]: `和註文。",
    ),
    "heading": Bilingual(
        "Give the section a title, or begin a new section.", "請為該部分加上標題，或另立一個部分。"
    ),
    "list": Bilingual(
        "Begin each item with `- `, or with `1. ` if the order matters, on a line of its own.",
        "請把每一項分行書寫，以`- `開首；如果有次序，則以`1. `開首。",
    ),
    "table": Bilingual(
        "Below the first row write a line of hyphens, `| --- | --- |`, and put an empty line "
        "before and after the table.",
        "請在首行之下加上一行連字號（`| --- | --- |`），表格前後各空一行。",
    ),
    "quotation": Bilingual("Begin its lines with `> `.", "各行以`> `開首。"),
}
BLOCKS = ("list", "table", "quotation", "footnote")
SECOND = Bilingual("a second paragraph", "第二個段落")
SHOWN = 40  # characters of the notation shown in a message


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Tell of notation that our texts do not have, also in an entry that is otherwise broken."""
    for value in parsed.texts():
        if value.is_label:
            yield from _within(parsed, value)
        if value.leaf and _keeps_lines(parsed.document, value.location):
            yield from _of_leaf(parsed, value)
        elif value.is_label and not value.leaf:
            yield from _of_whole(parsed.document, value.location, value.text)
    for location, text in parsed.passages():
        if not _keeps_lines(parsed.document, location):
            yield from _of_joined(parsed.document, location, text)


def _within(parsed: ParsedEntry, value: FileText) -> Iterator[Diagnostic]:
    """Report notation within lines."""
    is_passage = value.leaf is not None
    for found in within(value.text, plain=not value.is_prose, notes=is_passage):
        yield _problem(parsed.place_of_text(value, found.offset), found, is_passage=is_passage)


def _of_whole(document: YamlTree, location: Location, text: str) -> Iterator[Diagnostic]:
    """Report notation of whole lines, and a second paragraph, in a text that is one paragraph."""
    whole = [_problem(place, found) for place, found in _of_lines(document, location, text)]
    yield from whole
    second = _second_paragraph(document, location, text)
    if second is not None and not whole:
        yield Diagnostic(document.place_within(location, second), PARAGRAPHS)


def _of_leaf(parsed: ParsedEntry, value: FileText) -> Iterator[Diagnostic]:
    """Report notation of whole lines that is not one of a passage's blocks; cells have no lines."""
    if value.leaf and value.leaf.kind in ("heading", "cell"):
        return
    lines = value.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for index, found in at_lines([lines[number].strip() for number in filled]):
        place = parsed.place_of_text(value, starts[filled[index]])
        yield _problem(place, found, is_passage=True)


def _of_joined(document: YamlTree, location: Location, text: str) -> Iterator[Diagnostic]:
    """Report blocks in a passage whose lines YAML joins, so that they would be one paragraph."""
    language = str(location[-1])
    reported = False
    for place, found in _of_lines(document, location, text):
        reported = True
        if found.kind in BLOCKS:
            what = MEANT[found.kind][0]
            yield Diagnostic(place, LINES_JOINED, {"what": what, "field": language})
        else:
            yield _problem(place, found, is_passage=True)
    second = _second_paragraph(document, location, text)
    if second is not None and not reported:
        words: Arguments = {"what": SECOND, "field": language}
        yield Diagnostic(document.place_within(location, second), LINES_JOINED, words)


def _keeps_lines(document: YamlTree, location: Location) -> bool:
    r"""Whether a text is written with its line breaks: after `|`, in one line, or with `\n`."""
    node = document.node(location)
    is_block = document.text.startswith("|", node.start.offset)
    return is_block or not isinstance(node, Scalar) or node.start.line == node.end.line


def _problem(place: Place, found: Found, *, is_passage: bool = False) -> Diagnostic:
    shown = found.found if len(found.found) <= SHOWN else found.found[:SHOWN].rstrip() + "…"
    if found.kind in ("link", "stress"):
        return Diagnostic(place, IN_PLAIN_TEXT, {"found": shown})
    what, instead = MEANT[found.kind]
    if is_passage:
        instead = IN_PASSAGE.get(found.kind, instead)
    return Diagnostic(place, NOTATION, {"found": shown, "what": what, "instead": instead})


def _of_lines(document: YamlTree, location: Location, text: str) -> Iterator[tuple[Place, Found]]:
    """Yield notation of whole lines, by the lines of the file if the text has several."""
    node = document.node(location)
    if not isinstance(node, Scalar):
        return
    if node.start.line == node.end.line:
        lines = text.strip().split("\n")
        starts = [text.find(line.strip()) for line in lines]
        for number, found in at_lines([line.strip() for line in lines]):
            yield document.place_within(location, starts[number]), found
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
        yield Place(document.path, node.start.line + number + 1, column + 1), found


def _second_paragraph(document: YamlTree, location: Location, text: str) -> int | None:
    """Return the offset of a second paragraph.

    A block with `|` keeps its lines, and an empty one separates paragraphs; elsewhere YAML turns
    only an empty line into a break.
    """
    keeps_lines = document.text.startswith("|", document.node(location).start.offset)
    first = len(text) - len(text.lstrip())
    gap = re.compile(r"\n[^\S\n]*\n\s*" if keeps_lines else r"\n\s*").search(text, first)
    return gap.end() if gap and gap.end() < len(text) else None
