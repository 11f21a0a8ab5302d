"""The archive as the content of a copy of this project."""

import json
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from scripts.analysis.sign_off import sign_off_digest
from scripts.model import Passage as PassageModel
from scripts.model import fingerprint

from .archive import Archive, Article, Passage, Term, Text

ROOT = Path(__file__).parent.parent.parent
DAY = "2025-05-01"
PER_SOURCE = 25  # articles
BUILD = (sys.executable, "-m", "scripts", "build")
CHECK = (sys.executable, "-m", "scripts", "check")


def lay_out(archive: Archive, folder: Path) -> None:
    """Write a copy of the committed project with the archive as its content."""
    committed = subprocess.run(
        ["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    with tarfile.open(fileobj=BytesIO(committed)) as files:
        files.extractall(folder, filter="data")
    shutil.rmtree(folder / "content")
    _without_claims(folder / "mkdocs.yml")
    for page in (folder / "docs").glob("*/about.md"):  # it links to entries of the real content
        page.write_text("# About 關於\n\n## Trust {#trust}\n", encoding="utf-8")
    for path, text in _files(archive):
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def edit(folder: Path, article: Article, word: str) -> None:
    """Change one sentence of an article, in both languages."""
    file = folder / f"content/articles/{article.id}.yml"
    text = file.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(text):
        if line.startswith('        en: "'):
            text[number] = line.replace('en: "', f'en: "{word}, ', 1)
            break
    file.write_text("\n".join(text), encoding="utf-8")


def _without_claims(settings: Path) -> None:
    """Switch the check of claims off: the archive has no register of claims."""
    text = settings.read_text(encoding="utf-8")
    line = "  generator: false\n"
    settings.write_text(text.replace(line, f"{line}  checks: {{claims: off}}\n"), encoding="utf-8")


def _files(archive: Archive) -> Iterator[tuple[str, str]]:
    yield "names/harbour.yml", _name()
    for number in range(0, len(archive.articles), PER_SOURCE):
        yield f"sources/source-{number // PER_SOURCE}.yml", _source(number // PER_SOURCE)
    for term in archive.terms:
        yield f"glossary/{term.id}.yml", _term(term)
    for number, article in enumerate(archive.articles):
        yield f"articles/{article.id}.yml", _article(article, number // PER_SOURCE)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pair(text: Text) -> str:
    return f"{{en: {_quoted(text.en)}, zh-Hant: {_quoted(text.zh)}}}"


def _name() -> str:
    return f"""\
updated: {DAY}
kind: place
forms:
  en: [{{form: Heron Harbour, origin: usual}}]
  zh-Hant: [{{form: 鷺港, origin: usual, jyutping: lou6 gong2}}]
description: {{en: A harbour., zh-Hant: 一個海港。}}
attestation: established
"""


def _source(number: int) -> str:
    return f"""\
updated: {DAY}
kind: report
title: {{en: Harbour logs {number}}}
label: {{en: "Harbour logs {number}", zh-Hant: "海港日誌第{number}冊"}}
publisher: harbour
date: 2025-04
languages: [en]
rights: {{en: The logs belong to the harbour., zh-Hant: 日誌屬海港所有。}}
paragraphs:
  en:
    - {{id: "1", sha256: {fingerprint(str(number))}}}
"""


def _term(term: Term) -> str:
    jyutping = " ".join(["jat1"] * len(term.form.zh))  # a valid syllable, not its pronunciation
    return f"""\
updated: {DAY}
forms:
  en: [{{form: {term.form.en}, part_of_speech: noun}}]
  zh-Hant: [{{form: {term.form.zh}, part_of_speech: noun, jyutping: {jyutping}}}]
definition: {_pair(term.definition)}
field: {{en: Transport, zh-Hant: 運輸}}
"""


def _article(article: Article, source: int) -> str:
    return f"""\
updated: {article.day}
title: {_pair(article.title)}
summary: {{en: What a log of the harbour says., zh-Hant: 海港日誌的記述。}}
source: source-{source}
sections:
  - id: log
    passages:
{"".join(map(_passage, article.passages))}"""


def _passage(passage: Passage) -> str:
    en, zh = passage.text.en, passage.text.zh
    if passage.term:
        form = passage.term.form
        en += f" It concerns the [{form.en}](term:{passage.term.id})."
        zh += f"事涉[{form.zh}](term:{passage.term.id})。"
    grounds = {"en": ["en/1"], "zh-Hant": ["en/1"]}
    fields = {"id": passage.id, "rests_on": grounds, "written_first": "en", "en": en, "zh-Hant": zh}
    accepted = sign_off_digest(PassageModel.model_validate(fields))
    return f"""\
      - id: {passage.id}
        rests_on: {{en: [en/1], zh-Hant: [en/1]}}
        written_first: en
        accepted: {accepted}
        en: {_quoted(en)}
        zh-Hant: {_quoted(zh)}
"""
