"""Sorted entries in small files that are found by their keys.

The entries of a tree are cut into **leaves**, files of some kilobytes, each a JSON object.
**Nodes** say which file to take for a key: `keys`, parted by spaces, has the lower end of each
file's range, and `files` their names, `NAME` letters each. Nodes are files too, but for the root,
which stands in the manifest with the tree's `depth`: how many levels of nodes are below it. A file
is named by its content, so that browsers may keep it for ever, and the same content is the same
file.

Keys have no spaces, quotes or backslashes, and are sorted by their UTF-16 code units, as JavaScript
compares strings.
"""

import hashlib
import json
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypedDict

NAME = 8  # letters of base 32: 40 bits
FAN_OUT = 64  # files that a node leads to, at most


class Root(TypedDict):
    """The root of a tree, as the manifest has it."""

    depth: int
    keys: str
    files: str


class Files(dict[str, str]):
    """The files of an index so far: their texts, by name."""

    def add(self, text: str) -> str:
        """Keep a text as a file; its name."""
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        name = b32encode(digest[: NAME * 5 // 8]).decode("ascii").lower()
        if self.setdefault(name, text) != text:
            raise ValueError(f"two files would have the name {name}")
        return name


class Leaf(NamedTuple):
    """A leaf: the lower end of its range, and its text."""

    key: str
    text: str


def as_json(value: object) -> str:
    """A value as JSON, with nothing in it that could be left out."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def in_order(keys: Iterable[str]) -> list[str]:
    """Keys as JavaScript sorts them."""
    return sorted(keys, key=lambda key: key.encode("utf-16-be"))


def leaf(entries: Iterable[tuple[str, str]]) -> str:
    """The text of a leaf. Values are in JSON already; keys need nothing to be JSON but quotes."""
    return "{" + ",".join(f'"{key}":{value}' for key, value in entries) + "}"


def leaves(entries: Mapping[str, str], size: int) -> Iterator[Leaf]:
    """Entries, whose values are in JSON, cut into leaves of about SIZE characters.

    What is larger than that by itself has a leaf to itself, so that only who asks for it pays.
    """
    held: list[tuple[str, str]] = []
    length = 0
    last = ""
    for key in in_order(entries):
        added = len(key) + len(entries[key])
        if held and length + added > size:
            yield Leaf(_bound(last, held[0][0]), leaf(held))
            last = held[-1][0]
            held, length = [], 0
        held.append((key, entries[key]))
        length += added
    if held:
        yield Leaf(_bound(last, held[0][0]), leaf(held))


def _bound(last: str, key: str) -> str:
    """The shortest beginning of a key that comes after the one before it."""
    return next((key[:end] for end in range(1, len(key)) if key[:end] > last), key)


def grown(files: Files, made: Iterable[Leaf]) -> Root:
    """Keep the leaves and the nodes of a tree as files; its root."""
    level = [(key, files.add(text)) for key, text in made]
    depth = 0
    while len(level) > FAN_OUT:
        portions = [level[start : start + FAN_OUT] for start in range(0, len(level), FAN_OUT)]
        level = [(part[0][0], files.add(as_json(_node(part)))) for part in portions]
        depth += 1
    node = _node(level)
    return {"depth": depth, "keys": node["keys"], "files": node["files"]}


def _node(level: Sequence[tuple[str, str]]) -> dict[str, str]:
    return {"keys": " ".join(key for key, _ in level), "files": "".join(name for _, name in level)}
