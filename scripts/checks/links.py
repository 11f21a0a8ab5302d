"""Links in texts: each leads to an entry that there is, or to a web address.

The same references are written in hand-written pages; those `handwritten` checks.
"""

import re
from collections.abc import Iterator

from .. import faults
from ..languages import LANGUAGES
from ..model import MODELS, Key
from ..problems import Place, Problem
from ..reading import Content, Document, Location, Scalar, is_prose
from ..text.markup import UNLINKED, WEB_SCHEMES, Target, parse
from ..text.mentions import key_of
from ..text.prose import prose_of
from .references import unknown_entry


def check(content: Content) -> Iterator[Problem]:
    """Tell of each link in a text that cannot be followed."""
    for key, document in content.documents.items():
        for location in _prose(content, key, document):
            for offset, target in _links(document, location):
                if not _can_be_followed(content, target):
                    # The place is looked for only now: it costs a walk through the file.
                    place = document.place_within(location, offset)
                    yield _problem(content, place, target)


def _prose(content: Content, key: Key, document: Document) -> Iterator[Location]:
    """Where an entry's texts stand; a broken entry has only its document to tell."""
    entry = content.corpus.get(key)
    if entry is None:
        texts = (location for location, _ in document.texts())
        yield from (location for location in texts if is_prose(MODELS[key.kind], location))
        return
    for location, _ in prose_of(entry):
        yield from ((*location, language.code) for language in LANGUAGES)


def _links(document: Document, location: Location) -> Iterator[tuple[int, Target]]:
    """The explicit links of a text, and where in it their targets stand."""
    node = document.node(location)
    if not isinstance(node, Scalar) or "](" not in node.text:
        return
    end = 0
    for target in parse(node.text).targets:
        written = re.compile(rf"\]\(\s*<?{re.escape(str(target))}").search(node.text, end)
        end = written.end() if written else end
        yield max(end - len(str(target)), 0), target


def _can_be_followed(content: Content, target: Target) -> bool:
    entry = key_of(target)
    if entry is not None:
        return content.knows(entry)
    return target.scheme == UNLINKED or _is_web(target)


def _problem(content: Content, place: Place, target: Target) -> Problem:
    entry = key_of(target)
    if entry is not None:
        return unknown_entry(content.corpus, place, entry)
    return Problem(place, faults.UNKNOWN_SCHEME, {"target": str(target)})


def _is_web(target: Target) -> bool:
    """Whether a target names a host: browsers take `https:page` for a page of this site."""
    is_address = re.match(r"https?://[^\s/]", target.value)
    return target.scheme in WEB_SCHEMES and is_address is not None
