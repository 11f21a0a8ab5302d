"""A search tree of sorted entries in small files.

The entries are split into **leaves**, files of a few kilobytes, each a JSON object. **Nodes** give
the file of a key: `keys`, separated by spaces, has the lower bound of each file's range, and
`files` their names, `NAME` letters each. Nodes are files too, except the root, which is in the
manifest with the tree's `depth`, the number of levels of nodes below it. A file is named by the
hash of its content, so browsers may cache it for ever.

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
    """The root of a tree, as written in the manifest."""

    depth: int
    keys: str
    files: str


class Files(dict[str, str]):
    """The texts of the index's files, by name."""

    def add(self, text: str) -> str:
        """Add a file with this text, and return its name."""
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        name = b32encode(digest[: NAME * 5 // 8]).decode("ascii").lower()
        if self.setdefault(name, text) != text:
            raise ValueError(f"two files would have the name {name}")
        return name


class Leaf(NamedTuple):
    """A leaf: the lower bound of its range, and its text."""

    key: str
    text: str


def as_json(value: object) -> str:
    """Return a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys in JavaScript's order."""
    return sorted(keys, key=lambda key: key.encode("utf-16-be"))


def leaf(entries: Iterable[tuple[str, str]]) -> str:
    """Return the text of a leaf. Values are JSON; keys need no escapes."""
    return "{" + ",".join(f'"{key}":{value}' for key, value in entries) + "}"


def leaves(entries: Mapping[str, str], size: int) -> Iterator[Leaf]:
    """Split entries, whose values are JSON, into leaves of about `size` characters.

    A larger entry has a leaf of its own, so only queries for it fetch it.
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
    """The shortest prefix of a key that is greater than the previous key."""
    return next((key[:end] for end in range(1, len(key)) if key[:end] > last), key)


def grown(files: Files, made: Iterable[Leaf]) -> Root:
    """Add the leaves and nodes of a tree to the files, and return its root."""
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
