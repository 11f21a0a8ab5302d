"""The site's search: an index in many small files, of which a browser fetches what it needs.

`HACKING.md` tells of the whole under “Search”; `overrides/assets/javascripts/search.js` reads it.
"""

from collections.abc import Iterator, Mapping

from ..edition import Edition
from .entries import documents_of
from .index import index_files
from .sections import documents_from


def files(edition: Edition, handwritten: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The path and content of each file of the index.

    `handwritten` is the HTML of the hand-written pages, as it was printed, by their paths.
    """
    documents = [*documents_of(edition.corpus), *documents_from(handwritten)]
    return index_files(documents)
