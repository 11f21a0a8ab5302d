"""Sign-off of passages writes one line each, keeps every other byte, and writes all or nothing."""

import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.authoring.sign_off import SignOffFailed, accept
from scripts.checks import staleness
from scripts.model import Key
from scripts.reading.folder import EntryFile
from scripts.reading.parsed_entry import read_parsed_entry

ROOT = Path(__file__).parent.parent
HEAD = """\
# A letter about the night boat.
updated: 2031-05-03
title: {en: A letter, zh-Hant: 來信}
summary: {en: What a letter says., zh-Hant: 來信內容。}
source: letter
sections:
  - id: all
    passages:
"""
# Many ways to write a passage; the line is inserted at <line>.
PASSAGES = {
    "plain": """\
      - id: p1
        rests_on: {en: [en/1], zh-Hant: [en/1]}
        written_first: en
        <line>
        en: The ferry sails.
        zh-Hant: 渡輪啟航。
""",
    "comments": """\
      - id: p1
        # the first 😀
        rests_on: {en: [en/1], zh-Hant: [en/1]}
        # 英文先寫，𨋢
        written_first: en
        <line>
        # What follows is the text.

        en: "The ferry sails."
        zh-Hant: >-
          渡輪
          啟航。
""",
    "first": """\
      - written_first: 'zh-Hant'
        <line>
        id: p1
        rests_on:
          en: [en/1]
          zh-Hant: [en/1]
        en: |
          The ferry

          sails.
        zh-Hant: 渡輪啟航。
""",
    "last": """\
      - en: The ferry sails.
        zh-Hant: 渡輪啟航。
        id: p1
        rests_on: {en: [en/1], zh-Hant: [en/1]}
        written_first: en
        <line>
""",
    "lines of its own": """\
      -
          id: p1
          rests_on: {en: [en/1], zh-Hant: [en/1]}
          written_first:
            en
          <line>
          en: The ferry sails.
          zh-Hant: 渡輪啟航。
""",
    "folded": """\
      - id: p1
        rests_on: {en: [en/1], zh-Hant: [en/1]}
        written_first: >-
          en
        <line>
        en: The ferry sails.
        zh-Hant: 渡輪啟航。
""",
}
LINE = re.compile(r"^ *<line>\n", re.MULTILINE)
ACCEPTED = "accepted: 7c0c1c14 cbbf77ab"  # sha256sum of “The ferry sails.” and “渡輪啟航。”
SECOND = PASSAGES["plain"].replace("p1", "p2").replace("sails", "returns")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article of two passages, neither of them accepted."""
    (tmp_path / "articles").mkdir()
    return written(tmp_path / "articles" / "letter.yml", HEAD + PASSAGES["plain"] + SECOND)


def written(file: Path, text: str, ending: str = "\n") -> Path:
    file.write_bytes(LINE.sub("", text).replace("\n", ending).encode())
    return file


def text_of(file: Path) -> str:
    return file.read_bytes().decode()


def codes_of(file: Path) -> list[str]:
    """The codes of the problems that the check of staleness finds."""
    parsed, _ = read_parsed_entry(EntryFile(str(file), file.name, Key("article", file.stem)))
    assert parsed is not None
    assert parsed.entry is not None
    return [diagnostic.message.code for diagnostic in staleness.check(parsed)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("style", PASSAGES)
def test_a_line_is_inserted_and_all_else_stays(article: Path, style: str, ending: str) -> None:
    written(article, HEAD + PASSAGES[style], ending)
    accept([str(article)])
    expected = (HEAD + PASSAGES[style]).replace("<line>", ACCEPTED)
    assert text_of(article) == expected.replace("\n", ending)
    assert codes_of(article) == []


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_file_without_a_last_line_ending_still_has_none(article: Path, ending: str) -> None:
    text = HEAD + PASSAGES["last"]
    article.write_bytes(LINE.sub("", text).rstrip().replace("\n", ending).encode())
    accept([str(article)])
    expected = text.replace("<line>", ACCEPTED).rstrip()
    assert text_of(article) == expected.replace("\n", ending)
    assert codes_of(article) == []


def test_a_byte_order_mark_stays(article: Path) -> None:
    written(article, "\ufeff" + HEAD + PASSAGES["plain"])
    accept([str(article)])
    assert text_of(article).startswith("\ufeff# A letter")
    assert codes_of(article) == []


@pytest.mark.parametrize(
    "old",
    [
        "accepted: 00000000 11111111",
        "accepted:   '00000000 11111111'  ",
        'accepted: "00000000 11111111"',
        "accepted: 00000000\n          11111111",
        "accepted: >-\n          00000000 11111111",
    ],
)
def test_an_old_line_is_replaced_where_it_stands(article: Path, old: str) -> None:
    """Also if an editor put it elsewhere in the passage, or wrote it in another style."""
    passage = PASSAGES["plain"].replace("渡輪啟航。\n", f"渡輪啟航。\n        {old}\n")
    written(article, HEAD + passage + SECOND)
    before = text_of(article)
    accept([f"{article}#p1"])
    value = re.search(r"accepted:\s*(.*?[01]{8}\s+[01]{8}['\"]?)", before, re.DOTALL)
    assert value is not None
    assert text_of(article) == before.replace(value[1], ACCEPTED.removeprefix("accepted: "))
    assert codes_of(article) == ["not-accepted"]


def test_one_passage_or_several(article: Path) -> None:
    accept([f"{article}#p2"])
    assert codes_of(article) == ["not-accepted"]
    done = accept([f"{article}#p1", f"{article}#p2"])
    assert [(a.new, a.unchanged) for a in done] == [(("p1",), ("p2",))]
    assert codes_of(article) == []


def test_a_text_that_changed_is_accepted_anew(article: Path) -> None:
    accept([str(article)])
    article.write_text(text_of(article).replace("渡輪啟航", "渡輪出發", 1), encoding="utf-8")
    assert codes_of(article) == ["chinese-changed"]
    accept([str(article)])
    assert codes_of(article) == []
    assert text_of(article).count("accepted:") == 2


def test_what_is_accepted_already_is_not_written_again(article: Path) -> None:
    accept([str(article)])
    text, status = text_of(article), article.stat()
    (again,) = accept([str(article)])
    assert again.new == ()
    assert text_of(article) == text
    assert article.stat().st_ino == status.st_ino


def test_a_folder_has_its_articles_and_nothing_else(article: Path) -> None:
    deeper = article.parent / "2031"
    deeper.mkdir()
    other = written(deeper / "other.yml", HEAD + SECOND)
    names = article.parent.parent / "names"
    names.mkdir()
    (names / "night-boat.yml").write_text("no article", encoding="utf-8")
    (article.parent / ".hidden.yml").write_text("no article", encoding="utf-8")
    accept([str(article.parent.parent)])
    assert codes_of(article) == codes_of(other) == []


def test_the_mode_of_the_file_stays(article: Path) -> None:
    article.chmod(0o640)
    accept([str(article)])
    assert article.stat().st_mode & 0o777 == 0o640
    assert list(article.parent.iterdir()) == [article]


BRACES = """\
      - {id: p3, written_first: en, rests_on: {en: [en/1], zh-Hant: [en/1]},
         en: A, zh-Hant: 一}
