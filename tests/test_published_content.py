"""The published content has no problems."""

from pathlib import Path

from scripts.check import check_content
from scripts.diagnostics.reports import as_text
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder

CONTENT = Path(__file__).parent.parent / "content"


def test_no_problems() -> None:
    content = read_content(open_folder(CONTENT, "content"))
    assert as_text(check_content(content)) == ""
    assert content.corpus.articles
