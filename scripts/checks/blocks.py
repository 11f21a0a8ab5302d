r"""Blocks are sound and the same in both languages. 區塊正確，中英一致。

Finds lists, tables and other blocks that differ between the two texts of a passage or are broken.

A passage may contain more than one paragraph. Its text then begins with `|`, so that the lines
stay as they are:

- an empty line separates two paragraphs;
- `- ` begins an item of a list, and `1. ` a numbered item; a list within an item is indented;
- `> ` begins each line of a quotation, which may contain paragraphs and lists;
- `| Pier | Boats |` is a row of a table; `| --- | --- |` comes below the first row;
- `[^1]` is the mark of a footnote, and `[^1]: ` on a new line begins the footnote itself;
- `![](pier)` on a line of its own shows the picture that the article describes as `pier`.

Both texts must have the same blocks in the same order, because they face each other on the page
and each paragraph, item, cell and footnote is compared with its counterpart. This check finds

- the first place where the two texts have different blocks, or blocks with different numbers of
  parts;
- blocks within blocks that cannot contain them, such as a table in a list;
- items without words, and rows with more or fewer cells than the first;
- marks without a footnote, footnotes without a mark, and marks or footnotes that appear twice;
- pictures that are shown but not described, or described but not shown, or shown twice;
- sections that are empty, and a third level of sections.

## Example

```yaml
en: |
  Two boats sail at night:

  - the Night Boat[^1];
  - the last ferry.
zh-Hant: |
  夜間有兩班船：

  - 夜航船[^1]；
  - 尾班渡輪；
  - 早班渡輪。

  [^1]: 由海鸚渡輪營運。
```

The Chinese list has three items, and the English has no words for its footnote.

## How to fix it

```yaml
en: |
  Two boats sail at night:

  - the Night Boat[^1];
  - the last ferry.

  [^1]: Puffin Ferries runs it.
zh-Hant: |
  夜間有兩班船：

  - 夜航船[^1]；
  - 尾班渡輪。

  [^1]: 由海鸚渡輪營運。
```

---

找出寫法有誤的列表、表格等區塊，以及同一節之中，中英文本不一致的區塊。

一節的文本可以不止一個段落。這樣的文本要以`|`開首，才會保留換行：

- 空一行，便是另起一段；
- `- `是列表的一項，`1. `是有編號的一項，多縮排兩格便是內層列表；
- 引文每行以`> `開首，可以包含段落和列表；
- `| 碼頭 | 船數 |`是表格的一行，首行之下寫`| --- | --- |`；
- `[^1]`是註腳的編號，`[^1]: `之後是註文，獨佔一行；
- `![](pier)`獨佔一行，表示本文`pictures`所列、編號為`pier`的圖片。

兩種文本的區塊須相同，次序一致，因為兩者在頁面上並列，各段、各項、各格和各註腳也會互相核對。
本檢查會找出：

- 中英文本第一個不同的區塊，例如種類、項數或行數不同；
- 放錯地方的區塊，例如放在列表內的表格；
- 沒有文字的項目，以及格數與首行不同的行；
- 沒有註文的編號、沒有編號的註文，以及重複的編號或註文；
- 用了卻沒有列出、列出卻沒有使用，或重複使用的圖片；
- 沒有內容的部分，以及多達三層的部分。

## 例子

```yaml
en: |
  Two boats sail at night:

  - the Night Boat[^1];
  - the last ferry.
zh-Hant: |
  夜間有兩班船：

  - 夜航船[^1]；
  - 尾班渡輪；
  - 早班渡輪。

  [^1]: 由海鸚渡輪營運。
```

中文的列表多了一項，英文則欠了註文。

## 如何改正

```yaml
en: |
  Two boats sail at night:

  - the Night Boat[^1];
  - the last ferry.

  [^1]: Puffin Ferries runs it.
zh-Hant: |
  夜間有兩班船：

  - 夜航船[^1]；
  - 尾班渡輪。

  [^1]: 由海鸚渡輪營運。
```
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ..diagnostics.arguments import Arguments, Bilingual, Count, LanguageName
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..diagnostics.suggestions import did_you_mean
from ..languages import LANGUAGES, LanguageCode
from ..reading.parsed_entry import ParsedEntry, sections_in
from ..reading.yaml_tree import YamlTree
from ..text.blocks import LISTS, Block, BlockKind, blocks_of, leaves_of, walk
from ..text.markup import parse
from ..text.units import Location, is_alike, paired

BLOCKS_DIFFER = Message(
    "blocks-differ",
    "Here the English has {english}, but the Chinese has {chinese}.",
    "此處英文是{english}，中文則是{chinese}。",
    "Give both texts the same blocks in the same order. The passage will be compared once "
    "the blocks agree.",
    "請讓兩種文本的區塊相同，次序一致；兩者一致之後，程式才會檢查全節。",
)
MISPLACED = Message(
    "misplaced-block",
    "There cannot be {what} within {within}.",
    "{within}之內不能有{what}。",
    "Put it before or after, without indentation and separated by an empty line.",
    "請移到前面或後面，中間空一行，並刪去縮排。",
)
EMPTY_BLOCK = Message(
    "empty-block",
    "There are no words in {what} here.",
    "此處的{what}沒有內容。",
    "Write the words, or delete the sign that begins the block.",
    "請寫上文字，或刪去符號。",
)
CELLS_DIFFER = Message(
    "cells-differ",
    "This row has {found}, but the first row of the table has {expected}.",
    "此行有{found}，表格首行則有{expected}。",
    "Write an empty cell too: `| One | |`. Put a backslash before a bar that is part of the text: "
    "`\\|`.",
    "空白的一格也要寫出：`| 一 | |`。如果直線是文字的一部分，請寫作`\\|`。",
)
NOTE_MISSING = Message(
    "note-missing",
    "The footnote [^{number}] is missing.",
    "註腳[^{number}]沒有註文。",
    "Below the text, on a line of its own, write `[^{number}]: ` and the words of the footnote.",
    "請在正文之下另起一行，寫上`[^{number}]: `和註文。",
)
NOTE_UNUSED = Message(
    "note-unused",
    "There is no mark in the text for the footnote [^{number}].",
    "正文沒有註腳[^{number}]的編號。",
    "Write `[^{number}]` in the text where the footnote belongs, or delete the footnote.",
    "請在正文適當的地方寫上`[^{number}]`，或刪去註腳。",
)
NOTE_TWICE = Message(
    "note-twice",
    "The footnote [^{number}] appears here for the second time.",
    "註腳[^{number}]在此重複出現。",
    "Each mark and each footnote may appear only once in a text; give the other one a number "
    "of its own.",
    "同一文本內，每個編號和每條註文只可出現一次；請改用另一個編號。",
)
NOTE_ELSEWHERE = Message(
    "note-elsewhere",
    "The mark [^{number}] is not in the {other} text here.",
    "{other}文本此處沒有註腳[^{number}]。",
    "Put the mark into both texts, in the same paragraph, item or cell.",
    "請在兩種文本的同一段、同一項或同一格加上編號。",
)

UNKNOWN_PICTURE = Message(
    "unknown-picture",
    "The article has no picture with the id “{id}”.",
    "本文沒有編號為「{id}」的圖片。",
    "{suggestion}Describe the picture in the article’s `pictures`, or correct the id.",
    "{suggestion}請在文章的`pictures`列出圖片，或更正編號。",
)
PICTURE_NOT_SHOWN = Message(
    "picture-not-shown",
    "No passage shows the picture “{id}”.",
    "沒有任何一節載有圖片「{id}」。",
    "Write `![]({id})` on a line of its own in both texts of a passage, or delete this picture.",
    "請在其中一節的兩種文本各寫上`![]({id})`，獨佔一行；或刪去此處的圖片。",
)
PICTURE_TWICE = Message(
    "picture-twice",
    "The picture “{id}” appears here for the second time.",
    "圖片「{id}」在此重複出現。",
    "Show the picture only once, and refer to it in words elsewhere.",
    "每張圖片只可用一次，之後再提到時，請用文字說明。",
)
EMPTY_SECTION = Message(
    "empty-section",
    "This section has neither passages nor sections.",
    "此部分既沒有節，也沒有分部。",
    "Write the `passages` of the section, or delete the section.",
    "請寫上`passages`，或刪去此部分。",
)
DEEP_SECTION = Message(
    "deep-section",
    "This is a section within a section within a section.",
    "此處的部分已是第三層。",
    "Make it part of the section that contains it, or put it beside that section.",
    "請併入上一層的部分，或改為與上一層並列的部分。",
)

NAMES: dict[BlockKind, Bilingual] = {
    "paragraph": Bilingual("a paragraph", "段落"),
    "bullets": Bilingual("a list", "列表"),
    "numbers": Bilingual("a numbered list", "有編號的列表"),
    "item": Bilingual("an item of a list", "列表的一項"),
    "quotation": Bilingual("a quotation", "引文"),
    "table": Bilingual("a table", "表格"),
    "row": Bilingual("a row", "表格的一行"),
    "heading": Bilingual("a cell", "一格"),
    "cell": Bilingual("a cell", "一格"),
    "picture": Bilingual("a picture", "圖片"),
    "footnote": Bilingual("a footnote", "註腳"),
}
NOTHING_MORE = Bilingual("nothing more", "沒有內容")
IN_LIST = Bilingual("a list within a list", "內層列表")
# What a block may hold, at any depth.
HELD: dict[BlockKind, tuple[BlockKind, ...]] = {
    "bullets": ("item", "paragraph", "bullets", "numbers"),
    "numbers": ("item", "paragraph", "bullets", "numbers"),
    "item": ("paragraph", "bullets", "numbers"),
    "quotation": ("paragraph", "bullets", "numbers", "item"),
    "table": ("row", "heading", "cell"),
    "row": ("heading", "cell"),
}
PARTS = ("item", "row", "heading", "cell")  # of other blocks
DEEPEST_SECTION = 4  # steps of a location: a section within a section
DEEPEST = 2  # lists, one within the other
COUNTED: dict[BlockKind, tuple[str, str]] = {
    "bullets": ("item", "項"),
    "numbers": ("item", "項"),
    "item": ("block", "個區塊"),
    "quotation": ("block", "個區塊"),
    "table": ("row", "行"),
    "row": ("cell", "格"),
}


class _Text(NamedTuple):
    """A text of a passage as written, and the places of its characters."""

    written: str
    place: Callable[[int], Place]

    def mark(self, leaf: Block, number: str) -> Place:
        """The place of the last mark of a footnote in a leaf."""
        return self.place(leaf.offset_written(leaf.text.rfind(f"[^{number}]")))


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report broken blocks, also of an entry that is otherwise broken, and those that differ."""
    texts: dict[Location, _Text] = {}
    for location, text in parsed.passages():
        texts[location] = _Text(text, _placing(parsed, location))
        yield from _broken(texts[location])
        yield from _notes(texts[location])
    for passage in dict.fromkeys(location[:-1] for location in texts):
        pair = [texts.get((*passage, language.code)) for language in LANGUAGES]
        if pair[0] and pair[1]:
            yield from _differing(pair[0], pair[1])
    if parsed.key.kind == "article":
        yield from _pictures(parsed, texts)
        yield from _sections(parsed.document)


