"""Both texts are complete. 兩種文本齊備。

Finds texts that are empty, the same in both languages, in the wrong language or far too short, and
links that only one of the two texts has.

Every text is written in both languages, and the two versions must say the same thing. This check
finds a text that has no words, is identical in both languages, or is in the wrong language, for
instance because the two versions have been swapped.

It also compares the lengths of the two texts. A text and its translation differ in length, but
within limits that are known from many thousands of sentences. If one text is far shorter than
usual in proportion to the other, something has probably been left out. The usual proportion also
depends on the entry’s other texts, because some people write more tersely than others. The check
is more reliable for longer texts; in something as short as a title, the length does not show
whether anything is missing.

Both texts must also have the same links: a claim, a name or a term that is linked in one language
must be linked in the other. Links made automatically from a form of the entry count as well.
Several links to one entry count as one. If a link leads to a website, the link in the other
language may lead to a different page of that site.

## Example

```yaml
en: The [harbour office](name:harbour-office) says that the boat sailed on
  [forty nights](claim:forty-nights).
zh-Hant: 海港辦事處表示，該船[四十晚](claim:forty-nights)均有開航。
```

The English links to `name:harbour-office`; the Chinese has no such link.

## How to fix it

Translate the missing part, or delete the part that appears in only one language. If a link is
missing, put the words with the same meaning in square brackets, followed by the target from the
message in parentheses: `[海港辦事處](name:harbour-office)`.

A text may be identical in both languages only if it is short and plain, such as a title, and
consists entirely of a name in Latin letters.

---

找出沒有文字、中英完全相同、語言不符或篇幅過短的文本，以及只有一種文本才有的連結。

條目中的文字都有中英兩種文本，兩者的意思須完全一致。本檢查會找出沒有文字的文本、
中英完全相同的文本，以及語言不符的文本，例如中英互調了位置。

本檢查也會比較兩種文本的長度。譯文與原文長短不一，但比較過大量譯文，可知差距有一定範圍；
如果其中一種比常見的長度短得多，很可能有遺漏。各人行文長短不一，
本檢查會參考同一條目其他文本的長度。文字愈長，判斷愈準；
標題一類的簡短文字，便很難單憑長度看出有沒有遺漏。

兩種文本的連結亦須相同：在一種文本標示為說法、名稱或詞語的字詞，在另一種文本也應標示；
文中出現條目的寫法而自動產生的連結，同樣計算在內。同一條目連結多次，只當一次計算。
通往站外的連結，中英可以是不同頁面，但須屬同一網站。

## 例子

```yaml
en: The [harbour office](name:harbour-office) says that the boat sailed on
  [forty nights](claim:forty-nights).
zh-Hant: 海港辦事處表示，該船[四十晚](claim:forty-nights)均有開航。
```

英文有通往`name:harbour-office`的連結，中文卻沒有。

## 如何改正

請補譯遺漏的內容，或刪去只有一種語言才有的內容。如果欠缺連結，
請用方括號括住意思相同的字詞，再用半形圓括號寫上訊息所示的目標：
`[海港辦事處](name:harbour-office)`。

標題一類的簡短文字不可有連結；只有這類文字，而且全部是外文名稱，中英文才可以相同。
"""

from collections.abc import Iterator

from ..diagnostics.arguments import Arguments, Count, LanguageName
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..kinds import WITH_FORMS
from ..languages import CHINESE, ENGLISH, LANGUAGES, Language, counterpart
from ..model.term import OF_ONE_LANGUAGE
from ..reading.parsed_entry import ParsedEntry
from ..text.lengths import (
    LETTERS_PER_HAN,
    LETTERS_PER_WORD,
    Size,
    deviation,
    is_unusual,
    length,
    size,
    total,
    usual_length,
)
from ..text.lexicon import Lexicon
from ..text.markup import Marked, Target, parse
from ..text.mentions import key_of
from ..text.units import Unit
from .support.untranslated import has_words, is_in, is_name, without_counterpart

