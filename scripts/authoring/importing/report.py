"""The summary of a draft for the terminal: the alignment, and the parts that were set aside."""

from collections.abc import Iterator
from typing import Final

from .layout import Cited, Draft, DraftPassage

BEGINNING: Final = {"en": 28, "zh-Hant": 14}  # characters of a paragraph that are shown


def summary_of(draft: Draft) -> str:
    """Return the alignment, a line a passage, then the parts of the document in neither file."""
    return "\n".join([*_table(draft), *_words(draft), *_set_aside(draft)])


def _table(draft: Draft) -> Iterator[str]:
    rows = [
        (p.id, _references(p.english), _references(p.chinese), _confidence(p), _beginnings(p))
        for p in draft.passages
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for *cells, beginnings in rows:
        columns = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield f"{'  '.join(columns)}  {beginnings}"
    doubtful = sum(passage.needs_review for passage in draft.passages)
    if doubtful:
        yield f"{doubtful} to check, marked ?. 有{doubtful}節須核對，以「?」標示。"


def _references(cited: tuple[Cited, ...]) -> str:
    return " ".join(one.reference for one in cited) or "—"


def _confidence(passage: DraftPassage) -> str:
    return f"{passage.percent}{'?' if passage.needs_review else ''}"


def _beginnings(passage: DraftPassage) -> str:
    texts = [(cited.text, BEGINNING[cited.language]) for cited in passage.cited]
    return " | ".join(text if len(text) <= most else f"{text[:most]}…" for text, most in texts)


def _words(draft: Draft) -> Iterator[str]:
    """The words of a list for learners, each with its term in the glossary, if any."""
    for part in draft.document.of("word"):
        matches = draft.lexicon.indexes["en"].find(part.text)
        known = [m.form.owner for m in matches if m.end - m.start == len(part.text)]
        term = f"{known[0]}" if known else "not in the glossary 詞彙表未有收錄"
        yield f"word in a list 生字 ({part.line}): {part.text}: {term}"


def _set_aside(draft: Draft) -> Iterator[str]:
    for part in draft.document.parts:
        if part.role in ("date", "address", "furniture"):
            yield f"set aside 不作段落 ({part.line}): {part.text}"
