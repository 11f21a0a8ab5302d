"""Nothing hidden in the text. 文字沒有混入雜碼。

Finds invisible characters, characters that merely look like others, and code.

Such characters come with text copied from a PDF, a web page or a chat. Readers do not notice them,
but the search cannot find a word that contains one, screen readers stumble over such a word, and
two texts that look the same may be different.

This check searches every value of an entry for invisible characters, unusual spaces, characters of
a private font, variants of characters that Unicode keeps only for compatibility with old computers,
accents separated from their letters, and Greek, Russian or Japanese letters used in place of
ordinary letters that look the same. It also finds code: HTML tags, HTML entities and the brackets
of templates have no meaning here, so readers would see them as written. Readers would also see an
asterisk that marks nothing, and a link with a space between its words and its address, so these are
reported too.

## Example

```yaml
en: The hаrbour office <b>closed</b> at noon.
zh-Hant: 海港辦事處⼀時關門。
```

The “а” of “hаrbour” is a Russian letter, and `<b>` is HTML. The ⼀ is not the ordinary character 一
but a radical, of the kind used in the index of a dictionary.

## How to fix it

Delete the character that the message names, and type the right one. If the character is invisible,
delete the letters on both sides as well, and type them again. For emphasis, put asterisks around
the words: `*closed*`.

---

找出不會顯示的字元、因外形相似而誤用的字元，以及程式碼。

這些字元大多是從PDF、網頁或即時通訊複製文字時帶來的。讀者很難察覺，
但含有這類字元的字詞搜尋不到，讀屏軟件也無法正確讀出；看來相同的兩個字詞，其實並不相同。

本檢查會查看條目的每一項內容，找出不會顯示的字元、特殊的空格、自造字、
統一碼（Unicode）只為舊電腦而保留的字形、與字母分開的重音符號，
以及混在文字中、外形相似的希臘文、俄文或日文字母。
本檢查也會找出程式碼：HTML標籤、字元實體和模板的括號在這裏不起作用，讀者會看到原來的程式碼。
沒有標示任何文字的星號，以及文字與網址之間多了空格、因而不成連結的地方，也會一併找出。

## 例子

```yaml
en: The hаrbour office <b>closed</b> at noon.
zh-Hant: 海港辦事處⼀時關門。
```

「hаrbour」中的「а」是俄文字母，`<b>`是HTML。「⼀」並非一般的「一」，而是字典索引所用的部首。

## 如何改正

請刪去訊息所指的字元，再重新輸入；不會顯示的字元，請連同前後的文字一併重新輸入。
如要強調，請在字詞兩旁加星號：`*closed*`。
"""

from collections.abc import Iterator

from ..diagnostics.arguments import NOTHING, Argument, Arguments, Bilingual
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..reading.file_text import UNSEEN
from ..reading.parsed_entry import FileText, ParsedEntry
from ..reading.yaml_tree import Location
from ..text.markup import broken_links, unmarked
from .support.code_points import Kind, Stray, character_name, strays

