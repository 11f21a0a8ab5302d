"""Hand-written pages: their links can be followed, and the lists they ask for exist.

Links to other pages and files are MkDocs' to check.
"""

import re
from collections.abc import Iterator

from .. import faults
from ..archive import Archive
from ..problems import Place, Problem, did_you_mean
from ..text.lists import LIST, LISTS
from ..text.markup import UNLINKED, Target
from ..text.mentions import key_of
from .references import unknown_entry

CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
# A link's address that begins with a scheme: behind its text, in a definition, or in HTML.
LINK = re.compile(
    r"""(?:\]\(\s*<?|^ {0,3}\[[^]\n]+\]:\s*<?|\bhref=["']?)(([A-Za-z][\w+.-]*):([^\s)>"']*))""",
    re.MULTILINE,
)
FOLLOWED = ("https", "http", "mailto", UNLINKED)


def check(archive: Archive) -> Iterator[Problem]:
    """Tell of each link or list in a hand-written page that leads nowhere."""
    for path, text in archive.handwritten.items():
        prose = CODE.sub(_blank, text)
        yield from _links(archive, path, prose)
        yield from _lists(path, prose)


def _links(archive: Archive, path: str, prose: str) -> Iterator[Problem]:
    for match in LINK.finditer(prose):
        place = _place(path, prose, match.start(1))
        key = key_of(Target(match[2], match[3]))
        if key is not None:
            if not archive.knows(key):
                yield unknown_entry(archive, place, key)
        elif match[2].lower() not in FOLLOWED:
            yield Problem(place, faults.UNKNOWN_SCHEME, {"target": match[1]})


def _lists(path: str, prose: str) -> Iterator[Problem]:
    for match in LIST.finditer(prose):
        name = match[1]
        if name not in LISTS:
            words = {"name": name, "names": ", ".join(LISTS)} | did_you_mean(name, LISTS)
            yield Problem(_place(path, prose, match.start(1)), faults.UNKNOWN_LIST, words)


def _blank(match: re.Match[str]) -> str:
    """Code shows the notation and does not use it; its lines stay, so that places are right."""
    return re.sub(r"[^\n]", " ", match[0])


def _place(path: str, text: str, offset: int) -> Place:
    line = text.count("\n", 0, offset) + 1
    return Place(path, line, offset - text.rfind("\n", 0, offset))
