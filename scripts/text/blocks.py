r"""Parse the blocks of a passage: paragraphs, lists, quotations, tables, pictures and footnotes.

The notation is CommonMark's, with the tables of GitHub: `- ` and `1. ` begin an item, `> ` a
quotation, `![](pier)` on a line of its own is a picture that the article declares, and `[^1]: ` is
the text of the footnote `[^1]`. Headings, code, HTML and reference links are no blocks; they stay
as text and the check of notation reports them.

The parser is markdown-it-py, with these rules alone. A block without blocks in it is a *leaf*: a
paragraph, a cell, the text of a footnote. Leaves have a text in the notation of `markup`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.tree import SyntaxTreeNode

from ..patterns import lazily

BlockKind = Literal[
    "paragraph", "bullets", "numbers", "item", "quotation", "table", "row", "heading", "cell",
    "picture", "footnote",
]  # fmt: skip
LISTS: Final = ("bullets", "numbers")

_KINDS: dict[str, BlockKind] = {
    "paragraph": "paragraph",
    "bullet_list": "bullets",
    "ordered_list": "numbers",
    "list_item": "item",
    "blockquote": "quotation",
    "table": "table",
    "tr": "row",
    "th": "heading",
    "td": "cell",
    "footnote": "footnote",
}
_LEAVES = ("paragraph", "heading", "cell", "footnote")
_INTERRUPTED = ["paragraph", "blockquote", "list", "table"]  # by a footnote
_ALIGNED = "text-align:"  # the style that the parser gives a cell
# What any block but a paragraph begins with, and what separates paragraphs. Most texts have none.
_sign = lazily(
    r"\n[ \t]*\n|^[ \t]*(?:[-*+](?:[ \t]|$)|[0-9]{1,9}[.)](?:[ \t]|$)|>|\[\^|!\[\]\()|\|",
    re.MULTILINE,
)
_picture = lazily(r"!\[\]\(([a-z0-9]+(?:-[a-z0-9]+)*)\)")
_end_of_cell = lazily(r"(?<!\\)\|")
_footnote = lazily(r"\[\^([0-9]{1,3})\]:[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Block:
    """A block: a leaf with its `text`, or `blocks` within it.

    `name` is the id of a picture, the number of a footnote, the first number of a list, the
    alignment of a cell (left, center, right) or the number of cells written in a row; else empty.
    `lines` are pairs of offsets, in `text` and in the whole text as written, at which stretches
    begin that are the same in both.
    """

    kind: BlockKind
    start: int
    text: str = ""
    name: str = ""
    blocks: tuple["Block", ...] = ()
    lines: tuple[tuple[int, int], ...] = ((0, 0),)

    @property
    def is_leaf(self) -> bool:
        """Whether it has a text of its own."""
        return self.kind in _LEAVES

    def leaves(self) -> Iterator["Block"]:
        """Yield the leaves within it, or itself, and the pictures, in reading order."""
        if self.is_leaf or self.kind == "picture":
            yield self
        for block in self.blocks:
            yield from block.leaves()

    def offset_written(self, offset: int) -> int:
        """Return the offset in the whole text of a character of a leaf's text."""
        begun, written = next(pair for pair in reversed(self.lines) if pair[0] <= offset)
        return written + offset - begun


