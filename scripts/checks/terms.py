"""Terms and names agree. 詞語和名稱一致。

Finds terms and names that only one of the two texts uses, and words that the glossary marks as
words to avoid.

If one text uses a name or a term of the glossary, the other text must use one of the entry’s forms
too, or link to the entry. If the English names one organisation and the Chinese another, that is
an error; if one text leaves out a name or a term, it may simply be shorter, so this causes only a
warning.

Words used on the mainland or in Taiwan but not in Hong Kong are reported as well. Such words, and
the words to avoid, are allowed within quotation marks.

Plain texts such as titles have no links, so only names are compared there. A term’s own entry may
use the forms of the term freely. Notes on usage are not compared, because each is about one
language. Words that are too common to be linked automatically (`autolink: false`) are not compared
unless somebody links them.

## Example

```yaml
en: Local dramas and films keep their soft power.
zh-Hant: 港劇仍有影響力。
```

The glossary gives 軟實力 for “soft power”, but the Chinese text does not have 軟實力. The Chinese
text has 港劇, but the English text does not have “Hong Kong drama”.

## How to fix it

Use one of the forms that the message lists. If other words have the same meaning, link them:
`[Local dramas](term:hong-kong-drama)`, `[該集團](name:adme-group)`. If a word means something else
here, prevent the link: `[giants](none:)`.

Replace a word that we do not use with the one that the message gives. If you are quoting somebody
else, put it in quotation marks.

---

找出只在一種文本出現的詞語和名稱，以及詞彙表列為「不用」的寫法。

一種文本用了詞彙表的詞語或某個名稱，另一種也須用其中一個寫法，或加上連結。
中英文提及的名稱如果不同，便是錯誤；如果只是略去名稱或詞語，可能是為了行文簡潔，所以只會警告。

本檢查亦會找出只在內地或台灣通行的說法。放在引號內的字詞，不在此限。

標題一類的簡短文字不設連結，只比較名稱。詞語條目談到自己的各種寫法，不受限制；
用法說明往往只談一種語言，不作比較。
不會自動連結的常用詞（`autolink: false`），只有自行加上連結時才會比較。

## 例子

```yaml
en: Local dramas and films keep their soft power.
zh-Hant: 港劇仍有影響力。
```

詞彙表把soft power譯作「軟實力」，中文文本卻沒有這個詞；
中文文本有「港劇」，英文文本卻沒有Hong Kong drama。

## 如何改正

請用訊息列出的其中一個寫法。如果用其他字詞表達同一意思，請加上連結：
`[Local dramas](term:hong-kong-drama)`、`[該集團](name:adme-group)`。
如果字詞另有所指，請寫成`[giants](none:)`。

本站不用的寫法，請改為訊息建議的寫法；如果是引用別人的字句，請加引號。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..diagnostics.arguments import Argument, Arguments, Bilingual, LanguageName, Quoted
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..languages import LANGUAGES, Language, LanguageCode, counterpart
from ..model import Key
from ..model.term import OF_ONE_LANGUAGE, Region
from ..reading.parsed_entry import ParsedEntry
from ..text.forms import Form
from ..text.lexicon import Lexicon
from ..text.units import Unit
from .support.occurrences import Use, stands_apart, uses_in

TERM_MISSING = Message(
    "term-missing",
    "The {language} text has “{found}”, but the {other} has no form of “{entry}”: {forms}.",
    "{language}文本有「{found}」，{other}文本卻沒有「{entry}」的任何寫法：{forms}。",
    "Write one of these forms in that text, or link the words with the same meaning: "
    "[words]({entry}). "
    "If “{found}” means something else here, write [{found}](none:).",
    "請在該文本用其中一個寫法，或為意思相同的字詞加上連結：[字詞]({entry})。"
    "如果「{found}」在此另有所指，請寫成[{found}](none:)。",
    severity="warning",
)
NAME_MISSING = Message(
    "name-missing",
    "The {language} text names “{found}”, but the {other} has no form of that name: {forms}.",
    "{language}文本提及「{found}」，{other}文本卻沒有提及：{forms}。",
    "Write the name in that text. If the text may have links, you can instead link other words "
    "with the same meaning: [words]({entry}). If “{found}” is not a name here, write "
    "[{found}](none:).",
    "請在該文本寫出名稱。除了標題一類的簡短文字，也可以為代稱加上連結：[字詞]({entry})。"
    "如果「{found}」在此不是名稱，請寫成[{found}](none:)。",
    severity="warning",
)
NAMES_DIFFER = Message(
    "names-differ",
    "The English text names {english}, but the Chinese names {chinese}.",
    "英文文本提及{english}，中文文本提及的卻是{chinese}。",
    "Use the same name in both texts. If a text uses other words in place of a name, link those "
    "words: [words]({entry}).",
    "兩種文本所提及的名稱須一致。如果用其他字詞代稱，請加上連結：[字詞]({entry})。",
)
DEPRECATED_FORM = Message(
    "deprecated-form",
    "We do not use “{found}”.",
    "本站不用「{found}」。",
    "Write {forms}. If you are quoting somebody else, use quotation marks.",
    "請改用{forms}；如果是引用別人的字句，請加引號。",
)
REGIONAL_FORM = Message(
    "regional-form",
    "“{found}” is used {region}, not in Hong Kong.",
    "「{found}」是{region}的說法，香港不用。",
    "Write {forms}. If you are quoting somebody else, use quotation marks.",
    "請改用{forms}；如果是引用別人的字句，請加引號。",
    severity="warning",
)
REGIONS: Mapping[Region | None, Bilingual] = {
    "mainland": Bilingual("on the mainland", "內地"),
    "taiwan": Bilingual("in Taiwan", "台灣"),
}
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language, with the terms and names that it uses."""

    unit: Unit
    language: Language
    plain: str
    uses: tuple[Use, ...]


