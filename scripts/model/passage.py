"""A passage of an article: a pair of aligned texts, and the paragraphs that support them.

The texts may have blocks and pictures, in the notation of `text.blocks`.
"""

from typing import Annotated, Any, NamedTuple

from pydantic import ConfigDict

from ..languages import LanguageCode
from .record import SLUG, Matching, Prose, Record, Slug, Suppression, Text, described

# In a digest of several sources, the source comes first: pier-post#en/1.
PARAGRAPH_REFERENCE = rf"(?:{SLUG}#)?(?:en|zh-Hant)/[a-z0-9]+(?:[.-][a-z0-9]+)*"
ParagraphReference = Annotated[Text, Matching("bad-reference", PARAGRAPH_REFERENCE)]
# A digest of the English text, then one of the Chinese: see `analysis.sign_off`.
SignOff = Annotated[Text, Matching("bad-acceptance", r"[0-9a-f]{8} [0-9a-f]{8}")]


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
