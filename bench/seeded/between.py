"""Errors between entries: broken references, unused entries, contradictions."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scripts.kinds import KINDS as KINDS_OF_ENTRIES
from scripts.kinds import FieldPath
from scripts.kinds import Kind as EntryKind
from scripts.model import Article, Claim, Key, Name
from scripts.model.name import INVERSE, RelationType
from scripts.reading.parsed_entry import ParsedEntry
from scripts.reading.yaml_tree import Location, Scalar, YamlTree
from scripts.reading.yaml_tree import Sequence as List

from .corpus import Corpus
from .planting import Change, Kind, Region, Seed, Seeds, Text, texts_of
from .wording import LINK, OTHER_WORDS, Found, uses

FIGURES: Final = (
    (" with 4,321 kites", "，並有4,321隻風箏"),
    (" for HK$77 million", "，耗資7,700萬港元"),
    (", of which 63% was sold", "，當中63%已售出"),
)
ONE_WAY: Final = ("run by", "part of", "held at", "owned by", "successor of", "published by")


def _scalar_changed(
    path: str, document: YamlTree, location: Location, new: str, *more: Region
) -> Seed:
    """Another value of a field."""
    node = document.node(location)
    assert isinstance(node, Scalar)
    change = Change(path, location, ((0, len(node.text.rstrip()), new),))
    about = f"{'/'.join(map(str, location))}: {node.text.strip()} → {new}"
    return Seed(((path, location), *more), about, (change,))


def _misspelt(value: str) -> str:
    """An id with an extra letter."""
    return f"{value[:-1]}x{value[-1]}"


def _fields(kind: EntryKind) -> Iterator[tuple[FieldPath, EntryKind]]:
    """The fields that hold an id, and of which kind."""
    for reference in KINDS_OF_ENTRIES[kind].references:
        if not reference.to_passage:
            yield reference.field, reference.to


def _references(new: Callable[[ParsedEntry, str], str]) -> Seeds:
    """Seeds that put another id into each field that holds one."""

    def seeds(corpus: Corpus) -> Iterator[Seed]:
        for path, parsed in corpus.parsed_entries.items():
            for fields, kind in _fields(parsed.key.kind):
                for location, text in parsed.document.at(*fields):
                    value = new(parsed, text)
                    if value != parsed.key.id or kind == parsed.key.kind:
                        yield _scalar_changed(path, parsed.document, location, value)

    return seeds


def _pictures(corpus: Corpus) -> Iterator[Seed]:
    """Misspelt names of picture files."""
    for path, parsed in corpus.parsed_entries.items():
        if parsed.key.kind == "article":
            for location, name in parsed.document.at("pictures", "file"):
                yield _scalar_changed(path, parsed.document, location, f"x{name}")


def _citations(corpus: Corpus) -> Iterator[Seed]:
    """Misspelt references to passages in claims, and to paragraphs in passages."""
    for path, parsed in corpus.parsed_entries.items():
        document = parsed.document
        if parsed.key.kind == "claim":
            for location, text in document.at("passages"):
                article, _, passage = text.partition("#")
                for value in (f"{_misspelt(article)}#{passage}", f"{article}#{passage}99"):
                    yield _scalar_changed(path, document, location, value)
        for language in ("en", "zh-Hant"):
            fields = ("sections", "passages", "rests_on", language)
            for location, text in document.at(*fields) if parsed.key.kind == "article" else ():
                yield _scalar_changed(path, document, location, text + "99")


def _other_sources(corpus: Corpus) -> Iterator[Seed]:
    """Paragraphs of a source that the article does not list."""
    for path, parsed in corpus.parsed_entries.items():
        for language in ("en", "zh-Hant") if parsed.key.kind == "article" else ():
            fields = ("sections", "passages", "rests_on", language)
            for location, text in parsed.document.at(*fields):
                value = f"another-source#{text.rpartition('#')[2]}"
                yield _scalar_changed(path, parsed.document, location, value)


def _same_part(corpus: Corpus) -> Iterator[Seed]:
    """The second part of a series as another first one."""
    parts = [
        (path, parsed, text)
        for path, parsed in corpus.parsed_entries.items()
        for _, text in parsed.document.at("series", "part")
    ]
    for path, parsed, text in parts:
        for other, _, taken in parts:
            if taken < text:
                more = (other, ("series", "part"))
                yield _scalar_changed(path, parsed.document, ("series", "part"), taken, more)


def _links(corpus: Corpus) -> Iterator[Seed]:
    for text in texts_of(corpus):
        for link in LINK.finditer(text.written) if text.unit.is_prose else ():
            if link[2] in ("term", "name", "claim", "source"):
                yield text.seed((*link.span(3), _misspelt(link[3])))


def _schemes(corpus: Corpus) -> Iterator[Seed]:
    for text in texts_of(corpus):
        for link in LINK.finditer(text.written) if text.unit.is_prose else ():
            yield text.seed((*link.span(2), _misspelt(link[2])))


def _passages(corpus: Corpus) -> Iterator[tuple[Text, str]]:
    """The English text of each passage whose figures need a claim, and its reference."""
    for text in texts_of(corpus):
        entry = text.parsed.entry
        is_passage = isinstance(entry, Article) and entry.source and "passages" in text.location
        if entry and is_passage and text.language == "en" and not entry.waivers:
            ident = text.parsed.document.node((*text.unit.location, "id"))
            assert isinstance(ident, Scalar)
            yield text, f"{entry.id}#{ident.text}"


def _unclaimed(corpus: Corpus) -> Iterator[Seed]:
    """A figure in both texts that no claim has."""
    for text, _ in _passages(corpus):
        for figure in FIGURES:
            changes = []
            for one, words in zip((text, text.counterpart), figure, strict=True):
                end = len(one.written.rstrip().rstrip(".。"))
                changes.append(Change(one.path, one.location, ((end, end, words),)))
            yield Seed(text.region(), f"{text.location}: +“{figure[0]}”", tuple(changes))


def _not_listed(corpus: Corpus) -> Iterator[Seed]:
    """A passage removed from a claim's list, or replaced there."""
    passages = {passage: text for text, passage in _passages(corpus)}
    for path, parsed in corpus.parsed_entries.items():
        if not isinstance(parsed.entry, Claim):
            continue
        named = parsed.entry.passages
        for taken in named:
            others = [name for name in named if name != taken]
            spare = [p for p in passages if p.partition("#")[0] == taken.partition("#")[0]]
            left = others or [p for p in spare if p != taken][:1]
            if left and taken in passages:
                text = _with_list(parsed.document, ("passages",), left)
                regions = passages[taken].region()
                yield Seed(regions, f"{path}: {taken} taken out", (), ((path, text),))


