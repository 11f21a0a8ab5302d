"""Build the site, serve it, and rebuild it at every change."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from urllib.parse import urlsplit

from ..build import build_preview
from ..diagnostics.diagnostic import Failure, errors
from ..diagnostics.reports import block
from ..diagnostics.system_reasons import in_a_line
from ..model import Entry
from ..preview import Report, serve
from .folders import CONFIG, add_content, add_site, settings_of


def add_options(parser: ArgumentParser) -> None:
    """Add the folders and the port."""
    add_content(parser)
    add_site(parser)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument(
        "--port", type=_port, default=8000, help="the port to use; 0 for any that is free"
    )


def _port(word: str) -> int:
    """Parse the number of a port."""
    if not (word.isascii() and word.isdigit() and int(word) < 65536):
        raise ArgumentTypeError(f"{word} is not a port: give a number up to 65535")
    return int(word)


def run(options: Namespace) -> int:
    """Serve until interrupted."""
    earlier: dict[str, Entry] = {}

    def renew() -> Report:
        try:
            diagnostics, built = build_preview(settings_of(options), earlier)
        except Failure as error:
            return Report((str(error),))
        except OSError as error:
            return Report((in_a_line(error),))
        return Report(tuple(block(diagnostic) for diagnostic in errors(diagnostics)), built)

    settings = settings_of(options)
    watched = [settings.content, *(settings.root / name for name in ("docs", "overrides", CONFIG))]
    base = urlsplit(settings.site_url).path or "/"
    serve(
        build=renew, site=settings.site, watched=watched,
        host=options.host, port=options.port, base=base,
    )  # fmt: skip
    return 0
