"""Start an entry: write a file with every field explained. The fields are empty, and check reports
them until they are filled in.
"""

import shlex
import sys
from argparse import ArgumentParser, Namespace
from datetime import date

from ..authoring.scaffolding import REFERENCES, EntryNotWritten, NewEntry, write_new_entry
from ..authoring.schemas import SCHEMAS
from ..model import FOLDERS, Key
from .folders import add_content, shown


def add_options(parser: ArgumentParser) -> None:
    """Add a command for each kind of entry, with its options."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    for kind in FOLDERS:
        of_kind = kinds.add_parser(kind, help=f"a file in content/{FOLDERS[kind]}/")
        of_kind.add_argument("id", metavar="ID", help="the file's name without .yml: kite-fair")
        of_kind.add_argument("--en", metavar="TEXT", help="what it is called in English")
        of_kind.add_argument(
            "--zh-Hant", "--zh", dest="zh", metavar="TEXT", help="what it is called in Chinese"
        )
        for reference in REFERENCES[kind]:
            of_kind.add_argument(
                f"--{reference.option.replace('_', '-')}",
                metavar="ARTICLE#PASSAGE" if reference.to_passage else "ID",
                help=f"fills in “{'.'.join(reference.field)}”",
            )
        add_content(of_kind)


def run(options: Namespace) -> int:
    """Write the file, and print the command that lists what is missing."""
    content = shown(options.content)
    try:
        file = write_new_entry(_new_entry(options), content, schemas=SCHEMAS, today=date.today())
    except EntryNotWritten as reason:
        print(reason, "Nothing was written. 未有寫入任何檔案。", sep="\n", file=sys.stderr)
        return 1
    command = f"make check PATHS={shlex.quote(str(file))}"
    if options.content:  # `make` has no option for it
        named = ["--content", str(options.content), str(file)]
        command = shlex.join(["python", "-m", "scripts", "check", *named])
    print(f"{file} has been created. To see what it still needs, run: {command}")
    print(f"已建立 {file}。想知道還欠甚麼，請執行：{command}")
    return 0


def _new_entry(options: Namespace) -> NewEntry:
    named = [(each, getattr(options, each.option)) for each in REFERENCES[options.kind]]
    return NewEntry(
        Key(options.kind, options.id),
        (options.en, options.zh),
        tuple((reference, value) for reference, value in named if value is not None),
    )
