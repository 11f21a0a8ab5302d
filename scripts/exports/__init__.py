"""Every file beside the pages, from the entries of a build.

An export is a function in a module of its own and a line here.
"""

from collections.abc import Callable, Iterable

from ..edition.build_context import BuildContext
from . import cards, citations, data, jyutping, pictures, sitemap, word_tables

Export = Callable[[BuildContext], Iterable[tuple[str, Callable[[], bytes | None]]]]
"""Yields paths below the site's root, each with a function that makes its file, if there is one.

The function asks the context for entries by their ids, so that the context notes which they are:
the file is made again only when one of them has changed.
"""

EXPORTS: tuple[Export, ...] = (
    cards.files,
    citations.files,
    word_tables.files,
    data.files,
    jyutping.files,
    pictures.files,
    sitemap.files,
)
