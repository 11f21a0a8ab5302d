"""The guide's pages on checks, made as Markdown from the checks' modules."""

import ast
import re
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

from scripts import checks
from scripts.authoring.guide import Topic, guide_pages, page, topics
from scripts.authoring.guide.docstrings import accounts, first_sentence, unfolded
from scripts.authoring.guide.wording import PLACES
from scripts.checks import EVERY, SUPPRESSIBLE
from scripts.diagnostics.message import Message
from scripts.languages import CHINESE, ENGLISH, LANGUAGES
from scripts.reading import messages
from scripts.text.script import han_characters

CHECKS = Path(checks.__file__).parent
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
# Chinese words quoted in English, such as a form; a sentence of Chinese is longer.
QUOTED = 8
TOPICS = {topic.id: topic for topic in topics()}


def test_every_check_has_a_page_in_both_languages() -> None:
    ids = EVERY.keys() | {"reading", "waivers"}
    assert [*TOPICS] == [topic.id for topic in topics()]
    assert TOPICS.keys() == ids
    names = {f"{name}.md" for name in ids} | {"index.md"}
    expected = {f"{lang.code}/guide/checks/{name}" for lang in LANGUAGES for name in names}
    assert {written.source_uri for written in guide_pages()} == expected


@pytest.mark.parametrize("id_", TOPICS)
def test_a_docstring_says_the_same_in_both_languages(id_: str) -> None:
    found = accounts(TOPICS[id_].module)
    english, chinese = found["en"], found["zh-Hant"]
    assert not han_characters(english.title)
    assert han_characters(chinese.title)
    assert (
        max(map(len, re.findall(r"[\u3400-\u9fff]+", CODE.sub("", english.body))), default=0)
        < QUOTED
    )
    assert len(han_characters(chinese.body)) > 50
    assert english.body.count("\n```") == chinese.body.count("\n```")
    assert re.findall(r"^## (.+) \{", english.body, re.MULTILINE)[:2] == [
        "Example",
        "How to fix it",
    ]
    assert re.findall(r"^## (.+) \{", chinese.body, re.MULTILINE)[:2] == ["例子", "如何改正"]
    assert re.findall(r"\{#.+\}", english.body) == re.findall(r"\{#.+\}", chinese.body)


@pytest.mark.parametrize("id_", TOPICS)
def test_chinese_is_not_broken_into_lines(id_: str) -> None:
    for line in CODE.sub("", accounts(TOPICS[id_].module)["zh-Hant"].body).split("\n\n"):
        assert not re.search(r"[\u3001-\u9fff\uff01-\uff60]\n(?![-\d#|>])", line)


@pytest.mark.parametrize("file", sorted(CHECKS.glob("*.py")), ids=lambda file: str(file.stem))
def test_a_check_imports_its_messages_by_name(file: Path) -> None:
    """`messages.X` would be missing from the list of a check's messages."""
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    parents = [node.value for node in nodes if isinstance(node, ast.Attribute)]
    assert "faults" not in {node.id for node in parents if isinstance(node, ast.Name)}


def test_every_message_is_on_a_page() -> None:
    modules = [messages, *(topic.module for topic in topics())]
    every = {
        message for m in modules for message in vars(m).values() if isinstance(message, Message)
    }
    assert every == {message for topic in topics() for message in topic.messages}
    assert all(topic.messages for topic in topics())


def test_every_argument_has_a_name_in_chinese() -> None:
    faults_of_all = [message for topic in topics() for message in topic.messages]
    named = {name for message in faults_of_all for _, name, _, _ in Formatter().parse(message.zh)}
    assert {name for name in named if name} <= PLACES.keys()


@pytest.mark.parametrize("id_", TOPICS)
def test_only_pages_of_checks_that_can_be_suppressed_explain_it(id_: str) -> None:
    for language in LANGUAGES:
        text = page(TOPICS[id_], language)
        assert (f"    - check: {id_}\n" in text) == (id_ in SUPPRESSIBLE)
        assert ("{#silence}" in text) == (id_ in SUPPRESSIBLE)


TRAVELLER = """Ferries run. 渡輪開航。

A ferry
sails to `heron-isle`. And back.

## Example

```yaml
zh-Hant: 渡輪
  開航
```

## How to fix it

- Sail.

---

渡輪開往
`heron-isle`。然後
回航。

## 例子

```yaml
zh-Hant: 渡輪
  開航
```

## 如何改正

- 開船。
- 再開。
"""
SUNK = Message("sunk", "The *{ship_name}* & “{id}” sank.", "{id}「{ship_name}」沉沒。", "", "")
ADRIFT = Message("adrift", "Adrift.", "漂流。", "", "", severity="warning")


@pytest.fixture
def ferries() -> ModuleType:
    module = ModuleType("scripts.checks.ferries", TRAVELLER)
    vars(module).update(SUNK=SUNK, ADRIFT=ADRIFT, NONE=None)
    return module


def test_a_page_is_made_from_a_module(ferries: ModuleType) -> None:
    english = page(Topic("ferries", ferries), ENGLISH)
    matter = '{"title": "Ferries run · Guide", "description": "A ferry sails to heron-isle."}'
    assert english.startswith(f"---\n{matter}\n---\n")
    assert "# Ferries run\n" in english
    assert "A ferry\nsails" in english
    assert "## Example {#example}\n\n```yaml\nzh-Hant: 渡輪\n  開航\n```\n" in english
    assert "`[ferries]`" in english
    assert "The *<var>‹ship name›</var>* &amp; “<var>‹id›</var>” sank." in english
    assert '<code>adrift</code> <span class="fp-status">warning</span>' in english

    chinese = page(Topic("ferries", ferries), CHINESE)
    assert '{"title": "渡輪開航 · 指南", "description": "渡輪開往heron-isle。"}' in chinese
    assert "渡輪開往`heron-isle`。然後回航。" in chinese
    assert "## 例子 {#example}\n\n```yaml\nzh-Hant: 渡輪\n  開航\n```\n" in chinese
    assert "- 開船。\n- 再開。" in chinese
    assert "<var>‹編號›</var>「<var>‹……›</var>」沉沒。" in chinese


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        TRAVELLER.replace(" 渡輪開航。", ""),
        TRAVELLER.replace("\n---\n", "\n"),
        TRAVELLER.replace("## 例子", "例子"),
    ],
)
def test_a_docstring_of_another_form_is_refused(ferries: ModuleType, spoilt: str) -> None:
    ferries.__doc__ = spoilt
    with pytest.raises(ValueError, match=r"scripts\.checks\.ferries: its docstring"):
        accounts(ferries)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("甲乙\n丙丁。\n\n戊。\n己", "甲乙丙丁。\n\n戊。己"),
        ("English\ntext，\n中文\nEnglish", "English\ntext，中文English"),
        ("## 標題\n甲\n- 乙\n  丙\n1. 丁\n| 戊 |", "## 標題\n甲\n- 乙丙\n1. 丁\n| 戊 |"),
        ("甲\n```\n乙\n丙\n```\n丁\n戊", "甲\n```\n乙\n丙\n```\n丁戊"),
    ],
)
def test_chinese_paragraphs_are_joined(written: str, expected: str) -> None:
    assert unfolded(written) == expected


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("See `a.yml` or v1.2. Then go.", "See `a.yml` or v1.2."),
        ("Is it so?\nYes.", "Is it so?"),
        ("甲是乙。丙是丁。", "甲是乙。"),
        ("No end\n\n## Example", "No end"),
    ],
)
def test_the_first_sentence(body: str, sentence: str) -> None:
    assert first_sentence(body) == sentence
