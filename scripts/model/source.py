"""A source: a document that the site reports on, cited but not republished."""

import hashlib
import unicodedata
from typing import Literal

from ..languages import LanguageCode
from .record import (
    Edtf,
    Entry,
    Label,
    ParagraphId,
    Prose,
    Record,
    Sha256,
    Slug,
    Text,
    Url,
    described,
)

SourceKind = Literal["editorial", "post", "report", "press-release", "article"]


def fingerprint(paragraph: str) -> str:
    """Return the SHA-256, in hex, of a paragraph after NFC and with collapsed white space.

    The caller leaves out dates, bylines and buttons of the web page.
    """
    text = " ".join(unicodedata.normalize("NFC", paragraph).split())
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Paragraph(Record):
    """A paragraph, heading or list item of a source, the unit of citation."""

    id: ParagraphId = described(
        "The id that passages use to cite this paragraph: its number, or “title” for the headline.",
        "引用此段時所用的編號；標題寫作「title」。",
        examples=["title", "1"],
    )
    sha256: Sha256 = described(
        "The SHA-256 checksum of the paragraph in the Unicode form NFC, with each run of white "
        "space reduced to one space. Anyone who has the document can check our references with "
        "it.",
        "段落轉為NFC形式、合併空白之後的SHA-256值，手上有原文的人可以用來核對。",
        examples=["63771bf29228c793ec5d34136cda2c3995509a575956e25fe84c549aff5f7ca3"],
    )


class OriginalTitle(Record):
    """The title of the document, in each language that has one."""

    en: Text | None = described(
        "The English title, as printed.",
        "原文的英文標題。",
        default=None,
        examples=["Up in the air"],
    )
    zh_hant: Text | None = described(
        "The Chinese title, as printed.",
        "原文的中文標題。",
        alias="zh-Hant",
        default=None,
        examples=["紙鳶高飛"],
    )

    def of(self, language: LanguageCode) -> str | None:
        """Return the title in a language, if the document has one."""
        return self.en if language == "en" else self.zh_hant


class Paragraphs(Record):
    """The paragraphs of the document in each language of our copy."""

    en: tuple[Paragraph, ...] = described(
        "The English paragraphs, in order.", "英文段落，按原文次序。", default=()
    )
    zh_hant: tuple[Paragraph, ...] = described(
        "The Chinese paragraphs, in order.",
        "中文段落，按原文次序。",
        alias="zh-Hant",
        default=(),
    )

    def of(self, language: LanguageCode) -> tuple[Paragraph, ...]:
        """Return the paragraphs in a language; none if our copy lacks it."""
        return self.en if language == "en" else self.zh_hant


class Source(Entry):
    """A document on which articles and claims are based."""

    kind: SourceKind = described(
        "What sort of document it is.", "文件的類別。", examples=["editorial"]
    )
    title: OriginalTitle = described(
        "The title exactly as it appears in the document.", "文件原有的標題，一字不改。"
    )
    label: Label = described(
        "A short name for it in both languages, in our own words, for citations.",
        "兩種語言的簡稱，由本站自擬，用於引註。",
        examples=[{"en": "The Pier Post, 5 May 2031", "zh-Hant": "《碼頭報》，2031年5月5日"}],
    )
    publisher: Slug = described(
        "Who published it: the id of a name.", "出版者：名稱條目的編號。", examples=["pier-post"]
    )
    author: Label | None = described(
        "Who wrote it, if known.",
        "作者；如果不知道，可以省略。",
        default=None,
        examples=[{"en": "The editors", "zh-Hant": "編輯部"}],
    )
    date: Edtf = described(
        "When it was published, in the date format EDTF: 2024-03-13, 2024-03, 2024, "
        "2025-01/2025-03 for a span, or 2025-04-22/.. for “on or after”.",
        "發表日期，採用EDTF格式：2024-03-13、2024-03、2024；一段時間寫2025-01/2025-03，"
        "「某日或以後」寫2025-04-22/..。",
        examples=["2031-05-05"],
    )
    date_note: Prose | None = described(
        "How we know the date, if the document does not state it.",
        "如果文件沒有寫明日期，說明根據甚麼推斷。",
        default=None,
        examples=[
            {
                "en": "It has no date; it calls 22 April 2031 “yesterday”.",
                "zh-Hant": "文件沒有寫明日期，只稱2031年4月22日為「昨天」。",
            }
        ],
    )
    languages: tuple[LanguageCode, ...] = described(
        "The languages in which the document was published.",
        "文件發表時所用的語言。",
        min_length=1,
        examples=[["en"], ["en", "zh-Hant"]],
    )
    url: Url | None = described(
        "The document’s address, if known.",
        "網址；如果不知道，可以省略。",
        default=None,
        examples=["https://pierpost.example/2031/05/05"],
    )
    rights: Prose = described(
        "Who owns the document, and how we use it.",
        "文件的版權屬於誰，以及本站如何使用。",
        examples=[
            {
                "en": "The copyright is the publisher’s. We report in our own words.",
                "zh-Hant": "版權屬出版者所有，本站以自己的文字報道。",
            }
        ],
    )
    lacks: Prose | None = described(
        "What is missing from our copy of the document, or added to it.",
        "與原文比較，本站的副本缺少或多出了甚麼。",
        default=None,
        examples=[{"en": "Our copy lacks the pictures.", "zh-Hant": "本站的副本沒有圖片。"}],
    )
    paragraphs: Paragraphs = described(
        "A checksum of every paragraph in each language.", "每種語言各段落的校驗碼。"
    )
