"""Reading the file. 讀取檔案。

Finds anything in a file that cannot be read.

Before anything else, each file is read: it must be a text file in UTF-8, be in the folder of its
kind, be written in YAML, and have the fields that an entry of its kind has, with values in the
right form. The program never guesses. Anything that cannot be read is reported with its line and
column, and the message says what was expected there.

## Example

```yaml
updated: 5 May 2031
titel:
  en: A day of kites
```

The date must be written as `2031-05-05`, and there is no field `titel`; the message asks whether
`title` was meant. The Chinese text is missing, too.

## How to fix it

Begin with the first problem in a file: one wrong indentation can cause several. Compare with
another entry of the same kind. Indent with spaces, write one space after each colon, and put a
text in double quotes if it contains a colon followed by a space or a `#` after a space, or begins
with a sign such as `[`, `*` or `&`. A comment goes on a line of its own.

An entry that cannot be read is not compared with others. Further problems may therefore be
reported once it is fixed.

---

找出檔案中無法讀取之處。

其他檢查之前，先要讀取檔案：檔案須為UTF-8編碼的文字檔，放在所屬類別的資料夾，以YAML寫成，
有該類條目應有的欄位，內容的寫法也要正確。程式不會自行猜測；遇到無法讀取的地方，會指出所在的行和欄，
並說明那裏應寫甚麼。

## 例子

```yaml
updated: 5 May 2031
titel:
  en: A day of kites
```

日期應寫作`2031-05-05`；沒有`titel`這個欄位，訊息會問是否想寫`title`。此外，還欠中文文本。

## 如何改正

請由檔案的第一個問題改起，因為一處縮排出錯，往往會引出幾個問題。可以與另一個同類條目比較。
縮排請用空格，半形冒號之後須有一個空格；文字如果含有半形冒號加空格、
空格加`#`，或以`[`、`*`、`&`等符號開首，請用雙引號括住。備註須獨佔一行。

條目無法讀取時，暫時不會檢查其他條目與它相關的地方；改正之後，可能會列出更多問題。
"""

# The messages of reading; those of a check are in its module. Codes are stable: editors search for
# them, and annotations show them. Hints say what to do, not what is forbidden.

from ..diagnostics.message import Message

# ── The file ────────────────────────────────────────────────────────────────────────────────

NOT_UTF8 = Message(
    "not-utf8",
    "This file is not in UTF-8 (byte {byte} at offset {offset}).",
    "本檔案並非UTF-8編碼（位元組{byte}，位置{offset}）。",
    "Save the file again with the encoding UTF-8.",
    "請以UTF-8編碼重新儲存。",
)
EMPTY_FILE = Message(
    "empty-file",
    "This file is empty.",
    "本檔案沒有內容。",
    "Write the entry, or delete the file.",
    "請填寫條目內容，或刪除檔案。",
)
TOO_LARGE = Message(
    "too-large",
    "This file has {size} bytes, but a file may have at most {limit} bytes.",
    "本檔案有{size}位元組，上限為{limit}。",
    "Split the entry into several.",
    "請分拆為數個檔案。",
)
UNREADABLE = Message(
    "unreadable",
    "This file or folder cannot be read: {reason}.",
    "無法讀取：{reason}。",
    "Check that it exists and that you have permission to read it.",
    "請檢查檔案或資料夾是否存在，以及你有沒有讀取權限。",
)
SYMBOLIC_LINK = Message(
    "symbolic-link",
    "“{name}” is a symbolic link.",
    "「{name}」是符號連結。",
    "Put the file itself here, because a link could cause something outside the project to be "
    "published.",
    "請把檔案本身放在此處；符號連結可能會把項目以外的內容公開。",
)
STRAY_FILE = Message(
    "stray-file",
    "“{name}” is in a place where no entry can be.",
    "「{name}」放在不可存放條目的地方。",
    "An entry is a file named id.yml in one of these folders: {folders}. Pictures are in {path}.",
    "條目的檔案須命名為「編號.yml」，放在以下資料夾：{folders}。圖片放在{path}。",
)
NO_CONTENT = Message(
    "no-content",
    "There is no folder “{path}”.",
    "找不到「{path}」資料夾。",
    "Use --content to name the folder that contains the entries.",
    "請用--content指明條目所在的資料夾。",
)
BAD_CHARACTER = Message(
    "bad-character",
    "An entry cannot contain the character {name}.",
    "條目內不可有字元{name}。",
    "Delete the character. Most editing programs do not show it, so you may have to retype the "
    "words around it.",
    "請刪除；大部分編輯軟件都不會顯示這個字元，如有需要，請重新輸入前後的文字。",
)
CASE_COLLISION = Message(
    "same-id",
    "The id “{id}” is taken by “{other}” (capital letters make no difference).",
    "編號「{id}」已由「{other}」使用（大小寫視為相同）。",
    "Rename one of the two.",
    "請為其中一個改名。",
)
RESERVED_ID = Message(
    "reserved-id",
    "“{id}” is reserved and cannot be an id.",
    "「{id}」是系統保留的，不可用作編號。",
    "Choose another id, because the pages need this one themselves.",
    "請改用其他編號，因為頁面本身要用到它。",
)

