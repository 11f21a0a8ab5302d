"""Parse a YAML file into nodes, strictly.

Duplicate keys, aliases, anchors, tags, second documents, deep nesting and invisible characters are
problems. The nodes are made from PyYAML's event stream (its C parser: an article of 7 KB takes a
millisecond or two), and every problem in the stream is reported, not only the first.
"""

from pathlib import Path
from typing import Any

import yaml

from ..diagnostics.arguments import Argument
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..patterns import lazily
from . import messages
from .comments import comments_in_texts
from .file_text import UNSEEN, character_name, read_text
from .lines import ODD_SPACE, merge_marks
from .signs import Closed
from .yaml_syntax import syntax_problem
from .yaml_tree import Mapping, Mark, Node, Scalar, Sequence, YamlTree, shape

DEPTH_LIMIT = 20
PARSER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
YamlMark = Any  # the C parser and the Python one have classes of their own

# Han characters and the full-width signs used with them.
WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
# The end of a line between Han characters, with or without the signs of a link or of emphasis: a
# space in a folded text, a line break in one whose lines are kept (`|`).
JOINT = rf"((?:{WIDE}|……|——)(?:\*|\]\([^()\s]*\))*)%s(?=[\[*]*(?:{WIDE}|……|——))"
FOLD, BREAK = lazily(JOINT % " "), lazily(JOINT % r"\n")


def read_yaml(file: Path, path: str) -> tuple[YamlTree | None, list[Diagnostic]]:
    """Return the tree of a file, or None if it cannot be parsed, and the diagnostics.

    A tree with problems is complete enough to look for further ones.
    """
    text, diagnostics = read_text(file, path)
    if text is None:
        return None, diagnostics
    root, diagnostics = _compose(text, path)
    if root is None or (isinstance(root, Scalar) and root.is_blank):
        return None, diagnostics or [Diagnostic(Place(path), messages.EMPTY_FILE)]
    if not isinstance(root, Mapping):
        arguments = {"found": shape(root)}
        return None, [*diagnostics, Diagnostic(Place(path), messages.NO_FIELDS, arguments)]
    return YamlTree(path, text, root), diagnostics


def _compose(text: str, path: str) -> tuple[Node | None, list[Diagnostic]]:
    """Return the nodes of a text and the diagnostics, in one pass over its events."""
    diagnostics: list[Diagnostic] = merge_marks(text, path)
    if diagnostics:
        return None, diagnostics
    builder = _Builder(path, diagnostics)
    try:
        for event in iter(PARSER(text).get_event, None):
            if not builder.take(event):
                return None, diagnostics
    except yaml.MarkedYAMLError as error:
        found = syntax_problem(error, path, text, builder.closed)
        return None, [*diagnostics, *_unless_reported(found, diagnostics)]
    return builder.root, [*diagnostics, *comments_in_texts(text, builder.scalars, path)]