INVISIBLE = Message(
    "invisible-character",
    "There is an invisible character here: {name}.",
    "此處有一個不會顯示的字元：{name}。",
    "Delete the character; if you cannot see it, delete the letters on both sides too and type "
    "them again.",
    "請刪除；如果看不見，請連同前後的文字一併刪去，重新輸入。",
)
UNUSUAL_SPACE = Message(
    "unusual-space",
    "This is not an ordinary space but {name}.",
    "此處的空格不是一般空格，而是{name}。",
    "Type an ordinary space or, between Chinese characters, no space at all.",
    "請改用一般空格；漢字之間則毋須空格。",
    severity="warning",
)
PRIVATE_USE = Message(
    "private-use-character",
    "The character {name} belongs to a private font; readers will see another character or a box "
    "in its place.",
    "字元{name}屬個別字型的自造字，讀者會看到另一個字或方格。",
    "Type the character that is meant. Old files in Hong Kong’s own character set contain such "
    "characters.",
    "請輸入應有的字；香港增補字符集的舊檔案常有這類字元。",
)
LOST_CHARACTER = Message(
    "lost-character",
    "A character was lost here: {name} is in its place.",
    "此處有一個字元已經遺失，只剩下{name}。",
    "Find the lost character in the original text, and type it again.",
    "請查看文字的出處，重新輸入。",
)
COMPATIBILITY = Message(
    "compatibility-character",
    "“{found}” is {name}, which looks like “{expected}” but is a different character.",
    "「{found}」是{name}，與「{expected}」外形相似，但不是同一個字元。",
    "Type “{expected}”. Texts copied from a PDF often have several such characters, so look for "
    "others.",
    "請輸入「{expected}」。從PDF複製的文字，往往有很多這類字元。",
)
DECOMPOSED = Message(
    "decomposed-character",
    "“{found}” consists of a letter and a separate accent.",
    "「{found}」的字母與重音符號分為兩個字元。",
    "Type it as one character: “{expected}”.",
    "請改用單一字元：「{expected}」。",
)
LOOK_ALIKE = Message(
    "look-alike",
    "“{found}” is {name}, which looks like “{expected}” but is a different character.",
    "「{found}」是{name}，與「{expected}」外形相似，但不是同一個字元。",
    "Type “{expected}”, or write the whole word in one script.",
    "請輸入「{expected}」，或把整個詞都改用該種文字。",
)
STRAY_CODE = Message(
    "stray-code",
    "“{found}” is code, and readers would see it as written.",
    "「{found}」是程式碼，讀者會看到原來的寫法。",
    "Write plain text{instead}. The only notation allowed here is [words](term:id) for links and "
    "*words* for emphasis.",
    "請改寫為一般文字{instead}。可用的標記只有兩種：連結（[文字](term:編號)）和強調標記（*文字*）。",
)
STRAY_ASTERISK = Message(
    "stray-asterisk",
    "This asterisk does not mark any words, and readers would see it as written.",
    "此處的星號沒有標示任何文字，讀者會看到星號。",
    "Put one asterisk on either side of the words, without a space between: `*words*`. Write "
    "`\\*` for an asterisk that is part of the text.",
    "請在字詞兩旁各加一個星號，中間不留空格：`*字詞*`。如果星號是文字的一部分，請寫作`\\*`。",
    severity="warning",
)
BROKEN_LINK = Message(
    "broken-link",
    "This is not a link, and readers would see it as written: “{found}”.",
    "此處不能成為連結，讀者會看到「{found}」。",
    "Write no space between ] and (, and use half-width parentheses: `[words](term:id)`.",
    "]與(之間不可有空格，括號須用半形：`[文字](term:編號)`。",
)
MESSAGES: dict[Kind, Message] = {
    "unseen": INVISIBLE,
    "space": UNUSUAL_SPACE,
    "private": PRIVATE_USE,
    "lost": LOST_CHARACTER,
    "compatibility": COMPATIBILITY,
    "decomposed": DECOMPOSED,
    "look-alike": LOOK_ALIKE,
    "code": STRAY_CODE,
}


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Tell of what does not belong in any value, also of an entry that is otherwise broken."""
    for value in parsed.texts():
        for stray in strays(value.text):
            if not _is_reported(stray) and not _is_copied(stray, parsed, value.location):
                place = parsed.place_of_text(value, stray.offset)
                yield Diagnostic(place, MESSAGES[stray.kind], _arguments(stray))
        if value.is_prose:
            yield from _notation(parsed, value)


def _notation(parsed: ParsedEntry, value: FileText) -> Iterator[Diagnostic]:
    """Report failed attempts at emphasis and links."""
    for offset in unmarked(value.text):
        yield Diagnostic(parsed.place_of_text(value, offset), STRAY_ASTERISK)
    for link in broken_links(value.text):
        place = parsed.place_of_text(value, link.start())
        yield Diagnostic(place, BROKEN_LINK, {"found": link[0]})


def _is_reported(stray: Stray) -> bool:
    """Whether reading has reported it already."""
    return stray.kind == "unseen" and UNSEEN.search(stray.found) is not None


def _is_copied(stray: Stray, parsed: ParsedEntry, location: Location) -> bool:
    """Whether it is a space in a source's own title, which is copied as it was printed."""
    in_title = parsed.key.kind == "source" and location[:1] == ("title",)
    return stray.kind == "space" and in_title


def _arguments(stray: Stray) -> Arguments:
    arguments: dict[str, Argument] = {"found": stray.found, "expected": stray.expected}
    if stray.kind == "code":
        instead = Bilingual(": “{expected}”", "：「{expected}」", {"expected": stray.expected})
        arguments["instead"] = instead if stray.expected else NOTHING
    elif len(stray.found) == 1:
        arguments["name"] = character_name(stray.found)
    return arguments
