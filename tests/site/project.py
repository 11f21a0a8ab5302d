"""The project laid out in a folder of its own, and what its commands make there."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import cast
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
from lxml import etree

TESTS = Path(__file__).parent.parent
CHECKOUT = TESTS.parent
PATIENCE = 180.0  # seconds, for a machine that is very busy

ROOT_URL = "https://facing-pages.example/"
BASE_URL = "https://pages.example/base/"
ENGLISH, CHINESE = "en-GB", "zh-Hant-HK"


@dataclass(frozen=True)
class Project:
    """A copy of the project, so that nothing that a test does is seen outside it."""

    root: Path

    def python(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the project's folder, to its end."""
        with self.running(*arguments, **variables) as process:
            out, err = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def scripts(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the generator's."""
        return self.python("-m", "scripts", *arguments, **variables)

    def mkdocs(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command of MkDocs by itself."""
        return self.python("-m", "mkdocs", *arguments, **variables)

    @contextmanager
    def running(self, *arguments: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
        """Python in the project's folder, killed at the end with all that it has started."""
        settings = ("SITE_URL", "REPO_URL")
        inherited = {name: value for name, value in os.environ.items() if name not in settings}
        quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.root,
            env=inherited | quiet | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
            # What a shell runs in the background begins deaf to it, and hands that down.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )
        with process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)

    def built(self, name: str, url: str = ROOT_URL) -> "Site":
        """The site as `python -m scripts build` makes it for an address, in a folder of a name."""
        folder = self.root / name
        result = self.scripts("build", "--site", name, SITE_URL=url)
        assert result.returncode == 0, result.stderr
        return Site(folder, url)

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a text in a file as careful editors save: a new file takes the old's place."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no “{old}”"
        draft = self.root / ".draft"
        draft.write_text(text.replace(old, new), encoding="utf-8")
        draft.replace(file)

    def place(self, path: str, text: str) -> str:
        """Where a text stands in a file, as problems tell of it."""
        before, found, _ = (self.root / path).read_text(encoding="utf-8").partition(text)
        assert found, f"{path} has no “{text}”"
        return f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    def copied(self, root: Path) -> "Project":
        """Another copy, with the frames and sites that are in this one."""
        shutil.copytree(self.root, root, symlinks=True, dirs_exist_ok=True)
        return Project(root)


def laid_out(root: Path, *contents: Path, docs: Path) -> Project:
    """The project with entries and hand-written pages from elsewhere, and nothing printed yet."""
    root.mkdir()
    shutil.copy(CHECKOUT / "mkdocs.yml", root)
    ignored = shutil.ignore_patterns("__pycache__")
    for content in contents:
        shutil.copytree(content, root / "content", dirs_exist_ok=True)
    shutil.copytree(docs, root / "docs")
    for name in ("overrides", "scripts"):
        shutil.copytree(CHECKOUT / name, root / name, ignore=ignored)
    return Project(root)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@dataclass(frozen=True)
class Site:
    """A built site and the address that it was built for."""

    folder: Path
    url: str

    @cached_property
    def pages(self) -> dict[str, "Page"]:
        """Every page but 404.html, by its path below the site's root."""
        found = {}
        for file in sorted(self.folder.rglob("index.html")):
            path = file.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[path] = Page(path, self.url + path, file.read_text(encoding="utf-8"))
        return found

    @cached_property
    def missing(self) -> "Page":
        """404.html, as a host answers with it at an address below that has nothing."""
        text = (self.folder / "404.html").read_text(encoding="utf-8")
        return Page("404.html", self.url + "no/such/page/", text)

    @property
    def everything(self) -> list["Page"]:
        """Every page, 404.html among them."""
        return [*self.pages.values(), self.missing]

    def texts(self, page: "Page") -> list["Page"]:
        """A page and its counterpart, without a notice that a text is to follow; English first."""
        english = self.pages[page.path.removeprefix("zh-Hant/")]
        both = (english, self.pages[english.counterpart])
        return [one for one in both if not one.is_notice]

    def inside(self, address: str) -> str | None:
        """The path below the root that an absolute address leads to, if it is of the site."""
        bare = urldefrag(address).url.partition("?")[0]
        return bare.removeprefix(self.url) if bare.startswith(self.url) else None

    def file(self, path: str) -> Path:
        """The file that a host answers with at a path."""
        return self.folder / (f"{path}index.html" if path == "" or path.endswith("/") else path)


@dataclass(frozen=True)
class Page:
    """A page as a browser parses it."""

    path: str
    url: str
    text: str

    @cached_property
    def parsed(self) -> tuple[etree._Element, list[str]]:
        """The document and the parser's complaints."""
        builder = html5lib.getTreeBuilder("lxml")
        parser = html5lib.HTMLParser(builder, namespaceHTMLElements=False)
        document = parser.parse(self.text)
        messages = [f"{place} {code} {detail}" for place, code, detail in parser.errors]
        return cast(etree._Element, document.getroot()), messages

    @property
    def root(self) -> etree._Element:
        """The element `html`."""
        return self.parsed[0]

    @property
    def is_chinese(self) -> bool:
        """Whether it is a page of the Chinese half."""
        return self.path.startswith("zh-Hant/")

    @property
    def counterpart(self) -> str:
        """The path of the same page in the other language."""
        return self.path.removeprefix("zh-Hant/") if self.is_chinese else f"zh-Hant/{self.path}"

    @property
    def is_notice(self) -> bool:
        """Whether it only says that the text of its article is to follow in its language."""
        return self.all("//article//p[@role='note']/a[@hreflang]") != []

    def all(self, xpath: str) -> list[etree._Element]:
        """The elements of an XPath."""
        return cast(list[etree._Element], self.root.xpath(xpath))

    def values(self, xpath: str) -> list[str]:
        """The attributes or texts of an XPath."""
        return [str(value) for value in cast(list[object], self.root.xpath(xpath))]

    def one(self, xpath: str) -> str:
        """The one attribute or text of an XPath."""
        (value,) = self.values(xpath)
        return value

    def text_of(self, xpath: str) -> str:
        """The text of the one element of an XPath, white space made single."""
        (element,) = self.all(xpath)
        return " ".join("".join(str(text) for text in element.itertext()).split())

    @property
    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return self.values("//@id")

    def links(self) -> Iterator[str]:
        """Every address that the page leads to or loads, made absolute."""
        for name in ("href", "src", "action", "data", "poster", "formaction"):
            for value in self.values(f"//@{name}"):
                yield urljoin(self.url, value)

    def anchors(self) -> Iterator[str]:
        """The addresses that a reader of this language may go on to, made absolute."""
        for href in self.values("//a[not(@hreflang)]/@href"):
            yield urljoin(self.url, href)


def is_web(address: str) -> bool:
    """Whether an address is of the web, and not `javascript:` or the like."""
    return urlsplit(address).scheme in ("http", "https")