def _placing(parsed: ParsedEntry, location: Location) -> Callable[[int], Place]:
    return lambda offset: parsed.document.place_within(location, offset)


def _broken(text: _Text) -> Iterator[Diagnostic]:
    """Report blocks in the wrong place, without words, or with cells too few or too many."""
    for *outer, block in walk(blocks_of(text.written)):
        place = text.place(block.start)
        holder = next((one for one in outer if block.kind not in HELD[one.kind]), None)
        lists = sum(one.kind in LISTS for one in outer)
        if holder and block.kind not in PARTS:
            words: Arguments = {"what": NAMES[block.kind], "within": NAMES[holder.kind]}
            yield Diagnostic(place, MISPLACED, words)
        elif block.kind in LISTS and lists == DEEPEST:
            yield Diagnostic(place, MISPLACED, {"what": NAMES[block.kind], "within": IN_LIST})
        elif block.kind in HELD and not block.blocks:
            yield Diagnostic(place, EMPTY_BLOCK, {"what": NAMES[block.kind]})
        elif block.kind == "row" and int(block.name) != len(block.blocks):
            found, expected = (Count(n, "cell", "格") for n in (int(block.name), len(block.blocks)))
            yield Diagnostic(place, CELLS_DIFFER, {"found": found, "expected": expected})


