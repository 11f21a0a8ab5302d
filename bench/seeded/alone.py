"""Errors within an entry's fields: ids, forms, pronunciation, evidence."""

from collections.abc import Iterator
from typing import Final

from scripts.model import Claim, Name, Term
from scripts.reading.parsed_entry import ParsedEntry
from scripts.reading.yaml_tree import Location, Scalar

from .corpus import Corpus
from .planting import Change, Kind, Seed

STATUSES: Final = ("corroborated", "disputed", "superseded")


def _set(path: str, parsed: ParsedEntry, location: Location, new: str, *also: Location) -> Seed:
    node = parsed.document.node(location)
    assert isinstance(node, Scalar)
    change = Change(path, location, ((0, len(node.text), new),))
    about = f"{'/'.join(map(str, location))}: {node.text} → {new}"
    return Seed(tuple((path, place) for place in (location, *also)), about, (change,))


def _same_ids(corpus: Corpus) -> Iterator[Seed]:
    """An id that is already used in the file."""
    for path, parsed in corpus.parsed_entries.items():
        document = parsed.document
        ids = {
            "article": [*document.at("sections", "id"), *document.at("sections", "passages", "id")],
            "source": list(document.at("paragraphs", "en", "id")),
        }.get(parsed.key.kind, [])
        for (location, _), (other, value) in zip(ids[1:], ids, strict=False):
            yield _set(path, parsed, location, value, other)


def _reserved_ids(corpus: Corpus) -> Iterator[Seed]:
    for path, parsed in corpus.parsed_entries.items():
        document = parsed.document
        ids = [*document.at("sections", "id"), *document.at("sections", "passages", "id")]
        for location, _ in ids if parsed.key.kind == "article" else ():
            yield _set(path, parsed, location, "facing-page")


def _shared_forms(corpus: Corpus) -> Iterator[Seed]:
    """A form that another entry owns."""
    written = sorted(
        (form for form in corpus.forms if form.location and form.location[-1] == "form"),
        key=lambda form: form.language,
    )
    paths = {parsed.key: path for path, parsed in corpus.parsed_entries.items()}
    for form, other in zip(written[1:], written, strict=False):
        if form.owner != other.owner and form.language == other.language and form.location:
            path = paths[form.owner]
            seed = _set(path, corpus.parsed_entries[path], form.location, other.text)
            there = (paths[other.owner], other.location or ())
            yield Seed((*seed.regions, there), f"{form.owner} {seed.about}", seed.changes)


def _deprecated_headwords(corpus: Corpus) -> Iterator[Seed]:
    for path, parsed in corpus.parsed_entries.items():
        if not isinstance(parsed.entry, Term):
            continue
        for language in ("en", "zh-Hant"):
            location = ("forms", language, 0)
            text, node = parsed.document.text, parsed.document.node(location)
            kind = parsed.document.node((*location, "part_of_speech"))
            assert isinstance(kind, Scalar)
            column = parsed.document.place_of_key((*location, "part_of_speech")).column - 1
            between = ", " if text[node.start.offset] == "{" else "\n" + " " * column
            end = kind.end.offset
            new = f"{text[:end]}{between}use: deprecated{text[end:]}"
            yield Seed(((path, location),), f"{path} {language}: deprecated", (), ((path, new),))


def _syllables(corpus: Corpus) -> Iterator[Seed]:
    """A missing or extra syllable."""
    for path, parsed in corpus.parsed_entries.items():
        for location, value in parsed.document.at("forms", "zh-Hant", "jyutping"):
            for new in (value.rpartition(" ")[0], f"{value} jan4"):
                if new:
                    yield _set(path, parsed, location, new, location[:-1])


def _pinyin(corpus: Corpus) -> Iterator[Seed]:
    """A syllable of pinyin at the end."""
    for path, parsed in corpus.parsed_entries.items():
        for location, value in parsed.document.at("forms", "zh-Hant", "jyutping"):
            for new in ("xie4", "zhong1"):
                written = " ".join([*value.split()[:-1], new])
                yield _set(path, parsed, location, written, location[:-1])


def _without_syllables(corpus: Corpus) -> Iterator[Seed]:
    """A name without Jyutping, which the model allows."""
    for path, parsed in corpus.parsed_entries.items():
        found = parsed.document.at("forms", "zh-Hant", "jyutping")
        for location, value in found if isinstance(parsed.entry, Name) else ():
            text = parsed.document.text
            for written in (f", jyutping: {value}", f"      jyutping: {value}\n"):
                if text.count(written) == 1:
                    new = text.replace(written, "")
                    yield Seed(((path, location[:-1]),), f"{path}: −{written}", (), ((path, new),))


def _statuses(corpus: Corpus) -> Iterator[Seed]:
    for path, parsed in corpus.parsed_entries.items():
        entry = parsed.entry
        is_bare = isinstance(entry, Claim) and not entry.evidence
        if is_bare and "status" in parsed.document.root.values:
            for status in STATUSES:
                yield _set(path, parsed, ("status",), status)


def _findings(corpus: Corpus) -> Iterator[Seed]:
    """Another finding of the only evidence that decides; beside more, the status may still hold."""
    for path, parsed in corpus.parsed_entries.items():
        findings = list(parsed.document.at("evidence", "finding"))
        for location, value in findings:
            others = {finding for other, finding in findings if other != location}
            for new in ("supports", "contradicts", "neither"):
                if new != value and others <= {"neither"}:
                    independence = (*location[:-1], "independence")
                    yield _set(path, parsed, location, new, ("status",), independence)


KINDS: Final = (
    Kind("identity", "an id that stands twice", _same_ids, ("identity:same-id",)),
    Kind("identity", "a reserved id", _reserved_ids, ("identity:reserved-id",)),
    Kind("forms", "a form of another entry", _shared_forms, ("forms:shared-form",)),
    Kind(
        "forms", "a headword not to be used", _deprecated_headwords, ("forms:deprecated-headword",)
    ),
    Kind("pronunciation", "a syllable too few or too many", _syllables),
    Kind("pronunciation", "a syllable of pinyin", _pinyin, ("pronunciation:jyutping-unknown",)),
    Kind("pronunciation", "no Jyutping", _without_syllables),
    Kind("evidence", "a status without evidence", _statuses),
    Kind("evidence", "evidence against the status", _findings),
)
