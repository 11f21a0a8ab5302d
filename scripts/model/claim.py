"""A claim: a statement with its asserter, figures, passages, status and evidence."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ..figures.quantity import Qualifier
from .record import (
    SLUG,
    Duration,
    Edtf,
    Entry,
    Label,
    Matching,
    Prose,
    Record,
    Slug,
    Text,
    described,
    whole,
)
from .topic import Topics

Status = Literal["reported", "corroborated", "disputed", "superseded", "unverifiable"]
Manner = Literal["fact", "opinion", "aim", "pledge", "forecast"]
Finding = Literal["supports", "contradicts", "neither"]
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
        "The number, in plain digits: 5000000000, 3.8. Write 40 for 40%, with the unit “%”.",
        "數值，用阿拉伯數字：5000000000、3.8。40%寫40，單位（unit）填「%」。",
        examples=[3000],
    )
    to: Number | None = described(
        "The upper end, if it is a range.", "若為範圍，其上限。", default=None, examples=[3500]
    )
    unit: Label | None = described(
        "What is counted, as “exhibitors” and 「家參展商」.",
        "所數之物，如「exhibitors」和「家參展商」。",
        default=None,
        examples=[{"en": "visitors", "zh-Hant": "名遊人"}],
    )
    currency: Currency | None = described(
        "The currency (ISO 4217): HKD, USD.",
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
        "The total time that it covers, as an ISO 8601 duration: P5Y is five years.",
        "合共歷時多久，用ISO 8601時段：P5Y即五年。",
        default=None,
        examples=["P5Y"],
    )
    per: Duration | None = described(
        "How often the sum recurs: P1Y is “a year”, P1M “a month”.",
        "數額每隔多久重複一次：P1Y即「每年」，P1M即「每月」。",
        default=None,
        examples=["P1Y"],
    )
    against: Duration | None = described(
        "For a change, the age of the figure compared with: P1Y is “year on year”.",
        "若屬增減，與多久以前比較：P1Y即「按年」。",
        default=None,
        examples=["P1Y"],
    )
    when: Edtf | None = described(
        "For an event or a span of time, when it happened, in EDTF: 2031-05-05, 2031-05.",
        "若屬某項活動或某段時間的數字，何時發生，採用EDTF格式：2031-05-05、2031-05。",
        default=None,
        examples=["2031-05-05"],
    )
    as_of: Edtf | None = described(
        "For a state, the date of the count, in EDTF.",
        "若屬狀況，統計截至何日，採用EDTF格式。",
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
        "Who asserts it: the id of a name.", "提出者：名稱條目的編號。", examples=["pier-post"]
    )
    interest: Label = described(
        "The asserter’s stake in the matter.",
        "提出者與此事的利害關係。",
        examples=[
            {
                "en": "A newspaper reporting what it did not organise.",
                "zh-Hant": "報章報道他人主辦的活動。",
            }
        ],
    )


class Evidence(Record):
    """Evidence about a claim, independent of the source."""

    what: Label = described(
        "What it is.",
        "是甚麼資料。",
        examples=[{"en": "The harbour office’s count", "zh-Hant": "海港處的點算結果"}],
    )
    where: Text = described(
        "An address or a citation.",
        "出處：網址或書目。",
        examples=["https://harbour.example/counts/2031"],
    )
    date: Edtf = described(
        "When it was published, in EDTF.", "發表日期，採用EDTF格式。", examples=["2031-06"]
    )
    finding: Finding = described(
        "supports, contradicts or neither.",
        "supports（支持）、contradicts（不符）或neither（兩者皆非）。",
        examples=["supports"],
    )
    note: Label | None = described(
        "What it says about the claim.",
        "這份資料就此說法說了甚麼。",
        default=None,
        examples=[{"en": "It counted 3,120 people.", "zh-Hant": "點算所得為3,120人。"}],
    )


class Claim(Entry):
    """A statement in a source, which the site reports without asserting it."""

    title: Label = described(
        "A short heading for lists and links: the statement in a few words.",
        "簡短標題，用於列表及連結：以數個字概括說法。",
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
    figures: tuple[Figure, ...] = described("Its figures as data.", "其中的數字。", default=())
    asserted_by: Assertion = described(
        "Who asserts it, and their stake in it.", "由誰提出，有何利害關係。"
    )
    presented_as: Manner = described(
        "How it is presented: fact, opinion, aim, pledge (a promise by its asserter) or forecast.",
        "以甚麼方式提出：fact（事實）、opinion（意見）、aim（目標）、pledge（承諾：提出者稱會做的事）"
        "或forecast（預測）。",
        default="fact",
        examples=["pledge"],
    )
    passages: tuple[PassageReference, ...] = described(
        "Where our articles report it: article#passage.",
        "本站文章何處提及：文章#節。",
        min_length=1,
        examples=[["a-day-of-kites#p1"]],
    )
    topics: Topics = ()
    status: Status = described(
        "reported until independent evidence is recorded; then corroborated, disputed, superseded "
        "or unverifiable.",
        "未有獨立證據前為reported（據報）；其後為corroborated（有佐證）、disputed（有爭議）、"
        "superseded（已過時）或unverifiable（無從查證）。",
        default="reported",
        examples=["corroborated"],
    )
    evidence: tuple[Evidence, ...] = described(
        "Independent evidence for or against it.", "支持或反對的獨立證據。", default=()
    )
    note: Prose | None = described(
        "Missing or unclear details: period, base, currency, who.",
        "欠缺或含糊之處：時段、基數、貨幣、何人。",
        default=None,
        examples=[
            {
                "en": "The editorial does not say how visitors were counted.",
                "zh-Hant": "社評沒有說明如何計算遊人數目。",
            }
        ],
    )
