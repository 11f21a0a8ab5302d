"""Bringing in a text: a draft source and a draft article from a bilingual document.

The draft has everything that can be known from the document: its fingerprints, which paragraphs
say the same, and which names, terms and figures each of them holds. What an editor has to write
is an empty value, and the checks ask for it. The document’s own sentences are not carried over,
since the site reports in its own words; only where somebody may publish them are they asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...diagnostics.diagnostic import Place
from ...diagnostics.reports import as_text
from ...languages import LANGUAGES
from ...model import FOLDERS
from ...model.record import SLUG
from ...reading.content import Content
from ...reading.folder import RESERVED
from ...reading.source_documents import read_source_document
from ...text.forms import forms_in
from ...text.lexicon import Lexicon
from ..alignment import align, paragraph
from ..schemas import modeline
from .article import article_of
from .bilingual_document import Bilingual, MixedLanguages, parts_of
from .layout import Draft, passages_of
from .report import summary_of
from .source import source_of

__all__ = ["ImportFailed", "Written", "import_text"]


class ImportFailed(Exception):
    """Why nothing was written, in both languages."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and what an editor should know of them, for a terminal."""

    source: Path
    article: Path
    summary: str


def import_text(
    file: Path, content: Content, folder: Path, *,
    id: str, today: date, schemas: Path, with_text: bool = False,
) -> Written:  # fmt: skip
    """Write a draft source and a draft article of the document in FILE into a content FOLDER.

    SCHEMAS is where the schemas are, which the files name in their first line. WITH_TEXT puts the
    paragraphs themselves into the article. Raises NotDrafted, with nothing
    written, if the document cannot be read or one of the files is there already.
    """
    source, article = (folder / FOLDERS[kind] / f"{id}.yml" for kind in ("source", "article"))
    _refuse_bad_id(id)
    _refuse_existing((source, article))
    draft = _draft(file, Lexicon(tuple(forms_in(content.corpus))), id, today)
    digest = article_of(draft, with_text=with_text)
    texts = {
        source: f"{modeline('source', source, schemas)}\n{source_of(draft)}",
        article: f"{modeline('article', article, schemas)}\n{digest}",
    }
    _write(texts)
    return Written(source, article, summary_of(draft))


def _draft(file: Path, lexicon: Lexicon, id: str, today: date) -> Draft:
    document = _document(file)
    english, chinese = (
        [
            paragraph(part.text, language.code, lexicon)
            for part in document.paragraphs(language.code)
        ]
        for language in LANGUAGES
    )
    passages = passages_of(document, align(english, chinese), lexicon)
    return Draft(id, today, document, passages, lexicon)


def _document(file: Path) -> Bilingual:
    """The parts of the document in a file."""
    source_document, diagnostics = read_source_document(file)
    if source_document is None:
        raise ImportFailed(as_text(diagnostics))
    try:
        document = parts_of(source_document.text)
    except MixedLanguages as mixed:
        place = Place(source_document.path, mixed.line)
        raise ImportFailed(
            f"{place.path}:{place.line}: English and Chinese sentences stand in one line: give "
            f"each language a line of its own. 英文和中文句子同在一行，請分行書寫。"
        ) from None
    if not document.of("paragraph"):
        raise ImportFailed(f"{source_document.path}: There is no paragraph in it. 檔案內沒有段落。")
    return document


def _refuse_bad_id(id: str) -> None:
    if not re.fullmatch(SLUG, id) or id in RESERVED:
        raise ImportFailed(
            f"“{id}” cannot be an id: give one with --id, of lower-case letters, digits and single "
            f"hyphens, as in pier-post-2031-05-05. 「{id}」不能用作編號，請以--id另行指明，"
            "只用小寫英文字母、數字和單一連字號，如pier-post-2031-05-05。"
        )


def _refuse_existing(files: Sequence[Path]) -> None:
    for file in files:
        if file.exists() or file.is_symlink():
            raise ImportFailed(
                f"{file} is there already. To draft it anew, delete it and the file of its name "
                "in the other folder; for another entry, give another id with --id. "
                f"{file} 已經存在。如要重新草擬，請先刪去此檔案及另一資料夾內的同名檔案；"
                "如屬另一條目，請以--id另取編號。"
            )


def _write(texts: dict[Path, str]) -> None:
    """Write new files, all of them or none."""
    written: list[Path] = []
    try:
        for file, text in texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as opened:
                written.append(file)
                opened.write(text)
    except BaseException:
        for file in written:
            file.unlink()
        raise
