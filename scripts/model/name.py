"""A name: a named entity with its forms, relations and attestation (an authority record)."""

from typing import Literal

from ..languages import LanguageCode
from .record import (
    Day,
    Edtf,
    Entry,
    Flag,
    Jyutping,
    Label,
    Prose,
    Record,
    Sha256,
    Slug,
    Text,
    Url,
    described,
)
from .search import Reading, Search
from .topic import Topics

NameKind = Literal[
    "body", "programme", "event", "place", "work", "tradition", "policy", "platform", "other"
]
FormType = Literal["full", "short", "abbreviation", "spelling"]
Origin = Literal["official", "government usage", "source", "usual", "ours"]
Attestation = Literal["established", "named only here"]
RelationType = Literal[
    "run by",
    "runs",
    "part of",
    "has part",
    "partner of",
    "held at",
    "hosts",
    "funded by",
    "funds",
    "owned by",
    "owns",
    "successor of",
    "succeeded by",
    "publisher of",
    "published by",
]

INVERSE: dict[RelationType, RelationType] = {
    "run by": "runs",
    "part of": "has part",
    "partner of": "partner of",
    "held at": "hosts",
    "funded by": "funds",
    "owned by": "owns",
    "successor of": "succeeded by",
    "publisher of": "published by",
}
INVERSE |= {inverse: relation for relation, inverse in INVERSE.items()}


class NameForm(Record):
    """One form of a name in one language. The first of each language is the heading."""

    form: Text = described("The form as it is written.", "寫法。", examples=["Kite Fair", "紙鳶節"])
    type: FormType = described(
        "full, short, abbreviation, or spelling (another way to write the same form).",
        "類型：full（全稱）、short（簡稱）、abbreviation（縮寫）、spelling（另一寫法）。",
        default="full",
        examples=["short"],
    )
    origin: Origin = described(
        "Where the form comes from: official (the organisation’s own), government usage, source "
        "(the document’s own), usual (as commonly written in Hong Kong), ours (our translation).",
        "寫法的出處：official（機構官方名稱）、government usage（政府用法）、source（來源所用）"
        "、usual（香港報刊慣用）、ours（本站所譯）。",
        examples=["ours"],
    )


class ChineseNameForm(NameForm):
    """A Chinese form with its pronunciation, if it has Han characters."""

    jyutping: Jyutping | None = described(
        "Its pronunciation in Jyutping, where the form is in Chinese characters.",
        "粵拼；寫法有漢字才須填寫。",
        default=None,
        examples=["zi2 jyun1 zit3"],
    )


class NameForms(Record):
    """The forms of a name in both languages."""

    en: tuple[NameForm, ...] = described(
        "The English forms, with the heading first.", "英文寫法，首個為條目的標題。", min_length=1
    )
    zh_hant: tuple[ChineseNameForm, ...] = described(
        "The Chinese forms, with the heading first.",
        "中文寫法，首個為條目的標題。",
        alias="zh-Hant",
        min_length=1,
    )

    def of(self, language: LanguageCode) -> tuple[NameForm, ...]:
        """The forms in a language."""
        return self.en if language == "en" else self.zh_hant


class Relation(Record):
    """A relation to another name, according to a source. The inverse follows."""

    type: RelationType = described("The relation.", "關係。", examples=["partner of"])
    to: Slug = described("The id of the other name.", "另一名稱的編號。", examples=["pier-post"])
    source: Slug = described(
        "The id of the source that says so.",
        "哪個來源提到這項關係：來源編號。",
        examples=["pier-post-2031-05-05"],
    )


class NamePage(Record):
    """A page on which a form of a name was read."""

    languages: tuple[LanguageCode, ...] = described(
        "The languages of the forms that it shows.",
        "頁面有哪種語言的寫法。",
        min_length=1,
        examples=[["en"], ["en", "zh-Hant"]],
    )
    title: Text | None = described(
        "The title exactly as it appears on the page.",
        "頁面原有的標題，一字不改。",
        default=None,
        examples=["The Kite Fair returns"],
    )
    publisher: Label = described(
        "Who published it and, if we read a copy elsewhere, where that copy is.",
        "出版者；如果所讀的是轉載，也請寫明在哪裏轉載。",
        examples=[{"en": "Harbour Office", "zh-Hant": "海港處"}],
    )
    url: Url = described(
        "The address of the page.", "網址。", examples=["https://harbour.example/kites"]
    )
    date: Edtf | None = described(
        "When it was published, if known, in the date format EDTF.",
        "發表日期，採用EDTF格式；如果不知道，可以省略。",
        default=None,
        examples=["2031-05"],
    )
    looked: Day = described(
        "The date when we read it.", "本站查閱的日期。", examples=["2031-06-20"]
    )
    read: Reading = described(
        "whole, or excerpt if we could read only a part.",
        "whole（全文）；如果只能讀到一部分，填excerpt（節錄）。",
        examples=["whole"],
    )
    sha256: Sha256 | None = described(
        "The SHA-256 checksum of the text that we read.",
        "所讀文字的SHA-256值。",
        default=None,
        examples=["63771bf29228c793ec5d34136cda2c3995509a575956e25fe84c549aff5f7ca3"],
    )


class Name(Entry):
    """Anything that has a name: a body, a programme, an event, a place, a work, a tradition."""

    kind: NameKind = described("What sort of thing it names.", "類別。", examples=["event"])
    forms: NameForms = described("Its forms in both languages.", "兩種語言的寫法。")
    description: Prose = described(
        "What it is, according to the sources, in both languages.",
        "簡介：按來源的內容，說明這個名稱指甚麼，中英對照。",
        examples=[
            {
                "en": "A fair that, according to the Pier Post, was held on the waterfront.",
                "zh-Hant": "《碼頭報》稱，這是在海濱舉行的活動。",
            }
        ],
    )
    attestation: Attestation = described(
        "established, or named only here (known to us from the cited source only).",
        "established（廣為人知），或named only here（只見於單一來源）。",
        examples=["named only here"],
    )
    looked_for: tuple[Search, ...] = described(
        "Where we looked for the name, whether or not we found it.",
        "曾在哪裏查找這個名稱；沒有找到也要記錄。",
        default=(),
    )
    pages: tuple[NamePage, ...] = described(
        "Pages where we read its forms.", "在哪些頁面見過這些寫法。", default=()
    )
    topics: Topics = ()
    relations: tuple[Relation, ...] = described(
        "Its relations to other names. Write each relation only once, because its inverse is "
        "added automatically.",
        "與其他名稱的關係；每項只寫一次，反向關係自動產生。",
        default=(),
    )
    note: Prose | None = described(
        "A note about the forms or about what is unknown.",
        "說明寫法，或說明有甚麼不清楚。",
        default=None,
        examples=[
            {"en": "The Chinese name is ours.", "zh-Hant": "中文名稱由本站翻譯。"},
        ],
    )
    autolink: Flag = described(
        "Whether the forms become links automatically in texts; if false, there are only the "
        "links that somebody writes.",
        "在文中出現時是否自動成為連結；填false，便只保留自行加上的連結。",
        default=True,
        examples=[False],
    )

    @property
    def label(self) -> Label:
        """The headings."""
        return Label.model_validate(
            {"en": self.forms.en[0].form, "zh-Hant": self.forms.zh_hant[0].form}
        )
