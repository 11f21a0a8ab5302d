"""Articles fit together. 文章各項相符。

Finds articles whose passages and sources disagree, and dates that cannot be right.

An article is a digest of one source or of several, a text of our own without a source, or an
original with its full translation. What it is shows in its fields, and the passages must agree.

A digest names its sources under `source`. In a digest of several, each reference to a paragraph
says which source it is in: `pier-post#en/1`. A text of our own has no `source`, and its passages
have no `rests_on`. An article with `original` is complete in both languages, and every passage was
written first in the language of the original. An article is published and corrected before the day
of its last revision, or on that day.

## Example

```yaml
source: [pier-post, harbour-notice]
sections:
  - id: opening
    passages:
      - id: p1
        rests_on: {en: [en/1], zh-Hant: [pier-post#zh-Hant/1]}
```

The message says that `en/1` could be in either source.

## How to fix it

Add the source to `source`, or write it before the paragraph. If the article has no source, delete
`rests_on` from its passages. If a source is listed that no passage is based on, delete it from the
list. Write the day of the correction as the day of the last revision, too.

---

找出各節與所填來源不符的文章，以及不合理的日期。

文章可以摘述一個或多個來源、由編輯自撰而沒有來源，或是原文連同全文翻譯。
從文章填寫了哪些欄位，便可看出屬於哪一種；各節的寫法須與文章的種類相符。

摘述文章在`source`列出來源。如果有多個來源，每次引用段落都須寫明出自哪個來源，例如`pier-post#en/1`。
自撰文章沒有`source`，各節也沒有`rests_on`。有`original`的文章，兩種語言的文本都須完整，
而且每一節的`written_first`都須是原文的語言。發布和更正的日期，不得遲於上次修訂日期。

## 例子

```yaml
source: [pier-post, harbour-notice]
sections:
  - id: opening
    passages:
      - id: p1
        rests_on: {en: [en/1], zh-Hant: [pier-post#zh-Hant/1]}
```

訊息會指出，`en/1`沒有註明出自哪個來源。

## 如何改正

請在`source`補上來源，或在段落之前寫上來源。文章如果沒有來源，請刪去各節的`rests_on`。
如果列出的某個來源，各節都沒有引用，請從`source`刪去。更正文章時，請把`updated`改為更正日期。
"""

from collections.abc import Iterator
from datetime import date

from ..diagnostics.arguments import Argument, Arguments, LanguageName, Listed
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..diagnostics.suggestions import did_you_mean
from ..languages import LANGUAGES, counterpart, language
from ..model import Article
from ..reading.parsed_entry import ParsedEntry
from ..reading.yaml_tree import Location

SOURCE_MISSING = Message(
    "source-missing",
    "This passage is based on {paragraph}, but the article names no source.",
    "此節引用了原文段落「{paragraph}」，文章卻沒有註明來源。",
    "Add the line `source:` with the id of a source to the article. If it has no source, delete "
    "`rests_on` from its passages.",
    "請在文章加上`source:`一行，填上來源的編號。文章如果沒有來源，請刪去各節的`rests_on`。",
)
WHICH_SOURCE = Message(
    "which-source",
    "The article has several sources, and “{paragraph}” does not say which of them it means.",
    "文章有多個來源，「{paragraph}」沒有註明出自哪個來源。",
    "Write the source before the paragraph: {example}. The sources are: {sources}.",
    "請在段落之前寫上來源，例如{example}。可用的來源：{sources}。",
)
SOURCE_NOT_LISTED = Message(
    "source-not-listed",
    "The article does not list the source “{source}”.",
    "文章沒有列出來源「{source}」。",
    "{suggestion}Add it to `source`, or correct it here. The sources are: {sources}.",
    "{suggestion}請把來源加進文章的`source`，或在此更正編號。文章已列的來源：{sources}。",
)
SOURCE_NOT_CITED = Message(
    "source-not-cited",
    "No passage is based on the source “{source}”.",
    "文章列出來源「{source}」，但沒有任何一節引用它。",
    "Delete it from `source`, or add its paragraphs to the passages that report it.",
    "請從`source`刪去這個來源，或在有關的節補上所根據的段落。",
    severity="warning",
)
NOT_THE_ORIGINAL = Message(
    "not-the-original",
    "The original is in {original}, but this passage was first written in {language}.",
    "本文的原文是{original}，此節卻註明先以{language}寫成。",
    "Write `written_first: {code}` here, or delete `original` from the article.",
    "請在此寫上`written_first: {code}`，或刪去文章的`original`。",
)
NO_WHOLE_TEXT = Message(
    "no-whole-text",
    "The translation is to follow, but neither language has all texts.",
    "文章註明譯文待補，但兩種語言都有欠缺的文本。",
    "Complete the texts of one language, or make the article a draft: `status: draft`.",
    "請補齊其中一種語言的文本，或把文章設為草稿：`status: draft`。",
)
NOTHING_TO_FOLLOW = Message(
    "nothing-to-follow",
    "The translation is there: both languages have all texts.",
    "兩種語言的文本都已齊備，沒有待補的譯文。",
    "Delete this line.",
    "請刪去此行。",
    severity="warning",
)
REVISED_BEFORE = Message(
    "revised-before",
    "This day, {day}, is later than the last revision, {updated}.",
    "此日期（{day}）遲於上次修訂日期（{updated}）。",
    "Write {day} under `updated`, or correct this day.",
    "請將`updated`改為{day}，或更正此日期。",
)