def _notes(text: _Text) -> Iterator[Diagnostic]:
    """Report footnotes without marks, marks without footnotes, and those that are there twice."""
    blocks = [row[-1] for row in walk(blocks_of(text.written))]
    footnotes = [block for block in blocks if block.kind == "footnote"]
    marks = [(number, leaf) for leaf in blocks for number in parse(leaf.text).notes]
    yield from _twice([(note.name, text.place(note.start)) for note in footnotes])
    yield from _twice([(number, text.mark(leaf, number)) for number, leaf in marks])
    named, marked = {note.name for note in footnotes}, {number for number, _ in marks}
    for number, leaf in dict(reversed(marks)).items():
        if number not in named:
            yield Diagnostic(text.mark(leaf, number), NOTE_MISSING, {"number": number})
    for note in footnotes:
        if note.name not in marked:
            yield Diagnostic(text.place(note.start), NOTE_UNUSED, {"number": note.name})


def _twice(found: list[tuple[str, Place]]) -> Iterator[Diagnostic]:
    seen: Counter[str] = Counter()
    for number, place in found:
        seen[number] += 1
        if seen[number] == 2:
            yield Diagnostic(place, NOTE_TWICE, {"number": number})


def _pictures(parsed: ParsedEntry, texts: Mapping[Location, _Text]) -> Iterator[Diagnostic]:
    """Report pictures that are shown but not described, described but not shown, or shown twice."""
    described = {id_: place for place, id_ in parsed.document.at("pictures", "id") if id_}
    shown: Counter[tuple[str, str]] = Counter()
    for location, text in sorted(texts.items(), key=lambda item: item[1].place(0)):
        for block in leaves_of(text.written):
            if block.kind != "picture":
                continue
            words: Arguments = {"id": block.name}
            shown[block.name, str(location[-1])] += 1
            if block.name not in described:
                known = did_you_mean(block.name, list(described))
                unknown: Arguments = {**words, "suggestion": known}
                yield Diagnostic(text.place(block.start), UNKNOWN_PICTURE, unknown)
            elif shown[block.name, str(location[-1])] == 2:
                yield Diagnostic(text.place(block.start), PICTURE_TWICE, words)
    for id_, location in described.items():
        if id_ not in {name for name, _ in shown}:
            yield Diagnostic(parsed.document.place(location), PICTURE_NOT_SHOWN, {"id": id_})


