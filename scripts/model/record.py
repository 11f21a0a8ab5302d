"""What every part of the model is made of: frozen records, text in two languages, typed words.

Nothing here reads a file or writes a page. Each field says in both languages what it is for:
the problems that editors see and the schemas of their editors are made from these words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..languages import LanguageCode
from ..patterns import WEB_ADDRESS


class Record(BaseModel):
    """A part of an entry: frozen, with no fields but those it declares."""

    # Built when it is first needed: a run in which nothing has changed needs no validator.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )


def described(en: str, zh: str, **settings: Any) -> Any:
    """A field with its description in both languages; `settings` are those of pydantic's Field.

    A field that is no record of its own has `examples`, written as in a file.
    """
    return Field(description=en, json_schema_extra={"description:zh-Hant": zh}, **settings)


@dataclass(frozen=True, slots=True)
class Matching:
    """A form of text: what PATTERN does not match wholly is refused, under our own problem CODE."""

    code: str
    pattern: str

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The pattern, and a number too where digits match it: YAML makes numbers of them."""
        kinds = ["string", "number"] if re.fullmatch(self.pattern, "12") else "string"
        return {"type": kinds, "pattern": whole(self.pattern)}

    def _checked(self, value: str) -> str:
        if not re.fullmatch(self.pattern, value):
            raise PydanticCustomError(self.code, "{value}", {"value": value})
        return value


def whole(pattern: str) -> str:
    """A pattern as a schema has it, where it may otherwise match anywhere."""
    return f"^(?:{pattern})$"


def _flag(value: object) -> object:
    """`true` or `false` in those words: YAML's other spellings (yes, NO, on) are surprises."""
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("bad-flag", "{value}", {"value": value})


def _day(value: object) -> object:
    """Year, month and day with hyphens: ISO 8601 knows other ways, and Python reads some."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else "")
    except ValueError:
        raise PydanticCustomError("bad-date", "{value}", {"value": value}) from None


@lru_cache(maxsize=4096)
def is_edtf(value: str) -> bool:
    """Whether VALUE is a date in EDTF, ISO 8601-2 levels 0 to 2 (Library of Congress, 2019).

    The common cases, a plain day, month or year, do not load the grammar, which takes a tenth of
    a second.
    """
    if re.fullmatch(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?", value):
        return True
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
        return True
    from edtf.parser import is_valid_edtf

    return bool(is_valid_edtf(value))


def _edtf(value: str) -> str:
    if not is_edtf(value):
        raise PydanticCustomError("bad-edtf", "{value}", {"value": value})
    return value


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
EDTF_SIGNS = r"[0-9XYESTZ?~%./:,+\[\]{}-]+"  # of which dates in EDTF are made

# What stands in a schema is not what the model makes of a value but what YAML does: a text of
# digits is a number there.
Text = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"\S"}),
]
Slug = Annotated[Text, Matching("bad-slug", SLUG)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Day = Annotated[date, BeforeValidator(_day)]
Edtf = Annotated[
    Text,
    AfterValidator(_edtf),
    WithJsonSchema({"type": ["string", "number"], "pattern": whole(EDTF_SIGNS)}),
]
Duration = Annotated[
    Text, Matching("bad-duration", r"P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?")
]
Jyutping = Annotated[Text, Matching("bad-jyutping", r"[a-z]+[1-6](?: [a-z]+[1-6])*")]
Ipa = Annotated[Text, Matching("bad-ipa", r"[a-zæðŋɑɒɔəɛɜɡɪʃʊʌʒθˈˌː .-]+")]
Url = Annotated[Text, Matching("bad-url", WEB_ADDRESS)]
Sha256 = Annotated[Text, Matching("bad-fingerprint", r"[0-9a-f]{64}")]
ParagraphId = Annotated[Text, Matching("bad-paragraph", r"[a-z0-9]+(?:[.-][a-z0-9]+)*")]


class Label(Record):
    """A short plain text in both languages, such as a title: no links, no emphasis."""

    en: Text = described("The English text.", "英文文本。")
    zh_hant: Text = described(
        "The Chinese text, in Traditional characters as Hong Kong writes them.",
        "中文文本，用香港慣用的繁體字。",
        alias="zh-Hant",
    )

    def of(self, language: LanguageCode) -> str:
        """The text in a language."""
        return self.en if language == "en" else self.zh_hant


class Prose(Label):
    """A text in both languages that may hold links and emphasis, in the notation of `markup`."""


class Suppression(Record):
    """That a check is to be silent here, and why."""

    check: Text = described(
        "The check’s id, as its messages show it in square brackets.",
        "檢查編號，見訊息首行末尾的方括號。",
        examples=["completeness"],
    )
    reason: Text = described(
        "Why the check does not apply here, in either language.",
        "此項檢查不適用的理由，中英文均可。",
        examples=["The Chinese version of the report leaves this sentence out."],
    )


class Entry(Record):
    """What one YAML file holds.

    `id` is the file's name without its ending; it is never written in the file. It is the last
    part of the entry's address, so that renaming the file moves the page.
    """

    id: Slug = described("The file’s name without “.yml”.", "檔案名稱，不含「.yml」。")
    updated: Day = described(
        "The day on which this entry was last revised, as 2026-11-22.",
        "本條目上次修訂的日期，寫法如2026-11-22。",
        examples=["2031-05-07"],
    )
    waivers: tuple[Suppression, ...] = described(
        "Checks that are silenced throughout this entry, each with its reason.",
        "整個條目豁免的檢查，逐項說明理由。",
        default=(),
        exclude=True,
    )


def last_updated(entries: Iterable[Entry]) -> date | None:
    """The newest day on which any of the entries was revised; None if there are none."""
    return max((entry.updated for entry in entries), default=None)
