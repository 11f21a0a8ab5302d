"""Find notation that our texts do not support, such as that of Markdown, wikis and HTML.

Readers would see it unrendered. `text.markup` parses the supported notation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ...patterns import ADDRESS, lazily

Kind = Literal[
    "bold", "emphasis", "struck", "marked", "code", "raised", "picture", "footnote", "reference",
    "address", "icon", "formula", "attributes", "wiki", "heading", "list", "table", "rule",
    "quotation", "block", "link", "stress",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of notation: its kind, and its offset in a text or line."""

    kind: Kind
    offset: int
    found: str


_OURS = "term|name|claim|source|article|none"
_NO_WORD = "(?<![A-Za-z0-9])"
_INLINE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("bold", lazily(r"＊＊[^＊\n]+＊＊")),
    ("bold", lazily(rf"{_NO_WORD}__(?=[^\s_])[^_\n]*(?<=[^\s_])__(?![A-Za-z0-9])")),
    ("emphasis", lazily(r"(?<![A-Za-z0-9_])_(?=[^\s_])[^_\n]*(?<=[^\s_])_(?![A-Za-z0-9_])")),
    ("struck", lazily(r"~~(?=[^\s~])[^~\n]*(?<=[^\s~])~~")),
    ("marked", lazily(rf"{_NO_WORD}(==|\+\+)(?=[^\s=+])[^=+\n]*(?<=[^\s=+])\1")),
    ("code", lazily(r"`+[^`\n]+`+")),
    ("raised", lazily(r"\^[^\s^]+\^|(?<!~)~[^\s~]+~(?!~)")),
    ("picture", lazily(rf"(?<![^\W_])!\[[^\[\]]*\][(\[]|!\[[^\[\]]*\]\((?!(?:{_OURS}):)")),
    ("footnote", lazily(r"\[\^[^\[\]\s]+\]")),
    ("reference", lazily(r"(?<!\[)\[[^\[\]]+\]\[[^\[\]]*\]|\[\[[^\[\]]+\]\]")),
    ("address", lazily(r"<(?:https?://|mailto:)[^<>\s]*>|<[\w.+-]+@[\w.-]+>")),
    ("icon", lazily(r"(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])")),
    ("formula", lazily(r"\$\$(?=[^\s$])[^$\n]*(?<=[^\s$])\$\$")),
    ("attributes", lazily(r"\{(?:: ?)?[.#][\w-]+[^{}\n]*\}")),
    ("wiki", lazily(r"'''[^'\n]+'''|\[/(?:b|i|u|s|url|img|quote|code|color|size)\]")),
)
_LINES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("heading", lazily(r"#{1,6}[ \u3000]+\S.*|#{2,6}[^#\s].*|＃{1,6}[ \u3000]+\S.*")),
    ("rule", lazily(r"(?:-{3,}|={3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])")),
    ("table", lazily(r"\|.*\||\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?")),
    ("code", lazily(r"(?:```|~~~).*")),
    ("block", lazily(r"(?:!!!|\?\?\?|:::)\+? ?\w.*")),
    ("quotation", lazily(r"> ?[^\s\d=].*")),
    ("footnote", lazily(r"\[\^[^\[\]]+\]:.*")),
    ("reference", lazily(r"\*?\[[^\[\]^][^\[\]]*\]:\s+\S.*")),
)
_bullet = lazily(r"(?:[-*+]|[•‣◦▪●■◆○])[ \u3000]+(?!\d)\S.*|[•‣▪●■◆]\S.*")
_number = lazily(
    r"\(?(?P<digits>\d{1,2})[.)）][ \u3000]*(?!\d)\S.*"
    r"|[(（]?(?P<han>[一二三四五六七八九十]{1,3})[、)）]\S.*"
)
_note = lazily(r"\[\^[0-9]{1,3}\]")
_HAN = "一二三四五六七八九十"
_LABELS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("link", lazily(r"(?<!!)\[[^\[\]]*\]\([^()\s]*\)")),
    ("stress", lazily(r"(?<![0-9*])(\*{1,3})(?=[^\s*])[^*\n]*(?<=[^\s*])\1(?![0-9*])")),
)
# A sign of any notation; nearly all texts have none.
_suspect = lazily(r"[*_~=`^!\[<:${'＊+]")
_hidden = lazily(r"\\[!-/:-@\[-`{-~]|(?<=\]\()[^()\s]*(?=\))|" + ADDRESS)


def within(text: str, *, plain: bool = False, notes: bool = False) -> list[Found]:
    """Return the unsupported notation in a text; in a plain one, also links and emphasis.

    Escaped signs and addresses are ignored, and marks of footnotes where there may be `notes`.
    """
    if not _suspect.search(text):
        return []
    masked = _hidden.sub(_masked, text)
    found: list[Found] = []
    for kind, pattern in (*_INLINE, *(_LABELS if plain else ())):
        for match in pattern.finditer(masked):
            if not (notes and _note.fullmatch(match[0])):
                found.append(Found(kind, match.start(), text[match.start() : match.end()]))
    return list(_without_nested(found))


def _masked(match: re.Match[str]) -> str:
    """A replacement of the same length; but an address in angle brackets is notation."""
    before = match.string[match.start() - 1 : match.start()]
    return match[0] if before == "<" else "x" * len(match[0])


def _without_nested(found: list[Found]) -> Iterator[Found]:
    """Pieces in text order, without those that begin inside another."""
    end = 0
    for one in sorted(found, key=lambda one: (one.offset, -len(one.found))):
        if one.offset >= end:
            yield one
            end = one.offset + len(one.found)


def at_lines(lines: Sequence[str]) -> list[tuple[int, Found]]:
    """Return the first notation of each kind that takes a whole line, with the line's number.

    `lines` have no indentation. A single line with a list marker may be a dash, unless it is the
    first; a single line with a number may be a number.
    """
    found: dict[Kind, tuple[int, Found]] = {}
    for number, line in enumerate(lines):
        for kind, pattern in _LINES:
            if pattern.fullmatch(line):
                found.setdefault(kind, (number, Found(kind, 0, line)))
    begun = _list_in(lines)
    if begun is not None:
        found.setdefault("list", (begun, Found("list", 0, lines[begun])))
    return list(found.values())


def _list_in(lines: Sequence[str]) -> int | None:
    """The line at which a list begins, if there is a list."""
    bullets = [number for number, line in enumerate(lines) if _bullet.fullmatch(line)]
    if len(bullets) > 1 or bullets == [0]:
        return bullets[0]
    numbered = [(number, value) for number, line in enumerate(lines) if (value := _value(line))]
    for (first, one), (_, two) in pairwise(numbered):
        if two == one + 1:
            return first
    return None


def _value(line: str) -> int | None:
    """The number at the beginning of a list item."""
    match = _number.fullmatch(line)
    if match is None:
        return None
    if match["digits"]:
        return int(match["digits"])
    return _HAN.index(match["han"]) + 1 if match["han"] in _HAN else None
