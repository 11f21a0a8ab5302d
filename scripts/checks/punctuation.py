"""Punctuation is in order. 標點正確。

Finds punctuation that is wrong for its language, missing or doubled, and unwanted spaces.

Chinese uses full-width punctuation, with 「」 for quotations and 『』 for quotations within them.
English uses curly quotes, with “ ” for quotations and ‘ ’ for quotations within them. Quotes,
brackets and title marks must be closed.

Chinese has no spaces between characters. It has none beside a Latin word or a figure either,
because the page itself leaves a little room there. A space that nobody typed comes from a line
break: beside a Latin word or a figure, the end of a line is read as a space, so keep a Chinese
text on one line.

The check also reports three full stops in place of an ellipsis, hyphens in place of a dash,
full-width letters and digits, and spaces before English punctuation. Figures and times keep their
own signs (3.5, 10:30, HK$1,000), and so do web addresses and the sections of laws, 第5(2)條. Each
kind of mistake is reported only once in each text, so look for other mistakes of the same kind.

## Example

```yaml
en: The boat , she said, was "late".
zh-Hant: 她說:「船遲了 20 分鐘。
```

In the English there is a space before a comma, and the quotes are straight. In the Chinese, the
colon is half-width, the figure 20 has spaces around it, and the quotation is not closed.

## How to fix it

```yaml
en: The boat, she said, was “late”.
zh-Hant: 她說：「船遲了20分鐘。」
```

---

找出不合中文或英文習慣的標點、欠缺或重複的標點，以及多餘的空格。

中文用全形標點，引號用「」，引號之內再用『』；英文用彎引號 “ ”，引號之內再用 ‘ ’。
引號、括號、書名號等必須成對。

漢字之間不留空格，漢字與英文字詞或數字之間也不留：網頁會自動留出少許空隙。
如果你沒有輸入空格，便是換行造成的：在英文字母或數字旁邊換行，YAML會把行末讀作一個空格，
所以中文文本最好寫在同一行。

本檢查亦會找出以三個句點代替的省略號、以連字號代替的破折號、全形的英文字母和數字，
以及英文標點前的空格。數字和時間保留本身的符號（3.5、10:30、HK$1,000），
網址和法例條文（第5(2)條）也是一樣。同一個文本內，同類錯誤只提示一次，請一併檢查其他類似的地方。

## 例子

```yaml
en: The boat , she said, was "late".
zh-Hant: 她說:「船遲了 20 分鐘。
```

英文的逗號前有空格，引號又是直引號。中文的冒號為半形，「20」前後有空格，引號也沒有關上。

## 如何改正

```yaml
en: The boat, she said, was “late”.
zh-Hant: 她說：「船遲了20分鐘。」
```
"""

from collections.abc import Iterator

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..languages import LANGUAGES, LanguageCode
from ..reading.parsed_entry import ParsedEntry
from ..text.brackets import Fit, misfits
from ..text.units import Unit
from .support.punctuation_marks import Kind, mistakes

