"""Compare the figures and names of our texts with the paragraphs that they are based on."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from msgspec.structs import replace

from ...figures import Quantity, disagreements, quantities_in
from ...figures.quantity import date_parts
from ...languages import CODES, LANGUAGES, LanguageCode
from ...model import Name
from ...model.passage import Ground
from ...patterns import lazily
from ...reading.source_paragraphs import HeldParagraph, HeldSource
from ...text.lexicon import Lexicon
from ...text.markup import UNLINKED, parse
from ...text.units import Unit
from .overlap import normalised

WRONG: Final = ("value", "missing", "currency")

_days = lazily(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure or a name in a text, at an offset of what a reader sees of it.

    It should stand in one of the `grounds`; `stands` tells whether it does. `name` is the id of
    the name that it is, if it is one.
    """

    text: str
    start: int
    grounds: Sequence[HeldParagraph]
    stands: Callable[[HeldParagraph], bool]
    name: str | None = None

    @property
    def is_unfounded(self) -> bool:
        """Whether nothing supports it. This is unknown while one of the grounds is missing."""
        if not self.grounds or any(paragraph.text is None for paragraph in self.grounds):
            return False
        return not any(map(self.stands, self.grounds))


@dataclass(frozen=True, slots=True)
class Support:
    """The sources of a text, each with the paragraphs that it cites."""

    sources: Sequence[tuple[HeldSource, Sequence[HeldParagraph]]]

    @property
    def cited(self) -> list[HeldParagraph]:
        """The paragraphs that the text cites."""
        return [paragraph for _, cited in self.sources for paragraph in cited]

    @property
    def explaining(self) -> list[HeldParagraph]:
        """These paragraphs, and those that may explain them."""
        return [one for held, cited in self.sources for one in held.explaining(cited)]

    def is_publisher(self, name: str) -> bool:
        """Whether a name published one of the sources."""
        return any(held.source.publisher == name for held, _ in self.sources)

    def is_dated(self, quantity: Quantity) -> bool:
        """Whether a figure is the date of one of the sources."""
        return any(is_date_of(quantity, held.source.date) for held, _ in self.sources)


def support_of(grounds: Sequence[Ground], sources: Mapping[str, HeldSource]) -> Support:
    """Return the sources of a text with the paragraphs that it cites."""
    cited: dict[str, list[str]] = {}
    for ground in grounds:
        cited.setdefault(ground.source, []).append(ground.paragraph)
    known = [(sources[source], cited[source]) for source in cited if source in sources]
    return Support([(held, held.cited(paragraphs)) for held, paragraphs in known])


def statements(
    unit: Unit,
    language: LanguageCode,
    support: Support,
    lexicon: Lexicon,
    names: Mapping[str, Name],
) -> Iterator[Statement]:
    """Yield the figures and names in a unit of a passage that a document should support."""
    written = unit.written(language)
    cited = support.cited
    yield from _figures(unit.plain(language), language, support, lexicon)
    for used in names_in(written, language, lexicon):
        name = names.get(used.id)
        if name is None or support.is_publisher(used.id):
            continue
        if _is_attested(name, {paragraph.language for paragraph in cited}):
            stands = partial(_has_name, name)
            yield Statement(used.text, used.start, support.explaining, stands, used.id)


def _figures(
    text: str, language: LanguageCode, support: Support, lexicon: Lexicon
) -> Iterator[Statement]:
    """Return the figures of a text, without those in names and the source’s date."""
    within, cited = name_stretches(text, lexicon), support.cited
    for quantity in quantities_in(text, language):
        if quantity.optional or support.is_dated(quantity):
            continue
        if not any(start <= quantity.start and quantity.end <= end for start, end in within):
            yield Statement(quantity.text, quantity.start, cited, partial(_gives, quantity))


def _gives(quantity: Quantity, paragraph: HeldParagraph) -> bool:
    """Whether a paragraph has a figure, whatever its qualifier (over, about).

    The paragraph may give it in parts, as the year of a date or the two ends of a range.
    """
    figures = map(_bare, quantities_in(paragraph.text or "", paragraph.language))
    differences = disagreements((_bare(quantity),), tuple(figures))
    return not any(told.english and told.difference in WRONG for told in differences)


def _bare(quantity: Quantity) -> Quantity:
    return replace(quantity, qualifier="exactly", approximate=False, change=None)


def _has_name(name: Name, paragraph: HeldParagraph) -> bool:
    """Whether a paragraph has a name in any of its forms, also in one of the other language.

    A local paper leaves out that it is local: 香港浸會大學 is 本港浸會大學 there.
    """
    text = _normalised(paragraph.text or "")
    forms = (form.form for language in LANGUAGES for form in name.forms.of(language.code))
    return any(_normalised(form) in text or _without_place(form) in text for form in forms)


def _is_attested(name: Name, languages: Iterable[LanguageCode]) -> bool:
    """Whether a document in one of these languages could have a name: not only we call it so."""
    return any(form.origin != "ours" for code in languages for form in name.forms.of(code))


@dataclass(frozen=True, slots=True)
class NameInText:
    """A name that a text uses: its id, the words used, and their offset in the plain text."""

    id: str
    text: str
    start: int


def names_in(written: str, language: LanguageCode, lexicon: Lexicon) -> list[NameInText]:
    """The names in a text with its notation, each once: by their forms, or by a link alone."""
    marked = parse(written)
    found: list[NameInText] = []
    unlinked: set[int] = set()
    for start, end, run in marked.spans():
        if run.target and run.target.scheme == UNLINKED:
            unlinked.update(range(start, end))
        if run.target and run.target.scheme == "name":
            found.append(NameInText(run.target.value, run.text, start))
    for start, end, owner in _matches(marked.plain, (language,), lexicon):
        if start not in unlinked:
            found.append(NameInText(owner, marked.plain[start:end], start))
    first: dict[str, NameInText] = {}
    for name in sorted(found, key=lambda name: name.start):
        first.setdefault(name.id, name)
    return list(first.values())


def name_stretches(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the spans of names' forms in a plain text, in either language."""
    return [(start, end) for start, end, _ in _matches(text, CODES, lexicon)]


def _matches(
    text: str, languages: Collection[LanguageCode], lexicon: Lexicon
) -> Iterator[tuple[int, int, str]]:
    for code in languages:
        for match in lexicon.indexes[code].find(text):
            if match.form.owner.kind == "name":
                yield match.start, match.end, match.form.owner.id


def is_date_of(quantity: Quantity, date: str) -> bool:
    """Whether a figure is one of the days in a date in EDTF, or the month or year of one."""
    days = [tuple(int(part) for part in day.split("-")) for day in _days.findall(date)]
    match quantity.kind:
        case "date":
            said = tuple(part for part in date_parts(quantity.value) if part)
            return any(said in (day[: len(said)], day[1:]) for day in days)
        case "year":
            return any(day[0] == quantity.value for day in days)
        case "month":
            return any(day[1:2] == (int(quantity.value),) for day in days)
        case _:
            return False


@lru_cache(maxsize=65536)
def _without_place(form: str) -> str:
    """Return a form without Hong Kong before it, if the rest is still unambiguous."""
    whole = _normalised(form)
    rest = whole.removeprefix(" 香 港").removeprefix(" hong kong")
    return rest if len(rest.split()) >= (2 if rest.isascii() else 4) else whole


@lru_cache(maxsize=65536)
def _normalised(text: str) -> str:
    return normalised(text)