@lru_cache(maxsize=65536)
def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text; the footnotes come last. Never fails.

    A text without block notation is one paragraph, exactly as written.
    """
    if not _sign.search(text):  # the usual case
        return (Block("paragraph", 0, text),)
    found = _Reader(text).blocks(SyntaxTreeNode(_parser().parse(text)))
    if len(found) == 1 and found[0].kind == "paragraph":
        return (Block("paragraph", 0, text),)
    notes = tuple(block for block in found if block.kind == "footnote")
    return (*(block for block in found if block.kind != "footnote"), *notes)


def is_plain(text: str) -> bool:
    """Whether a text is a single paragraph."""
    first, *others = blocks_of(text) or (Block("paragraph", 0),)
    return first.kind == "paragraph" and not others


def leaves_of(text: str) -> Iterator[Block]:
    """Yield the leaves and the pictures of a text, in reading order."""
    for block in blocks_of(text):
        yield from block.leaves()


def walk(blocks: Sequence[Block], within: tuple[Block, ...] = ()) -> Iterator[tuple[Block, ...]]:
    """Yield each block at the end of the row of those that it is within."""
    for block in blocks:
        yield (*within, block)
        yield from walk(block.blocks, (*within, block))


# ── Parsing ─────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["list", "blockquote", "table"])
    parser.block.ruler.before("paragraph", "footnote", _parse_footnote, {"alt": _INTERRUPTED})
    parser.core.ruler.enableOnly(["block"])  # `markup` parses what is within a leaf
    return parser


def _parse_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (required by the parser)
    """Parse the text of a footnote: its line and those after it, up to an empty line or a block."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _footnote.match(line)
    if match is None or state.level:
        return False
    if silent:
        return True
    stops = state.md.block.ruler.getRules("paragraph")
    after = start + 1
    while after < end and not state.isEmpty(after):
        if any(rule(state, after, end, True) for rule in stops):  # noqa: FBT003
            break
        after += 1
    state.line = after
    token = state.push("footnote_open", "", 1)
    token.map, token.info = [start, after], match[1]
    text = state.push("inline", "", 0)
    text.map = [start, after]
    text.content = state.getLines(start, after, state.blkIndent, False).strip()[match.end() :]  # noqa: FBT003
    state.push("footnote_close", "", -1)
    return True


class _Reader:
    """Reads the parser's tree of a text into blocks with their places."""

    def __init__(self, text: str) -> None:
        self.rows = text.split("\n")
        self.starts = [0, *accumulate(len(row) + 1 for row in self.rows)]

    def blocks(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        """Return the blocks within a node; the head and the body of a table add no level."""
        found: list[Block] = []
        for child in node.children:
            kind = _KINDS.get(child.type)
            found += [self._block(kind, child)] if kind else self.blocks(child)
        return tuple(found)

    def _block(self, kind: BlockKind, node: SyntaxTreeNode) -> Block:
        first = node.map[0] if node.map else 0
        row = self.rows[first]
        start = self.starts[first] + len(row) - len(row.lstrip())
        match kind:
            case "paragraph" | "footnote":
                return self._placed(Block(kind, start, _text(node), node.info), first)
            case "row":
                return self._row(start, first, node)
            case "numbers":
                number = str(node.attrs.get("start", 1))
                return Block(kind, start, name=number, blocks=self.blocks(node))
            case _:
                return Block(kind, start, blocks=self.blocks(node))

    def _placed(self, leaf: Block, first: int) -> Block:
        """A leaf with its places; a paragraph that is nothing but a picture, as the picture."""
        lines: list[tuple[int, int]] = []
        at = 0
        for number, line in enumerate(leaf.text.split("\n"), first):
            within = max(self.rows[number].rfind(line.rstrip()), 0)
            lines.append((at, self.starts[number] + within))
            at += len(line) + 1
        if leaf.kind == "paragraph" and (match := _picture.fullmatch(leaf.text)):
            return Block("picture", lines[0][1], name=match[1])
        return replace(leaf, start=lines[0][1], lines=tuple(lines))

    def _row(self, start: int, first: int, node: SyntaxTreeNode) -> Block:
        r"""A row with its cells; `\|` is the sign itself."""
        written = self.rows[first]
        at = 0
        cells: list[Block] = []
        for child in node.children:
            kind, text = _KINDS[child.type], _text(child)
            lines: list[tuple[int, int]] = []
            done = 0
            for part in re.split(r"(?=\|)", text):
                at = max(written.find(part.rstrip(), at), at)
                lines.append((done, self.starts[first] + at))
                at, done = at + len(part), done + len(part)
            style = str(child.attrs.get("style", "")).removeprefix(_ALIGNED)
            cells.append(Block(kind, lines[0][1], text, style, lines=tuple(lines)))
            at = written.find("|", at) + 1 or len(written)
        number = len(_end_of_cell.split(written.strip().removeprefix("|").removesuffix("|")))
        return Block("row", start, name=str(number), blocks=tuple(cells))


def _text(node: SyntaxTreeNode) -> str:
    """The text of a leaf."""
    return node.children[0].content if node.children else ""
