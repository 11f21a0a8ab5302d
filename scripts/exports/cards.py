"""`glossary/…/card.html`: the card that explains an entry, fetched when a reader asks for it.

One for each entry that has cards and each language, beside the entry's page.
"""

from collections.abc import Iterator

from ..edition.addresses import absolute, path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES
from ..model import KINDS, Key
from ..pages.page_view import PageView

CARD = "card.html"  # in the folder of the entry's page


def files(context: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield the card of each entry in each language."""
    explained = [kind for kind, about in KINDS.items() if about.has_card]
    for kind in explained:
        for entry in context.corpus.of(kind).values():
            key = Key(kind, entry.id)
            for language in LANGUAGES:
                view = PageView(context, language, path_of(key), own=key)
                card = view.set("card.html", key=key, entry=entry)
                yield absolute(view.path + CARD, language), f"{card}\n".encode()
