"""A claim: a statement with its asserter, figures, passages, status and evidence."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ..figures.quantity import Qualifier
from .record import (
    SLUG,
    Day,
    Duration,
    Edtf,
    Entry,
    Label,
    Matching,
    Prose,
    Record,
    Sha256,
    Slug,
    Text,
    Url,
    described,
    whole,
)
from .search import Reading, Search
from .topic import Topics

Status = Literal[
    "reported",
    "corroborated",
    "partly corroborated",
    "disputed",
    "superseded",
    "unverifiable",
]
Manner = Literal["fact", "opinion", "aim", "pledge", "forecast"]
Finding = Literal["supports", "contradicts", "neither"]
Independence = Literal["independent", "own announcement", "repeat", "interested"]
Currency = Annotated[Text, Matching("bad-currency", r"[A-Z]{3}")]
PASSAGE_REFERENCE = f"{SLUG}#{SLUG}"
PassageReference = Annotated[Text, Matching("bad-passage", PASSAGE_REFERENCE)]

# At most as many digits as decimal arithmetic keeps exact.
NUMBER = r"-?[0-9]{1,18}(?:\.[0-9]{1,9})?"


# The spellings of the unit of a percentage.
PERCENT = ("%", "per cent", "percent")


def _number(value: object) -> object:
    """Accept only plain digits, not `1e9`, `1_000` or `５`."""
    if isinstance(value, str) and not re.fullmatch(NUMBER, value):
        raise PydanticCustomError("bad-number", "{value}", {"value": value})
    return value


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": ["number", "string"], "pattern": whole(NUMBER)}),
]


class Figure(Record):
    """A number in a statement, as data."""

    value: Number = described(
        "The number, in plain digits, such as 5000000000 or 3.8. For 40%, write 40 with the unit "
        "“%”.",
        "數值，用阿拉伯數字：5000000000、3.8。40%寫40，單位（unit）填「%」。",
        examples=[3000],
    )
    to: Number | None = described(
        "The upper end of the range, if there is a range.",
        "如果是範圍，填上限。",
        default=None,
        examples=[3500],
    )
    unit: Label | None = described(
        "What is counted, such as “exhibitors” and 「家參展商」.",
        "計算的是甚麼，如「exhibitors」和「家參展商」。",
        default=None,
        examples=[{"en": "visitors", "zh-Hant": "名遊人"}],
    )
    currency: Currency | None = described(
        "The currency, by its code in ISO 4217, such as HKD or USD.",
        "貨幣代號（ISO 4217）：HKD、USD。",
        default=None,
        examples=["HKD"],
    )
    qualifier: Qualifier = described(
        "exactly, about, nearly, at least, more than or at most.",
        "exactly（正好）、about（約）、nearly（近）、at least（至少）、more than（逾）、"
        "at most（最多）。",
        default="exactly",
        examples=["more than"],
    )
    period: Duration | None = described(
        "The whole period that the figure covers, as a duration in ISO 8601: P5Y means five years.",
        "數字合共涉及多長時間，用ISO 8601時段：P5Y即五年。",
        default=None,
        examples=["P5Y"],
    )
    per: Duration | None = described(
        "How often the sum recurs: P1Y means “a year”, and P1M means “a month”.",
        "數額每隔多久重複一次：P1Y即「每年」，P1M即「每月」。",
        default=None,
        examples=["P1Y"],
    )
    against: Duration | None = described(
        "For a change, the time since the earlier figure: P1Y means “year on year”.",
        "如果是增減，與多久以前比較：P1Y即「按年」。",
        default=None,
        examples=["P1Y"],
    )
    when: Edtf | None = described(
        "When an event happened, or the period that it covered, in the date format EDTF, such as "
        "2031-05-05 or 2031-05.",
        "如果是某項活動或某段時間的數字，填發生的日期，採用EDTF格式：2031-05-05、2031-05。",
        default=None,
        examples=["2031-05-05"],
    )
    as_of: Edtf | None = described(
        "For a state, the date of the count, in the date format EDTF.",
        "如果是某日的狀況，填截至哪一天，採用EDTF格式。",
        default=None,
        examples=["2031-05"],
    )

    @property
    def is_percentage(self) -> bool:
        """Whether the number is a percentage: 40 is 40%."""
        return self.unit is not None and self.unit.en.strip() in PERCENT


class Assertion(Record):
    """The asserter of a claim, and their stake in it."""

    name: Slug = described(
        "Who makes the claim: the id of a name.", "提出者：名稱條目的編號。", examples=["pier-post"]
    )
    interest: Label = described(
        "The asserter’s stake in the matter.",
        "提出者與此事的關係。",
        examples=[
            {
                "en": "A newspaper reporting what it did not organise.",
                "zh-Hant": "報章報道他人主辦的活動。",
            }
        ],
    )


class Evidence(Record):
    """A document that bears on a claim, and what it says of it."""

    finding: Finding = described(
        "supports, contradicts or neither.",
        "supports（支持）、contradicts（不符）或neither（兩者皆非）。",
        examples=["supports"],
    )
    part: Label | None = described(
        "The part of the claim that the document concerns, if it does not concern the whole claim.",
        "如果證據只關乎說法的一部分，寫明是哪一部分。",
        default=None,
        examples=[{"en": "The number of visitors", "zh-Hant": "遊人數目"}],
    )
    what: Label = described(
        "What kind of document it is, in a few words.",
        "用幾個字說明是甚麼文件。",
        examples=[{"en": "The harbour office’s count", "zh-Hant": "海港處的點算結果"}],
    )
    title: Text | None = described(
        "The title exactly as it appears in the document.",
        "文件原有的標題，一字不改。",
        default=None,
        examples=["Counting the kites"],
    )
    publisher: Label = described(
        "Who published it and, if we read a copy elsewhere, where that copy is.",
        "出版者；如果所讀的是轉載，也請寫明在哪裏轉載。",
        examples=[{"en": "Harbour Office", "zh-Hant": "海港處"}],
    )
    url: Url | None = described(
        "The address of the page that was read.",
        "所讀頁面的網址。",
        default=None,
        examples=["https://harbour.example/counts/2031"],
    )
    date: Edtf | None = described(
        "When it was published, if known, in the date format EDTF.",
        "發表日期，採用EDTF格式；如果不知道，可以省略。",
        default=None,
        examples=["2031-06"],
    )
    says: Label = described(
        "What the document says about the claim, in our own words.",
        "文件怎樣談及這項說法，用自己的文字寫。",
        examples=[{"en": "It counted 3,120 people.", "zh-Hant": "海港處點算到3,120人。"}],
    )
    quotation: Text | None = described(
        "The decisive words exactly as they appear in the document, at most ten of them.",
        "文件的關鍵字句，照抄原文，最多十個英文單詞或二十個漢字。",
        default=None,
        examples=["3,120 visitors were counted"],
    )
    independence: Independence = described(
        "independent (based on its own observation or records), own announcement (by whoever did "
        "the thing or makes the claim), repeat (quoting or repeating another document) or "
        "interested (its "
        "author stands to gain).",
        "independent（獨立：內容出自作者本身的觀察或紀錄）、own announcement（當事人的公布）、"
        "repeat（引述或轉載）或interested（作者可從中得益）。",
        examples=["independent"],
    )
    reason: Label = described(
        "Why the document is or is not independent, and what it can and cannot show.",
        "文件為甚麼算是獨立或不算獨立，能夠證明到甚麼程度。",
        examples=[
            {"en": "The office counted them itself.", "zh-Hant": "由海港處自行點算。"},
        ],
    )
    looked: Day = described(
        "The date when we read it.", "本站查閱的日期。", examples=["2031-06-20"]
    )
    copied: Edtf | None = described(
        "The date when the copy that we read was stored, if known, in the date format EDTF.",
        "所讀存檔副本的日期，採用EDTF格式；如果不知道，可以省略。",
        default=None,
        examples=["2031-06-18"],
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
    query: Text | None = described(
        "The search query that found it, if any.",
        "如果文件是搜尋得來的，填查詢字句。",
        default=None,
        examples=["Kite Fair visitors count"],
    )


class StatusChange(Record):
    """A day on which the status was set, and what decided it."""

    day: Day = described("The day.", "日期。", examples=["2031-06-20"])
    status: Status = described(
        "The status from that date.", "由該日起的狀態。", examples=["corroborated"]
    )
    because: Label = described(
        "The reason for the change of status, in one sentence.",
        "用一句話說明根據。",
        examples=[
            {
                "en": "The harbour office counted 3,120 people.",
                "zh-Hant": "海港處點算到3,120人。",
            }
        ],
    )


class Claim(Entry):
    """A statement in a source, which the site reports without asserting it."""

    title: Label = described(
        "A short heading for lists and links: the statement in a few words.",
        "簡短的標題，用於列表和連結：用幾個字概括說法。",
        examples=[{"en": "Over 3,000 visitors at the Kite Fair", "zh-Hant": "紙鳶節逾3,000人到場"}],
    )
    statement: Prose = described(
        "The statement, in both languages.",
        "說法內容，中英對照。",
        examples=[
            {
                "en": "The Kite Fair is said to have drawn more than 3,000 visitors.",
                "zh-Hant": "紙鳶節據稱吸引逾3,000名遊人。",
            }
        ],
    )
    figures: tuple[Figure, ...] = described(
        "The figures of the claim, as data.", "其中的數字。", default=()
    )
    asserted_by: Assertion = described(
        "Who makes the claim, and what stake they have in the matter.",
        "說法由誰提出，提出者與此事有甚麼關係。",
    )
    presented_as: Manner = described(
        "How the claim is presented: fact, opinion, aim, pledge (a promise by its asserter) or "
        "forecast.",
        "提出者把說法當作甚麼提出：fact（事實）、opinion（意見）、aim（目標）、pledge（承諾：提出者稱會做的事）"
        "或forecast（預測）。",
        default="fact",
        examples=["pledge"],
    )
    passages: tuple[PassageReference, ...] = described(
        "The passages of our articles that report the claim, each in the form article#passage.",
        "本站文章在哪幾節轉述：文章#節。",
        min_length=1,
        examples=[["a-day-of-kites#p1"]],
    )
    topics: Topics = ()
    status: Status = described(
        "reported until independent evidence is recorded; then corroborated, partly corroborated, "
        "disputed, superseded or unverifiable.",
        "沒有獨立證據時，填reported（據報）；找到證據後，按查證結果填corroborated（有佐證）、"
        "partly corroborated（部分有佐證）、disputed（有爭議）、superseded（已過時）"
        "或unverifiable（無從查證）。",
        default="reported",
        examples=["corroborated"],
    )
    history: tuple[StatusChange, ...] = described(
        "Each status that the claim has had, oldest first.",
        "說法曾有的狀態，由舊到新。",
        default=(),
    )
    looked_for: tuple[Search, ...] = described(
        "Where we looked for evidence, whether or not we found any.",
        "曾在哪裏查找證據；沒有找到也要記錄。",
        default=(),
    )
    evidence: tuple[Evidence, ...] = described(
        "Documents that concern the claim.", "與這項說法有關的文件。", default=()
    )
    note: Prose | None = described(
        "Details that are missing or unclear, such as the period, the base, the currency, or who "
        "counted.",
        "文件有甚麼沒有說明或說得含糊，例如時段、基數、貨幣，或事情由誰做。",
        default=None,
        examples=[
            {
                "en": "The editorial does not say how visitors were counted.",
                "zh-Hant": "社評沒有說明如何計算遊人數目。",
            }
        ],
    )

    @property
    def verdict(self) -> Label | None:
        """What decided the status that the claim has now."""
        return self.history[-1].because if self.history else None

    def found(self, finding: Finding) -> tuple[Evidence, ...]:
        """The evidence with a finding."""
        return tuple(piece for piece in self.evidence if piece.finding == finding)