HALF_WIDTH = Message(
    "half-width-mark",
    "“{found}” beside Chinese characters should be “{expected}”.",
    "漢字旁的「{found}」應為「{expected}」。",
    "Type the full-width mark, with no space around it.",
    "請改用全形標點，前後不留空格。",
)
FULL_WIDTH = Message(
    "full-width-character",
    "“{found}” is full-width, but it should be “{expected}” here.",
    "「{found}」是全形字元，此處應為「{expected}」。",
    "Type it again with the keyboard set to English; only Chinese punctuation is full-width.",
    "請改用英文輸入法重新輸入；只有中文標點才用全形。",
)
QUOTES = Message(
    "wrong-quotes",
    "The quotation mark {found} should be {expected} here.",
    "此處的引號 {found} 應為 {expected}。",
    "English uses “ ”, and ‘ ’ within them; Chinese uses 「 」, and 『 』 within them.",
    "中文引號用「」，裏面再用『』；英文用彎引號 “ ”，裏面再用 ‘ ’。",
)
SPACE = Message(
    "stray-space",
    "“{found}” should be “{expected}”: there is one space too many.",
    "「{found}」應為「{expected}」，多了空格。",
    "Delete the space. If you did not type a space, a line ends here; keep a Chinese text on one "
    "line.",
    "請刪去空格。如果你沒有輸入空格，便是此處換了行：中文文本請寫在同一行。",
    severity="warning",
)
DOUBLED = Message(
    "doubled-mark",
    "“{found}” should be “{expected}”.",
    "「{found}」應為「{expected}」。",
    "Delete the mark that is not needed.",
    "保留一個標點即可。",
)
ELLIPSIS = Message(
    "wrong-ellipsis",
    "“{found}” should be “{expected}”.",
    "「{found}」應為「{expected}」。",
    "An ellipsis is the character “…” in English, and the same character twice, “……”, in Chinese.",
    "英文省略號是一個字元（…），中文佔兩格（……）。",
    severity="warning",
)
DASH = Message(
    "wrong-dash",
    "“{found}” should be “{expected}”.",
    "「{found}」應為「{expected}」。",
    "A dash is not a hyphen. In English, a dash is “–” with spaces or “—” without spaces; in "
    "Chinese, it is “——”.",
    "破折號不同於連字號：中文用「——」，英文用 –（前後留空格）或 —（前後不留）。",
    severity="warning",
)
UNCLOSED = Message(
    "unclosed-mark",
    "The mark {found} opens here, but no {expected} closes it.",
    "此處有標點 {found}，後面卻沒有 {expected} 與它配對。",
    "Add {expected} where the enclosed words end, or delete {found}.",
    "請在結束的地方加上 {expected}，或刪去 {found}。",
)
UNOPENED = Message(
    "unopened-mark",
    "The mark {found} closes here, but no {expected} opens before it.",
    "此處有標點 {found}，前面卻沒有 {expected} 與它配對。",
    "Add {expected} where the enclosed words begin, or delete {found}.",
    "請在開始的地方加上 {expected}，或刪去 {found}。",
)
CROSSED = Message(
    "crossed-marks",
    "Here the mark {found} comes before {expected}, which should come first.",
    "此處先有標點 {found}，但 {expected} 應在它前面。",
    "The mark opened last must be closed first.",
    "後開的標點要先關上。",
)
NESTED = Message(
    "nested-quotes",
    "The quotation mark {found} should be {expected} here.",
    "此處的引號 {found} 應為 {expected}。",
    "Within 「 」 use 『 』, and within “ ” use ‘ ’; the outermost quotation marks are always "
    "「 」 or “ ”.",
    "引號之內用另一種引號：「」之內用『』，“ ” 之內用 ‘ ’。最外層一律用「」或 “ ”。",
    severity="warning",
)
MESSAGES: dict[Kind | Fit, Message] = {
    "half-width": HALF_WIDTH,
    "full-width": FULL_WIDTH,
    "quotes": QUOTES,
    "space": SPACE,
    "doubled": DOUBLED,
    "ellipsis": ELLIPSIS,
    "dash": DASH,
    "unclosed": UNCLOSED,
    "unopened": UNOPENED,
    "crossed": CROSSED,
    "nested": NESTED,
}


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report wrong, missing and superfluous marks in both texts."""
    for unit in parsed.units:
        for language in LANGUAGES:
            yield from _of_text(parsed, unit, language.code)


def _of_text(parsed: ParsedEntry, unit: Unit, language: LanguageCode) -> Iterator[Diagnostic]:
    text = unit.plain(language)
    for slip in mistakes(text, language):
        place = parsed.place(unit, language, slip.offset)
        words = {"found": slip.found, "expected": slip.expected}
        yield Diagnostic(place, MESSAGES[slip.kind], words)
    for misfit in misfits(text, language):
        place = parsed.place(unit, language, misfit.offset)
        words = {"found": misfit.found, "expected": misfit.expected}
        yield Diagnostic(place, MESSAGES[misfit.fit], words)
