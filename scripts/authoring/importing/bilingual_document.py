"""The parts of a bilingual document: paragraphs of either language, headlines, and other lines.

Documents are plain text, one paragraph a line or with blank lines between them, the languages one
after the other or alternating. Those from newspapers and web pages also have dates, bylines, labels
of buttons and, for learners, lists of words. These are recognised by their form, and set aside.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from ...figures.months import MONTHS
from ...languages import LANGUAGES, LanguageCode
from ...patterns import WEB_ADDRESS
from ...reading.source_paragraphs import unbroken
from ...text.lengths import LETTERS_PER_HAN
from ...text.script import han_characters
from ...text.web import addresses

Role = Literal["title", "paragraph", "address", "date", "word", "furniture"]
LONGEST_TITLE: Final = 260  # letters; the longest headlines of newspapers have half as many
WIDEST: Final = 120  # columns of a text that is wrapped into lines of equal width
NARROWEST: Final = 30

_letter = re.compile(r"[^\W\d_]")
_whole_address = re.compile(
    rf"(?:(?:source|url|link|來源|出處|網址|連結)\s*[:：]\s*)?({WEB_ADDRESS})", re.I
)
_sentence_ends = re.compile(r"(?:[.!?][\"'”’)\]]*|[。！？…][」』）”]*)\s*\Z")
_digits_date = r"(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})日?"
_month = rf"({'|'.join(MONTHS)})"
_weekday = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_date_in_words = re.compile(
    rf"{_weekday}(?:(\d{{1,2}})\s+{_month}|{_month}\s+(\d{{1,2}})),?\s+(\d{{4}})", re.I
)
_label = r"(?:date|published|posted|updated|日期|發布|發佈|刊登)\s*[:：]?"
_dated = re.compile(rf"(?:{_label}\s*{_digits_date}|{_digits_date}(?=\s|\Z))[:：|｜]?\s*", re.I)
_any_date = re.compile(rf"(?<!\d){_digits_date}(?!\d)")
_byline = re.compile(
    r"(?:[-–•|]\s*\S.{0,60}|by [A-Z].{0,60}|(?:文|撰文|記者|作者|譯)\s*[:：／/].{0,30}"
    r"|[【（(\[]?(?:本報)?記者\s?\S{2,8}(?:\s?報[道導])?[】）)\]]?"
    r"|[^\s，。]{2,12}\s(?:報[道導]|攝影|撰文|整理|編譯)|【[^】]{1,16}】"
    r"|\d+\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?)\s+ago|\d+\s+min(?:utes?)?\s+read)",
    re.I,
)
_button = re.compile(
    r"(?:(?:share|print|save)(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via) \w+)?"
    r"|comments?|comentários|back to top|subscribe|tweet|like|read more"
    r"|related (?:articles|stories|posts|news)|(?:分享|列印|收藏)(?:本文|文章|此文)?"
    r"|留言|評論|返回頁首|訂閱|讚好|相關(?:文章|新聞|報道)|延伸閱讀|閱讀更多)[\s:：|]*\d*",
    re.I,
)
_list_heading = re.compile(
    r"[^\w]*(?:glossary|vocabulary|word list|生字|詞彙|字詞|詞語|\s|[^\w])+", re.I
)
_listed = re.compile(
    r"[-•*\d.\s]*(?P<word>[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]+){0,3})\s*(?:\([a-z. ]+\))?"
    r"\s*(?:[:：=–—]\s*\S.*|[^\x00-\u2e7f]{1,12})"
)
_listed_pair = re.compile(
    r"[-•*\d.\s]*(?P<word>[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]+){0,3})\s*(?:\([a-z. ]+\))?"
    r"\s*[:：=–—]?\s*[^\x00-\u2e7f。！？，]{1,12}"
)
_english_then_chinese = re.compile(
    r"(?:[A-Za-z][\w'’-]*[^\w\u2e80-\U0003ffff]+){8,}(?<=[.!?\s\"”])[\u2e80-\U0003ffff].*[。！？」]"
)
_chinese_then_english = re.compile(
    r"[。！？」]\s*(?:[A-Za-z][\w'’-]*[^\w\u2e80-\U0003ffff]+){8,}\Z"
)


class MixedLanguages(Exception):
    """Both languages are in one line and cannot be separated; `line` is its number."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document, its role, and its first line, from 1.

    Its `text` is one line; in a list for learners it is only the word, without its explanation.
    """

    role: Role
    language: LanguageCode
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A document in its parts, in their order."""

    parts: tuple[Part, ...]

    def paragraphs(self, language: LanguageCode) -> list[Part]:
        """The paragraphs in a language, without the headline."""
        return [p for p in self.parts if p.role == "paragraph" and p.language == language]

    def title(self, language: LanguageCode) -> Part | None:
        """The headline in a language, if there is one."""
        titles = [p for p in self.parts if p.role == "title" and p.language == language]
        return titles[0] if titles else None

    def of(self, role: Role) -> list[Part]:
        """The parts with a role."""
        return [part for part in self.parts if part.role == role]

    @property
    def first_language(self) -> LanguageCode:
        """The language of its beginning."""
        return next(p.language for p in self.parts if p.role in ("title", "paragraph"))

    @property
    def day(self) -> str | None:
        """Its date, such as 2031-05-05, if it has exactly one."""
        places = [*self.of("date"), *self.of("title"), *self.of("furniture")]
        found = {day for part in places for day in _days_in(part.text)}
        return found.pop() if len(found) == 1 else None


