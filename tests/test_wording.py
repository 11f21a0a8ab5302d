"""No text of ours has an expression that `wording.yml` lists: archaic, translated or private."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from scripts.authoring.guide import guide_pages
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
PAGES = (
    "README.md",
    "HACKING.md",
    "CONTRIBUTING.md",
    "CONTRIBUTING.zh-Hant.md",
    "scripts/search/FORMAT.md",
)
FORMS = (".github/ISSUE_TEMPLATE/*.yml", ".github/pull_request_template.md")
# What is not ours, or only shows: code, addresses, and words in quotation marks.
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
NOT_OURS = re.compile(
    r"`[^`]*`|<code>.*?</code>|\{#[^}]*\}|\]\([^()]*\)|https?://\S+|“[^”]*”|‘[^’]*’(?!\w)"
    r"|「[^」]*」|《[^》]*》"
)
# Forms are whatever is written anywhere; queries are as they were entered, quotations as they were
# found. A title in one language only is that of somebody else’s document.
NOT_WORDED = {"forms", "accepted", "paragraphs", "queries", "query", "quotation", "publisher"}
INDIRECT = re.compile(r"(Whether|What|How|Who|Why)\b")


class Text(NamedTuple):
    place: str
    code: str
    text: str


def pages() -> Iterator[Text]:
    """The paragraphs, tables and lists of our Markdown, without code."""
    files = [ROOT / name for name in PAGES]
    files += [file for pattern in FORMS for file in sorted(ROOT.glob(pattern))]
    for file in (*files, *sorted((ROOT / "docs").rglob("*.md"))):
        yield from blocks(str(file.relative_to(ROOT)), file.read_text(encoding="utf-8"))


def pages_of_checks() -> Iterator[Text]:
    """The guide’s pages of checks, with all messages."""
    for page in guide_pages():
        yield from blocks(page.source_uri, page.markdown)


def blocks(place: str, markdown: str) -> Iterator[Text]:
    for block in FENCED.sub("", markdown).split("\n\n"):
        yield Text(place, language_of(block), " ".join(block.split()))


def program() -> Iterator[Text]:
    """What the program says: messages, hints, descriptions of fields, help and drafts.

    These are all texts in its code; some have both languages. Words for numbers are not said.
    """
    for file in sorted((ROOT / "scripts").rglob("*.py")):
        if file.parent.name != "figures":
            place = str(file.relative_to(ROOT))
            tree = ast.parse(file.read_text(encoding="utf-8"))
            described = ast.get_docstring(tree) if file.parent.name == "commands" else None
            for text in filter(None, (described, *texts_in(tree))):
                yield from (Text(place, code, text) for code in EXPRESSIONS)


def texts_in(tree: ast.AST) -> Iterator[str]:
    """The texts in code, without docstrings."""
    nodes = list(ast.walk(tree))
    docstrings = {node.value for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and node not in docstrings:
            text = str(node.value)
            if " " in text or han_characters(text):
                yield text


def commands_of_make() -> Iterator[Text]:
    """The lines that `make help` prints."""
    for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines():
        if " ## " in line:
            yield Text("Makefile", "en", line.partition(" ## ")[2])


def interface() -> Iterator[Text]:
    """The words of the interface."""
    table = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for key, said in table.items():
        yield from (Text(key, code, text) for code, text in said.items())


def entries(corpus: Corpus) -> Iterator[Text]:
    """The texts of the entries, but for what others wrote."""
    for entry in corpus.entries():
        data = entry.model_dump(mode="json")
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
            if key not in NOT_WORDED and not (key == "title" and isinstance(one, str)):
                yield from texts_of(one, place, "zh-Hant" if key.startswith("zh") else "en")


def language_of(text: str) -> str:
    return "zh-Hant" if len(han_characters(text)) > len(text) / 4 else "en"


def faults(texts: Iterator[Text]) -> list[str]:
    """Each expression to avoid, with its place and what to write instead."""
    return [
        f"{place}: “{found[0]}” → {instead}"
        for place, code, text in texts
        for expression, instead in EXPRESSIONS[code]
        if (found := expression.search(NOT_OURS.sub("", text)))
    ]


@pytest.mark.parametrize("texts", [pages, pages_of_checks, interface, program, commands_of_make])
def test_no_text_has_an_expression_to_avoid(texts: object) -> None:
    assert callable(texts)
    assert faults(texts()) == []


def test_no_entry_has_an_expression_to_avoid() -> None:
    corpus = read_content(open_folder(ROOT / "content")).corpus
    assert faults(entries(corpus)) == []


def test_titles_are_no_indirect_questions() -> None:
    corpus = read_content(open_folder(ROOT / "content")).corpus
    articles = corpus.articles.values()
    titles = [claim.title for claim in corpus.claims.values()]
    titles += [article.title for article in articles]
    titles += [
        section.title for article in articles for section in article.sections if section.title
    ]
    assert [title.en for title in titles if INDIRECT.match(title.en)] == []


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "Who signed, and when, is not said.", ["x: “is not said” → the post does not say"]),
        ("en", "It says what to mend.", ["x: “mend” → fix"]),
        ("en", "It is no folder.", ["x: “is no folder” → is not a"]),
        ("en", "There is no folder here, and it is no longer needed.", []),
        ("en", "Evidence that bears on the claim.", ["x: “bears on” → concerns, has"]),
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
