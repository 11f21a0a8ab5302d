"""An article in aligned passages, both languages side by side: a digest of one or more sources, a
text of our own, or an original with its translation.

The texts of a passage may have blocks and pictures, in the notation of `text.blocks`.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ..languages import LANGUAGES, LanguageCode
from .record import (
    GAP,
    SLUG,
    Day,
    Entry,
    Label,
    Matching,
    Prose,
    Record,
    Slug,
    Suppression,
    Text,
    described,
    whole,
)
from .topic import Topics

# In a digest of several sources, the source comes first: pier-post#en/1.
PARAGRAPH_REFERENCE = rf"(?:{SLUG}#)?(?:en|zh-Hant)/[a-z0-9]+(?:[.-][a-z0-9]+)*"
PART = r"[1-9][0-9]{0,2}"


def _part(value: object) -> object:
    """Accept only the plain digits of a whole number from 1."""
    if isinstance(value, str) and not re.fullmatch(PART, value):
        raise PydanticCustomError("bad-part", "{value}", {"value": value})
    return value


Location = tuple[str | int, ...]
ParagraphReference = Annotated[Text, Matching("bad-reference", PARAGRAPH_REFERENCE)]
PICTURE_FILE = r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpg|jpeg|png|webp)"
PictureFile = Annotated[Text, Matching("bad-picture-file", PICTURE_FILE)]
# A digest of the English text, then one of the Chinese: see `analysis.sign_off`.
PartNumber = Annotated[
    int,
    BeforeValidator(_part),
    WithJsonSchema({"type": ["integer", "string"], "pattern": whole(PART)}),
]
SignOff = Annotated[Text, Matching("bad-acceptance", r"[0-9a-f]{8} [0-9a-f]{8}")]


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _as_written(value: tuple[str, ...]) -> str | list[str]:
    return value[0] if len(value) == 1 else list(value)


# One id, or a list of them.
Slugs = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_listed),
    PlainSerializer(_as_written),
    WithJsonSchema(
        {
            "type": ["string", "number", "array"],
            "pattern": whole(SLUG),
            "items": {"type": ["string", "number"], "pattern": whole(SLUG)},
            "minItems": 1,
        }
    ),
]


class Ground(NamedTuple):
    """A paragraph on which a text is based: the id of its source, and `en/1` in it."""

    source: str
    paragraph: str


class SupportingParagraphs(Record):
    """The source paragraphs that support each of a passage's two texts."""

    en: tuple[ParagraphReference, ...] = described(
        "The paragraphs that our English text is based on, as en/1 or zh-Hant/2: language and "
        "paragraph. In a digest of several sources, the source too: pier-post#en/1.",
        "英文文本所根據的段落，寫成「語言/段落」，如en/1、zh-Hant/2。"
        "如果摘述多個來源，須在前面加上來源，如pier-post#en/1。",
        min_length=1,
        examples=[["en/1"]],
    )
    zh_hant: tuple[ParagraphReference, ...] = described(
        "The paragraphs that our Chinese text is based on.",
        "中文文本所根據的段落。",
        alias="zh-Hant",
        min_length=1,
        examples=[["zh-Hant/title", "zh-Hant/1"]],
    )

    def of(self, language: LanguageCode) -> tuple[ParagraphReference, ...]:
        """Return the paragraphs that support the text in a language."""
        return self.en if language == "en" else self.zh_hant


CODES = tuple(language.code for language in LANGUAGES)
# The grounds of a passage in an article without a source.
UNFOUNDED = SupportingParagraphs.model_construct(en=(), zh_hant=())


def _grounds_not_required(schema: dict[str, Any]) -> None:
    """Whether a passage needs grounds depends on its article, which a schema does not see."""
    schema["required"] = ["id", "written_first"]  # nor does it see that a text is to follow


