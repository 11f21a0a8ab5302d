"""The preview server: builds the site, serves it, and rebuilds it when files change."""

import asyncio
import errno
import socket
import time
import traceback
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from watchfiles import awatch
from watchfiles.main import FileChange

from ..diagnostics.system_reasons import in_a_line
from .news import News, Report
from .pages import FRESH, Pages

SCRIPT = Path(__file__).with_name("preview.js")

Build = Callable[[], Report]


def serve(
    *, build: Build, site: Path, watched: Sequence[Path], host: str, port: int, base: str
) -> None:
    """Build the site, serve it, and rebuild it at every change, until interrupted.

    `build` writes a new site to `site`, or reports the problems that prevent it; it is called in
    a thread of its own, never twice at once. `watched` are the files and folders whose changes
    cause a rebuild. The site is served below the path `base`, which has a slash at both ends.
    Port 0 is any free one. Ends the program with status 1 if the port is taken.
    """
    news = News(site)
    with _listening(host, port) as listener, suppress(KeyboardInterrupt):
        news.publish(_attempt(build))
        print(f"Serving {_address(host, listener, base)} (Ctrl-C ends it)", flush=True)
        app = Starlette(
            routes=_routes(site, news, base),
            lifespan=lambda _: _rebuilding(build, news, watched),
        )
        _Server(app, news).run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that closes its event streams before it shuts down; it would wait for them."""

    def __init__(self, app: Starlette, news: News) -> None:
        super().__init__(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
        self._news = news

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._news.end()
        await super().shutdown(sockets)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = port + 1 if port < 65535 else port - 1
            raise SystemExit(
                f"Port {port} is taken. Try another: make serve PORT={other}. "
                f"連接埠{port}已有程式使用，請改用其他：make serve PORT={other}。"
            ) from None
        raise SystemExit(
            f"Cannot serve at {host}, port {port}: {in_a_line(error)} "
            f"Try another port: make serve PORT=8001. 請試用其他連接埠：make serve PORT=8001。"
        ) from None


def _address(host: str, listener: socket.socket, base: str) -> str:
    port = listener.getsockname()[1]
    return f"http://[{host}]:{port}{base}" if ":" in host else f"http://{host}:{port}{base}"


def _routes(site: Path, news: News, base: str) -> list[BaseRoute]:
    """The routes of the preview's own files, below `-/` where no page can be, and of the site."""
    own = f"{base}-/"
    script = SCRIPT.read_bytes()

    async def answer_script(request: Request) -> Response:
        return Response(script, media_type="text/javascript", headers=FRESH)

    async def answer_events(request: Request) -> Response:
        return StreamingResponse(news.heard(), media_type="text/event-stream", headers=FRESH)

    async def answer_root(request: Request) -> Response:
        return RedirectResponse(base)

    routes: list[BaseRoute] = [
        Route(f"{own}preview.js", answer_script),
        Route(f"{own}events", answer_events),
        Mount(base.rstrip("/"), Pages(site, news, own)),
    ]
    return routes if base == "/" else [*routes, Route("/", answer_root)]


@asynccontextmanager
async def _rebuilding(build: Build, news: News, watched: Sequence[Path]) -> AsyncIterator[None]:
    """Watch and build for as long as the server runs."""
    changed = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_watch(changes, changed)) for changes in _watches(watched)]
        tasks.append(group.create_task(_keep_building(build, news, changed)))
        yield
        for task in tasks:
            task.cancel()


async def _keep_building(build: Build, news: News, changed: asyncio.Event) -> None:
    while True:
        await changed.wait()
        changed.clear()  # before the build: a change during it causes another one
        news.publish(await asyncio.to_thread(_attempt, build))


async def _watch(changes: AsyncIterator[set[FileChange]], changed: asyncio.Event) -> None:
    try:
        async for _ in changes:
            changed.set()
    except OSError as error:  # such as the system's limit on watches
        print(f"Changes are not seen ({error}): try WATCHFILES_FORCE_POLLING=1.", flush=True)


def _watches(watched: Sequence[Path]) -> Iterator[AsyncIterator[set[FileChange]]]:
    """The changes in folders, and those of single files.

    Files are watched by way of their folders: most editors save by putting a new file in the old
    one's place, and a watch on the old one sees that once and then nothing more.
    """
    if folders := [path for path in watched if path.is_dir()]:
        yield awatch(*folders)
    if files := [path.resolve() for path in watched if path.is_file()]:
        names = {str(path) for path in files}
        parents = {path.parent for path in files}
        yield awatch(*parents, recursive=False, watch_filter=lambda _, path: path in names)


def _attempt(build: Build) -> Report:
    """Build and print the outcome. An unexpected exception is reported as a problem too."""
    begun = time.monotonic()
    try:
        report = build()
    except Exception as error:
        traceback.print_exc()
        report = Report((f"{type(error).__name__}: {error} (see the terminal)",))
    _print_outcome(report, time.monotonic() - begun)
    return report


def _print_outcome(report: Report, seconds: float) -> None:
    now = time.strftime("%H:%M:%S")
    for diagnostic in report.diagnostics:
        print(diagnostic)
    if report.diagnostics and report.is_built:
        print(f"{now} Built in {seconds:.1f} s, {len(report.diagnostics)} to fix", flush=True)
    elif report.diagnostics:
        print(f"{now} Not built: {len(report.diagnostics)} to fix", flush=True)
    else:
        print(f"{now} Built in {seconds:.1f} s", flush=True)
