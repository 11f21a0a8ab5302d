"""Valid entries in a folder of their own, where errors may be planted."""

import json
import shutil
import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from scripts.authoring.sign_off import with_acceptances
from scripts.check import check_against_sources, check_folder
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.model import Article, Passage
from scripts.reading.content import Content, read_content
from scripts.reading.folder import EntryFile, open_folder
from scripts.reading.parsed_entry import ParsedEntry, read_parsed_entry
from scripts.reading.source_documents import read_source_documents
from scripts.reading.source_paragraphs import SourceDocument
from scripts.text.forms import Form, forms_in
from scripts.text.units import units_of

ROOT = Path(__file__).parents[2]
PAIRS = ROOT / "bench" / "pairs.yml"
PAIRS_TO_AN_ARTICLE = 12
# Figures that are nobody's claim would be told before anything is planted.
HEAD = """\
updated: 2031-05-03
title: {{en: Pairs of texts, zh-Hant: 成對文本}}
summary: {{en: What is said in both languages., zh-Hant: 中英對照的文本。}}
source: night-boat-report
waivers: [{{check: claims, reason: These passages only serve to be changed.}}]
sections:
  - id: {section}
    passages:
"""
PASSAGE = """\
      - id: p{number}
        rests_on: {{en: [en/1], zh-Hant: [zh-Hant/1]}}
        written_first: en
        en: >-
{en}
        zh-Hant: >-
{zh}
"""
Signature = tuple[str, str, str, str]


@dataclass
class Corpus:
    """A content folder of valid entries, and what the checks tell of it before anything else.

    `originals` are the documents of its sources; without them the store makes checks quick.
    """

    name: str
    folder: Path
    originals: Sequence[SourceDocument] = ()
    parsed_entries: dict[str, ParsedEntry] = field(init=False)
    files: dict[str, EntryFile] = field(init=False)
    forms: tuple[Form, ...] = field(init=False)
    before: Counter[Signature] = field(init=False)
    told: list[Diagnostic] = field(init=False)
    content: Content = field(init=False)

    def __post_init__(self) -> None:
        """Read the entries, and check them once."""
        self.content = read_content(open_folder(self.folder, "content"))
        self.files = {file.path: file for file in self.content.folder.files}
        self.parsed_entries = {
            parsed.document.path: parsed for parsed in self.content.parsed_entries.values()
        }
        self.forms = tuple(forms_in(self.content.corpus))
        self.told = self._problems(())
        self.before = Counter(map(signature, self.told))

    def problems_with(self, texts: Mapping[str, str]) -> list[Diagnostic]:
        """What is told, and was not before, while files have other texts; None deletes nothing."""
        try:
            for path, text in texts.items():
                self._file(path).write_text(text, encoding="utf-8", newline="")
            found = self._problems(texts)
        finally:
            for path in texts:
                self._undo(path)
        known = self.before.copy()
        new = []
        for diagnostic in found:
            if known[signature(diagnostic)]:
                known[signature(diagnostic)] -= 1
            else:
                new.append(diagnostic)
        return new

    def _problems(self, changed: Sequence[str] | Mapping[str, str]) -> list[Diagnostic]:
        folder = open_folder(self.folder, "content")
        if not self.originals:
            return check_folder(folder, self.folder.parent / "store")
        readings = dict(self.content.readings)
        readings |= {f.path: read_parsed_entry(f) for f in folder.files if f.path in changed}
        return check_against_sources(Content(folder, readings), self.originals)

    def _file(self, path: str) -> Path:
        return self.folder / path.removeprefix("content/")

    def _undo(self, path: str) -> None:
        if path in self.parsed_entries:
            text = self.parsed_entries[path].document.text
            self._file(path).write_text(text, encoding="utf-8", newline="")
        else:
            self._file(path).unlink()


def signature(diagnostic: Diagnostic) -> Signature:
    """What makes a problem the same though its lines have moved."""
    return diagnostic.place.path, diagnostic.check, diagnostic.message.code, diagnostic.text


def real(folder: Path) -> Corpus:
    """The site's own entries, in a copy where every passage is accepted."""
    return _laid_out("content", ROOT / "content", folder)


def invented_with_originals(folder: Path) -> Corpus:
    """The invented corpus with the invented documents that it reports on."""
    originals, _ = read_source_documents(ROOT / "tests" / "originals")
    copy = folder / "content"
    shutil.copytree(ROOT / "tests" / "content", copy)
    return Corpus("originals", copy, originals)


def invented(folder: Path, every: int = 1) -> Corpus:
    """The invented corpus of the tests, with EVERY so many of `pairs.yml` in further articles."""
    written = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))[::every]
    articles = {
        f"articles/pairs-{first // PAIRS_TO_AN_ARTICLE + 1}.yml": _article(
            written[first : first + PAIRS_TO_AN_ARTICLE]
        )
        for first in range(0, len(written), PAIRS_TO_AN_ARTICLE)
    }
    return _laid_out("invented", ROOT / "tests" / "content", folder, articles)


def _article(written: Sequence[Mapping[str, Any]]) -> str:
    passages = (
        PASSAGE.format(
            number=number,
            en=textwrap.indent(textwrap.fill(pair["en"], 88, break_on_hyphens=False), " " * 10),
            zh=" " * 10 + pair["zh-Hant"],
        )
        for number, pair in enumerate(written, 1)
    )
    return HEAD.format(section="all") + "".join(passages)


def _laid_out(
    name: str, source: Path, folder: Path, more: Mapping[str, str] | None = None
) -> Corpus:
    copy = folder / "content"
    shutil.copytree(source, copy)
    for path, text in (more or {}).items():
        (copy / path).write_text(text, encoding="utf-8")
    for file in open_folder(copy).files:
        if file.key.kind == "article":
            _accept(file)
    return Corpus(name, copy)


def _accept(file: EntryFile) -> None:
    parsed, diagnostics = read_parsed_entry(file)
    if parsed is None or not isinstance(parsed.entry, Article):
        told = json.dumps([diagnostic.text for diagnostic in diagnostics], ensure_ascii=False)
        raise SystemExit(f"{file.path} is no valid article: {told}")
    passages = {
        unit.location: unit.label
        for unit in units_of(parsed.entry)
        if isinstance(unit.label, Passage)
    }
    text = with_acceptances(parsed.document.text, parsed.document, passages)
    file.file.write_text(text, encoding="utf-8", newline="")
