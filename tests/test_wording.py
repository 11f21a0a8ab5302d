"""No text of ours has an expression that `wording.yml` lists: archaic, translated or private."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from scripts.model import Corpus
from scripts.pages.interface import FILE
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.text.script import han_characters

ROOT = Path(__file__).parent.parent
WORDING: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "wording.yml").read_text(encoding="utf-8")
)
EXPRESSIONS = {
    code: [(re.compile(rule["avoid"], re.IGNORECASE), rule["instead"]) for rule in rules]
    for code, rules in WORDING.items()
}
PAGES = ("README.md", "HACKING.md", "CONTRIBUTING.md", "CONTRIBUTING.zh-Hant.md")
# What is not ours, or only shows: code, addresses, and words in quotation marks.
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
NOT_OURS = re.compile(
    r"`[^`]*`|\{#[^}]*\}|\]\([^()]*\)|https?://\S+|“[^”]*”|‘[^’]*’(?!\w)"
    r"|「[^」]*」|《[^》]*》"
)
# Titles and labels of sources are theirs; forms are whatever is written anywhere.
NOT_WORDED = {"forms", "accepted", "paragraphs"}
INDIRECT = re.compile(r"(Whether|What|How|Who|Why)\b")


class Text(NamedTuple):
    place: str
    code: str
    text: str


def pages() -> Iterator[Text]:
    """The lines of our Markdown, without code."""
    files = [ROOT / name for name in PAGES]
    for file in (*files, *sorted((ROOT / "docs").rglob("*.md"))):
        text = FENCED.sub("", file.read_text(encoding="utf-8"))
        for line in filter(None, text.splitlines()):
            yield Text(str(file.relative_to(ROOT)), language_of(line), line)


def interface() -> Iterator[Text]:
    """The words of the interface."""
    table = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for key, said in table.items():
        yield from (Text(key, code, text) for code, text in said.items())


def entries(corpus: Corpus) -> Iterator[Text]:
    """The texts of the entries, but for what others wrote."""
    for entry in corpus.entries():
        data = entry.model_dump(mode="json", exclude=NOT_WORDED)
        if "rights" in data:
            data.pop("title")
        yield from texts_of(data, f"{type(entry).__name__.lower()} {entry.id}", "en")


def texts_of(value: object, place: str, code: str) -> Iterator[Text]:
    """All texts in a value; a key that names a language says which language they are in."""
    if isinstance(value, str):
        yield Text(place, code, value)
    elif isinstance(value, list):
        for one in value:
            yield from texts_of(one, place, code)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts_of(one, place, "zh-Hant" if key.startswith("zh") else "en")


def language_of(line: str) -> str:
    return "zh-Hant" if len(han_characters(line)) > len(line) / 4 else "en"


def faults(texts: Iterator[Text]) -> list[str]:
    """Each expression to avoid, with its place and what to write instead."""
    return [
        f"{place}: “{found[0]}” → {instead}"
        for place, code, text in texts
        for expression, instead in EXPRESSIONS[code]
        if (found := expression.search(NOT_OURS.sub("", text)))
    ]


@pytest.mark.parametrize("texts", [pages, interface])
def test_no_text_has_an_expression_to_avoid(texts: object) -> None:
    assert callable(texts)
    assert faults(texts()) == []


def test_no_entry_has_an_expression_to_avoid() -> None:
    corpus = read_content(open_folder(ROOT / "content")).corpus
    assert faults(entries(corpus)) == []


def test_the_title_of_a_claim_is_a_statement() -> None:
    corpus = read_content(open_folder(ROOT / "content")).corpus
    assert [c.id for c in corpus.claims.values() if INDIRECT.match(c.title.en)] == []


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "Who signed, and when, is not said.", ["x: “is not said” → the post does not say"]),
        ("en", "It says what to mend.", ["x: “mend” → fix"]),
        ("en", "The slogan is “whilst you mend”, and `mend` is a command.", []),
        ("zh-Hant", "第二屆獲撥專款之說。", ["x: “之說” → 據稱……，或名詞短語"]),
        ("zh-Hant", "內地稱「視頻」，本站寫影片。", []),
        ("zh-Hant", "如有需要之說明。", []),
    ],
)
def test_expressions_are_found_but_in_quotation_marks(
    code: str, text: str, found: list[str]
) -> None:
    assert faults(iter([Text("x", code, text)])) == found
