"""Migration: texts from before there were blocks keep their meaning, and files their bytes."""

from pathlib import Path

import pytest

from scripts.authoring.migration import escaped, migrations
from scripts.commands.main import main
from scripts.reading.folder import open_folder
from scripts.text.blocks import is_plain
from scripts.text.markup import parse

ARTICLE = """\
# An article 一篇文章
updated: 2031-05-01
title: {en: A letter, zh-Hant: "- 來信"}
summary: {en: "1. What it says.", zh-Hant: 內容。}
source: letter
sections:
  - id: all
    passages:
      - id: p1
        rests_on: {en: [en/1], zh-Hant: [en/1]}
        written_first: en
        en: 2031. A year of boats.   # and of piers
        zh-Hant: "- 5度。\\n> 3度"
      - id: p2
        rests_on: {en: [en/1], zh-Hant: [en/1]}
        written_first: en
        en: |
          Cold, *very* cold:
          - 5 degrees
          *at* the pier.
        zh-Hant: '+ 5度'
      - id: p3
        rests_on: {en: [en/1], zh-Hant: [en/1]}
        written_first: en
        en: |
          - one
          - two
        zh-Hant: |
          - 一
          - 二
"""
REWRITTEN = (
    ARTICLE.replace("en: 2031. A", "en: 2031\\. A")
    .replace('"- 5度。\\n> 3度"', '"\\\\- 5度。\\n\\\\> 3度"')
    .replace("          - 5 degrees", "          \\- 5 degrees")
    .replace("'+ 5度'", "'\\+ 5度'")
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    return tmp_path


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_old_texts_are_escaped_and_all_else_stays(
    content: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = content / "articles" / "letter.yml"
    file.write_bytes(ARTICLE.replace("\n", ending).encode())
    assert main(["migrate", "--content", str(content)]) == 0
    assert file.read_bytes().decode() == REWRITTEN.replace("\n", ending)
    assert capsys.readouterr().out.endswith("letter.yml: 4 texts rewritten. 改寫了4個文本。\n")
    assert main(["migrate", "--content", str(content)]) == 0
    assert capsys.readouterr().out == "Nothing to rewrite. 毋須改寫。\n"
    assert file.read_bytes().decode() == REWRITTEN.replace("\n", ending)


@pytest.mark.parametrize("text", ["- 5 degrees", "1. One boat", "2031) A\n> 5 boats", "a\n  + 4"])
def test_an_escaped_text_is_the_paragraph_that_it_was(text: str) -> None:
    assert not is_plain(text)
    assert is_plain(escaped(text))
    assert parse(escaped(text)).plain == parse(text).plain
    assert escaped(escaped(text)) == escaped(text)


@pytest.mark.parametrize(
    "text",
    [
        "A boat.",
        "*At* 5 - 3.",
        "- a\n- b",
        "1. a\n2. b",
        "> She said so.",
        "A\n\nB",
        "a | b\n--|--",
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert escaped(text) == text


def test_the_invented_corpus_and_broken_files_stay(content: Path) -> None:
    assert list(migrations(open_folder(Path(__file__).parent / "content"))) == []
    (content / "articles" / "broken.yml").write_text("sections: [{passages: [{en: '- 5', x: ]")
    assert list(migrations(open_folder(content))) == []
