"""An article in aligned passages, both languages side by side: a digest of one or more sources, a
text of our own, or an original with its translation.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ..languages import CODES, LanguageCode
from .passage import UNFOUNDED, Ground, Passage
from .picture import Picture
from .record import (
    GAP,
    SLUG,
    Day,
    Entry,
    Label,
    Prose,
    Record,
    Slug,
    described,
    whole,
)
from .topic import Topics
from .unvalidated import changed, with_gaps

PART = r"[1-9][0-9]{0,2}"


def _part(value: object) -> object:
    """Accept only the plain digits of a whole number from 1."""
    if isinstance(value, str) and not re.fullmatch(PART, value):
        raise PydanticCustomError("bad-part", "{value}", {"value": value})
    return value


Location = tuple[str | int, ...]
PartNumber = Annotated[
    int,
    BeforeValidator(_part),
    WithJsonSchema({"type": ["integer", "string"], "pattern": whole(PART)}),
]


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
        return changed(data, lambda passage: {"rests_on": UNFOUNDED, **passage})

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