def parts_of(text: str) -> Bilingual:
    """Parse a document into its parts. Raises MixedLanguages."""
    parts: list[Part] = []
    begun: set[LanguageCode] = (
        set()
    )  # the languages whose text has begun, so that their head is over
    for part in _without_words(list(_stretches(text))):
        found = list(_roles(part, at_head=part.language not in begun))
        begun |= {each.language for each in found if _is_prose(each)}
        parts += found
    return Bilingual(tuple(_with_titles(_without_buttons(parts))))


def _stretches(text: str) -> Iterator[Part]:
    """Each line separately; lines of equal width between blank lines are one paragraph."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if stripped := " ".join(line.split()):
            block.append((number, stripped))
        elif block:
            yield from _paragraphs_in(block)
            block = []


def _paragraphs_in(block: Sequence[tuple[int, str]]) -> Iterator[Part]:
    lines = [line for _, line in block]
    if _is_broken(lines):
        yield _part(unbroken(lines), block[0][0])
    else:
        yield from (_part(line, number) for number, line in block)


def _is_broken(lines: Sequence[str]) -> bool:
    """Whether lines are one wrapped paragraph: all but the last are of about equal length."""
    if len(lines) < 2 or len({_language(line) for line in lines}) > 1:
        return False
    widths = [sum(2 if han_characters(c) else 1 for c in line) for line in lines[:-1]]
    even = NARROWEST <= max(widths) <= WIDEST and min(widths) > 0.75 * max(widths)
    ended = sum(bool(_sentence_ends.search(line)) for line in lines[:-1])
    return even and ended <= len(widths) / 3


def _part(text: str, line: int) -> Part:
    if _english_then_chinese.match(text) or _chinese_then_english.search(text):
        raise MixedLanguages(line)
    return Part("paragraph", _language(text), text, line)


def _language(text: str) -> LanguageCode:
    """The language that has more of a text; names in Latin letters are at home in Chinese."""
    words = addresses.sub("", text)
    han = len(han_characters(words)) * LETTERS_PER_HAN
    letters = len(_letter.findall(words)) - len(han_characters(words))
    return "zh-Hant" if han * 2 > letters and han else "en"


# ── Other lines than paragraphs ──────────────────────────────────────────────────────────────


def _without_words(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with the role of those in lists of words for learners set."""
    paired = [_listed_pair.fullmatch(part.text) for part in parts]
    neighbours = {
        at for pair in pairwise(range(len(parts))) for at in pair if all(paired[a] for a in pair)
    }
    in_list = False
    for at, part in enumerate(parts):
        if _is_list_heading(part.text):
            in_list = True
            yield Part("furniture", part.language, part.text, part.line)
            continue
        word = _listed.fullmatch(part.text) if in_list else None
        word = word or (paired[at] if at in neighbours else None)
        in_list = in_list and word is not None
        yield Part("word", "en", word["word"], part.line) if word else part


def _is_list_heading(text: str) -> bool:
    has_word = any(_letter.match(character) for character in text)
    return len(text) < 40 and has_word and _list_heading.fullmatch(text) is not None


def _roles(part: Part, *, at_head: bool) -> Iterator[Part]:
    """A part with its role; a date at its beginning becomes a part of its own."""
    if part.role != "paragraph":
        yield part
        return
    text = part.text
    if dated := _dated.match(text):
        yield Part("date", part.language, dated[0].strip(), part.line)
        text = text[dated.end() :]
    elif at_head and _date_in_words.fullmatch(text):
        yield Part("date", part.language, text, part.line)
        return
    if not text:
        return
    if address := _whole_address.fullmatch(text):
        yield Part("address", part.language, address[1], part.line)
    elif not _letter.search(text) or (at_head and _is_byline(text)):
        yield Part("furniture", part.language, text, part.line)
    else:
        yield Part("paragraph", _language(text), text, part.line)


def _days_in(text: str) -> Iterator[str]:
    """The dates in a text, such as 2031-05-05."""
    for year, month, day in _any_date.findall(text):
        yield f"{int(year)}-{int(month):02}-{int(day):02}"
    for day, before, after, behind, year in _date_in_words.findall(text):
        month = MONTHS.index((before or after).capitalize()) + 1
        yield f"{year}-{month:02}-{int(day or behind):02}"


def _is_byline(text: str) -> bool:
    return bool(_byline.fullmatch(text)) and not _sentence_ends.search(text)


def _without_buttons(parts: Sequence[Part]) -> list[Part]:
    """The parts, with the role of buttons' labels before and after the text set."""
    return [
        Part("furniture", part.language, part.text, part.line)
        if part.role == "paragraph" and _button.fullmatch(part.text)
        else part
        for part in parts
    ]


def _is_prose(part: Part) -> bool:
    """Whether a part is prose rather than a headline, byline or heading."""
    return part.role == "paragraph" and bool(_sentence_ends.search(part.text))


def _with_titles(parts: list[Part]) -> list[Part]:
    """The parts, with the headline of each language marked: a first line that is no sentence."""
    for language in LANGUAGES:
        own = [
            at
            for at, part in enumerate(parts)
            if part.role == "paragraph" and part.language == language.code
        ]
        if len(own) > 1 and not _is_prose(parts[own[0]]):
            first = parts[own[0]]
            if len(first.text) <= LONGEST_TITLE:
                parts[own[0]] = Part("title", first.language, first.text, first.line)
    return parts
