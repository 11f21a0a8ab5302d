"""Hand-written pages: their references lead to entries, and the lists they ask for exist."""

import re
from collections.abc import Iterator

from .. import faults
from ..model import Key
from ..problems import Place, Problem, did_you_mean
from ..reading import Content
from ..text.markup import Target
from ..text.mentions import key_of
from .references import unknown_entry

# The templates in overrides/pages/lists.
LISTS = ("articles", "claims", "counts", "glossary", "names", "taste")

CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
REFERENCE = re.compile(r"\]\(((term|name|claim|source):([^)\s]*))")
LIST = re.compile(r"<!-- list: ([^>]*?) -->")


def check(content: Content) -> Iterator[Problem]:
    """Tell of each reference or list in a hand-written page that leads nowhere."""
    for path, text in content.handwritten.items():
        prose = CODE.sub(_blank, text)
        for match in REFERENCE.finditer(prose):
            key: Key | None = key_of(Target(match[2], match[3]))
            if key is not None and not content.knows(key):
                yield unknown_entry(content.corpus, _place(path, text, match.start(1)), key)
        for match in LIST.finditer(prose):
            if match[1] not in LISTS:
                words = {"name": match[1], "names": ", ".join(LISTS)} | did_you_mean(
                    match[1], LISTS
                )
                yield Problem(_place(path, text, match.start(1)), faults.UNKNOWN_LIST, words)


def _blank(match: re.Match[str]) -> str:
    """Code shows the notation and does not use it; its lines stay, so that places are right."""
    return re.sub(r"[^\n]", " ", match[0])


def _place(path: str, text: str, offset: int) -> Place:
    line = text.count("\n", 0, offset) + 1
    return Place(path, line, offset - text.rfind("\n", 0, offset))
