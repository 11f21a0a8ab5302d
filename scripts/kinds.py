"""How entries are told apart: six kinds, each with its folder, and an id of their own.

This stands outside of the model so that whoever only looks which files there are needs no model.
"""

from typing import Literal, NamedTuple

Kind = Literal["article", "term", "name", "claim", "source", "topic"]

FOLDERS: dict[Kind, str] = {
    "source": "sources",
    "article": "articles",
    "name": "names",
    "claim": "claims",
    "term": "glossary",
    "topic": "topics",
}
KIND_ZH: dict[Kind, str] = {
    "source": "來源",
    "article": "文章",
    "name": "名稱",
    "claim": "說法",
    "term": "詞語",
    "topic": "專題",
}


class Key(NamedTuple):
    """What identifies an entry: its kind and id, written `term:soft-power` in a link."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"