def _with_list(document: YamlTree, location: Location, items: Sequence[str]) -> str:
    """A file's text with a list replaced."""
    node = document.node(location)
    assert isinstance(node, List)
    start, end = node.start.offset, max(_end(item) for item in node.items)
    if document.text[start] == "[":
        end = document.text.index("]", end) + 1
    return document.text[:start] + json.dumps(items) + document.text[end:]


def _end(item: object) -> int:
    assert isinstance(item, Scalar)
    return item.end.offset


def _not_linked(corpus: Corpus) -> Iterator[Seed]:
    """The links to a claim removed from both texts of a passage that it cites."""
    claims = {m.key.id: m for m in corpus.parsed_entries.values() if isinstance(m.entry, Claim)}
    for text, passage in _passages(corpus):
        targets = {link[3] for link in LINK.finditer(text.written) if link[2] == "claim"}
        for target in sorted(targets):
            changes = tuple(
                Change(one.path, one.location, splices)
                for one in (text, text.counterpart)
                if (splices := _delinked(one, Key("claim", target)))
            )
            document = claims[target].document
            regions = tuple(
                (document.path, where)
                for where, named in document.at("passages")
                if named == passage
            )
            yield Seed(regions, f"{passage}: links to {target} taken out", changes)


def _delinked(text: Text, key: Key) -> tuple[tuple[int, int, str], ...]:
    links = LINK.finditer(text.written)
    return tuple((*link.span(), link[1]) for link in links if link.group(2, 3) == tuple(key))


def _last_uses(corpus: Corpus) -> Iterator[Seed]:
    """Every use of a name, term or source removed."""
    keys = [parsed.key for parsed in corpus.parsed_entries.values()]
    used = [(text, uses(corpus, text)) for text in texts_of(corpus)]
    for path, parsed in corpus.parsed_entries.items():
        key = parsed.key
        others = [one.id for one in keys if one.kind == key.kind and one.id != key.id]
        if key.kind in ("name", "term", "source") and others:
            changes = tuple(_without(corpus, used, key, others[0]))
            if len({change.path for change in changes}) <= 6:
                yield Seed(((path, ()),), f"all uses of {key} taken away", changes)


