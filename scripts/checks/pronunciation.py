"""Jyutping. 粵拼。

Finds Chinese forms whose Jyutping is missing, has too few or too many syllables, or has syllables
that do not exist in Jyutping.

Every Chinese form of a term or a name has its pronunciation in Jyutping: one syllable, with its
tone, for each Chinese character. This check counts the syllables, and knows which syllables are
possible: it reports `xie4`, which is pinyin, and `yam2`, which is in the Yale romanisation. It
does not know how a character is pronounced, so it cannot find a syllable that exists but is wrong
for its character.

A form without any Chinese characters, such as a name in Latin letters, has no Jyutping. Latin
letters and digits beside Chinese characters have no syllables either.

## Example

```yaml
- form: 紙鳶節
  jyutping: zi2 jyun1
```

The form has three characters, but its Jyutping has two syllables.

## How to fix it

Write a syllable for each character, with a space between them: `zi2 jyun1 zit3`. If the Jyutping
is right, look for a missing or an extra character in the form. If a syllable does not exist in
Jyutping, it is a typing mistake or comes from another romanisation, so look the character up in a
Cantonese dictionary.

---

找出沒有粵拼、粵拼音節與字數不符，或粵拼音節並不存在的中文寫法。

詞語和名稱的每個中文寫法都須附上粵拼，每字一個音節，並標明聲調。本檢查會比較字數與音節數目，
也認得粵拼有哪些音節：`xie4`是漢語拼音，`yam2`是耶魯拼音，本檢查都會指出。
但本檢查不知道每個字怎樣讀；如果音節存在，只是配錯了字，便要由你自行核對。

不含漢字的寫法，例如外文名稱，毋須粵拼；與漢字並列的字母和數字，也不用寫音節。

## 例子

```yaml
- form: 紙鳶節
  jyutping: zi2 jyun1
```

寫法有三個字，粵拼卻只有兩個音節。

## 如何改正

請逐字寫出音節，中間以空格分隔：`zi2 jyun1 zit3`。如果粵拼沒有錯，請檢查寫法有沒有漏字或多字。
如果粵拼沒有那個音節，不是筆誤，便是來自另一套拼音，請查閱粵語字典。
"""

from collections.abc import Iterator, Sequence

from ..diagnostics.arguments import Arguments, Count, Quoted
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..model import WithForms
from ..model.name import ChineseNameForm
from ..model.term import ChineseTermForm
from ..reading.parsed_entry import ParsedEntry
from ..text.script import han_characters
from .support.syllables import is_syllable

JYUTPING_MISSING = Message(
    "jyutping-missing",
    "The Chinese form “{form}” has no Jyutping.",
    "中文寫法「{form}」沒有粵拼。",
    "Add “jyutping:” with one syllable for each Chinese character.",
    "請加上「jyutping:」，逐字寫出音節。",
)
JYUTPING_LENGTH = Message(
    "jyutping-length",
    "“{form}” has {characters}, but its Jyutping has {syllables}.",
    "「{form}」有{characters}，粵拼卻有{syllables}。",
    "Give one syllable for each Chinese character.",
    "請為每個漢字寫一個音節。",
)
JYUTPING_UNKNOWN = Message(
    "jyutping-unknown",
    "The pronunciation contains {found}, which does not exist in Jyutping.",
    "粵拼沒有{found}這樣的音節。",
    "Look the character up in a Cantonese dictionary. Jyutping differs from pinyin and Yale: it "
    "writes j for the sound of y in “yes”, and it has no q, r, v or x.",
    "請查閱粵語字典。粵拼與漢語拼音、耶魯拼音不同：「人」的聲母寫作j，而且不用q、r、v、x。",
)


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Tell of each Chinese form whose pronunciation is missing, or cannot be right."""
    if isinstance(parsed.entry, WithForms):
        written: Sequence[ChineseTermForm | ChineseNameForm] = parsed.entry.forms.zh_hant
        for number, form in enumerate(written):
            yield from _length(parsed, number, form.form, form.jyutping)
            yield from _syllables(parsed, number, form.jyutping)


def _syllables(parsed: ParsedEntry, number: int, jyutping: str | None) -> Iterator[Diagnostic]:
    unknown = [syllable for syllable in (jyutping or "").split() if not is_syllable(syllable)]
    if unknown:
        place = parsed.document.place(("forms", "zh-Hant", number, "jyutping"))
        yield Diagnostic(place, JYUTPING_UNKNOWN, {"found": Quoted(tuple(unknown))})


def _length(
    parsed: ParsedEntry, number: int, form: str, jyutping: str | None
) -> Iterator[Diagnostic]:
    characters, syllables = len(han_characters(form)), len((jyutping or "").split())
    if characters == syllables:
        return
    location = ("forms", "zh-Hant", number)
    place = parsed.document.place((*location, "jyutping" if jyutping else "form"))
    if jyutping is None:
        yield Diagnostic(place, JYUTPING_MISSING, {"form": form})
        return
    arguments: Arguments = {
        "form": form,
        "characters": Count(characters, "character", "個字"),
        "syllables": Count(syllables, "syllable", "個音節"),
    }
    yield Diagnostic(place, JYUTPING_LENGTH, arguments)