EMPTY_TEXT = Message(
    "empty-text",
    "The {language} text has no words: “{text}”.",
    "{language}文本沒有文字：「{text}」。",
    "Write what the text in the other language says.",
    "請寫出與另一種文本相同的內容。",
)
SAME_TEXT = Message(
    "same-text",
    "The English and the Chinese text are identical: “{text}”.",
    "中英文本完全相同：「{text}」。",
    "Translate one of the two. The texts may be identical only if they are short and plain, such "
    "as titles, and consist entirely of a name in Latin letters.",
    "請翻譯其中一種。只有標題一類的簡短文字，而且全部是外文名稱，中英文才可以相同。",
)
WRONG_LANGUAGE = Message(
    "wrong-language",
    "This text should be in {language}, but it is not: “{text}”.",
    "此處應是{language}，內容卻不是：「{text}」。",
    "Check that “en” has the English text and “zh-Hant” the Chinese. Put words quoted from "
    "another language in quotation marks.",
    "請檢查「en」之後是否英文，「zh-Hant」之後是否中文。引用另一種語言的字詞，請加引號。",
)
LENGTHS_DIFFER = Message(
    "lengths-differ",
    "The {language} text is much shorter than usual in proportion to its counterpart: it has "
    "{found} instead of about {usual}.",
    "{language}文本比常見的長度短得多：現有{found}，按另一種文本推算，一般約有{usual}。",
    "Check whether something has been left out of this text or added to the other one.",
    "請檢查此處有沒有遺漏，或另一種文本有沒有多寫。",
    severity="warning",
)
LINK_MISSING = Message(
    "link-missing",
    "This link to “{target}” has no counterpart in the {other} text.",
    "此處有通往「{target}」的連結，{other}文本卻沒有。",
    "In the {other} text, put the words with the same meaning in square brackets, followed by "
    "({target}), or delete this link.",
    "請在{other}文本用方括號括住意思相同的字詞，並在其後加上({target})；或刪去此處的連結。",
    severity="warning",
)
LINKS_DIFFER = Message(
    "links-differ",
    "The English links to “{english}”, but the Chinese links to “{chinese}”.",
    "英文的連結通往「{english}」，中文的連結卻通往「{chinese}」。",
    "Link both to the same target, or give each text both links.",
    "請讓兩者通往同一處，或在兩種文本都加上這兩個連結。",
    severity="warning",
)
SHOWN = 60  # characters of a text in a message


