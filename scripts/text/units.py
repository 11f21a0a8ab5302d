"""Translation units: every pair of texts in an entry, with its location."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..languages import LanguageCode
from ..model import Label, Prose, Record
from .markup import Marked, Run, parse

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A text in both languages: a translation unit, in the terms of TMX.

    `location` is the path of the pair in its entry, with the names that editors write: ("title",),
    or ("sections", 0, "passages", 2).
    """

    location: Location
    label: Label

    @property
    def is_prose(self) -> bool:
        """Whether it may have links and emphasis."""
        return isinstance(self.label, Prose)

    def written(self, language: LanguageCode) -> str:
        """Return a text as written, with its notation."""
        return self.label.of(language)

    def marked(self, language: LanguageCode) -> Marked:
        """Return a parsed text; a label has no notation and is a single run."""
        text = self.label.of(language)
        return parse(text) if self.is_prose else Marked((Run(text),))

    def plain(self, language: LanguageCode) -> str:
        """Return a text without its notation."""
        text = self.label.of(language)
        return parse(text).plain if self.is_prose else text


def units_of(record: Record, location: Location = ()) -> Iterator[Unit]:
    """Yield the units of an entry, in the order of the model's fields."""
    if isinstance(record, Label):
        yield Unit(location, record)
    for name, written in _fields(type(record)):
        value = getattr(record, name)
        here = (*location, written)
        if isinstance(value, Record):
            yield from units_of(value, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Record):
                    yield from units_of(item, (*here, number))


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a record: the name in Python and the name in YAML."""
    return tuple((name, info.alias or name) for name, info in record.model_fields.items())
