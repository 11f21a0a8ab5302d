"""A claim: a statement with who asserts it, its figure, its place and what is known of it."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from .record import (
    SLUG,
    Duration,
    Edtf,
    Entry,
    Label,
    Prose,
    Record,
    Slug,
    Text,
    described,
    matching,
)
from .topic import Topics

Status = Literal["reported", "corroborated", "disputed", "superseded", "unverifiable"]
Qualifier = Literal["exactly", "about", "nearly", "at least", "more than", "at most"]
Nature = Literal["fact", "aim", "projection"]
Finding = Literal["supports", "contradicts", "neither"]
Currency = Annotated[Text, matching("bad-currency", r"[A-Z]{3}")]
PASSAGE_REFERENCE = f"{SLUG}#{SLUG}"
PassageReference = Annotated[Text, matching("bad-passage", PASSAGE_REFERENCE)]


def _number(value: object) -> object:
    """Plain digits only: `1e9`, `1_000` and `５` are for programmers, not for editors.

    No more of them than decimal arithmetic keeps exact.
    """
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,18}(?:\.[0-9]{1,9})?", value):
        raise PydanticCustomError("bad-number", "{value}", {"value": value})
    return value


Number = Annotated[Decimal, BeforeValidator(_number)]


class Figure(Record):
    """The number in a statement, as data."""

    value: Number = described(
        "The number, in plain digits: 5000000000, 0.4.", "數值，用阿拉伯數字：5000000000、0.4。"
    )
    to: Number | None = described(
        "The upper end, if it is a range.", "若為範圍，其上限。", default=None
    )
    unit: Label | None = described(
        "What is counted, as “exhibitors” and 「家參展商」.",
        "所數之物，如「exhibitors」和「家參展商」。",
        default=None,
    )
    currency: Currency | None = described(
        "The currency (ISO 4217): HKD, USD.", "貨幣代號（ISO 4217）：HKD、USD。", default=None
    )
    qualifier: Qualifier = described(
        "exactly, about, nearly, at least, more than or at most.",
        "exactly（正好）、about（約）、nearly（近）、at least（至少）、more than（逾）、"
        "at most（不多於）。",
        default="exactly",
    )
    period: Duration | None = described(
        "Over how long, as an ISO 8601 duration: P5Y is five years.",
        "歷時多久，用ISO 8601時段：P5Y即五年。",
        default=None,
    )
    as_of: Edtf | None = described(
        "The date for which it holds, in EDTF.", "所指的日期，採用EDTF格式。", default=None
    )
    nature: Nature = described(
        "fact, aim or projection.",
        "fact（事實）、aim（目標）或projection（預測）。",
        default="fact",
    )


class Assertion(Record):
    """Who makes a claim, and with what interest in it."""

    name: Slug = described("Who asserts it: the id of a name.", "提出者：名稱條目的編號。")
    interest: Label = described("The asserter’s stake in the matter.", "提出者與此事的利害關係。")


class Evidence(Record):
    """Something independent of the source that bears on a claim."""

    what: Label = described("What it is.", "是甚麼資料。")
    where: Text = described("Where it is found: an address or a citation.", "出處：網址或書目。")
    date: Edtf = described("When it was published, in EDTF.", "發表日期，採用EDTF格式。")
    finding: Finding = described(
        "supports, contradicts or neither.",
        "supports（支持）、contradicts（不符）或neither（兩者皆非）。",
    )
    note: Label | None = described("What it says of the claim.", "它如何說明此說法。", default=None)


class Claim(Entry):
    """A statement that a source makes or carries. The site reports it and asserts nothing."""

    title: Label = described(
        "A short heading for lists and links: what it is about, without taking sides.",
        "簡短標題，用於列表及連結：只說所涉何事，不作判斷。",
    )
    statement: Prose = described("The statement, in both languages.", "說法內容，中英對照。")
    figures: tuple[Figure, ...] = described("Its figures as data.", "其中的數字。", default=())
    asserted_by: Assertion = described(
        "Who asserts it, with what interest.", "由誰提出，有何利害關係。"
    )
    passages: tuple[PassageReference, ...] = described(
        "Where our articles report it: article#passage.",
        "本站文章何處提及：文章#段落。",
        min_length=1,
    )
    topics: Topics = ()
    status: Status = described(
        "reported until independent evidence is recorded; then corroborated, disputed, superseded "
        "or unverifiable.",
        "未有獨立證據前為reported（據報）；其後為corroborated（有佐證）、disputed（有爭議）、"
        "superseded（已過時）或unverifiable（無從查證）。",
        default="reported",
    )
    evidence: tuple[Evidence, ...] = described(
        "Independent evidence for or against it.", "支持或反對的獨立證據。", default=()
    )
    note: Prose | None = described(
        "What is missing or unclear: period, base, currency, who.",
        "欠缺或含糊之處：時段、基數、貨幣、何人。",
        default=None,
    )
