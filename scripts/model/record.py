"""The building blocks of the model: frozen records, texts in two languages, constrained strings.

Each field has a description in both languages, which diagnostics and schemas show to editors.
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
    """A part of an entry: frozen, with declared fields only."""

    # Validators are built on first use: a run without changes needs none.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )


def described(en: str, zh: str, **settings: Any) -> Any:
    """Return a field with its description in both languages; `settings` are for pydantic's Field.

    A field whose type is not a record has `examples`, written as in a file.
    """
    return Field(description=en, json_schema_extra={"description:zh-Hant": zh}, **settings)


@dataclass(frozen=True, slots=True)
class Matching:
    """A constraint on text: it must match `pattern` as a whole, or is reported as `code`."""

    code: str
    pattern: str

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The pattern; numbers are allowed if digits match, as YAML parses digits as numbers."""
        kinds = ["string", "number"] if re.fullmatch(self.pattern, "12") else "string"
        return {"type": kinds, "pattern": whole(self.pattern)}

    def _checked(self, value: str) -> str:
        if not re.fullmatch(self.pattern, value):
            raise PydanticCustomError(self.code, "{value}", {"value": value})
        return value


def whole(pattern: str) -> str:
    """Return an anchored pattern, as unanchored ones match anywhere in a schema."""
    return f"^(?:{pattern})$"


def _flag(value: object) -> object:
    """Accept only `true` and `false`, not YAML's other spellings (yes, NO, on)."""
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("bad-flag", "{value}", {"value": value})


def _day(value: object) -> object:
    """Accept only year, month and day with hyphens; Python also parses other forms of ISO 8601."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else "")
    except ValueError:
        raise PydanticCustomError("bad-date", "{value}", {"value": value}) from None


@lru_cache(maxsize=4096)
def is_edtf(value: str) -> bool:
    """Whether a value is a date in EDTF, ISO 8601-2 levels 0 to 2 (Library of Congress, 2019).

    A plain day, month or year needs no grammar, which takes a tenth of a second to load.
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
EDTF_SIGNS = r"[0-9XYESTZ?~%./:,+\[\]{}-]+"  # the characters of dates in EDTF

# A schema describes a value as YAML parses it: a text of digits is a number there.
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


# The text of a language that is still to follow. It has no words, so nothing is found in it.
GAP = "⟦⟧"


class Label(Record):
    """A short plain text in both languages, such as a title: no links, no emphasis."""

    en: Text = described("The English text.", "英文文本。")
    zh_hant: Text = described(
        "The Chinese text, in Traditional characters as used in Hong Kong.",
        "中文文本，用香港慣用的繁體字。",
        alias="zh-Hant",
    )

    def of(self, language: LanguageCode) -> str:
        """Return the text in a language."""
        return self.en if language == "en" else self.zh_hant

    @property
    def is_whole(self) -> bool:
        """Whether both texts are there."""
        return GAP not in (self.en, self.zh_hant)


class Prose(Label):
    """A text in both languages that may have links and emphasis, in the notation of `markup`."""


class Suppression(Record):
    """A check suppressed here, and the reason."""

    check: Text = described(
        "The check’s id, shown in square brackets in its messages.",
        "檢查編號，見訊息首行末尾的方括號。",
        examples=["completeness"],
    )
    reason: Text = described(
        "Why the check does not apply here, in either language.",
        "說明這項檢查為何不適用，可用中文或英文。",
        examples=["The Chinese version of the report leaves this sentence out."],
    )


class Entry(Record):
    """The content of one YAML file.

    `id` is the file's name without its extension; it is never written in the file. It is the last
    part of the entry's address, so renaming the file moves the page.
    """

    id: Slug = described("The file’s name without “.yml”.", "檔案名稱，不含「.yml」。")
    updated: Day = described(
        "The date when this entry was last revised, such as 2026-11-22.",
        "本條目上次修訂的日期，如2026-11-22。",
        examples=["2031-05-07"],
    )
    waivers: tuple[Suppression, ...] = described(
        "Checks that are suppressed throughout this entry, each with its reason.",
        "整個條目豁免的檢查，逐項說明理由。",
        default=(),
        exclude=True,
    )


def last_updated(entries: Iterable[Entry]) -> date | None:
    """Return the latest day on which any of the entries was revised; None if there are none."""
    return max((entry.updated for entry in entries), default=None)