def _sections(document: YamlTree) -> Iterator[Diagnostic]:
    """Report sections with nothing in them, and those three deep."""
    for section in sections_in(document):
        if len(section) > DEEPEST_SECTION:
            yield Diagnostic(document.place(section), DEEP_SECTION)
        if not any(document.values_at((*section, name)) for name in ("passages", "sections")):
            yield Diagnostic(document.place(section), EMPTY_SECTION)


def _differing(english: _Text, chinese: _Text) -> Iterator[Diagnostic]:
    """Report the first blocks that differ; if none do, the marks of footnotes that differ."""
    pairs = list(paired(blocks_of(english.written), blocks_of(chinese.written)))
    for one, other in pairs:
        text, block = (english, one) if one else (chinese, other)
        if block and not (one and other and is_alike(one, other)):
            words: Arguments = {"english": _described(one), "chinese": _described(other)}
            yield Diagnostic(text.place(block.start), BLOCKS_DIFFER, words)
            return
    for one, other in pairs:
        if one and other and one.is_leaf:
            yield from _marks_alone(english, one, other, "zh-Hant")
            yield from _marks_alone(chinese, other, one, "en")


def _marks_alone(
    text: _Text, own: Block, counterpart: Block, other: LanguageCode
) -> Iterator[Diagnostic]:
    for number in parse(own.text).notes:
        if number not in parse(counterpart.text).notes:
            words: Arguments = {"number": number, "other": LanguageName(other)}
            yield Diagnostic(text.mark(own, number), NOTE_ELSEWHERE, words)


def _described(block: Block | None) -> Bilingual:
    """A block in words, with the number of its parts or its name."""
    if block is None:
        return NOTHING_MORE
    name = NAMES[block.kind]
    if block.kind in ("picture", "footnote"):
        named = {"picture": "the picture “{name}”", "footnote": "the footnote {name}"}[block.kind]
        return Bilingual(named, "{what}「{name}」", {"what": name, "name": block.name})
    if block.kind in COUNTED:
        count = Count(len(block.blocks), *COUNTED[block.kind])
        return Bilingual("{what} with {count}", "{what}（{count}）", {"what": name, "count": count})
    return name
