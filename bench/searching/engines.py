"""The engines compared: each builds an index into a folder and answers in a browser.

Each engine's `script` is a JavaScript function of a query and a number of results, which loads its
index and resolves to the results' addresses.
"""

import gc
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from html import escape
from pathlib import Path

from scripts.search.documents import Pair
from scripts.search.index import index_files
from scripts.search.tokeniser import run_keys, tokenise

from .corpus import PagePair, documents

CHECKOUT = Path(__file__).resolve().parent.parent.parent


class Engine(ABC):
    """An engine, with a folder of its own for the files it serves."""

    name: str
    script: str

    def __init__(self, folder: Path) -> None:
        self.folder = folder / self.name.split()[0].lower()
        self.folder.mkdir(parents=True)

    @abstractmethod
    def prepare(self, pages: Sequence[PagePair]) -> None:
        """Write the engine's input."""

    @abstractmethod
    def build(self, pages: Sequence[PagePair]) -> None:
        """Build the index; this step is timed."""

    def prepared(self, query: str) -> str:
        """Return a query in the form that the engine needs."""
        return query

    @abstractmethod
    def page(self, address: str) -> str:
        """Return the page of an address: a pair's number, or `en/7`."""


class FacingPages(Engine):
    """Our own search."""

    name = "Facing Pages"
    script = """async ([query, limit]) => {
      const { search } = await import("/assets/javascripts/search.js");
      return (await search(query, { limit, perPage: 1 })).map(({ url }) => new URL(url).pathname);
    }"""

    def prepare(self, pages: Sequence[PagePair]) -> None:
        """Copy the search module to its place in the site."""
        source = CHECKOUT / "overrides" / "assets" / "javascripts"
        shutil.copytree(source, self.folder / "assets" / "javascripts")

    def build(self, pages: Sequence[PagePair]) -> None:
        """Build and write the index, as `python -m scripts build` does."""
        gc.disable()
        for path, content in index_files(list(documents(pages))):
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        gc.enable()

    def page(self, address: str) -> str:
        """Return the number, which is a document's path."""
        return address.strip("/")


class Pagefind(Engine):
    """Pagefind, with our tokens: words, and pairs of folded characters as words.

    A pair of pages is one record, as in our index.
    """

    name = "Pagefind"
    script = """async ([query, limit]) => {
      const pagefind = await import("/pagefind/pagefind.js");
      const { results } = await pagefind.search(query);
      const data = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return data.map(({ url }) => url);
    }"""

    def prepare(self, pages: Sequence[PagePair]) -> None:
        """Write a page of HTML for each pair."""
        for number, page in enumerate(pages):
            file = self.folder / str(number) / "index.html"
            file.parent.mkdir()
            title = escape(_as_words(" ".join(page.title)))
            texts = (Pair(*map(_as_words, texts)) for texts in page.texts)
            body = "".join(f"<p>{escape(text)}</p>" for pair in texts for text in pair)
            file.write_text(
                f'<!doctype html><html lang="en"><title>{title}</title>'
                f"<body><h1>{title}</h1>{body}</body></html>",
                encoding="utf-8",
            )

    def build(self, pages: Sequence[PagePair]) -> None:
        """Run Pagefind."""
        command = [sys.executable, "-m", "pagefind", "--site", str(self.folder)]
        subprocess.run([*command, "--force-language", "en"], check=True, capture_output=True)

    def prepared(self, query: str) -> str:
        """Return the query tokenised like the pages, without the last characters of its runs."""
        return _as_words(query, is_query=True)

    def page(self, address: str) -> str:
        """Return the number, which is the folder."""
        return address.strip("/").partition("/")[0]


def _as_words(text: str, *, is_query: bool = False) -> str:
    """A text as its keys, separated by spaces."""
    words: list[str] = []
    for piece in tokenise(text):
        keys = run_keys(piece.text) if piece.is_run else [piece.text]
        words += keys[:-1] if is_query and len(keys) > 1 else keys
    return " ".join(words)


class Material(Engine):
    """Material for MkDocs with its default search plugin, run in its worker in the browser."""

    name = "Material"
    script = """async ([query, limit]) => {
      if (!window.asked) {
        const index = await (await fetch("/site/search/search_index.json")).json();
        const worker = new Worker(await (await fetch("/worker.txt")).text());
        const next = () => new Promise((resolve) => (worker.onmessage = (m) => resolve(m.data)));
        worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
        await next();
        window.asked = async (text) => {
          worker.postMessage({ type: 2, data: text });
          return (await next()).data;
        };
      }
      const { items } = await window.asked(query);
      const places = items.flat().map(({ location }) => location.split("#")[0]);
      return [...new Set(places)].slice(0, limit);
    }"""

    def prepare(self, pages: Sequence[PagePair]) -> None:
        """Write a page of Markdown for each page."""
        for number, page in enumerate(pages):
            for language, side in zip(
                ("en", "zh"), zip(page.title, page.whole, strict=True), strict=True
            ):
                title, text = side
                file = self.folder / "docs" / language / f"{number}.md"
                file.parent.mkdir(parents=True, exist_ok=True)
                paragraphs = "\n\n".join(escape(text).split("\n")[1:])
                file.write_text(f"# {escape(title)}\n\n{paragraphs}\n", encoding="utf-8")
        (self.folder / "mkdocs.yml").write_text(
            "site_name: Pages\nuse_directory_urls: true\ntheme: {name: material, font: false}\n"
            "plugins: [{search: {lang: [en, zh]}}]\n",
            encoding="utf-8",
        )

    def build(self, pages: Sequence[PagePair]) -> None:
        """Run MkDocs; its time is not comparable, as it builds whole pages."""
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        (worker,) = (self.folder / "site").glob("assets/javascripts/workers/search.*.js")
        address = "/" + worker.relative_to(self.folder).as_posix()
        (self.folder / "worker.txt").write_text(address, encoding="utf-8")

    def page(self, address: str) -> str:
        """Return the page in one language."""
        return address.strip("/")
