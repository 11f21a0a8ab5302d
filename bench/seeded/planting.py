"""Plant an error in a file, and judge whether it is reported in the right place."""

import json
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Literal, TypeVar

from scripts.analysis.summary import suppressions_of
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.languages import LANGUAGES, LanguageCode
from scripts.reading.parsed_entry import ParsedEntry, read_parsed_entry
from scripts.reading.yaml_tree import Location, Scalar, YamlTree
from scripts.text.units import Unit, units_of

from .corpus import Corpus

Verdict = Literal["found", "misplaced", "missed"]
Region = tuple[str, Location]  # a path, and the value whose lines must have the diagnostic
Splice = tuple[int, int, str]  # the start and end of a stretch of text, and its replacement
Option = TypeVar("Option")

# The address of a link, which readers do not see.
_address = re.compile(r"\]\((?:[^()]|\([^()]*\))*\)")


@dataclass(frozen=True, slots=True)
class Change:
    """Replacements within a value of a file."""

    path: str
    location: Location
    splices: tuple[Splice, ...]


@dataclass(frozen=True, slots=True)
class Seed:
    """An error to plant: changes of values, or whole new texts of files.

    `regions` are the values whose lines must have the diagnostic; `about` describes the error.
    """

    regions: tuple[Region, ...]
    about: str
    changes: tuple[Change, ...] = ()
    rewrites: tuple[tuple[str, str], ...] = ()


