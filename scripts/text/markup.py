"""The notation of a text: links and emphasis, and nothing else.

`[text](term:soft-power)` links, `*text*` stresses, a backslash makes the next sign plain. HTML,
entities and template syntax are letters like any other. Parsed by markdown-it-py with all rules
off but these, and the rule of where an asterisk may open or close amended for Chinese.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import Delimiter, StateInline
from markdown_it.token import Token
from msgspec import Struct

from ..kinds import KINDS
from ..patterns import lazily
from .script import is_wide

WEB_SCHEMES = ("https", "http")
UNLINKED = "none"

_parser = MarkdownIt("zero").enable(
    ["link", "emphasis", "escape", "balance_pairs", "fragments_join"]
)
# Every destination is a token here; which ones may be published is for the checks to say.
_parser.validateLink = lambda url: True  # type: ignore[method-assign]
_parser.normalizeLink = lambda url: url  # type: ignore[method-assign]


def _stress(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the parser's own way)
    """An asterisk, as CommonMark reads it, but for Han characters beside it.

    CommonMark takes Chinese punctuation within the asterisks for a sign that the word is elsewhere,
    because Chinese has no space before them: 就是*「不」* would keep its asterisks.
    """
    if silent or state.src[state.pos] != "*":
        return False
    scanned = state.scanDelims(state.pos, canSplitWord=True)
    before = state.src[state.pos - 1 : state.pos]
    after = state.src[state.pos + scanned.length : state.pos + scanned.length + 1]
    opens = scanned.can_open or (is_wide(before) and bool(after.strip()))
    closes = scanned.can_close or (is_wide(after) and bool(before.strip()))
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = "*"
        state.delimiters.append(
            Delimiter(ord("*"), scanned.length, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos += scanned.length
    return True


_parser.inline.ruler.at("emphasis", _stress)


# What begins a link, a stress or an escape, and what the parser writes otherwise.
_notation = lazily(r"[\[*\\\r\0]")
_SCHEMES = "|".join(KINDS)
# Words in brackets and a target that is kept from them.
_broken_link = lazily(
    rf"\[[^\[\]]*\](?:\s+[(（]|（)\s*(?:{_SCHEMES}|none|https?)\s*[:：][^)）]*[)）]?"
)


class Target(Struct, frozen=True, array_like=True):
    """Where an explicit link leads: `term` and `soft-power`, or `https` and the whole address."""

    scheme: str
    value: str

    def __str__(self) -> str:
        bare = self.scheme in WEB_SCHEMES or not self.scheme
        return self.value if bare else f"{self.scheme}:{self.value}"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind: linked or not, stressed or not."""

    text: str
    target: Target | None = None
    stressed: bool = False


@dataclass(frozen=True)
class Marked:
    """A parsed text: its runs in order, and where its explicit links lead, each link once.

    `plain` is what a reader sees of it.
    """

    runs: tuple[Run, ...]
    targets: tuple[Target, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text without its notation."""
        return "".join(run.text for run in self.runs)

    def spans(self) -> Iterator[tuple[int, int, Run]]:
        """Yield each run with its start and end in the plain text."""
        start = 0
        for run in self.runs:
            end = start + len(run.text)
            yield start, end, run
            start = end


@lru_cache(maxsize=65536)
def parse(text: str) -> Marked:
    """The runs of a text. Never fails: what is no notation is text."""
    if not _notation.search(text):  # as in most texts, and then the parser finds one run too
        return Marked((Run(text),) if text else ())
    runs: list[Run] = []
    targets: list[Target] = []
    target: Target | None = None
    stress = 0
    for token in _parser.parseInline(text)[0].children or ():
        if token.type == "link_open":
            target = _target(token)
            targets.append(target)
        elif token.type == "link_close":
            target = None
        elif token.type.endswith("_open"):
            stress += 1
        elif token.type.endswith("_close"):
            stress -= 1
        else:
            runs.append(Run(token.content, target, stressed=stress > 0))
    return Marked(_joined(runs), tuple(targets))


def offset_written(text: str, offset: int) -> int:
    """Where the character at OFFSET of what a reader sees of a text stands in the text itself.

    The parser keeps no places, so the notation is passed over: brackets, asterisks and backslashes
    before a character, and a link's address behind its words.
    """
    offsets = _offsets_written(text)
    return offsets[min(offset, len(offsets) - 1)]


@lru_cache(maxsize=64)  # a text may have many problems
def _offsets_written(text: str) -> "array[int]":
    """Where each character that a reader sees stands in the text, and where the last one ends."""
    offsets = array("q")
    at = 0
    target: Target | None = None
    for run in parse(text).runs:
        if target is not None and run.target is not target:
            at = _end_of_address(text, at)
        target = run.target
        for character in run.text:
            at = text.find(character, at)
            offsets.append(at)
            at += 1
    offsets.append(at)
    return offsets


def unmarked(text: str) -> Iterator[int]:
    """Where asterisks stand in a text that mark nothing, though no backslash says that they do not.

    Of several in a row, the first.
    """
    if "*" not in text:
        return
    plain = parse(text).plain
    for match in re.finditer(r"\*+", plain):
        offset = offset_written(text, match.start())
        if not _is_escaped(text, offset):
            yield offset


def broken_links(text: str) -> Iterator[re.Match[str]]:
    """What was meant for a link, but has a space or a full-width sign between words and address."""
    return (match for match in _broken_link.finditer(text) if not _is_escaped(text, match.start()))


def _is_escaped(text: str, offset: int) -> bool:
    before = text[:offset]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _end_of_address(text: str, at: int) -> int:
    """Where the text goes on behind the next link's address, whose parentheses are balanced."""
    at = text.find("](", at) + 2
    depth = 1
    while depth and at < len(text):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return at


def _target(token: Token) -> Target:
    href = str(token.attrs.get("href", ""))
    scheme, colon, value = href.partition(":")
    if scheme in WEB_SCHEMES:
        return Target(scheme, href)
    return Target(scheme, value) if colon else Target("", href)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Runs with neighbours of the same kind as one; the parser cuts texts at every bracket."""
    joined: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = joined[-1] if joined else None
        if last and last.target is run.target and last.stressed == run.stressed:
            joined[-1] = Run(last.text + run.text, run.target, stressed=run.stressed)
        else:
            joined.append(run)
    return tuple(joined)
