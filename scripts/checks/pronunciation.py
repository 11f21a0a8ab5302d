"""Jyutping. 粵拼。

Finds Chinese forms whose Jyutping is missing, or has too few or too many syllables.

Every Chinese form of a term or a name has its pronunciation in Jyutping: one syllable, with its
tone, for each Chinese character. This check only counts. It does not know how a character is
read, so wrong syllables are left for you to find.

A form without any Chinese characters, such as a name in Latin letters, has no Jyutping. Letters
and digits beside Chinese characters have no syllable either.

## Example

```yaml
- form: 紙鳶節
  jyutping: zi2 jyun1
```

The form has three characters, its Jyutping two syllables.

## How to mend it

Write a syllable for each character, with a space between them: `zi2 jyun1 zit3`. If the Jyutping
is right, look for a character that is missing from the form, or one too many.

---

找出沒有粵拼，或粵拼音節與字數不符的中文寫法。

詞語和名稱的每個中文寫法都須附上粵拼，每字一個音節，連同聲調。本檢查只比較字數與音節數目，
並不知道每個字的讀音，所以音節有否拼錯，仍須自行核對。

不含漢字的寫法，例如外文名稱，毋須粵拼；與漢字並列的字母和數字，亦不寫音節。

## 例子

```yaml
- form: 紙鳶節
  jyutping: zi2 jyun1
```

寫法有三個字，粵拼卻只有兩個音節。

## 如何改正

請逐字寫出音節，中間以空格分隔：`zi2 jyun1 zit3`。如粵拼無誤，請檢查寫法有否漏字或多字。
"""

from collections.abc import Iterator, Sequence

from ..model import Name, Term
from ..model.name import ChineseNameForm
from ..model.term import ChineseTermForm
from ..problems import Fault, Problem
from ..reading import Manuscript
from ..text.script import han_characters

JYUTPING_MISSING = Fault(
    "jyutping-missing",
    "The Chinese form “{form}” has no Jyutping.",
    "中文寫法「{form}」沒有粵拼。",
    "Add “jyutping:” with a syllable for each character.",
    "請加上「jyutping:」，逐字寫出音節。",
)
JYUTPING_LENGTH = Fault(
    "jyutping-length",
    "“{form}” has {characters} characters, but its Jyutping has {syllables} syllables.",
    "「{form}」有{characters}個字，粵拼卻有{syllables}個音節。",
    "Give one syllable for each Chinese character.",
    "請為每個漢字寫一個音節。",
)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Tell of each Chinese form whose pronunciation is missing or of another length."""
    if isinstance(manuscript.entry, Term | Name):
        written: Sequence[ChineseTermForm | ChineseNameForm] = manuscript.entry.forms.zh_hant
        for number, form in enumerate(written):
            yield from _form(manuscript, number, form.form, form.jyutping)


def _form(
    manuscript: Manuscript, number: int, form: str, jyutping: str | None
) -> Iterator[Problem]:
    characters, syllables = len(han_characters(form)), len((jyutping or "").split())
    if characters == syllables:
        return
    location = ("forms", "zh-Hant", number)
    place = manuscript.document.place((*location, "jyutping" if jyutping else "form"))
    if jyutping is None:
        yield Problem(place, JYUTPING_MISSING, {"form": form})
        return
    words = {"form": form, "characters": str(characters), "syllables": str(syllables)}
    yield Problem(place, JYUTPING_LENGTH, words)
