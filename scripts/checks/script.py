"""Characters and words of Hong Kong. 香港的字詞。

Finds Simplified characters; character forms and words that Hong Kong papers do not use; and
unmarked Chinese words in the English.

The Chinese is written in Traditional characters, with the character forms and words that
Hong Kong papers use. Besides Simplified characters, this check finds character forms used
elsewhere (裡 for 裏, 著 where Hong Kong has 着), traces of a conversion from Simplified
characters (制造 for 製造), and some mainland or Taiwan words that have only one meaning and
differ from the word used in Hong Kong (軟體 for 軟件). If Hong Kong uses two forms of a
character (周 and 週, 布 and 佈, 衛 and 衞), both are accepted.

A Simplified character causes an error. The other findings are warnings, because a name may
be written that way. Words on their own in 「」 and the titles of works are treated as
quotations and are not reported.

The forms of terms and names are checked too. A form that is `deprecated`, or whose `region` is the
mainland or Taiwan, is not reported, because it is listed there to warn editors against it.

In the English, Chinese words must be in quotation marks, brackets, a link or emphasis, so that
readers see that they are quoted, as in: the term “巨擘” (giant).

## Example

```yaml
en: The lantern fair, 燈會, runs on new software.
zh-Hant: 燈會使用新軟體，跟著旅客的脚步发布消息。
```

发 is a Simplified character; 軟體, 跟著 and 脚 are used elsewhere; and 燈會 is not marked in the
English.

## How to fix it

```yaml
en: The lantern fair (燈會) runs on new software.
zh-Hant: 燈會使用新軟件，跟着旅客的腳步發布消息。
```

If a Simplified character corresponds to several Traditional ones, the message lists them all:
choose by the meaning. If a form of a term is used only elsewhere, give the region:
`region: mainland`.

The tables in `scripts/text/variants` decide which character forms and words are reported; if
something there is wrong, propose a change.

---

找出中文文本中的簡體字、並非香港慣用的字形和用詞，以及英文文本中沒有標示的漢字。

中文採用繁體字，字形和用詞以香港報章的習慣為準。除了簡體字，本檢查會找出其他地方慣用的字形
（如「裏」寫作「裡」、該用「着」時寫作「著」）、由簡體字轉換而遺留的錯字（如「製造」變成「制造」），
以及少數只有一種意思、香港另有說法的內地和台灣用詞（如「軟件」寫作「軟體」）。
香港兩種寫法都有的（「周」與「週」、「布」與「佈」、「衛」與「衞」），都當作正確。

簡體字算是錯誤，其餘只會警告，因為名稱可能本來就是這樣寫。單獨放在「」內的字詞和作品名稱，都當作引用。

詞語和名稱的各種寫法也會檢查。列為「不用」（deprecated）的寫法，以及`region`填內地或台灣的寫法，
是列出來提醒讀者的，不在此限。

英文文本中的漢字，須加上引號、括號、連結或強調標記，讓讀者知道是引用，
例如：the term “巨擘” (giant)。

## 例子

```yaml
en: The lantern fair, 燈會, runs on new software.
zh-Hant: 燈會使用新軟體，跟著旅客的脚步发布消息。
```

「发」是簡體字；「軟體」、「跟著」和「脚」並非香港慣用；英文中的「燈會」沒有任何標示。

## 如何改正

```yaml
en: The lantern fair (燈會) runs on new software.
zh-Hant: 燈會使用新軟件，跟着旅客的腳步發布消息。
```

一個簡體字對應多個繁體字時，訊息會全部列出，請按意思選用。
詞語的寫法如果只在其他地方通行，請寫明地區：`region: mainland`。

本檢查會指出哪些字形和用詞，
由`scripts/text/variants`的字表決定；如有不當，歡迎提出修改。
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ..diagnostics.arguments import Arguments, Quoted
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..languages import LANGUAGES
from ..model import NameForm, TermForm, WithForms
from ..reading.parsed_entry import ParsedEntry
from ..text.units import Location
from ..text.variants import Table, not_of_hong_kong
from .support.unmarked import unmarked_han

SIMPLIFIED = Message(
    "simplified-character",
    "“{found}” is a Simplified character; Hong Kong uses {expected}.",
    "「{found}」是簡體字，香港寫作{expected}。",
    "Write {expected}, and look for other Simplified characters, because a whole passage may have "
    "been pasted in.",
    "請改為{expected}，並檢查有沒有其他簡體字，因為整段文字可能都是從別處複製過來的。",
)
VARIANT = Message(
    "unusual-form",
    "Hong Kong papers use {expected}, not “{found}”.",
    "香港報章寫作{expected}，不寫「{found}」。",
    "Write {expected}, unless “{found}” is part of a name.",
    "請改為{expected}；如果「{found}」是名稱的一部分，可以保留。",
    severity="warning",
)
WORD = Message(
    "unusual-word",
    "Hong Kong papers use {expected} instead of “{found}”.",
    "「{found}」在香港報章多寫作{expected}。",
    "Write {expected}, unless “{found}” is part of a name.",
    "請改為{expected}；如果「{found}」是名稱的一部分，可以保留。",
    severity="warning",
)
UNMARKED = Message(
    "unmarked-chinese",
    "The Chinese words “{found}” are not marked in the English.",
    "英文文本中的漢字「{found}」沒有任何標示。",
    "Translate these words, or put them in quotation marks or brackets, as in ({found}).",
    "請譯成英文，或加上引號或括號，例如({found})。",
    severity="warning",
)
MESSAGES: dict[Table, Message] = {"simplified": SIMPLIFIED, "variants": VARIANT, "words": WORD}


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report characters and words that Hong Kong does not use, each once for a text."""
    for unit in parsed.units:
        for language in LANGUAGES:
            place = partial(parsed.place, unit, language.code)
            yield from _of_text(unit.plain(language.code), place)
        for offset, found in unmarked_han(unit.marked("en")):
            yield Diagnostic(parsed.place(unit, "en", offset), UNMARKED, {"found": found})
    for location, form in _forms(parsed):
        yield from _of_text(form, partial(parsed.place_of_value, location))


def _forms(parsed: ParsedEntry) -> Iterator[tuple[Location, str]]:
    """The forms of a term or a name that Hong Kong is to print."""
    if isinstance(parsed.entry, WithForms):
        for language in LANGUAGES:
            written: Sequence[TermForm | NameForm] = parsed.entry.forms.of(language.code)
            for number, form in enumerate(written):
                if _is_of_hong_kong(form):
                    yield ("forms", language.code, number, "form"), form.form


def _is_of_hong_kong(form: TermForm | NameForm) -> bool:
    """Whether a form is used in Hong Kong and not deprecated."""
    if isinstance(form, NameForm):
        return True
    return form.use != "deprecated" and form.region in (None, "hong-kong")


def _of_text(text: str, place: Callable[[int], Place]) -> Iterator[Diagnostic]:
    finds = reversed(not_of_hong_kong(text))
    for find in reversed({find.decision: find for find in finds}.values()):
        expected = Quoted(tuple(find.decision.expected), either=True)
        arguments: Arguments = {"found": find.decision.found, "expected": expected}
        yield Diagnostic(place(find.offset), MESSAGES[find.decision.table], arguments)
