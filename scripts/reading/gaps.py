"""Drafts with gaps: an unfinished entry as far as it can be shown, with gaps for what is missing.

Only the preview shows them. A text that is missing becomes a gap, a field that is wrong or unknown
is left out, and a choice that is missing is one of the possible ones. Nothing stands in for the id
of another entry, a date or a form: an entry that lacks one of these cannot be shown yet.
"""

from datetime import date
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..languages import LANGUAGES
from ..model import Entry, Label, SupportingParagraphs
from ..model.fields import annotation_at, choices_in, fields_at, item_in, record_in
from ..model.passage import UNFOUNDED
from ..model.record import GAP
from .draft import fields_in
from .yaml_tree import Location, YamlTree

ROUNDS: Final = 8  # each fills one level deeper
NOTHING: Final = object()


def entry_with_gaps(document: YamlTree, model: type[Entry], entry_id: str) -> Entry | None:
    """Return an unfinished entry with gaps, or None if it cannot be shown yet."""
    data: Any = fields_in(document) | {"id": entry_id}
    for _ in range(ROUNDS):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            details = error.errors(include_url=False)
            if not all(_mended(data, model, detail) for detail in details):
                return None
    return None


def _mended(data: Any, model: type[Entry], detail: ErrorDetails) -> bool:
    """Change data so that an error is gone, and return whether that was possible."""
    location = detail["loc"]
    if "rests_on" in location:  # a reference is missing or wrong, or all of them
        location = location[: location.index("rests_on") + 1]
    if detail["type"] == "too_short" and _at(data, location):
        return True  # pydantic leaves out the wrong items, which have errors of their own
    if detail["type"] == "extra_forbidden":
        return _left_out(data, location)
    value = _filler(model, location)
    if value is not NOTHING:
        return _put(data, location, value)
    return any(
        _left_out(data, location[:length])
        for length in range(len(location), 0, -1)
        if _is_optional(model, location[:length])
    )


def _filler(model: type[Entry], location: Location) -> object:
    """Return what may stand for a value that is missing or wrong, or NOTHING."""
    annotation = annotation_at(model, location)
    record, item = record_in(annotation), item_in(annotation)
    last = location[-1]
    if last in {language.code for language in LANGUAGES} and record is None and item is None:
        return GAP
    if record is not None and issubclass(record, Label):
        return {language.code: GAP for language in LANGUAGES}
    if record is SupportingParagraphs:
        return UNFOUNDED
    if item is not None and record_in(item) is not None:
        return [{}]
    if record is not None:
        return {}
    if choices := choices_in(annotation):
        return choices[-1]
    if last == "updated":
        return date.today().isoformat()
    if last == "id" and len(location) > 1:
        return f"gap-{'-'.join(str(step) for step in location if isinstance(step, int))}"
    return NOTHING


def _is_optional(model: type[Entry], location: Location) -> bool:
    field = fields_at(model, location[:-1]).get(str(location[-1]))
    return field is not None and not field.is_required()


def _put(data: Any, location: Location, value: object) -> bool:
    try:
        _at(data, location[:-1])[location[-1]] = value
    except (TypeError, IndexError, KeyError):
        return False
    return True


def _left_out(data: Any, location: Location) -> bool:
    try:
        del _at(data, location[:-1])[location[-1]]
    except (TypeError, IndexError, KeyError):
        return False
    return True


def _at(data: Any, location: Location) -> Any:
    for step in location:
        try:
            data = data[step]
        except (TypeError, IndexError, KeyError):
            return None
    return data
