"""Every text of an entry in both languages, with its place in the entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..languages import LanguageCode
from ..model import Label, Prose, Record
from .markup import Marked, Run, parse

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A text in both languages: a translation unit, in the words of TMX.

    `location` is where the pair stands in its entry, as editors write it: ("title",), or
    ("sections", 0, "passages", 2).
    """

    location: Location
    label: Label

    @property
    def is_prose(self) -> bool:
        """Whether it may hold links and emphasis."""
        return isinstance(self.label, Prose)

    def written(self, language: LanguageCode) -> str:
        """A text as the editor wrote it, with its notation."""
        return self.label.of(language)

    def marked(self, language: LanguageCode) -> Marked:
        """A text in its runs; a short plain text has no notation, and so is one."""
        text = self.label.of(language)
        return parse(text) if self.is_prose else Marked((Run(text),))

    def plain(self, language: LanguageCode) -> str:
        """A text as a reader sees it."""
        text = self.label.of(language)
        return parse(text).plain if self.is_prose else text


def units_of(record: Record, location: Location = ()) -> Iterator[Unit]:
    """The texts of an entry in the order of the model."""
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
    """The fields of a record, each as Python names it and as editors write it."""
    return tuple((name, info.alias or name) for name, info in record.model_fields.items())
