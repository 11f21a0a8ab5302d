"""List in Markdown the pages that differ between an old build and a new one."""

from argparse import ArgumentParser, Namespace

from ..authoring.changes import as_markdown, changes
from .folders import existing_folder


def add_options(parser: ArgumentParser) -> None:
    """Add the two builds."""
    parser.add_argument("old", type=existing_folder, metavar="OLD")
    parser.add_argument("new", type=existing_folder, metavar="NEW")


def run(options: Namespace) -> int:
    """Print the pages."""
    print(as_markdown(changes(options.old, options.new)))
    return 0