def _without(
    corpus: Corpus, used: Sequence[tuple[Text, Sequence[Found]]], key: Key, instead: str
) -> Iterator[Change]:
    for path, parsed in corpus.parsed_entries.items():
        if parsed.key == key:
            continue
        for fields, kind in _fields(parsed.key.kind):
            for location, value in parsed.document.at(*fields):
                if (kind, value) == key:
                    yield Change(path, location, ((0, len(value), instead),))
    for text, found in used:
        if text.parsed.key != key:
            splices = [
                (use.start, use.end, OTHER_WORDS[text.language])
                for use in found
                if use.owner == key
            ]
            linked = _delinked(text, key) if key.kind == "source" and text.unit.is_prose else ()
            if splices or linked:
                yield Change(text.path, text.location, (*splices, *linked))


def _relation(
    corpus: Corpus, form: Callable[[RelationType], RelationType | None], *, there: bool
) -> Iterator[Seed]:
    """A further relation between two related names: in the other's file, or in this one."""
    paths = {m.key: path for path, m in corpus.parsed_entries.items()}
    for path, parsed in corpus.parsed_entries.items():
        if not isinstance(parsed.entry, Name):
            continue
        for relation in parsed.entry.relations:
            new = form(relation.type)
            other = paths[Key("name", relation.to)]
            if new:
                to = parsed.key.id if there else relation.to
                place = other if there else path
                line = f"  - {{type: {new}, to: {to}, source: {relation.source}}}\n"
                text = _with_relation(corpus.parsed_entries[place].document, line)
                regions = ((path, ("relations",)), (other, ("relations",)))
                yield Seed(regions, f"{place}: + {line.strip()}", (), ((place, text),))


def _with_relation(document: YamlTree, line: str) -> str:
    lines = document.text.splitlines(keepends=True)
    if "relations" not in document.root.values:
        return document.text.rstrip("\n") + "\nrelations:\n" + line
    _, last = document.lines(("relations",))
    return "".join((*lines[:last], line, *lines[last:]))


def _circles(corpus: Corpus) -> Iterator[Seed]:
    yield from _relation(corpus, lambda t: t if t in ONE_WAY else None, there=True)
    inverse = {value: key for key, value in INVERSE.items()}
    yield from _relation(
        corpus,
        lambda t: inverse[t] if t in ONE_WAY else None,
        there=False,
    )


def _twice(corpus: Corpus) -> Iterator[Seed]:
    yield from _relation(corpus, lambda t: t, there=False)
    yield from _relation(corpus, lambda t: INVERSE[t], there=True)


def _waivers(check: str) -> Seeds:
    """A waiver of a check in an entry without waivers."""

    def seeds(corpus: Corpus) -> Iterator[Seed]:
        faulty = {diagnostic.place.path for diagnostic in corpus.diagnostics}
        for path, parsed in corpus.parsed_entries.items():
            if path not in faulty and "waivers" not in parsed.document.root.values:
                line = f"waivers: [{{check: {check}, reason: It errs.}}]\n"
                text = re.sub(r"(?m)^(updated: .*\n)", rf"\g<1>{line}", parsed.document.text)
                yield Seed(
                    ((path, ("waivers",)),), f"{path}: + {line.strip()}", (), ((path, text),)
                )

    return seeds


KINDS: Final = (
    Kind("references", "an id misspelt", _references(lambda m, v: _misspelt(v))),
    Kind("references", "a passage or paragraph misspelt", _citations),
    Kind(
        "references",
        "an entry that refers to itself",
        _references(lambda parsed, value: parsed.key.id),
        ("references:self-reference",),
    ),
    Kind(
        "articles", "a source that is not listed", _other_sources, ("articles:source-not-listed",)
    ),
    Kind("series", "a part that another article is", _same_part, ("series:same-part",)),
    Kind("pictures", "the name of a file misspelt", _pictures, ("pictures:no-picture",)),
    Kind("links", "a link’s id misspelt", _links, ("links:unknown-entry",)),
    Kind("links", "a link’s scheme misspelt", _schemes, ("links:unknown-link",)),
    Kind("claims", "a figure that no claim has", _unclaimed, ("claims:figure-without-claim",)),
    Kind(
        "claims",
        "a passage taken out of a claim’s list",
        _not_listed,
        ("claims:passage-not-listed",),
    ),
    Kind("claims", "the links to a claim taken out", _not_linked, ("claims:claim-not-linked",)),
    Kind("unused", "the last use taken away", _last_uses),
    Kind("relations", "a contradiction or a circle", _circles, ("relations:circular-relation",)),
    Kind("relations", "a relation written twice", _twice, ("relations:redundant-relation",)),
    Kind("waivers", "a waiver of no check", _waivers("figurs")),
    Kind("waivers", "a waiver of what cannot be silenced", _waivers("links")),
    Kind("waivers", "a waiver that silences nothing", _waivers("figures")),
)
