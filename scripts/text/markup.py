"""Parse the notation within a text: links, emphasis and the marks of footnotes, nothing else.

`[text](term:soft-power)` is a link, `*text*` is emphasis, `**text**` strong emphasis, `[^1]` the
mark of a footnote, and a backslash escapes the next sign. HTML, entities and template syntax are
plain text. The parser is markdown-it-py with all other rules disabled, an asterisk rule adapted to
Chinese, and a rule for footnotes. `blocks` parses what is larger than a paragraph.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
# Every destination is accepted here; the checks report bad ones.
_parser.validateLink = lambda url: True  # type: ignore[method-assign]
_parser.normalizeLink = lambda url: url  # type: ignore[method-assign]


def _parse_asterisks(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (required by the parser)
    """Parse asterisks as CommonMark does, except beside Han characters.

    CommonMark needs a space between a word and an asterisk followed by punctuation. Chinese has no
    spaces: 就是*「不」* would keep its asterisks.
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


_mark_of_note = lazily(r"\[\^([0-9]{1,3})\]")


def _parse_note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (required by the parser)
    """Parse the mark of a footnote."""
    match = _mark_of_note.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("note", "", 0).info = match[1]
    state.pos = match.end()
    return True


_parser.inline.ruler.at("emphasis", _parse_asterisks)
_parser.inline.ruler.before("link", "note", _parse_note)


# Signs that begin notation, and signs that the parser replaces.
_notation = lazily(r"[\[*\\\r\0]")
_SCHEMES = "|".join(KINDS)
# Words in brackets and a target that is kept from them.
_broken_link = lazily(
    rf"\[[^\[\]]*\](?:\s+[(（]|（)\s*(?:{_SCHEMES}|none|https?)\s*[:：][^)）]*[)）]?"
)


class Target(Struct, frozen=True, array_like=True):
    """The target of an explicit link: `term` and `soft-power`, or `https` and the whole address."""

    scheme: str
    value: str

    def __str__(self) -> str:
        bare = self.scheme in WEB_SCHEMES or not self.scheme
        return self.value if bare else f"{self.scheme}:{self.value}"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one target or none, stressed or not, strongly or not.

    `note` is the number of a footnote whose mark stands here; such a run has no text.
    """

    text: str
    target: Target | None = None
    stressed: bool = False
    strong: bool = False
    note: str = ""


@dataclass(frozen=True)
class Marked:
    """A parsed text: its runs in order, and the targets of its explicit links."""

    runs: tuple[Run, ...]
    targets: tuple[Target, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text without its notation."""
        return "".join(run.text for run in self.runs)

    @property
    def notes(self) -> tuple[str, ...]:
        """The footnotes whose marks are in it."""
        return tuple(run.note for run in self.runs if run.note)

    def spans(self) -> Iterator[tuple[int, int, Run]]:
        """Yield each run with its start and end in the plain text."""
        start = 0
        for run in self.runs:
            end = start + len(run.text)
            yield start, end, run
            start = end


@lru_cache(maxsize=65536)
def parse(text: str) -> Marked:
    """Parse a text. Never fails: anything that is not notation is plain text."""
    if not _notation.search(text):  # the usual case
        return Marked((Run(text),) if text else ())
    runs: list[Run] = []
    targets: list[Target] = []
    target: Target | None = None
    stress = strength = 0
    for token in _parser.parseInline(text)[0].children or ():
        if token.type == "link_open":
            target = _target(token)
            targets.append(target)
        elif token.type == "link_close":
            target = None
        elif token.tag == "em":
            stress += token.nesting
        elif token.tag == "strong":
            strength += token.nesting
        else:
            note = token.info if token.type == "note" else ""
            runs.append(Run(token.content, target, stress > 0, strength > 0, note))
    return Marked(_joined(runs), tuple(targets))


def offset_written(text: str, offset: int) -> int:
    """Return the offset in a text as written of the character at `offset` of its plain text.

    The parser keeps no positions, so the plain characters are searched for in the written text,
    past brackets, asterisks and backslashes and the addresses of links.
    """
    offsets = _offsets_written(text)
    return offsets[min(offset, len(offsets) - 1)]


@lru_cache(maxsize=64)  # a text may have many diagnostics
def _offsets_written(text: str) -> "array[int]":
    """The written offset of each plain character, and of the end of the last one."""
    offsets = array("q")
    at = 0
    target: Target | None = None
    for run in parse(text).runs:
        if run.note:
            mark = f"[^{run.note}]"
            at = text.find(mark, at) + len(mark)
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
    """Yield the offsets of asterisks that are neither notation nor escaped; the first of a row."""
    if "*" not in text:
        return
    plain = parse(text).plain
    for match in re.finditer(r"\*+", plain):
        offset = offset_written(text, match.start())
        if not _is_escaped(text, offset):
            yield offset


def broken_links(text: str) -> Iterator[re.Match[str]]:
    """Return broken links: with a space, or a full-width sign, between words and address."""
    return (match for match in _broken_link.finditer(text) if not _is_escaped(text, match.start()))


def _is_escaped(text: str, offset: int) -> bool:
    before = text[:offset]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _end_of_address(text: str, at: int) -> int:
    """The offset after the address of the next link, whose parentheses are balanced."""
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
    """Runs with equal neighbours joined: the parser splits text at every bracket."""
    joined: list[Run] = []
    for run in runs:
        if not run.text and not run.note:
            continue
        last = joined[-1] if joined else None
        if last and _is_alike(last, run):
            joined[-1] = replace(last, text=last.text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _is_alike(one: Run, other: Run) -> bool:
    """Whether two runs differ by their words only."""
    if one.note or other.note or one.target is not other.target:
        return False
    return (one.stressed, one.strong) == (other.stressed, other.strong)
