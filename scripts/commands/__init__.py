"""What can be asked for on the command line, each command in its module.

A module's description is its command's; `add_options` gives the command its arguments and `run`
does it, for an exit status of 0, 1 or 2. Only the command that is asked for is imported: a check
after an edit takes hardly longer than importing what it needs.
"""

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Final, Protocol, cast

COMMANDS: Final = {
    "new": "begin an entry, with a gap for each field",
    "check": "tell every problem in the entries",
    "import": "draft an article from a bilingual text",
    "accept": "record that pairs of texts say the same",
    "build": "build the site",
    "serve": "preview the site, renewed at every change",
    "changes": "tell which pages two builds differ in",
    "schemas": "renew the schemas for editors",
}


class Command(Protocol):
    """A module of this package."""

    __doc__: str | None

    def add_options(self, parser: ArgumentParser, /) -> None:
        """Tell a parser of the command's arguments."""

    def run(self, options: Namespace, /) -> int:
        """Run the command; its exit status."""


def command(name: str) -> Command:
    """The command of a name. `import` is Python's own word, so its module ends in an underscore."""
    module = "import_" if name == "import" else name
    return cast(Command, import_module(f".{module}", __name__))