def check(parsed: ParsedEntry, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Report terms and names that only one text uses, and unwanted forms."""
    for unit in parsed.units:
        english, chinese = (_read(unit, language, lexicon) for language in LANGUAGES)
        for text in (english, chinese):
            yield from _unwanted(parsed, lexicon, text)
        if parsed.key.kind != "term" or unit.location not in OF_ONE_LANGUAGE:
            yield from _missing(parsed, lexicon, english, chinese)


def _read(unit: Unit, language: Language, lexicon: Lexicon) -> Text:
    marked = unit.marked(language.code)
    uses = tuple(uses_in(marked, lexicon.indexes[language.code]))
    return Text(unit, language, marked.plain, uses)


def _missing(
    parsed: ParsedEntry, lexicon: Lexicon, english: Text, chinese: Text
) -> Iterator[Diagnostic]:
    """Report terms and names that only one text uses; names that differ, together."""
    found = [
        (text, list(_unanswered(parsed, lexicon, text, other)))
        for text, other in ((english, chinese), (chinese, english))
    ]
    names = [[use for use in uses if use.key.kind == "name"] for _, uses in found]
    differ = all(names)
    if differ:
        yield _different(parsed, english, *names)
    for text, uses in found:
        for use in uses:
            if use.key.kind == "term" and text.unit.is_prose:
                yield _alone(parsed, lexicon, text, use, TERM_MISSING)
            elif use.key.kind == "name" and not differ:
                yield _alone(parsed, lexicon, text, use, NAME_MISSING)


def _unanswered(parsed: ParsedEntry, lexicon: Lexicon, text: Text, other: Text) -> Iterator[Use]:
    """Yield the first use of each term or name that the counterpart of a text does not use."""
    settled = {parsed.key, *(use.key for use in other.uses)}
    alone = [use for use in text.uses if use.key not in settled and use.is_certain]
    if not alone:
        return
    kept = lexicon.indexes[text.language.code].find(other.plain)  # 「NFT」, “巨擘”
    settled.update(match.form.owner for match in kept)
    for use in sorted(alone, key=lambda use: use.start):
        forms = lexicon.owned(use.key, other.language.code)
        if use.key not in settled and forms and not stands_apart(forms, other.plain):
            yield use
        settled.add(use.key)


def _different(
    parsed: ParsedEntry, english: Text, in_english: Sequence[Use], in_chinese: Sequence[Use]
) -> Diagnostic:
    arguments: Arguments = {
        "entry": str(in_english[0].key),
        "english": Quoted(tuple(use.text for use in in_english)),
        "chinese": Quoted(tuple(use.text for use in in_chinese)),
    }
    return Diagnostic(_place(parsed, english, in_english[0]), NAMES_DIFFER, arguments)


def _alone(
    parsed: ParsedEntry, lexicon: Lexicon, text: Text, use: Use, message: Message
) -> Diagnostic:
    other = counterpart(text.language)
    arguments: Arguments = {
        "found": use.text,
        "entry": str(use.key),
        "language": LanguageName(text.language.code),
        "other": LanguageName(other.code),
        "forms": Quoted(_usable(lexicon, use.key, other.code)),
    }
    return Diagnostic(_place(parsed, text, use), message, arguments)


def _unwanted(parsed: ParsedEntry, lexicon: Lexicon, text: Text) -> Iterator[Diagnostic]:
    """Report deprecated forms, and those not used in Hong Kong, unless they are quoted."""
    unwanted = [
        (use, use.form)
        for use in text.uses
        if use.form and _is_unwanted(use.form) and use.key != parsed.key
    ]
    if not unwanted:
        return
    quotations = [match.span() for match in QUOTED.finditer(text.plain)]
    for use, form in unwanted:
        better = _usable(lexicon, use.key, text.language.code)
        if better and not any(start < use.start < end for start, end in quotations):
            arguments: dict[str, Argument] = {"found": use.text, "forms": Quoted(better)}
            message = DEPRECATED_FORM
            if form.use != "deprecated":
                message = REGIONAL_FORM
                arguments["region"] = REGIONS[form.region]
            yield Diagnostic(_place(parsed, text, use), message, arguments)


def _is_unwanted(form: Form) -> bool:
    return form.use == "deprecated" or form.region in REGIONS


def _usable(lexicon: Lexicon, key: Key, language: LanguageCode) -> tuple[str, ...]:
    """Return the forms of an entry that we use, headword first, without inflections."""
    return tuple(
        form.text
        for form in lexicon.written(key, language)
        if form.location and form.location[-1] == "form" and not _is_unwanted(form)
    )


def _place(parsed: ParsedEntry, text: Text, use: Use) -> Place:
    return parsed.place(text.unit, text.language.code, use.start)
