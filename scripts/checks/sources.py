"""Texts agree with the source. 文本與原文相符。

Finds figures and names that are not in the source, and wording that is copied from it. This check
works only for those who have the documents.

The documents that the site reports on are not in the project. Anyone who has the documents can
compare every text with them by the command `make check SOURCES=DIR`. DIR is a folder that contains
the documents as text files in UTF-8 (`.txt` or `.md`); each paragraph must be on a line of its
own, or blank lines must separate the paragraphs. The files may have any names, because paragraphs
are recognised by their checksums.

Each passage is compared with the paragraphs that it is based on. These must contain every figure
of the passage, in either language, and every name, in one of its forms. The date of the source and
the name of its publisher are always allowed. Because a paragraph may say only “the programme”, the
name may instead be in the paragraph before, or in the title.

No text of any entry may contain 12 consecutive English words or 16 consecutive Chinese characters
that are copied from a document. A name counts as one word, and titles may be quoted in full.

## Example

```yaml
rests_on: {en: [en/3], zh-Hant: [zh-Hant/3]}
en: The harbour office counted 40 boats.
```

Paragraph en/3 says 14 boats, so “40” is reported.

## How to fix it

Read the paragraphs again and correct the text. If the figure or the name is in another paragraph,
add that paragraph to `rests_on`; if the check has found such a paragraph, the message names it.
Replace copied words with your own.

If a paragraph is not found, you may have a different version of the document. Compare the two
versions before you change the checksum.

---

找出原文沒有的數字和名稱，以及照抄原文的字句。手上有文件的人，才可以做這項檢查。

本站所根據的文件，並沒有存放在項目之內。手上有文件的人，可以把全部文本與原文核對：
`make check SOURCES=DIR`，DIR為存放文件的資料夾，文件須為UTF-8文字檔
（`.txt`或`.md`），每段一行，或以空行分段。檔案名稱不拘，程式憑校驗碼辨認段落。

核對時，程式會把文章的每一節與所根據的原文段落比較。文中的數字，不論用哪種語言寫成，
這些段落都必須有；文中的名稱，這些段落也必須有其中一種寫法。
來源的日期和出版者名稱毋須核對。原文某一段可能只稱「計劃」，
所以名稱在前一段或標題出現也可以。

此外，所有條目的文本都不可照抄任何文件：英文不得有連續12個單詞相同，
中文不得有連續16個字相同。名稱只當一字計算，標題則可完整引用。

## 例子

```yaml
rests_on: {en: [en/3], zh-Hant: [zh-Hant/3]}
en: The harbour office counted 40 boats.
```

原文段落en/3說的是14艘船，因此訊息會指出原文沒有「40」。

## 如何改正

請重讀原文段落，改正文本。如果內容出自另一段，請把該段加進`rests_on`；
程式如果找到該段，會在訊息中列出。如果照抄了原文，請用自己的文字改寫。

如果找不到某個段落，你手上的文件可能是另一個版本；更改校驗碼之前，請先比對兩個版本。
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product

from ..diagnostics.arguments import NOTHING, Arguments, Bilingual, Count, LanguageName, Listed
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..languages import LANGUAGES
from ..model import FOLDERS, Article, Entry, Key, Name, Passage, Source
from ..reading.parsed_entry import ParsedEntry
from ..reading.source_paragraphs import (
    HeldSource,
    SourceDocument,
    held_source,
    texts_by_fingerprint,
)
from ..text.lexicon import Lexicon
from ..text.units import units_of
from .support.overlap import Run, Shingles
from .support.source_support import Statement, name_stretches, statements, support_of

NO_DOCUMENT = Message(
    "no-document",
    "This source is not among the documents given.",
    "你提供的文件之中，沒有這個來源的文件。",
    "If you have the document, put it into the folder as a text file in UTF-8, with each "
    "paragraph on a line of its own.",
    "如果手上有這份文件，請存為UTF-8文字檔，每段一行，放入資料夾。",
    severity="warning",
)
NO_TEXT_IN_LANGUAGE = Message(
    "no-text-in-language",
    "None of the documents given has a paragraph of this source in {language}.",
    "你提供的文件之中，沒有這個來源的{language}段落。",
    "If you have the document in that language, put it into the folder as a text file in UTF-8, "
    "with each paragraph on a line of its own.",
    "如果手上有這種語言的版本，請存為UTF-8文字檔，每段一行，放入資料夾。",
    severity="warning",
)
PARAGRAPH_NOT_FOUND = Message(
    "paragraph-not-found",
    "The documents include this source, but none of its paragraphs has the checksum of "
    "{paragraph}.",
    "你提供的文件包括這個來源，但沒有一段與「{paragraph}」的校驗碼相符。",
    "Compare your paragraph with the one from which the checksum was calculated, as a letter or a "
    "mark may differ. If your document is right, calculate the checksum again.",
    "請把該段與當初計算校驗碼的原文比對，可能有一個字或一個標點不同。如果文件沒有錯，請重新計算校驗碼。",
)
FIGURE_NOT_IN_SOURCE = Message(
    "figure-not-in-source",
    "“{text}” is not in {cited}{elsewhere}.",
    "{cited}沒有「{text}」{elsewhere}。",
    "Compare the text with these paragraphs. If another paragraph gives the figure, add that "
    "paragraph to “rests_on”.",
    "請與這些段落比對。如果數字出自另一段，請把該段加進「rests_on」。",
)
NAME_NOT_IN_SOURCE = Message(
    "name-not-in-source",
    "“{text}” is not in {cited}, in the paragraph before or in the title{elsewhere}.",
    "{cited}、前一段和標題都沒有「{text}」{elsewhere}。",
    "Compare the text with these paragraphs. If another paragraph has the name, add that "
    "paragraph to “rests_on”; if these paragraphs have the name in another form, add that form to "
    "{file}.",
    "請與這些段落比對。如果名稱出自另一段，請把該段加進「rests_on」；如果原文另有寫法，請把該寫法加進「{file}」。",
)
COPIED = Message(
    "copied-words",
    "{count} in a row are copied from {where}: “{run}”.",
    "有連續{count}與{where}相同：「{run}」。",
    "Express the same thing in your own words.",
    "請用自己的文字改寫。",
)


@dataclass(frozen=True, slots=True)
class Holdings:
    """The documents and sources, and the names and titles that any text may contain."""

    sources: Mapping[str, HeldSource]
    names: Mapping[str, Name]
    lexicon: Lexicon
    source_documents: Sequence[SourceDocument]
    shingles: Shingles


def check(
    parsed_entries: Mapping[Key, ParsedEntry],
    source_documents: Sequence[SourceDocument],
    lexicon: Lexicon,
) -> Iterator[Diagnostic]:
    """Compare every valid entry with the documents, some of which are its sources."""
    holdings = _holdings(parsed_entries, source_documents, lexicon)
    for parsed in parsed_entries.values():
        if isinstance(parsed.entry, Source):
            yield from _missing(parsed, holdings.sources[parsed.entry.id])
        if isinstance(parsed.entry, Article):
            yield from _unfounded(parsed, parsed.entry, holdings)
        if parsed.entry is not None and not _is_original(parsed.entry):
            yield from _copied(parsed, parsed.entry, holdings)


def _holdings(
    parsed_entries: Mapping[Key, ParsedEntry],
    source_documents: Sequence[SourceDocument],
    lexicon: Lexicon,
) -> Holdings:
    entries = [parsed.entry for parsed in parsed_entries.values()]
    sources = [entry for entry in entries if isinstance(entry, Source)]
    paragraphs = (s.paragraphs.of(language.code) for s in sources for language in LANGUAGES)
    texts = texts_by_fingerprint(source_documents, {p.sha256 for some in paragraphs for p in some})
    return Holdings(
        sources={source.id: held_source(source, texts) for source in sources},
        names={entry.id: entry for entry in entries if isinstance(entry, Name)},
        lexicon=lexicon,
        source_documents=source_documents,
        shingles=Shingles(source_document.text for source_document in source_documents),
    )


def _missing(parsed: ParsedEntry, held: HeldSource) -> Iterator[Diagnostic]:
    """Report the parts of a source that are not in the documents."""
    document = parsed.document
    found = {paragraph.language for paragraph in held.paragraphs if paragraph.text is not None}
    if held.paragraphs and not found:
        yield Diagnostic(document.place_of_key(("paragraphs",)), NO_DOCUMENT)
        return
    missing = {paragraph.language for paragraph in held.paragraphs} - found
    for language in LANGUAGES:
        if language.code in missing:
            place = document.place_of_key(("paragraphs", language.code))
            yield Diagnostic(place, NO_TEXT_IN_LANGUAGE, {"language": LanguageName(language.code)})
    for paragraph in held.paragraphs:
        if paragraph.text is None and paragraph.language in found:
            location = ("paragraphs", paragraph.language, paragraph.number, "sha256")
            place = document.place(location)
            yield Diagnostic(place, PARAGRAPH_NOT_FOUND, {"paragraph": paragraph.reference})


def _unfounded(parsed: ParsedEntry, article: Article, holdings: Holdings) -> Iterator[Diagnostic]:
    """Report figures and names that are not in the paragraphs that a passage is based on."""
    for unit, language in product(units_of(article), LANGUAGES):
        if not isinstance(unit.label, Passage) or not article.source:
            continue
        cited = unit.label.rests_on.of(language.code)
        support = support_of(article.grounds(unit.label, language.code), holdings.sources)
        known = (support, holdings.lexicon, holdings.names)
        for statement in statements(unit, language.code, *known):
            if statement.is_unfounded:
                place = parsed.place(unit, language.code, statement.start)
                message = NAME_NOT_IN_SOURCE if statement.name else FIGURE_NOT_IN_SOURCE
                others = list(_supporting(statement, article, holdings))
                yield Diagnostic(place, message, _arguments(statement, cited, others))


def _supporting(statement: Statement, article: Article, holdings: Holdings) -> Iterator[str]:
    """Yield the paragraphs of an article’s sources that support a statement, as it cites them."""
    for source in article.source:
        prefix = f"{source}#" if len(article.source) > 1 else ""
        for paragraph in holdings.sources[source].paragraphs if source in holdings.sources else ():
            if statement.stands(paragraph):
                yield prefix + paragraph.reference


def _arguments(statement: Statement, cited: Sequence[str], others: Sequence[str]) -> Arguments:
    return {
        "text": statement.text,
        "file": f"{FOLDERS['name']}/{statement.name}.yml",
        "cited": Listed(tuple(cited)),
        "elsewhere": _elsewhere(others) if others else NOTHING,
    }


def _elsewhere(paragraphs: Sequence[str]) -> Bilingual:
    listed = {"paragraphs": Listed(tuple(paragraphs))}
    return Bilingual(", but in {paragraphs}", "，{paragraphs}則有", listed)


def _is_original(entry: Entry) -> bool:
    """Whether a text is a document itself, which it cannot be a copy of."""
    return isinstance(entry, Article) and entry.original is not None


def _copied(parsed: ParsedEntry, entry: Entry, holdings: Holdings) -> Iterator[Diagnostic]:
    """Report runs of words that are also in a document."""
    for unit, language in product(units_of(entry), LANGUAGES):
        text = unit.plain(language.code)
        for run in holdings.shingles.runs(text):
            if _is_copying(run, text, holdings):
                place = parsed.place(unit, language.code, run.start)
                nouns = ("character", "個字") if run.is_han else ("word", "個單詞")
                arguments: Arguments = {
                    "run": text[run.start : run.end],
                    "count": Count(len(run.tokens), *nouns),
                    "where": _where(run, holdings),
                }
                yield Diagnostic(place, COPIED, arguments)


def _is_copying(run: Run, text: str, holdings: Holdings) -> bool:
    """Whether a run is more than names and words of a title."""
    if run.number(name_stretches(text, holdings.lexicon)) < run.size:
        return False
    titles = [held.source.title for held in holdings.sources.values()]
    printed = (title.of(language.code) for title in titles for language in LANGUAGES)
    forms = (form.text for form in holdings.lexicon.forms if form.owner.kind == "name")
    return not any(run.stands_in(whole) for whole in chain(filter(None, printed), forms))


def _where(run: Run, holdings: Holdings) -> Bilingual:
    """Return the paragraph that has a run, or else the document."""
    for held in holdings.sources.values():
        for paragraph in held.paragraphs:
            if paragraph.text and run.stands_in(paragraph.text):
                named = {"source": held.source.id, "paragraph": paragraph.reference}
                return Bilingual("{paragraph} of {source}", "「{source}」的{paragraph}", named)
    for source_document in holdings.source_documents:
        if run.stands_in(source_document.text):
            return Bilingual("{path}", "「{path}」", {"path": source_document.path})
    return Bilingual("the documents", "你提供的文件")
