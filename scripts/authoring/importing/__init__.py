"""The import of a bilingual document as a draft source and a draft article.

The draft has everything that can be derived from the document: its fingerprints, the alignment of
its paragraphs, and the names, terms and figures in each of them. Whatever an editor has to write is
an empty value, which the checks report. The document’s own sentences are not copied, since the site
reports in its own words, unless an option says that they may be published.
"""

import re
from collections.abc import Callable, Sequence
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
    """The reason why nothing was written, in both languages."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and a summary of them for the terminal."""

    source: Path
    article: Path
    summary: str


def import_text(
    file: Path, content: Content, folder: Path, *,
    id: str, today: date, schemas: Path, with_text: bool = False,
    progress: Callable[[str], None] = lambda stage: None,
) -> Written:  # fmt: skip
    """Write a draft source and a draft article of the document `file` into a content folder.

    `schemas` is the folder of the schemas, which the files name in their first line; `with_text`
    copies the paragraphs themselves into the article; `progress` is called at each stage. Raises
    ImportFailed, with nothing written, if the document cannot be read or one of the files exists.
    """
    source, article = (folder / FOLDERS[kind] / f"{id}.yml" for kind in ("source", "article"))
    _refuse_bad_id(id)
    _refuse_existing((source, article))
    draft = _draft(file, Lexicon(tuple(forms_in(content.corpus))), id, today, progress)
    digest = article_of(draft, with_text=with_text)
    texts = {
        source: f"{modeline('source', source, schemas)}\n{source_of(draft)}",
        article: f"{modeline('article', article, schemas)}\n{digest}",
    }
    _write(texts)
    return Written(source, article, summary_of(draft))


def _draft(
    file: Path, lexicon: Lexicon, id: str, today: date, progress: Callable[[str], None]
) -> Draft:
    progress("Reading the text 讀取文件")
    document = _document(file)
    english, chinese = (
        [
            paragraph(part.text, language.code, lexicon)
            for part in document.paragraphs(language.code)
        ]
        for language in LANGUAGES
    )
    progress("Aligning paragraphs 對齊段落")
    beads = align(english, chinese)
    progress("Drafting the article 草擬文章")
    passages = passages_of(document, beads, lexicon)
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
            f"{place.path}:{place.line}: English and Chinese sentences are on one line: give "
            f"each language a line of its own. 英文和中文句子同在一行，請分行書寫。"
        ) from None
    if not document.of("paragraph"):
        raise ImportFailed(f"{source_document.path}: The file has no paragraphs. 檔案內沒有段落。")
    return document


def _refuse_bad_id(id: str) -> None:
    if not re.fullmatch(SLUG, id) or id in RESERVED:
        raise ImportFailed(
            f"“{id}” cannot be an id: give one with --id, in lower-case letters, digits and single "
            f"hyphens, as in pier-post-2031-05-05. 「{id}」不能用作編號，請以--id另行指明，"
            "只用小寫英文字母、數字和單一連字號，如pier-post-2031-05-05。"
        )


def _refuse_existing(files: Sequence[Path]) -> None:
    for file in files:
        if file.exists() or file.is_symlink():
            raise ImportFailed(
                f"{file} already exists. To draft it again, delete it and the file of that name in "
                "the other folder; for another entry, give another id with --id. "
                f"{file} 已經存在。如要重新草擬，請先刪去此檔案及另一資料夾內的同名檔案；"
                "如果是另一個條目，請用--id另取編號。"
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
