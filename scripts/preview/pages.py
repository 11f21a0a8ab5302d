"""The responses of the preview: the site's files, with its own script in every page."""

from html import escape
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from .news import News

FRESH = {"Cache-Control": "no-cache"}

FAILURE_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Facing Pages 對照</title>
</head>
<body>
<section id="facing-pages-preview" role="alert">
{headline}
<ul>
{diagnostics}
</ul>
</section>
</body>
</html>
"""


class Pages(StaticFiles):
    """Serves the site's files as they are at each request; `own` is the preview's own address."""

    def __init__(self, site: Path, news: News, own: str) -> None:
        super().__init__(directory=site, html=True, check_dir=False)
        self._news = news
        self._own = escape(own)

    async def check_config(self) -> None:
        """Require no directory: there may be no site yet."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file of the site or, while there is none, the problems that prevent it."""
        build = self._news.build  # before the file is read: at worst, the page reloads once more
        if not self._news.has_site:
            return self._page(_failure_page(self._news), build, status_code=503)
        response = await super().get_response(path, scope)
        if isinstance(response, FileResponse) and response.media_type == "text/html":
            return self._page(_read(Path(response.path)), build, status_code=response.status_code)
        response.headers.update(FRESH)
        return response

    def _page(self, page: bytes, build: str, *, status_code: int) -> Response:
        """A page with the script put in before the end of its body."""
        data = f'data-events="{self._own}events" data-build="{build}"'
        script = f'<script src="{self._own}preview.js" {data}></script>'.encode()
        before, end, after = page.rpartition(b"</body>")
        content = before + script + end + after if end else page + script
        return HTMLResponse(content, status_code=status_code, headers=FRESH)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # the site has just been replaced by one without this file
        raise HTTPException(404) from None


def _failure_page(news: News) -> bytes:
    headline = "\n".join(
        f'<h1 lang="{tag}">{escape(text)}</h1>' for tag, text in news.headline.items()
    )
    diagnostics = "\n".join(f"<li>{escape(diagnostic)}</li>" for diagnostic in news.diagnostics)
    return FAILURE_PAGE.format(headline=headline, diagnostics=diagnostics).encode()
