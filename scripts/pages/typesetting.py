"""Texts as HTML: mentions become links, and runs in the other language get `lang`.

Text is escaped here and nowhere else. Everything else in this package passes text on unescaped or
as `Markup`.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from ..languages import CHINESE, ENGLISH, LanguageCode, language
from ..model import Key
from ..model.record import GAP
from ..text.mentions import Piece
from ..text.script import language_runs
from .interface import interface_text

Link = Callable[[Key], str]
Note = Callable[[str], str]


@lru_cache(maxsize=65536)
def tagged(text: str, code: LanguageCode) -> Markup:
    """Return a plain text as HTML, with `lang` on each run in the other language."""
    if text == GAP:
        return Markup(f'<mark class="fp-label">{escape(interface_text("gap", code))}</mark>')
    chinese = code == CHINESE.code
    other = (ENGLISH if chinese else CHINESE).html
    # Joined as plain strings: Markup checks every part of a format or a join again, and a
    # large archive has a million of them.
    return Markup(
        "".join(
            f'<span lang="{other}">{escape(run)}</span>' if foreign else escape(run)
            for run, foreign in language_runs(text, chinese=chinese)
        )
    )


def spanned(text: str, code: LanguageCode) -> Markup:
    """Return a text as a `span` with its `lang`, for a page that may be in the other language."""
    return Markup(f'<span lang="{language(code).html}">{tagged(text, code)}</span>')


def typeset(
    pieces: Iterable[Piece],
    code: LanguageCode,
    link: Link,
    *,
    seen: set[Key],
    own: Key | None,
    note: Note = str,
) -> Markup:
    """Return a text as HTML with its links.

    An entry is linked only the first time: `seen` has the entries linked before in the same
    section, and is added to. A page marks mentions of its own entry (`own`) without a link.
    `note` makes the mark of a footnote from its number.
    """
    return Markup(
        "".join(
            note(piece.note) if piece.note else _piece(piece, code, link, seen, own)
            for piece in pieces
        )
    )


def _piece(piece: Piece, code: LanguageCode, link: Link, seen: set[Key], own: Key | None) -> str:
    """The HTML of a piece, its text and addresses escaped."""
    inner: str = tagged(piece.text, code)
    if piece.stressed:
        inner = f"<em>{inner}</em>"
    if piece.strong:
        inner = f"<strong>{inner}</strong>"
    if piece.web:
        return f'<a href="{escape(piece.web)}" rel="external">{inner}</a>'
    key = piece.key
    if key is None:
        return inner
    if key == own:
        return f'<span class="fp-own">{inner}</span>'
    if key in seen:
        return inner
    seen.add(key)
    return f'<a class="fp-{key.kind}" href="{escape(link(key))}">{inner}</a>'
