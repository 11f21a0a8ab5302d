"""Characters that do not belong in a text, though they may look as if they did.

These are invisible characters, look-alikes, characters of private fonts, and code that was pasted
in by mistake. Standards: Unicode 15 (UAX 15 on normalisation,
UTS 39 on confusables) and the WHATWG's character references.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from ...patterns import lazily
from ...text.script import HAN, LATIN

Kind = Literal[
    "unseen", "private", "lost", "compatibility", "decomposed", "space", "look-alike", "code"
]

# Every plane ends with two code points that are no characters.
_NONCHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef"
    "\U000e0000-\U000e0fff" + _NONCHARACTERS
)
_SPACES = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_COMPATIBILITY = "\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f"
_LOST = "\ufffc\ufffd"
_CLASSES: dict[str, Kind] = {
    _UNSEEN: "unseen",
    _SPACES: "space",
    _PRIVATE: "private",
    _COMPATIBILITY: "compatibility",
    _LOST: "lost",
}
_kinds = [(lazily(f"[{characters}]"), kind) for characters, kind in _CLASSES.items()]

# Radicals without a plain equivalent in Unicode, frequent in text from PDFs.
_RADICALS = dict(
    zip(
        "⺠⺟⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻯⻰⻲⻳",
        "民母虎西見角貝車長長門青頁風飛食馬骨鬼魚鳥麥黃齊齒龍龍龜龜",
        strict=True,
    )
)

# Letters of UTS 39's confusables that look like a Latin letter.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТХУаеѕіјорсухԁԛԝһ", "ABESIJKMHOPCTXYaesijopcyxdqwh", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ", "ABEZHIKMNOPTYXovcj", strict=True))
_LATIN_LOOK_ALIKES = _CYRILLIC | _GREEK
_KATAKANA = dict(zip("ニロカエタトハチミー", "二口力工夕卜八千三一", strict=True))
_foreign = lazily("[\u0370-\u052f]")
_kana = lazily("[\u3041-\u30fa]")
_word = lazily(r"[^\W\d_]+")
_kana_in_han = lazily(f"(?<=[{HAN}])[{''.join(_KATAKANA)}](?=[{HAN}])")

# Tags, comments, references and templates. `](<…>)` is a link's address.
_code = lazily(
    r"(?<!\]\()</?(?!https?://|mailto:|[\w.+-]+@)[A-Za-z][^<>]*>|<!--|-->|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);"
    r"|\{[{%#]|[%#}]\}"
)

_suspect = lazily(
    f"[{''.join(_CLASSES)}\u0370-\u052f{''.join(_KATAKANA)}]|[<&]|\\{{[{{%#]|[%#}}]\\}}|-->"
)


@dataclass(frozen=True, slots=True)
class Stray:
    """A stray character or piece of code, and its replacement, which may be empty."""

    kind: Kind
    offset: int
    found: str
    expected: str = ""


def strays(text: str) -> list[Stray]:
    """Return the stray characters and code of a text, in text order, each once."""
    composed = text.isascii() or unicodedata.is_normalized("NFC", text)
    if composed and not _suspect.search(text):
        return []
    found = [*_characters(text), *_look_alikes(text), *_of_code(text)]
    if not composed:
        found += _decomposed(text)
    unique = {(stray.kind, stray.found): stray for stray in reversed(found)}
    return sorted(unique.values(), key=lambda stray: stray.offset)


def character_name(character: str) -> str:
    """Return the code point of a character, with its Unicode name."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"


def _characters(text: str) -> Iterator[Stray]:
    for pattern, kind in _kinds:
        for match in pattern.finditer(text):
            expected = _plain(match[0], kind)
            if expected != match[0] and not _is_of_emoji(match):
                yield Stray(kind, match.start(), match[0], expected)


def _plain(character: str, kind: Kind) -> str:
    """Return the replacement of a character; itself for the few that are ordinary after all."""
    if kind == "space":
        return " "
    if kind != "compatibility":
        return ""
    return _RADICALS.get(character) or unicodedata.normalize("NFKC", character)


def _is_of_emoji(match: re.Match[str]) -> bool:
    """Whether a joiner or selector belongs to the picture before it."""
    before = match.string[max(match.start() - 3, 0) : match.start()].rstrip("\u200d\ufe0f")
    return match[0] in "\u200d\ufe0f" and unicodedata.category(before[-1:] or " ") in ("So", "Sk")


def _decomposed(text: str) -> Iterator[Stray]:
    """Find letters with a separate accent."""
    for match in re.finditer(r"\S[\u0300-\u036f\u3099\u309a]+", text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            yield Stray("decomposed", match.start(), match[0], composed)


def _look_alikes(text: str) -> Iterator[Stray]:
    if _foreign.search(text):
        is_foreign_text = any(c not in _LATIN_LOOK_ALIKES for c in _foreign.findall(text))
        for word in _word.finditer(text):
            if _is_disguised(word[0], is_foreign_text=is_foreign_text):
                yield from _letters(word)
    if len(_kana.findall(text)) <= 1:  # a Japanese word has more
        for match in _kana_in_han.finditer(text):
            yield Stray("look-alike", match.start(), match[0], _KATAKANA[match[0]])


def _is_disguised(word: str, *, is_foreign_text: bool) -> bool:
    """Whether a word mixes scripts, or has only letters that look Latin amid Latin text."""
    if not any(letter in _LATIN_LOOK_ALIKES for letter in word):
        return False
    if re.search(f"[{LATIN}]", word):
        return True
    return not is_foreign_text and all(letter in _LATIN_LOOK_ALIKES for letter in word)


def _letters(word: re.Match[str]) -> Iterator[Stray]:
    for number, letter in enumerate(word[0]):
        if letter in _LATIN_LOOK_ALIKES:
            yield Stray("look-alike", word.start() + number, letter, _LATIN_LOOK_ALIKES[letter])


def _of_code(text: str) -> Iterator[Stray]:
    for match in _code.finditer(text):
        if match[0].startswith("&"):
            expected = unescape(match[0]).replace("\xa0", " ")
            if expected != match[0]:  # R&B; is no reference
                yield Stray("code", match.start(), match[0], expected)
        else:
            yield Stray("code", match.start(), match[0])
