"""The command line, with a module for each command.

A module's docstring is its command's description; `add_options` adds the command's arguments, and
`run` runs it and returns an exit status of 0, 1 or 2. Only the command in use is imported: a check
after an edit takes hardly longer than its imports.
"""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Final, Protocol, cast

COMMANDS: Final = {
    "new": "begin an entry, with a gap for each field",
    "check": "report every problem in the entries",
    "import": "draft an article from a bilingual text",
    "accept": "record that pairs of texts say the same thing",
    "migrate": "rewrite old entries in the present notation",
    "build": "build the site",
    "serve": "preview the site, rebuilt at every change",
    "changes": "list the pages that differ between two builds",
    "schemas": "renew the schemas for editors",
}


class Command(Protocol):
    """A module of this package."""

    __doc__: str | None

    def add_options(self, parser: ArgumentParser, /) -> None:
        """Add the command's arguments to a parser."""

    def run(self, options: Namespace, /) -> int:
        """Run the command and return its exit status."""


def command(name: str) -> Command:
    """Return a command by name. `import` is a Python keyword, so its module has an underscore."""
    module = "import_" if name == "import" else name
    return cast(Command, import_module(f".{module}", __name__))
