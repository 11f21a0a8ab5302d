"""Sites that are built once for all tests, a server for them, and a browser."""

import fcntl
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserType, expect, sync_playwright

from .engines import ENGINES, Reader, reading
from .project import BASE_URL, CHECKOUT, PATIENCE, ROOT_URL, TESTS, Project, Site, laid_out

# Beside being headless, the browser asks nobody for anything, and reaches this machine only.
BROWSER_OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

Serve = Callable[[Site], str]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share, for what is built once."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def once(path: Path) -> Iterator[bool]:
    """Let one worker at a time go on; whether it is the first, and has to make PATH."""
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not path.exists()


def laid_out_once(root: Path, *contents: Path, docs: Path) -> Project:
    with once(root) as is_first:
        return laid_out(root, *contents, docs=docs) if is_first else Project(root)


def built_once(project: Project, name: str, url: str = ROOT_URL) -> Site:
    with once(project.root / name) as is_first:
        return project.built(name, url) if is_first else Site(project.root / name, url)


@pytest.fixture(scope="session")
def real(shared: Path) -> Project:
    """The project as it is."""
    return laid_out_once(shared / "real", CHECKOUT / "content", docs=CHECKOUT / "docs")


@pytest.fixture(scope="session")
def invented(shared: Path) -> Project:
    """The project with the invented corpus and hand-written pages to go with it."""
    docs = TESTS / "site" / "docs"
    return laid_out_once(shared / "invented", TESTS / "content", docs=docs)


@pytest.fixture(scope="session")
def longer(shared: Path) -> Project:
    """The project with the invented corpus, a long article, and the project's own guide."""
    contents = (TESTS / "content", TESTS / "site" / "content")
    return laid_out_once(shared / "longer", *contents, docs=CHECKOUT / "docs")


@pytest.fixture(scope="session")
def real_site(real: Project) -> Site:
    return built_once(real, "site")


@pytest.fixture(scope="session")
def real_based_site(real: Project) -> Site:
    return built_once(real, "based", BASE_URL)


@pytest.fixture(scope="session")
def based_site(longer: Project) -> Site:
    return built_once(longer, "based", BASE_URL)


@pytest.fixture(scope="session")
def invented_site(invented: Project) -> Site:
    return built_once(invented, "site")


FULL_ONLY = [pytest.param(name, marks=pytest.mark.full) for name in ("real_site", "based_site")]


@pytest.fixture(scope="session", params=[*FULL_ONLY, "invented_site"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the built sites; in `make test` the invented one alone."""
    site: Site = request.getfixturevalue(request.param)
    return site


@pytest.fixture
def project(invented: Project, invented_site: Site, tmp_path: Path) -> Project:
    """A copy of the invented corpus for a test to spoil: frames printed, site built."""
    return invented.copied(tmp_path / "project")


class _Host(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: the site below a path, 404.html for what is not there."""

    base = "/"
    protocol_version = "HTTP/1.1"  # a connection serves many requests
    disable_nagle_algorithm = True

    def translate_path(self, path: str) -> str:
        bare = urlsplit(path).path
        inside = bare.removeprefix(self.base) if bare.startswith(self.base) else ".outside"
        return super().translate_path(f"/{inside}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # a browser opens many connections at once, and drops what waits


@contextmanager
def _served(site: Site) -> Iterator[str]:
    base = urlsplit(site.url).path
    handler = partial(type("Host", (_Host,), {"base": base}), directory=str(site.folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="package")
def serve() -> Iterator[Serve]:
    """Serves a site under its base path; the address of its root."""
    with ExitStack() as stack:
        yield lambda site: stack.enter_context(_served(site))


@pytest.fixture(scope="package")
def address(based_site: Site, serve: Serve) -> str:
    """The address of the longer site, served under a base path."""
    return serve(based_site)


@pytest.fixture(scope="package")
def real_address(real_based_site: Site, serve: Serve) -> str:
    """The address of the real site, served under a base path."""
    return serve(real_based_site)


# Of the package and not of the session: no two Playwrights may run at a time.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        yield browser
        browser.close()


def launched(chromium: BrowserType, *options: str) -> Browser:
    """The browser of this machine, with what else it is told on its command line."""
    path = os.environ.get("FACING_PAGES_BROWSER") or shutil.which("chromium")
    assert path, "There is no browser. Run tests/browser.sh: it installs one, or says what to do."
    return chromium.launch(executable_path=path, args=[*BROWSER_OPTIONS, *options])


@pytest.fixture(scope="module", params=ENGINES)
def running(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Reader]:
    """Each of the engines, one after the other."""
    with reading(request.param, browser) as reader:
        yield reader


@pytest.fixture
def reader(running: Reader, ferries: str, record_property: Callable[[str, object], None]) -> Reader:
    """A reader of the invented site in each engine, who has not been there before."""
    record_property("engine", f"{running.engine} {running.version}")
    running.open(f"{ferries}assets/images/facing-pages.svg")
    running.run("() => { localStorage.clear(); sessionStorage.clear(); }")
    running.resize(1280, 800)
    return running


@pytest.fixture(scope="package")
def ferries(serve: Serve, invented_site: Site) -> str:
    """The address of the invented site."""
    return serve(invented_site)
