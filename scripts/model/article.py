"""An article: a digest of one source in aligned passages, both languages side by side.

The texts of a passage may have blocks and pictures, in the notation of `text.blocks`.
"""

from collections.abc import Iterator
from typing import Annotated

from ..languages import LanguageCode
from .record import Entry, Label, Matching, Prose, Record, Slug, Suppression, Text, described
from .topic import Topics

Location = tuple[str | int, ...]
PARAGRAPH_REFERENCE = r"(?:en|zh-Hant)/[a-z0-9]+(?:[.-][a-z0-9]+)*"
ParagraphReference = Annotated[Text, Matching("bad-reference", PARAGRAPH_REFERENCE)]
PICTURE_FILE = r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpg|jpeg|png|webp)"
PictureFile = Annotated[Text, Matching("bad-picture-file", PICTURE_FILE)]
# A digest of the English text, then one of the Chinese: see `analysis.sign_off`.
SignOff = Annotated[Text, Matching("bad-acceptance", r"[0-9a-f]{8} [0-9a-f]{8}")]


class SupportingParagraphs(Record):
    """The source paragraphs that support each of a passage's two texts."""

    en: tuple[ParagraphReference, ...] = described(
        "The paragraphs that our English text is based on, by language and paragraph, such as "
        "en/1 or zh-Hant/2.",
        "英文文本根據哪幾段，寫作「語言/段落」，如en/1、zh-Hant/2。",
        min_length=1,
        examples=[["en/1"]],
    )
    zh_hant: tuple[ParagraphReference, ...] = described(
        "The paragraphs that our Chinese text is based on.",
        "中文文本根據哪幾段。",
        alias="zh-Hant",
        min_length=1,
        examples=[["zh-Hant/title", "zh-Hant/1"]],
    )

    def of(self, language: LanguageCode) -> tuple[ParagraphReference, ...]:
        """Return the paragraphs that support the text in a language."""
        return self.en if language == "en" else self.zh_hant


class Passage(Prose):
    """A pair of aligned texts: a translation unit, in the terms of TMX.

    Its id is stable and the same in both languages; `#p3` links to it on either page.
    """

    id: Slug = described(
        "An id that never changes and is unique in the article, such as p1; links lead to it.",
        "節的編號，在全文不可重複，亦不可更改：p1、p2……頁內連結會用到它。",
        examples=["p1"],
    )
    rests_on: SupportingParagraphs = described(
        "The source paragraphs that each text reports.", "兩種文本各自根據原文哪幾段。"
    )
    written_first: LanguageCode = described(
        "The text that was written first; the other was adapted from it.",
        "兩種文本之中先寫的一種，另一種據此改寫。",
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
        return not any(ref.startswith(f"{language}/") for ref in self.rests_on.of(language))


class Picture(Record):
    """A picture of an article: a file of `content/pictures/`, described in both languages."""

    id: Slug = described(
        "A stable id, unique in the article. `![](id)` on a line of its own in both texts of a "
        "passage puts the picture there.",
        "固定的編號，全文唯一。在一節的兩種文本各自獨立一行寫上`![](編號)`，圖片即置於該處。",
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
        "圖片所見內容，供看不到圖片的讀者使用：一句即可，不重複圖片說明。",
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
        "本站可以刊登的依據：授權條款或許可。",
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
        "本部分之內的分部，置於各節之後。",
        default=(),
        min_length=1,
    )


class Article(Entry):
    """A digest of a source in our own words, in both languages."""

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
    source: Slug = described(
        "The source that it sums up: the id of a source.",
        "根據哪份文件：來源條目的編號。",
        examples=["pier-post-2031-05-05"],
    )
    topics: Topics = ()
    note: Prose | None = described(
        "A note to read before the article.",
        "讀者閱讀前要知道的事。",
        default=None,
        examples=[{"en": "The figures are the organiser’s.", "zh-Hant": "數字由主辦機構提供。"}],
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
