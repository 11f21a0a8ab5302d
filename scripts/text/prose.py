"""Every text of an entry that may hold links, with its place in the entry."""

from collections.abc import Iterator

from ..model import Prose, Record

Location = tuple[str | int, ...]


def prose_of(record: Record, location: Location = ()) -> Iterator[tuple[Location, Prose]]:
    """The texts of an entry in the order of the model, located as editors write them."""
    if isinstance(record, Prose):
        yield location, record
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        here = (*location, info.alias or name)
        if isinstance(value, Record):
            yield from prose_of(value, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Record):
                    yield from prose_of(item, (*here, number))
