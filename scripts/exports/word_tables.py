"""`articles/…/words.tsv`: the word sheet of an article as a table, for flash cards and
spreadsheets.
"""

import csv
import io
from collections.abc import Callable, Iterator
from functools import partial

from ..edition.addresses import absolute
from ..edition.build_context import BuildContext
from ..kinds import RANKED
from ..languages import LANGUAGES, Language
from ..pages.page import PATHS
from ..pages.page_view import PageView
from ..pages.word_sheet import TABLE, Word, sheet_view, words_of
from ..text.markup import parse

COLUMNS = ("en", "zh-Hant", "jyutping", "kind", "meaning.en", "meaning.zh-Hant",
           "example.en", "example.zh-Hant")  # fmt: skip
# Anki reads the names of the columns from this line.
COLUMN_NAMES = "#columns:"


def files(context: BuildContext) -> Iterator[tuple[str, Callable[[], bytes | None]]]:
    """Yield the table of each article in each language; none for an article without words."""
    for article in context.corpus.articles:
        for language in LANGUAGES:
            path = PATHS["words"].format(slug=article) + TABLE
            yield absolute(path, language), partial(_file, context, article, language)


def _file(context: BuildContext, article_id: str, language: Language) -> bytes | None:
    article = context.corpus.articles[article_id]
    words = sorted(words_of(context, article), key=lambda word: RANKED.index(word.key.kind))
    table = _table(sheet_view(context, article, language), words)
    return table.encode("utf-8") if words else None


def _table(view: PageView, words: list[Word]) -> str:
    file = io.StringIO()
    file.write(COLUMN_NAMES)
    rows = csv.writer(file, "excel-tab", lineterminator="\n")
    rows.writerow(view.t(f"words.column.{column}") for column in COLUMNS)
    for word in words:
        rows.writerow(" ".join(cell.split()) for cell in _row(view, word))
    return file.getvalue()


def _row(view: PageView, word: Word) -> Iterator[str]:
    yield from (word.entry.label.of(lang.code) for lang in LANGUAGES)
    yield word.jyutping
    remarks = dict.fromkeys(remark for lang in LANGUAGES for remark in word.remarks(view, lang))
    yield view.t("words.remarks").join(remarks)
    yield from (parse(word.meaning.of(lang.code)).plain for lang in LANGUAGES)
    yield from (word.example.of(lang.code).text for lang in LANGUAGES)
