"""Record that somebody has compared both texts of passages and found that they say the same.
Records all of the pairs or none.
"""

import sys
from argparse import ArgumentParser, Namespace

from ..authoring.sign_off import SignOffFailed, accept


def add_options(parser: ArgumentParser) -> None:
    """Add the passages."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH",
        help="an article's file, a folder of them, or FILE#p3 for one passage",
    )  # fmt: skip


def run(options: Namespace) -> int:
    """Write the sign-offs, and print each."""
    try:
        acceptances = accept(options.paths)
    except SignOffFailed as reason:
        print(reason, "Nothing was accepted. 沒有確認任何一節。", sep="\n", file=sys.stderr)
        return 1
    print(*acceptances, sep="\n")
    return 0
