"""Complete corpora: without references to entries that are not there, such as drafts.

An entry does without what it lists, such as topics; one that needs a missing entry is left out,
too. A link to a missing entry becomes `none:`, so that its words are plain text.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from ..kinds import KINDS, LINKED, Key
from .article import Article
from .claim import Claim
from .corpus import Corpus
from .name import Name
from .record import Entry, Prose, Record
from .source import Source
from .term import Term

Entries = Mapping[Key, Entry]
Has = Callable[[Key], bool]
_LINK: Final = re.compile(rf"\]\(\s*<?({'|'.join(LINKED)}):([^()\s<>]*)>?\s*\)")


def corpus_of(entries: Entries) -> Corpus:
    """Return entries as a corpus; each kind is in the order in which they are given."""
    found: dict[str, dict[str, Any]] = {of.plural: {} for of in KINDS.values()}
    for key, entry in sorted(entries.items(), key=lambda one: one[0].id):
        found[KINDS[key.kind].plural][key.id] = entry
    return Corpus(**found)


def complete(entries: Entries) -> Corpus:
    """Return the entries that need no missing one, without references to missing ones."""
    passages = {
        f"{entry.id}#{passage.id}"
        for entry in entries.values()
        if isinstance(entry, Article)
        for passage in entry.passages()
    }
    kept = dict(entries)
    while True:
        whole = {key: _pruned(entry, kept.__contains__, passages) for key, entry in kept.items()}
        found = {key: entry for key, entry in whole.items() if entry is not None}
        if len(found) == len(kept):
            return corpus_of({key: _unlinked(entry, kept) for key, entry in found.items()})
        kept = {key: kept[key] for key in found}


def _pruned(entry: Entry, has: Has, passages: set[str]) -> Entry | None:
    """Return an entry without references to missing entries, or None if it needs one."""
    match entry:
        case Article():
            if not all(has(Key("source", source)) for source in entry.source):
                return None
            series = (
                entry.series if entry.series and has(Key("topic", entry.series.topic)) else None
            )
            return _changed(entry, topics=_topics(entry.topics, has), series=series)
        case Source():
            return entry if has(Key("name", entry.publisher)) else None
        case Name():
            relations = [one for one in entry.relations if has(Key("name", one.to))]
            relations = [one for one in relations if has(Key("source", one.source))]
            return _changed(entry, topics=_topics(entry.topics, has), relations=tuple(relations))
        case Claim():
            cited = [ref for ref in entry.passages if ref in passages]
            cited = [ref for ref in cited if has(Key("article", ref.partition("#")[0]))]
            if not (cited and has(Key("name", entry.asserted_by.name))):
                return None
            return _changed(entry, topics=_topics(entry.topics, has), passages=tuple(cited))
        case Term():
            related = tuple(one for one in entry.related if has(Key("term", one)))
            return _changed(entry, related=related)
        case _:
            return entry


def _topics(topics: tuple[str, ...], has: Has) -> tuple[str, ...]:
    return tuple(topic for topic in topics if has(Key("topic", topic)))


def _changed(entry: Entry, **values: object) -> Entry:
    new = {name: value for name, value in values.items() if getattr(entry, name) != value}
    return entry.model_copy(update=new) if new else entry


def _unlinked(record: Any, entries: Entries) -> Any:
    """Return a record in whose texts no link leads to a missing entry."""
    if isinstance(record, tuple):
        return tuple(_unlinked(item, entries) for item in record)
    if not isinstance(record, Record):
        return record
    new: dict[str, object] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        is_text = isinstance(record, Prose) and name in ("en", "zh_hant")
        changed = _without_links(value, entries) if is_text else _unlinked(value, entries)
        if changed != value:
            new[name] = changed
    return record.model_copy(update=new) if new else record


def _without_links(text: str, entries: Entries) -> str:
    def link(match: re.Match[str]) -> str:
        return match[0] if Key(LINKED[match[1]], match[2]) in entries else "](none:)"

    return _LINK.sub(link, text) if "](" in text else text
