"""A web server with compression that counts the bytes it sends."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Files that are compressed already, such as Pagefind's.
COMPRESSED = (".gz", ".pagefind", ".pf_fragment", ".pf_index", ".pf_meta", ".png", ".woff2")


class Host:
    """A folder being served: its address, and the bytes sent so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self.sent = 0
        self.requests = 0
        self.body = lru_cache(maxsize=None)(self._body)

    def _body(self, path: str) -> tuple[bytes, str, bool]:
        """The content of a file, its type, and whether it is compressed."""
        file = self.folder / path
        content = file.read_bytes()
        kind = {".js": "text/javascript", ".wasm": "application/wasm"}.get(file.suffix)
        kind = kind or guess_type(file.name)[0] or "application/octet-stream"
        if file.suffix in COMPRESSED:
            return content, kind, False
        return gzip.compress(content, 9, mtime=0), kind, True


@contextmanager
def served(folder: Path) -> Iterator[Host]:
    """Serve a folder for as long as the block lasts."""
    host = Host(folder)
    handler = type("Handler", (_Handler,), {"host": host})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        host.address = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    host: Host

    def do_GET(self) -> None:
        """Send a file, or an empty page if there is none."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        if not path or not (self.host.folder / path).is_file():
            self._send(b"<!doctype html>", "text/html", 200 if not path else 404)
            return
        content, kind, is_compressed = self.host.body(path)
        self.host.sent += len(content)
        self.host.requests += 1
        self._send(content, kind, 200, encoding="gzip" if is_compressed else "")

    def _send(self, content: bytes, kind: str, status: int, encoding: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""