def check(parsed: ParsedEntry, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Report texts and links that are missing in one of the languages."""
    sizes: list[tuple[Unit, Size]] = []
    for unit in parsed.units:
        if wrong := list(_not_there(parsed, unit)):
            yield from wrong
            continue
        if unit.location not in OF_ONE_LANGUAGE and not unit.is_cell:
            sizes.append((unit, size(unit.plain("en"), unit.plain("zh-Hant"))))
        if unit.is_prose:
            yield from _links(parsed, unit, lexicon)
    whole = total(own for _, own in sizes)
    for unit, own in sizes:
        others = Size(whole.difference - own.difference, whole.length - own.length)
        if is_unusual(own, others):
            yield _too_short(parsed, unit, own, others)


def _not_there(parsed: ParsedEntry, unit: Unit) -> Iterator[Diagnostic]:
    """Report a text without words, a missing translation, or a text in the wrong language."""
    empty = [language for language in LANGUAGES if not has_words(unit.plain(language.code))]
    if unit.is_cell and len(empty) == len(LANGUAGES):  # a dash for “none”
        return
    for language in empty:
        yield _reported(parsed, unit, language, EMPTY_TEXT)
    if empty:
        return
    english, chinese = (" ".join(unit.plain(language.code).split()) for language in LANGUAGES)
    may_be_name = (unit.is_cell or not unit.is_prose) and is_name(chinese)
    if english == chinese:
        if not may_be_name:
            place = parsed.place(unit, "zh-Hant")
            yield Diagnostic(place, SAME_TEXT, {"text": _shown(chinese)})
        return
    if not is_in("en", english):
        yield _reported(parsed, unit, ENGLISH, WRONG_LANGUAGE)
    if not is_in("zh-Hant", chinese) and not may_be_name:
        yield _reported(parsed, unit, CHINESE, WRONG_LANGUAGE)


def _reported(parsed: ParsedEntry, unit: Unit, language: Language, message: Message) -> Diagnostic:
    text = _shown(unit.written(language.code))
    arguments: Arguments = {"language": LanguageName(language.code), "text": text}
    return Diagnostic(parsed.place(unit, language.code), message, arguments)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[:SHOWN].rstrip() + "…"


def _too_short(parsed: ParsedEntry, unit: Unit, own: Size, others: Size) -> Diagnostic:
    """Report a text far shorter than usual for its counterpart and the entry’s other texts."""
    english, chinese = unit.plain("en"), unit.plain("zh-Hant")
    if deviation(own, others) > 0:
        short, found = CHINESE, sum(map(str.isalnum, chinese))
        letters = usual_length(length(english, "en"), "zh-Hant", others)
        usual = _about(letters / LETTERS_PER_HAN)
        nouns = ("character", "字")
    else:
        short, found = ENGLISH, len(english.split())
        letters = usual_length(length(chinese, "zh-Hant"), "en", others)
        usual = _about(letters / LETTERS_PER_WORD)
        nouns = ("word", "個英文單詞")
    arguments: Arguments = {
        "language": LanguageName(short.code),
        "found": Count(found, *nouns),
        "usual": Count(usual, *nouns),
    }
    return Diagnostic(parsed.place(unit, short.code), LENGTHS_DIFFER, arguments)


def _about(number: float) -> int:
    """Round a number as suits an estimate."""
    return 10 * round(number / 10) if number >= 100 else round(number)


def _links(parsed: ParsedEntry, unit: Unit, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Report links that only one text has; two that differ are reported together."""
    alone = {lang.code: list(_unanswered(unit, lang, lexicon)) for lang in LANGUAGES}
    for english in list(alone["en"]):
        chinese = next((t for t in alone["zh-Hant"] if t.scheme == english.scheme), None)
        if chinese is None:
            continue
        alone["en"].remove(english)
        alone["zh-Hant"].remove(chinese)
        if _exists(english, lexicon) and _exists(chinese, lexicon):
            words = {"english": str(english), "chinese": str(chinese)}
            yield Diagnostic(_place(parsed, unit, ENGLISH, english), LINKS_DIFFER, words)
    for language in LANGUAGES:
        other = counterpart(language)
        for target in alone[language.code]:
            if _exists(target, lexicon):
                arguments: Arguments = {"target": str(target), "other": LanguageName(other.code)}
                yield Diagnostic(_place(parsed, unit, language, target), LINK_MISSING, arguments)


def _unanswered(unit: Unit, language: Language, lexicon: Lexicon) -> Iterator[Target]:
    """Yield the links of a text that its counterpart does not have, each once.

    Links made automatically from a form count as well.
    """
    other = counterpart(language).code
    own, others = parse(unit.written(language.code)), parse(unit.written(other))
    if alone := list(without_counterpart(own.targets, others.targets)):
        mentioned = lexicon.mentions([(unit.written(other), other)])
        yield from (target for target in alone if key_of(target) not in mentioned)


def _exists(target: Target, lexicon: Lexicon) -> bool:
    """Whether a link has a target, as far as is known here; `links` reports those without."""
    key = key_of(target)
    return key is None or key.kind not in WITH_FORMS or lexicon.knows(key)


def _place(parsed: ParsedEntry, unit: Unit, language: Language, target: Target) -> Place:
    marked = parse(unit.written(language.code))
    return parsed.place(unit, language.code, _offset(marked, target))


def _offset(marked: Marked, target: Target) -> int:
    """Where the words of a link begin in what a reader sees of a text."""
    return next((start for start, _, run in marked.spans() if run.target == target), 0)
