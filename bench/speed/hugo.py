"""The archive for Hugo, with the same pages and links, and Pagefind for its search.

A page of an article or term in each language, with both texts side by side; lists; a page for
searching. The templates compute nothing: what a term's page quotes is in its front matter.
"""

import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from html import escape
from pathlib import Path

from .archive import Archive, Article, Passage, Term

HUGO = (str(Path(sys.executable).with_name("hugo")), "--quiet")
PAGEFIND = (sys.executable, "-m", "pagefind", "--site", "public")
SOURCES = Path(__file__).parent / "site"  # settings and templates


def lay_out(archive: Archive, folder: Path) -> None:
    """Write the sources of the site."""
    shutil.copytree(SOURCES, folder, dirs_exist_ok=True)
    for path, text in _files(archive):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def edit(folder: Path, article: Article, word: str) -> None:
    """Change one sentence of an article."""
    for language in ("en", "zh"):
        file = folder / f"content/{language}/articles/{article.id}.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"en": "', f'"en": "{word}, ', 1), encoding="utf-8")


def _files(archive: Archive) -> Iterator[tuple[str, str]]:
    uses: dict[str, list[tuple[Article, Passage]]] = defaultdict(list)
    for article in archive.articles:
        for passage in article.passages:
            if passage.term:
                uses[passage.term.id].append((article, passage))
    for language in ("en", "zh"):
        root = f"content/{language}"
        yield f"{root}/search.md", _page({"title": "Search", "type": "search"})
        for article in archive.articles:
            yield f"{root}/articles/{article.id}.md", _page(_article(article, language))
        for term in archive.terms:
            yield f"{root}/glossary/{term.id}.md", _page(_term(term, uses[term.id], language))


def _page(matter: dict[str, object]) -> str:
    return json.dumps(matter, ensure_ascii=False) + "\n"


def _article(article: Article, language: str) -> dict[str, object]:
    own, other = article.title.en, article.title.zh
    return {
        "title": own if language == "en" else other,
        "other": other if language == "en" else own,
        "date": article.day.isoformat(),
        "summary": "What a log of the harbour says.",
        "passages": [_passage(passage, language) for passage in article.passages],
    }


def _term(term: Term, uses: list[tuple[Article, Passage]], language: str) -> dict[str, object]:
    root = "/articles" if language == "en" else "/zh/articles"
    quoted = [
        _passage(passage, language)
        | {"title": {"text": article.title.en, "path": f"{root}/{article.id}/#{passage.id}"}}
        for article, passage in uses
    ]
    return {
        "title": term.form.en if language == "en" else term.form.zh,
        "other": term.form.zh if language == "en" else term.form.en,
        "summary": term.definition.en,
        "definition": {"en": term.definition.en, "zh": term.definition.zh},
        "passages": quoted,
    }


def _passage(passage: Passage, language: str) -> dict[str, object]:
    en, zh = escape(passage.text.en), escape(passage.text.zh)
    if passage.term:
        prefix = "" if language == "en" else "/zh"
        link = f'<a href="{prefix}/glossary/{passage.term.id}/">'
        en += f" It concerns the {link}{passage.term.form.en}</a>."
        zh += f"事涉{link}{passage.term.form.zh}</a>。"
    return {"id": passage.id, "en": en, "zh": zh}
