"""A document is imported as a draft source and article, with no problems except empty fields.

`importing/` holds an invented document and its drafts; `pytest --renew` rewrites the drafts.
"""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.authoring.importing import ImportFailed, import_text
from scripts.check import check_against_sources
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.reading.source_documents import read_source_documents

TESTS = Path(__file__).parent
DOCUMENT = TESTS / "importing" / "pier-post.txt"
GAPS = {
    "kind:": "kind: editorial",
    "publisher:": "publisher: puffin-ferries",
    "date:": "date: 2031-05-06",
    "en:": "en: A text that is not yet written.",
    "zh-Hant:": "zh-Hant: 尚未寫成的文字。",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the invented entries."""
    return shutil.copytree(TESTS / "content", tmp_path / "content")


def imported(content: Path, file: Path = DOCUMENT, *, with_text: bool = False) -> str:
    """Import a file under the fixture's id; the lines on the terminal."""
    entries = read_content(open_folder(content))
    return import_text(
        file, entries, content,
        id="pier-post", today=date(2031, 5, 7), schemas=content.parent / "schemas",
        with_text=with_text,
    ).summary  # fmt: skip


def problems(content: Path) -> list[Diagnostic]:
    """The problems of the drafts, compared with the document."""
    originals, _ = read_source_documents(DOCUMENT.parent)
    diagnostics = check_against_sources(read_content(open_folder(content)), originals)
    return [diagnostic for diagnostic in diagnostics if "pier-post" in diagnostic.place.path]


def filled(file: Path) -> None:
    """Fill in each empty field."""
    text = file.read_text(encoding="utf-8")
    for gap, value in GAPS.items():
        text = re.sub(rf"^( *){gap}$(?!\n\1  )", rf"\1{value}", text, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")


def test_the_drafts_of_a_document(
    content: Path,
    renew: bool,  # noqa: FBT001
) -> None:
    made = {"summary.txt": imported(content) + "\n"}
    for folder in ("sources", "articles"):
        made[f"{folder}.yml"] = (content / folder / "pier-post.yml").read_text(encoding="utf-8")
    for name, text in made.items():
        expected = DOCUMENT.parent / "made" / name
        if renew:
            expected.write_text(text, encoding="utf-8")
        assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("with_text", [False, True])
def test_drafts_have_no_problems_except_empty_fields(content: Path, with_text: bool) -> None:  # noqa: FBT001
    imported(content, with_text=with_text)
    assert {diagnostic.message.code for diagnostic in problems(content)} == {"empty-value"}
    for folder in ("sources", "articles"):
        filled(content / folder / "pier-post.yml")
    codes = {
        diagnostic.message.code
        for diagnostic in problems(content)
        if diagnostic.message.severity == "error"
    }
    assert codes <= ({"copied-words"} if with_text else {"figure-missing"})


def test_no_sentence_of_the_document_is_carried_over(content: Path) -> None:
    imported(content)
    article = (content / "articles" / "pier-post.yml").read_text(encoding="utf-8")
    for sentence in re.findall(r"[^.。，\n]{12,}", DOCUMENT.read_text(encoding="utf-8")):
        assert sentence not in article


def test_text_that_may_be_published_has_no_notation(content: Path, tmp_path: Path) -> None:
    file = tmp_path / "signs.txt"
    file.write_text("A [ferry](https://a.example) *leaves* \\ now.", encoding="utf-8")
    imported(content, file, with_text=True)
    article = read_content(open_folder(content)).folder
    text = (content / "articles" / "pier-post.yml").read_text(encoding="utf-8")
    assert article.files
    assert r"A \[ferry\](https://a.example) \*leaves\* \\ now." in text


@pytest.mark.parametrize("name", ["bom", "crlf", "cr"])
def test_a_file_from_anywhere_gives_the_same(content: Path, tmp_path: Path, name: str) -> None:
    text = DOCUMENT.read_bytes()
    ways = {"bom": b"\xef\xbb\xbf" + text, "crlf": text.replace(b"\n", b"\r\n"),
            "cr": text.replace(b"\n", b"\r")}  # fmt: skip
    file = tmp_path / "document.txt"
    file.write_bytes(ways[name])
    imported(content, file)
    made = (content / "sources" / "pier-post.yml").read_text(encoding="utf-8")
    assert made == (DOCUMENT.parent / "made" / "sources.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "english", "chinese"),
    [
        (b"\xff\xfe", "not-utf8", "並非UTF-8"),
        (b"A ferry.\nA \xa4\xa4 ferry.", "document.txt:2:3: not-utf8", "並非UTF-8"),
        (b"\n* * *\n", "The file has no paragraphs", "沒有段落"),
        (b"", "The file has no paragraphs", "沒有段落"),
        ("一。\n渡輪今日正午開出。The old ferry leaves the pier at noon today.".encode(),
         "document.txt:2: English and Chinese sentences", "請分行書寫"),
        (None, "unreadable", "無法讀取"),
    ],
)  # fmt: skip
def test_a_document_that_cannot_be_imported(
    content: Path, tmp_path: Path, data: bytes | None, english: str, chinese: str
) -> None:
    before = sorted(content.rglob("*"))
    file = tmp_path / "document.txt"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(ImportFailed) as reason:
        imported(content, file)
    assert english in str(reason.value)
    assert chinese in str(reason.value)
    assert sorted(content.rglob("*")) == before


@pytest.mark.parametrize("id", ["Pier Post", "碼頭報", "../up", "", "index"])
def test_an_invalid_id_is_refused(content: Path, id: str) -> None:
    with pytest.raises(ImportFailed, match="cannot be an id"):
        import_text(
            DOCUMENT, read_content(open_folder(content)), content,
            id=id, today=date(2031, 5, 7), schemas=content.parent / "schemas",
        )  # fmt: skip


def test_the_stages_are_shown(content: Path) -> None:
    shown: list[str] = []
    import_text(
        DOCUMENT, read_content(open_folder(content)), content,
        id="pier-post", today=date(2031, 5, 7), schemas=content.parent / "schemas",
        progress=shown.append,
    )  # fmt: skip
    assert [stage.split()[0] for stage in shown] == ["Reading", "Aligning", "Drafting"]


@pytest.mark.parametrize("folder", ["sources", "articles"])
def test_nothing_is_overwritten(content: Path, folder: str) -> None:
    there = content / folder / "pier-post.yml"
    there.write_text("mine", encoding="utf-8")
    before = sorted(content.rglob("*"))
    with pytest.raises(ImportFailed, match="already exists"):
        imported(content)
    assert there.read_text(encoding="utf-8") == "mine"
    assert sorted(content.rglob("*")) == before


def test_the_command(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(TESTS.parent)
    command = ["import", str(DOCUMENT), "--content", str(content)]
    assert main([*command, "--id", "a-year-of-night-boats"]) == 1
    assert "Nothing was written. 未有寫入任何檔案。" in capsys.readouterr().err
    assert main(command) == 0
    assert capsys.readouterr().out.endswith(
        f"{content / 'sources' / 'pier-post.yml'}\n{content / 'articles' / 'pier-post.yml'}\n"
    )
