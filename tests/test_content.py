"""The content that is published has no problems."""

from pathlib import Path

from scripts.files import open_folder
from scripts.inspection import problems_of
from scripts.reading import read_content
from scripts.reports import as_text

CONTENT = Path(__file__).parent.parent / "content"


def test_no_problems() -> None:
    content = read_content(open_folder(CONTENT, "content"))
    assert as_text(problems_of(content)) == ""
    assert content.corpus.articles