# ── YAML ────────────────────────────────────────────────────────────────────────────────────

YAML_SYNTAX = Message(
    "yaml-syntax",
    "This is not valid YAML: {problem}.",
    "YAML寫法有誤：{problem}。",
    "{advice}",
    "{advice}",
)
COMMENT_IN_TEXT = Message(
    "comment-in-text",
    "“#” starts a comment here, so “{found}” is not read.",
    "「#」在此處開始備註，因此程式不會讀取「{found}」。",
    "If “#” is part of the text, put the whole text in double quotes. If this is a comment, put "
    "it on a line of its own, indented no further than the field.",
    "如果是文字的一部分，請用雙引號括住全部文字。備註須獨佔一行，縮排不可多於欄位本身。",
)
ODD_INDENTATION = Message(
    "odd-indentation",
    "This line is indented with {name}, which is not an ordinary space.",
    "此行的縮排用了{name}，不是一般空格。",
    "Delete everything before the first word of the line, and type ordinary spaces.",
    "縮排請用半形空格：請重新輸入行首的空格。",
)
MERGE_MARK = Message(
    "merge-mark",
    "Two versions of this file have not been merged: “{found}” marks a place where they differ.",
    "檔案的兩個版本尚未合併：「{found}」標示兩者不同之處。",
    "Keep one of the two versions, or combine them, and delete the lines that begin with <<<<<<<, "
    "|||||||, ======= and >>>>>>>.",
    "請保留其中一個版本，或把兩者合併，並刪去以 <<<<<<<、|||||||、=======、>>>>>>> 開首的各行。",
)
DUPLICATE_KEY = Message(
    "duplicate-key",
    "“{key}” appears here for the second time; it first appears on line {line}.",
    "「{key}」在此重複出現；第一次出現在第{line}行。",
    "Keep one of the two.",
    "請保留其中一個。",
)
ALIAS = Message(
    "yaml-alias",
    "“*{name}” is a YAML alias, which entries may not use.",
    "「*{name}」是YAML別名，條目內不可使用。",
    "Write the value out, or put the text in double quotes if the asterisk is part of it.",
    "請直接寫出內容；如果星號是文字的一部分，請加引號。",
)
ANCHOR = Message(
    "yaml-anchor",
    "“&{name}” is a YAML anchor, which entries may not use.",
    "「&{name}」是YAML錨點，條目內不可使用。",
    "Delete the anchor, or put the text in double quotes if the ampersand is part of it.",
    "請刪除；如果這個符號是文字的一部分，請加引號。",
)
TAG = Message(
    "yaml-tag",
    "“{name}” is a YAML tag, which entries may not use.",
    "「{name}」是YAML標籤，條目內不可使用。",
    "Delete the tag, or put the text in double quotes if the exclamation mark is part of it.",
    "請刪除；如果感嘆號是文字的一部分，請加引號。",
)
SEVERAL_DOCUMENTS = Message(
    "several-documents",
    "A second YAML document begins here.",
    "第二份YAML文件由此開始。",
    "A file may contain only one entry: delete the line “---”, or move what follows to a file of "
    "its own.",
    "每個檔案只可有一個條目：請刪去「---」一行，或把後面的內容移到另一個檔案。",
)
TOO_DEEP = Message(
    "too-deep",
    "This value is nested more than {limit} levels deep.",
    "此處的縮排超過{limit}層。",
    "Check the indentation and the brackets.",
    "請檢查縮排和括號。",
)
BAD_KEY = Message(
    "bad-key",
    "A field’s name must be a plain word.",
    "欄位名稱只可以是一般字詞。",
    "Write it as `name: value`.",
    "請寫成`名稱: 內容`。",
)

