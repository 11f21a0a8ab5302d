"""Valid entries in a temporary folder, for planting errors."""

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
# Without the waiver, figures without a claim would be reported before anything is planted.
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
    """A content folder of valid entries, and its diagnostics before anything is planted.

    `originals` are the documents of its sources; without them, checks use the cache.
    """

    name: str
    folder: Path
    originals: Sequence[SourceDocument] = ()
    parsed_entries: dict[str, ParsedEntry] = field(init=False)
    files: dict[str, EntryFile] = field(init=False)
    forms: tuple[Form, ...] = field(init=False)
    before: Counter[Signature] = field(init=False)
    diagnostics: list[Diagnostic] = field(init=False)
    content: Content = field(init=False)

    def __post_init__(self) -> None:
        """Read the entries, and check them once."""
        self.content = read_content(open_folder(self.folder, "content"))
        self.files = {file.path: file for file in self.content.folder.files}
        self.parsed_entries = {
            parsed.document.path: parsed for parsed in self.content.parsed_entries.values()
        }
        self.forms = tuple(forms_in(self.content.corpus))
        self.diagnostics = self._check(())
        self.before = Counter(map(signature, self.diagnostics))

    def new_diagnostics(self, texts: Mapping[str, str]) -> list[Diagnostic]:
        """Return the new diagnostics while some files have other texts."""
        try:
            for path, text in texts.items():
                self._file(path).write_text(text, encoding="utf-8", newline="")
            found = self._check(texts)
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

    def _check(self, changed: Sequence[str] | Mapping[str, str]) -> list[Diagnostic]:
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
    """Return the identity of a diagnostic without its line."""
    return diagnostic.place.path, diagnostic.check, diagnostic.message.code, diagnostic.text


def real(folder: Path) -> Corpus:
    """Return a copy of the site's own entries, with every passage signed off."""
    return _laid_out("content", ROOT / "content", folder)


def invented_with_originals(folder: Path) -> Corpus:
    """Return the invented corpus with the documents of its sources."""
    originals, _ = read_source_documents(ROOT / "tests" / "originals")
    copy = folder / "content"
    shutil.copytree(ROOT / "tests" / "content", copy)
    return Corpus("originals", copy, originals)


def invented(folder: Path, every: int = 1) -> Corpus:
    """Return the invented corpus of the tests, with every n-th pair of `pairs.yml` added."""
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
        reported = json.dumps([diagnostic.text for diagnostic in diagnostics], ensure_ascii=False)
        raise SystemExit(f"{file.path} is not a valid article: {reported}")
    passages = {
        unit.location: unit.label
        for unit in units_of(parsed.entry)
        if isinstance(unit.label, Passage)
    }
    text = with_acceptances(parsed.document.text, parsed.document, passages)
    file.file.write_text(text, encoding="utf-8", newline="")
