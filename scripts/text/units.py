"""Translation units: the smallest texts of an entry in both languages, with their places.

A unit is a pair of texts: a title, a description, a caption; in a passage each paragraph, item of
a list, cell of a table, and footnote. Whatever walks the texts of an entry walks its units.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from ..languages import LANGUAGES, LanguageCode
from ..model import Article, Label, Passage, Picture, Prose, Record
from .blocks import Block, blocks_of, is_plain
from .markup import Marked, Run, parse

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A text in both languages: a translation unit, in the terms of TMX.

    `location` is the path of the pair in its entry, with the names that editors write: ("title",),
    or ("sections", 0, "passages", 2). `leaves` are the blocks of each text that the unit is, the
    English first; None if it is the texts as a whole.
    """

    location: Location
    label: Label
    leaves: tuple[Block, Block] | None = None

    @property
    def is_prose(self) -> bool:
        """Whether it may have links and emphasis."""
        return isinstance(self.label, Prose)

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table, which may be a name or a number."""
        return self.leaves is not None and self.leaves[0].kind in ("cell", "heading")

    def leaf(self, language: LanguageCode) -> Block | None:
        """Return the block of a text that the unit is; None if it is the whole text."""
        return self.leaves[language != "en"] if self.leaves else None

    def written(self, language: LanguageCode) -> str:
        """Return a text as written, with its notation."""
        leaf = self.leaf(language)
        return leaf.text if leaf else self.label.of(language)

    def marked(self, language: LanguageCode) -> Marked:
        """Return a parsed text; a label has no notation and is a single run."""
        text = self.written(language)
        return parse(text) if self.is_prose else Marked((Run(text),))

    def plain(self, language: LanguageCode) -> str:
        """Return a text without its notation."""
        text = self.written(language)
        return parse(text).plain if self.is_prose else text


def units_of(record: Record, location: Location = ()) -> Iterator[Unit]:
    """Yield the units of an entry, in the order of the model's fields."""
    if isinstance(record, Passage):
        yield from units_of_passage(record, location)
    elif isinstance(record, Label):
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


def units_of_passage(passage: Prose, location: Location = ()) -> Iterator[Unit]:
    """Yield the units of a passage; none while its texts have different blocks."""
    if all(is_plain(passage.of(language.code)) for language in LANGUAGES):
        yield Unit(location, passage)
        return
    pairs = list(paired(blocks_of(passage.en), blocks_of(passage.zh_hant)))
    if all(one and other and is_alike(one, other) for one, other in pairs):
        for one, other in pairs:
            if one and other and one.is_leaf and (one.text or other.text):
                yield Unit(location, passage, (one, other))


def units_shown(article: Article, passage: Passage) -> Iterator[Unit]:
    """Yield the units of a passage in reading order, with the texts below its pictures."""
    pictures = {picture.id: (n, picture) for n, picture in enumerate(article.pictures)}
    units = {unit.leaves: unit for unit in units_of_passage(passage)}
    if not pictures or None in units:
        yield from units.values()
        return
    for one, other in paired(blocks_of(passage.en), blocks_of(passage.zh_hant)):
        if one and other and (unit := units.get((one, other))):
            yield unit
        elif one and one.kind == "picture" and one.name in pictures:
            yield from _below(*pictures[one.name])


def _below(number: int, picture: Picture) -> Iterator[Unit]:
    """The texts below a picture."""
    for name in ("caption", "credit", "licence"):
        yield Unit(("pictures", number, name), getattr(picture, name))


def paired(
    english: tuple[Block, ...], chinese: tuple[Block, ...]
) -> Iterator[tuple[Block | None, Block | None]]:
    """Yield the blocks of two texts in pairs, those within a block after it; None beside none."""
    for one, other in zip_longest(english, chinese):
        yield one, other
        yield from paired(one.blocks if one else (), other.blocks if other else ())


def is_alike(english: Block, chinese: Block) -> bool:
    """Whether two blocks are the same, whatever is within them."""
    named = english.kind in ("picture", "footnote", "numbers")
    alike = english.kind == chinese.kind and len(english.blocks) == len(chinese.blocks)
    return alike and (not named or english.name == chinese.name)


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a record: the name in Python and the name in YAML."""
    return tuple((name, info.alias or name) for name, info in record.model_fields.items())
