"""Texts as HTML: mentions become links, and what is in another language says so.

Text is escaped here, where it is put, once. Everything else in this package passes text on as it
is or as `Markup`.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from ..languages import CHINESE, ENGLISH, LanguageCode, language
from ..model import Key
from ..text.mentions import Piece
from ..text.script import language_runs

Link = Callable[[Key], str]


@lru_cache(maxsize=65536)
def tagged(text: str, code: LanguageCode) -> Markup:
    """A plain text with `lang` on each run that is in the other language."""
    chinese = code == CHINESE.code
    other = (ENGLISH if chinese else CHINESE).html
    # Put together as plain strings: Markup checks every part of a format or a join again, and a
    # large archive sets a million of them.
    return Markup(
        "".join(
            f'<span lang="{other}">{escape(run)}</span>' if foreign else escape(run)
            for run, foreign in language_runs(text, chinese=chinese)
        )
    )


def spanned(text: str, code: LanguageCode) -> Markup:
    """A text as a run of its own language, for a page that may be in the other one."""
    return Markup(f'<span lang="{language(code).html}">{tagged(text, code)}</span>')


def typeset(
    pieces: Iterable[Piece], code: LanguageCode, link: Link, *, seen: set[Key], own: Key | None
) -> Markup:
    """A text with its links.

    A form links by itself the first time only: `seen` is what was linked before in the same
    section, and is added to. A page marks the mentions of what it is about (`own`), and does not
    link to itself.
    """
    return Markup("".join(_piece(piece, code, link, seen, own) for piece in pieces))


def _piece(piece: Piece, code: LanguageCode, link: Link, seen: set[Key], own: Key | None) -> str:
    """The HTML of a piece, its text and addresses escaped."""
    inner: str = tagged(piece.text, code)
    if piece.stressed:
        inner = f"<em>{inner}</em>"
    if piece.web:
        return f'<a href="{escape(piece.web)}" rel="external">{inner}</a>'
    key = piece.key
    if key is None:
        return inner
    if key == own:
        return f'<span class="fp-own">{inner}</span>'
    if key in seen and not piece.explicit:
        return inner
    seen.add(key)
    return f'<a class="fp-{key.kind}" href="{escape(link(key))}">{inner}</a>'