class Passage(Prose):
    """A pair of aligned texts: a translation unit, in the terms of TMX.

    Its id is stable and the same in both languages; `#p3` links to it on either page.
    """

    model_config = ConfigDict(json_schema_extra=_grounds_not_required)

    id: Slug = described(
        "An id that never changes and is unique in the article, such as p1; links lead to it.",
        "節的編號，在全文不可重複，亦不可更改：p1、p2……頁內連結會用到它。",
        examples=["p1"],
    )
    rests_on: SupportingParagraphs = described(
        "The source paragraphs that each text reports; none in an article without a source.",
        "兩種文本各自根據原文哪些段落；文章如果沒有來源，不用填寫。",
    )
    written_first: LanguageCode = described(
        "The text that was written first; the other was adapted from it.",
        "先寫哪一種語言的文本；另一種根據它改寫。",
        examples=["en"],
    )
    accepted: SignOff | None = described(
        "The checksums of both texts when they were last compared; the check shows what to write "
        "here.",
        "上次核對時兩種文本的校驗碼；應填甚麼，見檢查程式的訊息。",
        default=None,
        examples=["c9ce49af 5251080d"],
        exclude=True,  # from the exported data: it is for editors only, as waivers are
    )
    waivers: tuple[Suppression, ...] = described(
        "Checks that are suppressed in this passage, each with its reason.",
        "本節豁免的檢查，逐項說明理由。",
        default=(),
        exclude=True,
    )

    def is_translation(self, language: LanguageCode) -> bool:
        """Whether our text in a language is based on no paragraph in that language."""
        paragraphs = [ref.rpartition("#")[2] for ref in self.rests_on.of(language)]
        return bool(paragraphs) and not any(one.startswith(f"{language}/") for one in paragraphs)


class Picture(Record):
    """A picture of an article: a file of `content/pictures/`, described in both languages."""

    id: Slug = described(
        "A stable id, unique in the article. `![](id)` on a line of its own in both texts of a "
        "passage puts the picture there.",
        "編號，在全文不可重複，亦不可更改。在一節的兩種文本各寫上`![](編號)`，獨佔一行，圖片便會放在那裏。",
        examples=["pier"],
    )
    file: PictureFile = described(
        "The name of the file in `content/pictures/`: a JPEG, PNG or WebP picture.",
        "`content/pictures/`內的檔案名稱，格式為JPEG、PNG或WebP。",
        examples=["heron-isle-pier.jpg"],
    )
    alt: Label = described(
        "What the picture shows, for those who cannot see it: one sentence that does not repeat "
        "the caption.",
        "說明圖中有甚麼，供看不到圖片的讀者使用：寫一句便可，不要重複圖片說明。",
        examples=[{"en": "A lamp above an empty bench.", "zh-Hant": "空長椅上亮着一盞燈。"}],
    )
    caption: Prose = described(
        "The caption below the picture.",
        "圖片下方的說明。",
        examples=[{"en": "The pier in 2031.", "zh-Hant": "2031年的碼頭。"}],
    )
    credit: Label = described(
        "Who made the picture.",
        "圖片由誰提供。",
        examples=[{"en": "Photo: Heron Isle Society", "zh-Hant": "圖片：鷺洲會"}],
    )
    licence: Label = described(
        "Why we may publish it: its licence or a permission.",
        "本站根據甚麼授權條款或許可刊登圖片。",
        examples=[{"en": "CC BY 4.0", "zh-Hant": "CC BY 4.0"}],
    )


class Section(Record):
    """Consecutive passages under a heading, or the opening of an article without one.

    A section may hold sections; then it need not have passages of its own before them.
    """

    id: Slug = described(
        "An id that never changes and is unique in the article.",
        "編號，在全文不可重複，亦不可更改。",
        examples=["crowds"],
    )
    title: Label | None = described(
        "The heading, in both languages.",
        "兩種語言的小標題。",
        default=None,
        examples=[{"en": "The crowds", "zh-Hant": "人潮"}],
    )
    passages: tuple[Passage, ...] = described(
        "The passages, in reading order.", "各節，按閱讀次序。", default=(), min_length=1
    )
    sections: tuple["Section", ...] = described(
        "Sections within this one, after its passages.",
        "本部分之內的分部，放在各節之後。",
        default=(),
        min_length=1,
    )


