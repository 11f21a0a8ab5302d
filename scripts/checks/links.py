"""Links in texts: each leads to an entry that there is, or to a web address.

In the entries' texts and in the hand-written pages the same references are written; this checks
the entries, `docs_pages` the pages.
"""

from collections.abc import Iterator

from .. import faults
from ..languages import LANGUAGES
from ..model import Key
from ..problems import Problem
from ..reading import Content, Document, Location
from ..text.markup import UNLINKED, WEB_SCHEMES, Target, parse
from ..text.mentions import key_of
from ..text.prose import prose_of
from .references import unknown_entry


def check(content: Content) -> Iterator[Problem]:
    """Tell of each link in a text that cannot be followed."""
    for key in content.corpus.keys():
        entry = content.corpus.get(key)
        assert entry is not None
        for location, prose in prose_of(entry):
            for language in LANGUAGES:
                text = prose.of(language.code)
                yield from _links(content, key, (*location, language.code), text)
    for key in content.broken & content.documents.keys():
        for location, text in content.documents[key].texts():
            yield from _links(content, key, location, text)


def _links(content: Content, key: Key, location: Location, text: str) -> Iterator[Problem]:
    if "](" not in text:
        return
    document = content.documents[key]
    offset = 0
    for target in parse(text).targets:
        offset = max(text.find(f"]({target}", offset), offset)
        yield from _followed(content, document, location, target, offset + 2)
        offset += 1


def _followed(
    content: Content, document: Document, location: Location, target: Target, offset: int
) -> Iterator[Problem]:
    entry = key_of(target)
    if entry is not None and not content.knows(entry):
        yield unknown_entry(content.corpus, document.place_within(location, offset), entry)
    known = entry is not None or target.scheme in (*WEB_SCHEMES, UNLINKED)
    if not known:
        place = document.place_within(location, offset)
        yield Problem(place, faults.UNKNOWN_SCHEME, {"target": str(target)})