def _unless_reported(found: Diagnostic, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return an error of the parser, unless the sign that caused it has been reported already."""
    of_signs = (messages.ALIAS, messages.ANCHOR, messages.TAG)
    lines = {diagnostic.place.line for diagnostic in diagnostics if diagnostic.message in of_signs}
    return [] if found.place.line in lines else [found]


class _Builder:
    """Builds nodes from events, and reports forbidden ones."""

    def __init__(self, path: str, diagnostics: list[Diagnostic]) -> None:
        self.path = path
        self.diagnostics = diagnostics
        self.root: Node | None = None
        self.open: list[tuple[Mapping | Sequence, Scalar | None]] = []
        self.scalars: list[Scalar] = []
        self.closed: Closed | None = None
        self.begun: list[yaml.CollectionStartEvent] = []

    def take(self, event: yaml.Event) -> bool:
        """Add an event; return False if reading on makes no sense."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_properties(event)
                self._refuse_escapes(event)
                scalar = _scalar(event)
                self.scalars.append(scalar)
                if event.style in ("'", '"'):
                    self.closed = Closed(event.start_mark, event.end_mark)
                return self._add(scalar)
            case yaml.AliasEvent():
                self._refuse(event, messages.ALIAS, name=event.anchor or "")
                self._add(_placeholder(event))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_properties(event)
                return self._begin(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                node, _ = self.open.pop()
                begun = self.begun.pop()
                if begun.flow_style:
                    self.closed = Closed(begun.start_mark, event.end_mark)
                if not self.open:
                    self.root = node
            case yaml.DocumentStartEvent() if self.root is not None:
                self._refuse(event, messages.SEVERAL_DOCUMENTS)
                return False
        return True

    def _begin(self, event: yaml.CollectionStartEvent) -> bool:
        mark = _mark(event.start_mark)
        node = Mapping(mark) if isinstance(event, yaml.MappingStartEvent) else Sequence(mark)
        self._add(node, is_open=True)
        self.open.append((node, None))
        self.begun.append(event)
        if len(self.open) > DEPTH_LIMIT:
            self._refuse(event, messages.TOO_DEEP, limit=DEPTH_LIMIT)
            return False
        return True

    def _add(self, node: Node, *, is_open: bool = False) -> bool:
        """Add a node to its parent; return False if odd spaces indent a field."""
        if not self.open:
            self.root = None if is_open else node
            return True
        parent, key = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif key is not None:
            self._set(parent, key, node)
            self.open[-1] = (parent, None)
        elif isinstance(node, Scalar) and node.plain and ODD_SPACE.match(node.text):
            self._report(node.start, messages.ODD_INDENTATION, name=character_name(node.text[0]))
            return False
        elif isinstance(node, Scalar):
            self.open[-1] = (parent, node)
        else:
            self._report(node.start, messages.BAD_KEY)
            refused = Scalar("", node.start, node.start, plain=False, refused=True)
            self.open[-1] = (parent, refused)
        return True

    def _set(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.refused:
            return
        if not key.text.strip():
            self._report(key.start, messages.BAD_KEY)
            return
        if key.text in parent.keys:
            first = parent.keys[key.text].start.line + 1
            self._report(key.start, messages.DUPLICATE_KEY, key=key.text, line=first)
            return
        parent.keys[key.text] = key
        parent.values[key.text] = node

    def _refuse_properties(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._refuse(event, messages.ANCHOR, name=event.anchor)
        tag: str | None = getattr(event, "tag", None)
        if tag is not None:
            self._refuse(event, messages.TAG, name=tag.replace("tag:yaml.org,2002:", "!!"))

    def _refuse_escapes(self, event: yaml.ScalarEvent) -> None:
        """Refuse invisible characters that are written as escapes in quotes."""
        if event.style != '"':
            return
        if match := UNSEEN.search(event.value):
            self._refuse(event, messages.BAD_CHARACTER, name=character_name(match[0]))

    def _refuse(self, event: yaml.Event, message: Message, **arguments: Argument) -> None:
        self._report(_mark(event.start_mark), message, **arguments)

    def _report(self, mark: Mark, message: Message, **arguments: Argument) -> None:
        place = Place(self.path, mark.line + 1, mark.column + 1)
        self.diagnostics.append(Diagnostic(place, message, arguments))


def _mark(mark: YamlMark | None) -> Mark:
    assert mark is not None, "the parser marks every event"
    return Mark(mark.index, mark.line, mark.column)


def _placeholder(event: yaml.AliasEvent) -> Scalar:
    start, end = _mark(event.start_mark), _mark(event.end_mark)
    return Scalar("", start, end, plain=False, refused=True)


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    """Return a scalar; line breaks between two Han characters leave nothing behind."""
    start, end = _mark(event.start_mark), _mark(event.end_mark)
    joint = BREAK if event.style == "|" else FOLD
    text = joint.sub(r"\1", event.value) if start.line != end.line else event.value
    return Scalar(text, start, end, plain=event.style in (None, ""))
