"""Texts as HTML: mentions become links, and what is in another language says so.

Text is escaped here, where it is put, once. Everything else in this package passes text on as it
is or as `Markup`.
"""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from ..languages import CHINESE, ENGLISH, LanguageCode, language
from ..model import Key
from ..text.mentions import Piece
from ..text.script import language_runs

Link = Callable[[Key], str]


def tagged(text: str, code: LanguageCode) -> Markup:
    """A plain text with `lang` on each run that is in the other language."""
    chinese = code == CHINESE.code
    other = ENGLISH if chinese else CHINESE
    runs = language_runs(text, chinese=chinese)
    return Markup("").join(
        Markup('<span lang="{}">{}</span>').format(other.html, run) if foreign else escape(run)
        for run, foreign in runs
    )


def spanned(text: str, code: LanguageCode) -> Markup:
    """A text as a run of its own language, for a page that may be in the other one."""
    return Markup('<span lang="{}">{}</span>').format(language(code).html, tagged(text, code))


def typeset(
    pieces: Iterable[Piece], code: LanguageCode, link: Link, *, seen: set[Key], own: Key | None
) -> Markup:
    """A text with its links.

    A form links by itself the first time only: `seen` is what was linked before in the same
    section, and is added to. A page does not link to itself (`own`).
    """
    return Markup("").join(_piece(piece, code, link, seen, own) for piece in pieces)


def _piece(piece: Piece, code: LanguageCode, link: Link, seen: set[Key], own: Key | None) -> Markup:
    inner = tagged(piece.text, code)
    if piece.stressed:
        inner = Markup("<em>{}</em>").format(inner)
    if piece.web:
        return Markup('<a href="{}" rel="external">{}</a>').format(piece.web, inner)
    key = piece.key
    if key is None or key == own or (key in seen and not piece.explicit):
        return inner
    seen.add(key)
    return Markup('<a class="fp-{}" href="{}">{}</a>').format(key.kind, link(key), inner)
