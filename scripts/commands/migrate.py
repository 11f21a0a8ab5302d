"""Rewrite entries that were written before passages had lists and other blocks, so that they say
the same as before. All else in their files stays as it is; a second run changes nothing.
"""

from argparse import ArgumentParser, Namespace

from ..authoring.migration import migrations
from ..authoring.replacement import replace_text
from .folders import add_content, entries_in


def add_options(parser: ArgumentParser) -> None:
    """Add the folder of entries."""
    add_content(parser)


def run(options: Namespace) -> int:
    """Rewrite the files, and print each."""
    found = list(migrations(entries_in(options.content)))
    for migration in found:
        replace_text(migration.file.file, migration.text)
        print(migration)
    if not found:
        print("Nothing to rewrite. 毋須改寫。")
    return 0
