"""`glossary/…/card.html`: the card that explains an entry, fetched when a reader asks for it.

One for each entry that has cards and each language, beside the entry's page.
"""

from collections.abc import Callable, Iterator
from functools import partial

from ..edition.addresses import absolute, path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES, Language
from ..model import KINDS, Key
from ..pages.page_view import PageView

CARD = "card.html"  # in the folder of the entry's page


def files(context: BuildContext) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the card of each entry in each language."""
    for kind in (kind for kind, about in KINDS.items() if about.has_card):
        for key in (Key(kind, entry) for entry in context.content.corpus.of(kind)):
            for language in LANGUAGES:
                path = absolute(path_of(key) + CARD, language)
                yield path, partial(_card, context, key, language)


def _card(context: BuildContext, key: Key, language: Language) -> bytes:
    view = PageView(context, language, path_of(key), own=key)
    entry = context.corpus.of(key.kind)[key.id]
    return f"{view.set('card.html', key=key, entry=entry)}\n".encode()