def check(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report what disagrees within an article."""
    article = parsed.entry
    if not isinstance(article, Article):
        yield from _broken(parsed)
        return
    if article.translation and article.is_whole:
        yield Diagnostic(parsed.document.place_of_key(("translation",)), NOTHING_TO_FOLLOW)
    if article.source:
        yield from _sources(parsed, article)
    else:
        yield from _without_source(parsed)
    if article.original:
        yield from _original(parsed, article)
    yield from _days(parsed, article)


def _broken(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report an invalid article whose translation is to follow if each language lacks a text."""
    values = {location for location, text in parsed.document.texts() if text.strip()}
    if parsed.key.kind != "article" or ("translation",) not in values:
        return
    passages = {location[:4] for location in values if location[2:3] == ("passages",)}
    if all(any((*one, lang.code) not in values for one in passages) for lang in LANGUAGES):
        yield Diagnostic(parsed.document.place_of_key(("translation",)), NO_WHOLE_TEXT)


def _without_source(parsed: ParsedEntry) -> Iterator[Diagnostic]:
    """Report the first paragraph of each passage that cites one, though there is no source."""
    passages: set[Location] = set()
    for location, paragraph in _references(parsed):
        if location[:4] not in passages:
            passages.add(location[:4])
            place = parsed.document.place(location)
            yield Diagnostic(place, SOURCE_MISSING, {"paragraph": paragraph})


def _sources(parsed: ParsedEntry, article: Article) -> Iterator[Diagnostic]:
    """Report references that do not say which source they mean, and sources of no passage."""
    cited: set[str] = set()
    listed = Listed(article.source)
    for location, reference in _references(parsed):
        source, _, paragraph = reference.rpartition("#")
        cited.add(source)
        arguments: dict[str, Argument] = {"paragraph": paragraph, "sources": listed}
        place = parsed.document.place(location)
        if source and source not in article.source:
            arguments |= {
                "source": source,
                "suggestion": did_you_mean(source, article.source),
            }
            yield Diagnostic(place, SOURCE_NOT_LISTED, arguments)
        elif not source and len(article.source) > 1:
            arguments |= {"example": f"{article.source[0]}#{paragraph}"}
            yield Diagnostic(place, WHICH_SOURCE, arguments)
    if len(article.source) > 1 and "" not in cited:
        for number, source in enumerate(article.source):
            if source not in cited:
                place = parsed.document.place(("source", number))
                yield Diagnostic(place, SOURCE_NOT_CITED, {"source": source})


def _references(parsed: ParsedEntry) -> Iterator[tuple[Location, str]]:
    """Yield the references to paragraphs as they are written."""
    for each in LANGUAGES:
        yield from parsed.document.at("sections", "passages", "rests_on", each.code)


def _original(parsed: ParsedEntry, article: Article) -> Iterator[Diagnostic]:
    """Report passages that were not written in the language of the original."""
    assert article.original
    for location, first in parsed.document.at("sections", "passages", "written_first"):
        if first != article.original:
            other = counterpart(language(article.original)).code
            arguments: Arguments = {
                "original": LanguageName(article.original),
                "language": LanguageName(other),
                "code": article.original,
            }
            yield Diagnostic(parsed.document.place(location), NOT_THE_ORIGINAL, arguments)


def _days(parsed: ParsedEntry, article: Article) -> Iterator[Diagnostic]:
    """Report days on which the article had already been revised for the last time."""
    days: list[tuple[Location, date | None]] = [(("published",), article.published)]
    days += [
        (("corrections", number, "date"), one.date)
        for number, one in enumerate(article.corrections or ())
    ]
    for location, day in days:
        if day and day > article.updated:
            arguments = {"day": day.isoformat(), "updated": article.updated.isoformat()}
            yield Diagnostic(parsed.document.place(location), REVISED_BEFORE, arguments)