"""


@pytest.mark.parametrize(
    ("text", "passage", "reason"),
    [
        (HEAD + "      - id: p1\n", "", "missing-field"),
        (HEAD + PASSAGES["plain"] + "  zh: [\n", "", "yaml-syntax"),
        (HEAD + PASSAGES["plain"].replace("<line>", "accepted: yes"), "", "bad-acceptance"),
        (HEAD + PASSAGES["plain"] + BRACES, "", "passage “p3” is written between braces"),
        (HEAD + PASSAGES["plain"], "#p9", "has no passage “p9”; it has p1"),
    ],
)
def test_what_cannot_be_accepted_leaves_every_file_as_it_was(
    article: Path, text: str, passage: str, reason: str
) -> None:
    bad = written(article.parent / "second.yml", text)
    before = {file: file.read_bytes() for file in (article, bad)}
    with pytest.raises(SignOffFailed, match=reason):
        accept([str(article), f"{bad}{passage}"])
    assert {file: file.read_bytes() for file in (article, bad)} == before
    assert {*article.parent.iterdir()} == {article, bad}


def test_a_passage_beside_one_between_braces(article: Path) -> None:
    written(article, HEAD + PASSAGES["plain"] + BRACES)
    accept([f"{article}#p1"])
    assert codes_of(article) == ["not-accepted"]


def test_a_path_that_is_no_article(article: Path, tmp_path: Path) -> None:
    names = tmp_path / "names"
    names.mkdir()
    name = written(names / "letter.yml", HEAD + PASSAGES["plain"])
    link = article.with_name("link.yml")
    link.symlink_to(article)
    for path in (name, link, names, tmp_path / "nowhere", f"{article.parent}#p1"):
        with pytest.raises(SignOffFailed):
            accept([str(path)])
    assert link.is_symlink()


def test_the_command(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["accept", f"{article}#p2"]) == 0
    assert capsys.readouterr().out == f"{article}: accepted p2. 已確認 p2。\n"
    assert main(["accept", str(article)]) == 0
    assert capsys.readouterr().out == (
        f"{article}: accepted p1. 已確認 p1。\n"
        f"{article}: 1 already accepted. 先前已確認1節。\n"
    )  # fmt: skip
    assert main(["accept", f"{article}#p9"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.endswith("Nothing was accepted. 沒有確認任何一節。\n")