# ── Fields ──────────────────────────────────────────────────────────────────────────────────

UNKNOWN_FIELD = Message(
    "unknown-field",
    "There is no field “{field}” here.",
    "此處沒有「{field}」這個欄位。",
    "{suggestion}The fields here are: {fields}.",
    "{suggestion}此處可用的欄位：{fields}。",
)
MISSING_FIELD = Message(
    "missing-field",
    "The field “{field}” is missing.",
    "欠缺「{field}」欄位。",
    "Add `{field}:` here. {description}",
    "請在此加上`{field}:`。{description}",
)
MISSING_LANGUAGE = Message(
    "missing-language",
    "The {language} text (“{field}”) is missing.",
    "欠缺{language}文本（「{field}」）。",
    "Every text must be written in both languages, so add `{field}:` here.",
    "中英兩種文本都要有：請在此加上`{field}:`。",
)
MISSING_IN_LANGUAGE = Message(
    "missing-language",
    "“{field}” is missing.",
    "欠缺「{field}」。",
    "Add `{field}:` here. {description}",
    "請在此加上`{field}:`。{description}",
)
EMPTY_VALUE = Message(
    "empty-value",
    "“{field}” has no value.",
    "「{field}」沒有內容。",
    "Fill it in. {description}",
    "請填寫。{description}",
)
EMPTY_OPTIONAL = Message(
    "empty-value",
    "“{field}” has no value.",
    "「{field}」沒有內容。",
    "Fill it in, or delete the line: this field is optional. {description}",
    "請填寫，或刪去此行：此欄位可以省略。{description}",
)
WRONG_SHAPE = Message(
    "wrong-shape",
    "“{field}” must be {expected}, but it is {found}.",
    "「{field}」應為{expected}，現為{found}。",
    "{remedy}{description}",
    "{remedy}{description}",
)
NO_FIELDS = Message(
    "wrong-shape",
    "An entry must be a group of fields, but this file is {found}.",
    "條目應為一組欄位，但本檔案是{found}。",
    "Write a line `field: value` for each field.",
    "請逐行寫`欄位: 內容`。",
)
TOO_FEW = Message(
    "too-few",
    "“{field}” needs at least {least}.",
    "「{field}」至少要有{least}項。",
    "{description}",
    "{description}",
)
WRONG_CHOICE = Message(
    "wrong-choice",
    "“{field}” cannot be “{value}”.",
    "「{field}」不可填「{value}」。",
    "{suggestion}Choose one of: {choices}.",
    "{suggestion}請選用以下之一：{choices}。",
)
BAD_SLUG = Message(
    "bad-slug",
    "“{value}” cannot be an id.",
    "「{value}」不能用作編號。",
    "Use lower-case letters a–z, digits and single hyphens, as in soft-power.",
    "請用小寫英文字母、數字和單一連字號，如soft-power。",
)
BAD_DATE = Message(
    "bad-date",
    "“{value}” is not a date.",
    "「{value}」不是日期。",
    "Write the year, the month and the day, as in 2024-03-13. {description}",
    "請按年、月、日的次序書寫，如2024-03-13。{description}",
)
BAD_EDTF = Message(
    "bad-date",
    "“{value}” is not a date.",
    "「{value}」不是日期。",
    "Write it as 2025-03-13, 2025-03, 2025, or 2025-01/2025-03 for a span. {description}",
    "寫法如2025-03-13、2025-03、2025；一段時間寫2025-01/2025-03。{description}",
)
DATE_TO_COME = Message(
    "date-to-come",
    "{value} is in the future, but “{field}” records something that has happened.",
    "{value}是未來的日期，但「{field}」記錄的是已經發生的事。",
    "Correct the date. If your computer’s clock is slow, set it. If the claim is about the "
    "future, give aim, pledge or forecast as the value of `presented_as`.",
    "請改正日期；如果電腦的時鐘慢了，請先調校。說法如果關乎未來，請在`presented_as`寫明是目標、承諾或預測。",
)
BAD_DURATION = Message(
    "bad-duration",
    "“{value}” is not a length of time.",
    "「{value}」並非時段的正確寫法。",
    "Write a length of time in this form: P5Y (five years), P18M (eighteen months) or P90D "
    "(ninety days).",
    "寫法如P5Y（五年）、P18M（十八個月）、P90D（九十日）。",
)
BAD_JYUTPING = Message(
    "bad-jyutping",
    "“{value}” is not Jyutping.",
    "「{value}」不是粵拼。",
    "Write a syllable with its tone (1–6) for each character, as in jyun5 sat6 lik6.",
    "請逐字寫出音節和聲調（1至6），如jyun5 sat6 lik6。",
)
BAD_IPA = Message(
    "bad-ipa",
    "“{value}” is not a British pronunciation in IPA.",
    "「{value}」不是英式讀音的國際音標。",
    "Write it without slashes or brackets, with ˈ before the stressed syllable and ː after a long "
    "vowel, as in ˈlæntən.",
    "不加斜線或括號；重音音節前加ˈ，長音用ː，如ˈlæntən。",
)
BAD_URL = Message(
    "bad-url",
    "“{value}” is not a web address.",
    "「{value}」不是網址。",
    "Give the whole address, beginning with https://.",
    "請填寫完整網址，以https://開首。",
)
BAD_FINGERPRINT = Message(
    "bad-fingerprint",
    "“{value}” is not a SHA-256 checksum.",
    "「{value}」不是SHA-256校驗碼。",
    "A checksum consists of 64 characters, each of which is a digit 0–9 or a letter a–f.",
    "校驗碼由64個字元組成，只用0至9和a至f。",
)
BAD_ACCEPTANCE = Message(
    "bad-acceptance",
    "“{value}” is not a record of accepted texts.",
    "「{value}」並非確認紀錄的正確寫法。",
    "Delete the line, and the check will give you the right one. It consists of two groups of "
    "eight characters, separated by a space; each character is a digit 0–9 or a letter a–f.",
    "請刪去此行，檢查程式便會列出應填的內容。正確寫法是兩組字元，以空格分隔，每組八個，"
    "只用0至9和a至f。",
)
BAD_PARAGRAPH = Message(
    "bad-paragraph",
    "“{value}” cannot be the id of a paragraph.",
    "「{value}」不能用作段落編號。",
    "Use digits and lower-case letters, as in 3, title or 2.1.",
    "請用數字和小寫英文字母，如3、title、2.1。",
)
BAD_REFERENCE = Message(
    "bad-reference",
    "“{value}” is not a reference to a paragraph.",
    "「{value}」並非引用來源段落的正確寫法。",
    "Write the language and the paragraph, as in en/1 or zh-Hant/title.",
    "請寫成「語言/段落」，如en/1、zh-Hant/title。",
)
BAD_PASSAGE = Message(
    "bad-passage",
    "“{value}” is not a reference to a passage.",
    "「{value}」並非引用文章某一節的正確寫法。",
    "Write the article’s id, # and the passage’s id, as in some-article#p3.",
    "請寫成「文章編號#節編號」，如some-article#p3。",
)
BAD_CURRENCY = Message(
    "bad-currency",
    "“{value}” is not a currency.",
    "「{value}」不是貨幣代號。",
    "Use a code of three letters from ISO 4217, as in HKD.",
    "請用ISO 4217的三個字母，如HKD。",
)
BAD_PICTURE_FILE = Message(
    "bad-picture-file",
    "“{value}” is not the name of a picture’s file.",
    "「{value}」不是圖片檔案的名稱。",
    "Name the file in small letters, digits and hyphens, ending in .jpg, .png or .webp, and write "
    "its name without a folder. There are no pictures from elsewhere.",
    "檔案名稱只可用小寫英文字母、數字和連字號，以.jpg、.png或.webp結尾，不用寫資料夾。圖片不可來自其他網站。",
)
BAD_NUMBER = Message(
    "bad-number",
    "“{value}” is not a number.",
    "「{value}」不是數字。",
    "Write plain digits without commas or units, as in 5000000000 or 0.4.",
    "請只寫阿拉伯數字，不加逗號或單位，如5000000000、0.4。",
)
BAD_PART = Message(
    "bad-part",
    "“{value}” is not the number of a part.",
    "「{value}」不是篇次。",
    "Write 1 for the first part, 2 for the second, without words or zeros before them.",
    "第一篇寫1，第二篇寫2，不加文字，前面不補零。",
)
BAD_FLAG = Message(
    "bad-flag",
    "“{value}” is neither true nor false.",
    "「{value}」既不是true，也不是false。",
    "Write true or false.",
    "請寫true（是）或false（否）。",
)
INVALID_VALUE = Message(
    "invalid-value",
    "“{value}” is not a possible value of “{field}” ({reason}).",
    "「{value}」不能用於「{field}」（{reason}）。",
    "{description}",
    "{description}",
)