class Correction(Record):
    """A mistake that readers may have read, and when it was corrected."""

    date: Day = described("The day of the correction.", "更正日期。", examples=["2031-05-09"])
    text: Prose = described(
        "What was wrong, and what is right.",
        "原先的內容有甚麼錯誤，正確的內容是甚麼。",
        examples=[
            {
                "en": "An earlier version gave the number of kites as 60; there were 600.",
                "zh-Hant": "早前版本稱有60隻風箏，應為600隻。",
            }
        ],
    )


class Part(Record):
    """The place of an article in a series: a topic whose articles are read in order."""

    topic: Slug = described(
        "The series: the id of a topic.", "所屬系列：專題條目的編號。", examples=["pastimes"]
    )
    part: PartNumber = described(
        "Which part this is, from 1.", "文章是系列的第幾篇，由1開始。", examples=[2]
    )


class Article(Entry):
    """A digest, a text of our own, or an original with its translation, in both languages."""

    title: Label = described(
        "Our title for the digest.",
        "本站所擬的標題。",
        examples=[{"en": "The Pier Post on the Kite Fair", "zh-Hant": "《碼頭報》評紙鳶節"}],
    )
    summary: Label = described(
        "One sentence that sums up the article, shown in lists and by search engines.",
        "用一句話概括本文內容，會在列表和搜尋結果顯示。",
        examples=[
            {
                "en": "An editorial welcomes the crowds that a fair is said to have drawn.",
                "zh-Hant": "社評對據稱吸引大批遊人的紙鳶節表示歡迎。",
            }
        ],
    )
    source: Slugs = described(
        "The source that it sums up: the id of a source, or a list of several. A text of our own "
        "has none.",
        "文章所根據的文件，填來源條目的編號；如果有多份文件，請全部列出。自撰文章不用填寫。",
        default=(),
        min_length=1,
        examples=["pier-post-2031-05-05"],
    )
    original: LanguageCode | None = described(
        "If one text is the original and the other its full translation, the language of the "
        "original.",
        "如果一種文本是原文，另一種是全文翻譯，填原文的語言。",
        default=None,
        examples=["zh-Hant"],
    )
    byline: Label | None = described(
        "Who wrote it, if readers should know.",
        "文章作者；如果無須向讀者交代，可以省略。",
        default=None,
        examples=[{"en": "The editors", "zh-Hant": "編輯部"}],
    )
    translator: Label | None = described(
        "Who translated it, if readers should know.",
        "譯者；如果無須向讀者交代，可以省略。",
        default=None,
        examples=[{"en": "Lee Ming", "zh-Hant": "李明"}],
    )
    published: Day | None = described(
        "The date when it was first published.",
        "首次發布的日期。",
        default=None,
        examples=["2031-05-06"],
    )
    translation: Literal["to follow"] | None = described(
        "“to follow” if one language is published before the other: its passages may lack the "
        "other text.",
        "如果先發布其中一種語言的版本，填「to follow」，各節便可暫缺另一種文本。",
        default=None,
        examples=["to follow"],
    )
    series: Part | None = described(
        "If it is part of a series, which one and which part.",
        "如果屬於某個系列，請寫明是哪個系列、第幾篇。",
        default=None,
    )
    topics: Topics = ()
    note: Prose | None = described(
        "A note to read before the article.",
        "讀者閱讀前要知道的事。",
        default=None,
        examples=[{"en": "The figures are the organiser’s.", "zh-Hant": "數字由主辦機構提供。"}],
    )
    corrections: tuple[Correction, ...] | None = described(
        "Corrections that readers should know of, the newest first.",
        "須向讀者交代的更正，由新至舊。",
        default=None,
    )
    sections: tuple[Section, ...] = described(
        "The sections, in reading order.", "各部分，按閱讀次序。", min_length=1
    )

    pictures: tuple[Picture, ...] = described(
        "The pictures that passages show.",
        "各節所載的圖片。",
        default=(),
        min_length=1,
    )

    @model_validator(mode="before")
    @classmethod
    def _filled(cls, data: Any) -> Any:
        """Fill in what passages need not have: the texts to follow; grounds without a source."""
        if not isinstance(data, dict):
            return data
        if data.get("translation") == "to follow":
            data = with_gaps(data)
        if "source" in data:
            return data
        return _changed(data, lambda passage: {"rests_on": UNFOUNDED, **passage})

    @property
    def languages(self) -> tuple[LanguageCode, ...]:
        """The languages in which the article can be read as a whole."""
        if self.translation is None:
            return CODES
        texts = self.passages()
        return tuple(code for code in CODES if all(text.of(code) != GAP for text in texts))

    @property
    def is_whole(self) -> bool:
        """Whether it can be read in both languages."""
        return len(self.languages) == len(CODES)

    def grounds(self, passage: Passage, language: LanguageCode) -> tuple[Ground, ...]:
        """Return the paragraphs that support one of a passage's texts, with their sources."""
        references = (ref.rpartition("#") for ref in passage.rests_on.of(language))
        return tuple(Ground(source or self.source[0], one) for source, _, one in references)

    def sources_of(self, passage: str) -> tuple[str, ...]:
        """Return the sources of a passage, by its id: those that it cites, or the only one."""
        if len(self.source) < 2:
            return self.source
        texts = [(one, code) for one in self.passages() if one.id == passage for code in CODES]
        found = (ground.source for text, code in texts for ground in self.grounds(text, code))
        return tuple(dict.fromkeys(found))

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage, in reading order."""
        return tuple(passage for _, _, passage in self.located_passages())

    def located_passages(self) -> Iterator["LocatedPassage"]:
        """Yield every passage with its location and section, in reading order."""
        for location, section in self.located_sections():
            for number, passage in enumerate(section.passages):
                yield (*location, "passages", number), section, passage

    def located_sections(self) -> Iterator[tuple[Location, Section]]:
        """Yield every section with its location, those within it after it."""
        return _located(self.sections, ())


LocatedPassage = tuple[Location, Section, Passage]


def _located(sections: tuple[Section, ...], at: Location) -> Iterator[tuple[Location, Section]]:
    for number, section in enumerate(sections):
        location = (*at, "sections", number)
        yield location, section
        yield from _located(section.sections, location)


# ── Unvalidated data ──────────────────────────────────────────────────────────────────────


def with_gaps(data: dict[str, Any]) -> dict[str, Any]:
    """Return unvalidated data with gaps for one language, if the other has all texts."""
    texts: list[dict[str, Any]] = []

    def seen(passage: dict[str, Any]) -> dict[str, Any]:
        texts.append(passage)
        return passage

    _changed(data, seen)
    lacking = [code for code in CODES if not all(_is_text(text.get(code)) for text in texts)]
    if len(lacking) != 1:
        return data
    gap = partial(_with_gap, code=lacking[0])
    new: dict[str, Any] = _changed(data, gap, partial(_titled, code=lacking[0]))
    return new


def _with_gap(data: dict[str, Any], code: LanguageCode) -> dict[str, Any]:
    """Return a heading or a passage with a gap for a text that is not there."""
    other = next(other for other in CODES if other != code)
    new = {**data}
    if _is_text(data.get(other)) and not _is_text(data.get(code)):
        new[code] = GAP
    if isinstance(grounds := data.get("rests_on"), dict) and other in grounds:
        new["rests_on"] = {code: grounds[other], **grounds}
    return new


def _titled(section: dict[str, Any], code: LanguageCode) -> dict[str, Any]:
    title = section.get("title")
    return {**section, "title": _with_gap(title, code)} if isinstance(title, dict) else section


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


Change = Callable[[dict[str, Any]], dict[str, Any]]


def _changed(data: Any, passage: Change, section: Change = dict) -> Any:
    """Return unvalidated data of an article or a section with its passages and sections changed."""
    if not isinstance(data, dict):
        return data
    new = {**data}
    if isinstance(inner := data.get("passages"), list):
        new["passages"] = [passage(one) if isinstance(one, dict) else one for one in inner]
    if isinstance(inner := data.get("sections"), list):
        within = (_changed(one, passage, section) for one in inner)
        new["sections"] = [section(one) if isinstance(one, dict) else one for one in within]
    return new
