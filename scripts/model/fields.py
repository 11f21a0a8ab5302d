"""The fields of the model by their names in YAML, and their possible values."""

from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from .record import Record


def fields_of(record: type[Record]) -> dict[str, FieldInfo]:
    """Return the fields of a record."""
    return {info.alias or name: info for name, info in record.model_fields.items()}


def fields_at(model: type[Record], location: tuple[str | int, ...]) -> dict[str, FieldInfo]:
    """Return the fields of the record at a location of the model; none if there is no record."""
    record = record_in(annotation_at(model, location))
    return fields_of(record) if record else {}


def names_in(record: type[Record]) -> set[str]:
    """Return the names of a record's fields and of those of the records within it."""
    names = set()
    for name, info in fields_of(record).items():
        within = record_in(item_in(info.annotation) or info.annotation)
        names |= {name} | (names_in(within) if within and within is not record else set())
    return names


def annotation_at(model: type[Record], location: tuple[str | int, ...]) -> Any:
    """Return the type at a location: steps into fields by name, into lists by number."""
    annotation: Any = model
    for step in location:
        if isinstance(step, int):
            annotation = item_in(annotation)
        else:
            record = record_in(annotation)
            fields = fields_of(record) if record else {}
            annotation = fields[step].annotation if step in fields else None
    return annotation


def record_in(annotation: Any) -> type[Record] | None:
    """Return the record class of an annotation, or None."""
    annotation = _required(annotation)
    return annotation if isinstance(annotation, type) and issubclass(annotation, Record) else None


def item_in(annotation: Any) -> Any:
    """Return the type of the items of a list, or None if it is not a list."""
    annotation = _required(annotation)
    return get_args(annotation)[0] if get_origin(annotation) is tuple else None


def choices_in(annotation: Any) -> list[str]:
    """Return the values of a vocabulary; none if any text is allowed."""
    annotation = _required(annotation)
    return list(get_args(annotation)) if get_origin(annotation) is Literal else []


def descriptions(info: FieldInfo) -> tuple[str, str]:
    """Return the description of a field with its vocabulary, in English and in Chinese."""
    english = info.description or ""
    extra = info.json_schema_extra
    chinese = str(extra["description:zh-Hant"]) if isinstance(extra, dict) else ""
    choices = choices_in(info.annotation) or choices_in(item_in(info.annotation))
    if not all(choice in english for choice in choices):
        english = f"{english} One of: {', '.join(choices)}."
        chinese = f"{chinese}可填：{'、'.join(choices)}。"
    return english, chinese


def _required(annotation: Any) -> Any:
    """X if the annotation is `X | None`."""
    arguments = get_args(annotation)
    if NoneType in arguments:
        return next(argument for argument in arguments if argument is not NoneType)
    return annotation
