"""The order of the results of the search module, on pages made for this test."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from scripts.search.documents import Document, Pair, Passage
from scripts.search.index import index_files

from .conftest import Serve
from .project import CHECKOUT, TESTS, Site

MODULE = CHECKOUT / "overrides" / "assets" / "javascripts"
ORDER = """async (query) => {
  const { search } = await import(new URL("assets/javascripts/search.js", document.baseURI));
  const results = await search(query, { perPage: 1 });
  return results.map(({ url }) => new URL(url).pathname.slice(1));
}"""
CASES: list[dict[str, Any]] = yaml.safe_load(
    (TESTS / "search" / "ranking.yml").read_text(encoding="utf-8")
)


def _document(name: str, texts: list[str]) -> Document:
    title, passage = Pair(*texts[:2]), Passage(Pair("", ""), Pair(*texts[2:]))
    return Document("article", name, title, (passage,))


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_answers_come_in_order(
    browser: Browser, serve: Serve, tmp_path: Path, case: dict[str, Any]
) -> None:
    shutil.copytree(MODULE, tmp_path / "assets" / "javascripts")
    (tmp_path / "404.html").touch()
    for path, content in index_files([_document(*page) for page in case["pages"].items()]):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(serve(Site(tmp_path, "http://127.0.0.1/")))
        for expected in case["queries"]:
            for query, names in expected.items():
                assert page.evaluate(ORDER, query) == names, query
