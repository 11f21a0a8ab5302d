"""A text cut into what is looked up: words, and runs of Han characters, each with its position.

Texts of the index and queries are cut by the same rules, here and in the browser
(`overrides/assets/javascripts/search/tokeniser.js`); `tests/search/tokeniser.yml` tests both.

- Letters are folded: case and accents do not count, nor does it count how a letter is encoded: as a
  ligature (`ﬁ`), in full width (`Ａ`) or in a circle. Characters that are not seen are left out.
  Han characters are folded by `text/characters/folding.py`.
- `5,000` is one word, 5000, and `3.5` another. What is joined by hyphens or apostrophes is each of
  its parts, and at the last one's position also the whole: co, production, coproduction. Between
  digits any dash or slash joins. What hyphens, dashes and `&` join, and letters with dots (`M.A.`),
  are no words of their own (`is_part`). Figures do not make a whole. A possessive s is dropped.
- `M+` is m, and at the same position m+; so are `C++` and `C#`.
- Scripts other than Latin, Greek and Cyrillic are cut as Han characters are.
- Positions count words and characters of runs. Anything but spaces and dashes between two of them
  leaves a gap, so that no phrase is found across a full stop.
- All other characters are signs. They are looked up only by who types nothing else.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ..text.script import HAN
from ..text.variants import folding

# Each of these constants has its counterpart in `tokeniser.js`.
UNSPACED = (
    HAN + "\u0530-\u1dbf\u25cb\u25ef\u2c80-\u2ddf\u3021-\u3029\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u31ff\ua000-\ua71f\ua800-\ud7ff\U00010000-\U0001cfff"
    "\U0001e000-\U0001efff"
)
LETTERS = (
    "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u1e00-\u1fff"
    "\u2c60-\u2c7f\ua720-\ua7ff"
)
# Characters without a shape of their own, and marks that are set on letters.
UNSEEN = (
    "\u00ad\u0300-\u036f\u061c\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0000-\U000e0fff"
)
# Letters that Unicode has for compatibility. Radicals are folded as Han characters are.
COMPATIBLE = (
    "\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a"
    "\u1d9b-\u1dbf\u2070-\u209c\u2100-\u211f\u2121\u2123-\u218b\u2460-\u24ff\u3131-\u318e"
    "\u3200-\u33ff\ua69c\ua69d\ua770\ufb00-\ufdff\ufe62\ufe63\ufe70-\ufefc\uff03\uff06\uff07\uff0b"
    "\uff0d\uff0f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U0001d400-\U0001d7ff"
    "\U0001f100-\U0001f1ad\U0001f200-\U0001f251"
)
# Of these, what is no part of the word or number before it: 3½, a note's ².
RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2150-\u215f"
APOSTROPHES = "'’‘ʼ`´′"
HYPHENS = "\u2010-\u2013\u2043\u2212-"
DASHES = "\u2014\u2015\u223c\u301c\uff5e~/\u2044"
QUOTES = '"“”„‟«»「」『』〝〞″＂'
SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_odd = re.compile(
    f"[{UNSEEN}]+|[{COMPATIBLE}]+|(?<=[\uff10-\uff19])[\uff0c\uff0e](?=[\uff10-\uff19])"
)
_raised = re.compile(f"[{RAISED}]+")
_unseen = re.compile(f"[{UNSEEN}]")
_piece = re.compile(
    f"([{UNSPACED}]+)"
    f"|((?<![{LETTERS}])[A-Za-z](?:\\.[A-Za-z])+(?![{LETTERS}])"
    f"|[{LETTERS}]+(?:(?:[{APOSTROPHES}&{HYPHENS}]|(?<=[0-9])[{DASHES}](?=[0-9])|[.,](?=[0-9]))"
    f"[{LETTERS}]+)*)(?:([+#]+)(?![{LETTERS}+#]))?"
)
_gap = re.compile(f"[^{SPACES}{DASHES}{HYPHENS}]")
_joint = re.compile(f"[.,&{APOSTROPHES}{DASHES}{HYPHENS}]")
_parting = re.compile(f"([&{APOSTROPHES}{DASHES}{HYPHENS}])")
_dotted = re.compile(r"[A-Za-z](?:\.[A-Za-z])+")
_number = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)+")
_sign = re.compile(f"[^{UNSPACED}{LETTERS}{SPACES}\\s\u0000-\u001f\u007f-\u009f\ud800-\udfff]")
_dash = re.compile(f"[{DASHES}{HYPHENS}]")
_marks = re.compile("[\u0300-\u036f]")
_ligatures = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "ß": "ss",
        "ı": "i",
        "ς": "σ",
    }
)


class Token(NamedTuple):
    """A word, or a run of unspaced characters, folded, and the position where it begins."""

    text: str
    position: int
    is_run: bool = False
    is_part: bool = False

    @property
    def key(self) -> str:
        """What a word is indexed by: a part of a word is told from a word."""
        return f"-{self.text}" if self.is_part else self.text


def plain(text: str) -> str:
    """A text without unseen characters and forms of letters that are kept for compatibility."""
    return _odd.sub(_plain, text) if _odd.search(text) else text


def _plain(match: re.Match[str]) -> str:
    found = match[0]
    if _unseen.match(found):
        return ""
    return unicodedata.normalize("NFKC", _raised.sub(r" \g<0>", found))


def tokenise(text: str) -> Iterator[Token]:
    """The pieces of a text in their order."""
    text = plain(text)
    position = end = 0
    for match in _piece.finditer(text):
        start = match.start()
        if start > end and _gap.search(text, end, start):
            position += 1
        end = match.end()
        run, word, marks = match.groups()
        if run:
            yield Token(folding.folded(run), position, is_run=True)
            position += len(run)
            continue
        words = list(_joined(word, position)) if _joint.search(word) else []
        words = words or [Token(folded_word(word), position)]
        yield from words
        last = words[-1]
        if marks:
            yield Token(last.text + marks, last.position)
        position = last.position + 1


def folded_word(word: str) -> str:
    """A word without case, accents and ligatures."""
    if word.isascii():
        return word.lower()
    bare = _marks.sub("", unicodedata.normalize("NFKD", word)).lower()
    return bare.translate(_ligatures)


def _joined(word: str, position: int) -> Iterator[Token]:
    """The parts of a word that is joined by signs, and the whole of it."""
    if _dotted.fullmatch(word):
        word = word.replace(".", "-")
    first, *rest = _parting.split(word)
    kept = [first]
    for sign, part in zip(rest[::2], rest[1::2], strict=True):
        if sign not in APOSTROPHES or part not in ("s", "S"):
            kept.append(part)
    are_parts = any(sign not in APOSTROPHES for sign in rest[::2])
    parts = [folded_word(one) for part in kept for one in _numbers_whole(part)]
    for number, part in enumerate(parts):
        yield Token(part, position + number, is_part=are_parts)
    if len(parts) == len(kept) > 1 and not all(part.isdigit() for part in parts):
        yield Token("".join(parts), position + len(parts) - 1)


def _numbers_whole(part: str) -> list[str]:
    """A part that is cut at its dots and commas, unless it is a number."""
    if _number.fullmatch(part):
        return [part.replace(",", "")]
    return re.split("[.,]", part)


def run_keys(run: str) -> list[str]:
    """What a run is looked up by: each character with the next one, and the last one alone."""
    return [run[place : place + 2] for place in range(len(run))]


def signs_of(text: str) -> set[str]:
    """The signs of a text, folded."""
    return {folded_sign(sign) for sign in set(_sign.findall(plain(text)))}


def folded_sign(sign: str) -> str:
    """A sign that is the same for every kind of quotation mark, apostrophe or dash."""
    if sign in QUOTES:
        return '"'
    if sign in APOSTROPHES:
        return "'"
    if _dash.match(sign):
        return "-"
    return unicodedata.normalize("NFKC", sign).strip()[:1] or sign


def compact(text: str) -> str:
    """A text without what writers may leave out or change: what a headword is known by."""
    kept: list[Token] = []
    for piece in tokenise(text):
        if not kept or piece.position > kept[-1].position:  # a whole follows its last part
            kept.append(piece)
        elif piece.text[-1] in "+#":
            kept[-1] = piece
    return "".join(piece.text for piece in kept)
