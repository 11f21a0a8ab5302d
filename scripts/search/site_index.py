"""The search index of a build."""

from collections.abc import Iterator, Mapping

from ..edition.build_context import BuildContext
from .entries import documents_of
from .handwritten_sections import documents_from
from .index import index_files


def search_files(
    context: BuildContext, handwritten: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Return the path and content of each file of the index.

    `handwritten` is the rendered HTML of the hand-written pages, by path.
    """
    documents = [*documents_of(context.corpus), *documents_from(handwritten)]
    return index_files(documents, context.store)
