"""Check the entries and build the site; if that fails, the old one stays."""

import shlex
import sys
from argparse import ArgumentParser, Namespace

from ..build import build
from ..diagnostics.diagnostic import errors
from ..diagnostics.reports import as_text, held_back
from .folders import add_content, add_site, settings_of
from .progress_line import shown_on_terminal


def add_options(parser: ArgumentParser) -> None:
    """Add the folders."""
    add_content(parser)
    add_site(parser)


def run(options: Namespace) -> int:
    """Build the site, and print its path."""
    settings = settings_of(options)
    with shown_on_terminal() as progress:
        diagnostics = build(settings, progress)
    counted = [diagnostic for diagnostic in diagnostics if not diagnostic.of_draft]
    for line in filter(None, (as_text(counted), held_back(diagnostics))):
        print(line, file=sys.stderr)
    if errors(diagnostics):
        print("Nothing was published. 網站未有更新。", file=sys.stderr)
        return 1
    site = settings.site
    server = f"python3 -m http.server -d {shlex.quote(str(site))}"
    print(f"The site is in {site}. To read it: make serve, or {server}")
    return 0
