"""Every file beside the pages, from the entries of a build.

An export is a function in a module of its own and a line here.
"""

from collections.abc import Callable, Iterable

from ..edition.build_context import BuildContext
from . import cards, citations, data, jyutping, sitemap, word_tables

Export = Callable[[BuildContext], Iterable[tuple[str, bytes]]]
"""Yields paths below the site's root, each with the content of its file."""

EXPORTS: tuple[Export, ...] = (
    cards.files,
    citations.files,
    word_tables.files,
    data.files,
    jyutping.files,
    sitemap.files,
)