Seeds = Callable[[Corpus], Iterator[Seed]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of error.

    `check` is the one that should find it. `codes` are the diagnostics that count as finding it,
    each a check or CHECK:CODE; the check of a diagnostic of reading is empty.
    """

    check: str
    name: str
    seeds: Seeds
    codes: tuple[str, ...] = ()
    with_originals: bool = False

    def matches(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic counts as finding this kind of error."""
        codes = self.codes or (self.check,)
        return diagnostic.check in codes or f"{diagnostic.check}:{diagnostic.message.code}" in codes


def reported_as(check: str, name: str, seeds: Seeds, *codes: str) -> Kind:
    """Return a kind of error that a check reports with one of these codes, or CHECK:CODE."""
    full = tuple(code if ":" in code else f"{check}:{code}" for code in codes)
    return Kind(check, name, seeds, full)


@dataclass(frozen=True)
class Text:
    """One of the two texts of a unit, as written in its file."""

    parsed: ParsedEntry
    unit: Unit
    language: LanguageCode
    other: "Text | None" = field(default=None, repr=False)

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.parsed.document.path

    @property
    def location(self) -> Location:
        """The location of the text in its file."""
        return (*self.unit.location, self.language)

    @cached_property
    def written(self) -> str:
        """The text with its notation."""
        node = self.parsed.document.node(self.location)
        assert isinstance(node, Scalar)
        return node.text

    @cached_property
    def masked(self) -> str:
        """The text, unchanged in length, with the addresses of its links blanked."""
        if not self.unit.is_prose:
            return self.written
        return _address.sub(lambda match: "\0" * len(match[0]), self.written)

    @property
    def counterpart(self) -> "Text":
        """The text in the other language."""
        code: LanguageCode = "zh-Hant" if self.language == "en" else "en"
        return Text(self.parsed, self.unit, code)

    def region(self) -> tuple[Region, ...]:
        """Return both texts, as a disagreement may be reported at either."""
        return tuple((self.path, (*self.unit.location, lang.code)) for lang in LANGUAGES)

    def seed(self, *splices: Splice, regions: tuple[Region, ...] = ()) -> Seed:
        """Return the seed that makes these replacements."""
        start, end, new = splices[0]
        around = self.written[max(start - 15, 0) : end + 15].replace("\n", " ")
        old = self.written[start:end]
        place = "/".join(map(str, self.location))
        about = f"{place}: “{_short(old)}” → “{_short(new)}” in …{_short(around)}…"
        change = Change(self.path, self.location, splices)
        return Seed(regions or self.region(), about, (change,))

    def pick(self, start: int, options: Sequence[Option]) -> Option:
        """Return one of some options, always the same for a place."""
        return options[zlib.crc32(f"{self.path}{self.location}{start}".encode()) % len(options)]


def texts_of(corpus: Corpus) -> Iterator[Text]:
    """Yield every text of every entry that is in both languages, but for several blocks."""
    for parsed in corpus.parsed_entries.values():
        if parsed.entry is not None:
            for unit in units_of(parsed.entry):
                places = [(*unit.location, language.code) for language in LANGUAGES]
                is_pair = all(isinstance(parsed.document.node(place), Scalar) for place in places)
                for language in LANGUAGES if is_pair and unit.leaves is None else ():
                    yield Text(parsed, unit, language.code)


def by_text(
    change: Callable[[Text], Iterator[Splice]], language: LanguageCode | None = None
) -> Seeds:
    """Return seeds that each change one stretch of a text."""

    def seeds(corpus: Corpus) -> Iterator[Seed]:
        for text in texts_of(corpus):
            if language in (None, text.language):
                for splice in change(text):
                    yield text.seed(splice)

    return seeds


def chosen(kind: Kind, corpora: Sequence[Corpus], limit: int) -> list[tuple[Corpus, Seed]]:
    """Return up to `limit` seeds of a kind, from all corpora in turn, always the same."""
    random = Random(kind.check + kind.name)
    rows: list[list[tuple[Corpus, Seed]]] = []
    for corpus in corpora:
        if bool(corpus.originals) == kind.with_originals:
            seeds = [(corpus, seed) for seed in kind.seeds(corpus)]
            random.shuffle(seeds)
            rows.append(seeds)
    taken: list[tuple[Corpus, Seed]] = []
    while any(rows) and len(taken) < limit:
        taken += [seed for row in rows if row and not _is_waived(kind, *(seed := row.pop()))]
    return taken[:limit]


def _is_waived(kind: Kind, corpus: Corpus, seed: Seed) -> bool:
    """Whether the check is suppressed at the place of the error."""
    for path, location in seed.regions:
        parsed = corpus.parsed_entries[path]
        first, last = parsed.document.lines(location)
        for suppression in suppressions_of(parsed):
            if (
                suppression.check == kind.check
                and suppression.first <= last
                and first <= suppression.last
            ):
                return True
    return False


def judged(kind: Kind, corpus: Corpus, seed: Seed) -> Verdict:
    """Plant an error, run the checks, and undo it."""
    texts = planted(corpus, seed)
    matching = [
        diagnostic for diagnostic in corpus.new_diagnostics(texts) if kind.matches(diagnostic)
    ]
    lines = [_lines(corpus, texts, region) for region in seed.regions]
    if any(_is_within(diagnostic, path, span) for diagnostic in matching for path, span in lines):
        return "found"
    return "misplaced" if matching else "missed"


def planted(corpus: Corpus, seed: Seed) -> dict[str, str]:
    """Return the new texts of the files that an error changes."""
    texts = dict(seed.rewrites)
    for path in dict.fromkeys(change.path for change in seed.changes):
        document = corpus.parsed_entries[path].document
        changes = [change for change in seed.changes if change.path == path]
        ways = [_written(document, changes, quoted=quoted) for quoted in (False, True)]
        parsed = (way for way in ways if _has_values(corpus, path, way, changes))
        texts[path] = next(parsed, ways[0])
    return texts


def _lines(corpus: Corpus, texts: dict[str, str], region: Region) -> tuple[str, tuple[int, int]]:
    """The lines of a region with the error; without it if the file is then not valid YAML."""
    path, location = region
    document = _read(corpus, path, texts[path]) if path in texts else None
    document = document or corpus.parsed_entries[path].document
    if not location:
        return path, (1, document.text.count("\n") + 1)
    first, last = document.lines(location)
    key = document.place_of_key(location)
    return path, (min(first, key.line), last)


def _is_within(diagnostic: Diagnostic, path: str, span: tuple[int, int]) -> bool:
    return diagnostic.place.path == path and span[0] <= diagnostic.place.line <= span[1]


def _read(corpus: Corpus, path: str, text: str) -> YamlTree | None:
    """The YAML tree of a text written to a file."""
    known = corpus.files.get(path)
    if known is None:
        return None
    before = known.file.read_bytes()
    try:
        known.file.write_text(text, encoding="utf-8", newline="")
        parsed, _ = read_parsed_entry(known)
    finally:
        known.file.write_bytes(before)
    return parsed.document if parsed else None


def _has_values(corpus: Corpus, path: str, text: str, changes: Sequence[Change]) -> bool:
    """Whether a file's text has the values that the changes should give."""
    document = _read(corpus, path, text)
    if document is None:
        return False
    before = corpus.parsed_entries[path].document
    nodes = [(document.node(change.location), _value(before, change)) for change in changes]
    return all(isinstance(node, Scalar) and node.text == value for node, value in nodes)


def _value(document: YamlTree, change: Change) -> str:
    node = document.node(change.location)
    assert isinstance(node, Scalar)
    text = node.text
    for start, end, new in sorted(change.splices, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _written(document: YamlTree, changes: Sequence[Change], *, quoted: bool) -> str:
    """The file's text with the changes: in place, or with each value rewritten in quotes."""
    edits: list[Splice] = []
    for change in changes:
        node = document.node(change.location)
        assert isinstance(node, Scalar)
        if quoted:
            old = document.text[node.start.offset : node.end.offset]
            value = json.dumps(_value(document, change), ensure_ascii=False)
            ending = "\n" if old.endswith("\n") else ""
            # A block text ends where the next line's value begins, so its indentation is kept.
            ending += old[len(old.rstrip(" ")) :] if ending == "" else ""
            edits.append((node.start.offset, node.end.offset, value + ending))
        else:
            edits += [_edit(document, change.location, node, splice) for splice in change.splices]
    text = document.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _edit(document: YamlTree, location: Location, node: Scalar, splice: Splice) -> Splice:
    start, end, new = splice
    first = document.text[node.start.offset]
    if first == "'":
        new = new.replace("'", "''")
    elif first == '"':
        new = json.dumps(new, ensure_ascii=False)[1:-1]
    if start == end and start > 0:
        at = _index(document, location, start - 1) + 1
        return at, at, new
    begin = _index(document, location, start)
    return begin, max(_index(document, location, end - 1) + 1, begin) if end > start else begin, new


def _index(document: YamlTree, location: Location, offset: int) -> int:
    """The offset in the file of a character of a value."""
    place = document.place_within(location, offset)
    line_start = 0
    for _ in range(place.line - 1):
        line_start = document.text.index("\n", line_start) + 1
    return line_start + place.column - 1


def _short(text: str) -> str:
    return text if len(text) < 70 else f"{text[:30]} … {text[-30:]}"
