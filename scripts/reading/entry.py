"""Validate a YAML tree against the model, and reword pydantic's errors for editors."""

from functools import lru_cache

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ..diagnostics.arguments import NOTHING, Argument, Arguments, Bilingual, LanguageName, Listed
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.message import Message
from ..diagnostics.suggestions import did_you_mean, nearest
from ..languages import LANGUAGES, Language
from ..model import Entry, Label, Passage, Prose, Record, SupportingParagraphs
from ..model.fields import annotation_at, choices_in, descriptions, fields_at, record_in
from . import messages
from .draft import DRAFT, STATUS, fields_in
from .remedies import for_field, for_shape
from .yaml_tree import (
    FIELDS,
    LIST,
    TEXT,
    Location,
    Mapping,
    Node,
    Scalar,
    Sequence,
    YamlTree,
    shape,
)

FORMATS: dict[str, Message] = {
    message.code: message
    for message in (
        messages.BAD_SLUG,
        messages.BAD_DATE,
        messages.BAD_DURATION,
        messages.BAD_JYUTPING,
        messages.BAD_IPA,
        messages.BAD_URL,
        messages.BAD_FINGERPRINT,
        messages.BAD_ACCEPTANCE,
        messages.BAD_PARAGRAPH,
        messages.BAD_REFERENCE,
        messages.BAD_PASSAGE,
        messages.BAD_CURRENCY,
        messages.BAD_PICTURE_FILE,
        messages.BAD_NUMBER,
        messages.BAD_PART,
        messages.BAD_FLAG,
    )
} | {"bad-edtf": messages.BAD_EDTF}
EXPECTED: dict[str, Bilingual] = {
    "string_type": TEXT,
    "model_type": FIELDS,
    "tuple_type": LIST,
    "decimal_type": Bilingual("a number", "數字"),
}
LANGUAGES_BY_CODE: dict[str, Language] = {language.code: language for language in LANGUAGES}


def read_entry(
    document: YamlTree, model: type[Entry], entry_id: str
) -> tuple[Entry | None, list[Diagnostic]]:
    """Return the entry in a YAML tree, or None, and the diagnostics."""
    data = fields_in(document)
    diagnostics = [_unknown_field(document, model, ("id",))] if "id" in data else []
    try:
        entry = model.model_validate(data | {"id": entry_id})
    except ValidationError as error:
        found = error.errors(include_url=False)
        meant = _meant(model, found)
        details = [d for d in found if d["loc"] not in meant and not _is_reported(document, d)]
        return None, diagnostics + [_problem(document, model, detail) for detail in details]
    return (None, diagnostics) if diagnostics else (entry, [])


def _meant(model: type[Entry], details: list[ErrorDetails]) -> set[Location]:
    """Return the fields that are missing only because they are misspelt."""
    return {
        (*detail["loc"][:-1], near)
        for detail in details
        if detail["type"] == "extra_forbidden"
        and (near := nearest(str(detail["loc"][-1]), list(fields_at(model, detail["loc"][:-1]))))
    }


def _is_reported(document: YamlTree, detail: ErrorDetails) -> bool:
    """Whether an error only follows from another problem.

    An alias has been refused, and a list is short because pydantic leaves out the wrong items.
    """
    node = document.node(detail["loc"])
    if isinstance(node, Scalar) and node.refused:
        return True
    return detail["type"] == "too_short" and _size(node) >= int(detail["ctx"]["min_length"])


def _size(node: Node) -> int:
    """Return the number of items of a list; a text may stand for a list of one."""
    if isinstance(node, Sequence):
        return len(node.items)
    return int(isinstance(node, Scalar) and bool(node.text.strip()))


def _problem(document: YamlTree, model: type[Entry], detail: ErrorDetails) -> Diagnostic:
    """Return the diagnostic of one of pydantic's errors."""
    location, kind = detail["loc"], detail["type"]
    node = document.node(location)
    if location == ("id",):
        return Diagnostic(document.place(), messages.BAD_SLUG, {"value": str(detail["input"])})
    if kind == "missing":
        return _missing(document, model, location)
    if kind == "extra_forbidden":
        return _unknown_field(document, model, location)
    if isinstance(node, Scalar) and (node.is_blank or not node.text.strip()):
        return _empty(document, model, location)
    if kind == "literal_error":
        return _wrong_choice(document, model, location, str(detail["input"]))
    if kind == "too_short":
        least = int(detail["ctx"]["min_length"])
        arguments = _described(model, location) | {"least": least}
        return Diagnostic(document.place(location), messages.TOO_FEW, arguments)
    if kind in FORMATS and isinstance(node, Scalar):
        arguments = _described(model, location) | {"value": node.text.strip()}
        return Diagnostic(document.place(location), FORMATS[kind], arguments)
    return _wrong_shape(document, model, location, detail)


def _wrong_shape(
    document: YamlTree, model: type[Entry], location: Location, detail: ErrorDetails
) -> Diagnostic:
    found = shape(document.node(location))
    arguments = _described(model, location)
    if detail["type"] not in EXPECTED and found == TEXT:
        arguments |= {"value": str(detail["input"]), "reason": detail["msg"]}
        return Diagnostic(document.place(location), messages.INVALID_VALUE, arguments)
    arguments |= {
        "expected": EXPECTED.get(detail["type"], TEXT),
        "found": found,
        "remedy": for_shape(document, location, annotation_at(model, location)),
    }
    return Diagnostic(document.place(location), messages.WRONG_SHAPE, arguments)


def _missing(document: YamlTree, model: type[Entry], location: Location) -> Diagnostic:
    name = str(location[-1])
    place = document.place(location[:-1])
    siblings = fields_at(model, location[:-1])
    if _is_text_of(Label, model, location):
        missing: Arguments = {"field": name, "language": LanguageName(LANGUAGES_BY_CODE[name].code)}
        return Diagnostic(place, messages.MISSING_LANGUAGE, missing)
    of_language = name in LANGUAGES_BY_CODE and LANGUAGES_BY_CODE.keys() <= siblings.keys()
    message = messages.MISSING_IN_LANGUAGE if of_language else messages.MISSING_FIELD
    arguments = _described(model, location)
    if record_in(annotation_at(model, location[:-1])) is SupportingParagraphs:
        arguments["description"] = Bilingual(
            "List the paragraphs that the {language} is based on.",
            "請列出{language}文本根據原文哪幾段。",
            {"language": LanguageName(LANGUAGES_BY_CODE[name].code)},
        )
    return Diagnostic(place, message, arguments)


def _empty(document: YamlTree, model: type[Entry], location: Location) -> Diagnostic:
    """Return the diagnostic of a field without a value; a text is described with its pair."""
    info = _info(model, location)
    arguments = _described(model, location)
    if record_in(annotation_at(model, location[:-1])) is Passage:
        arguments |= _of_passage(document, location)
    elif _is_text_of(Label, model, location):
        pair, own = _description(model, location[:-1]), _description(model, location)
        english = f"{pair.en} {own.en}".strip()
        arguments["description"] = Bilingual(english, pair.zh + own.zh)
    message = messages.EMPTY_OPTIONAL if info and not info.is_required() else messages.EMPTY_VALUE
    return Diagnostic(document.place_of_key(location), message, arguments)


def _of_passage(document: YamlTree, location: Location) -> dict[str, Argument]:
    """Describe a text of a passage by the language and the id."""
    passage = document.node(location[:-1])
    language = LANGUAGES_BY_CODE.get(str(location[-1]))
    if not (isinstance(passage, Mapping) and language):
        return {}
    id_ = passage.values.get("id")
    named = id_.text.strip() if isinstance(id_, Scalar) else ""
    which: dict[str, Argument] = {"language": LanguageName(language.code), "id": named}
    if named:
        text = Bilingual(
            "The {language} text of passage {id}.", "「{id}」一節的{language}文本。", which
        )
    else:
        text = Bilingual("The {language} text of the passage.", "該節的{language}文本。", which)
    return {"description": text}


def _unknown_field(document: YamlTree, model: type[Entry], location: Location) -> Diagnostic:
    if location == (STATUS,):
        return _wrong_choice(document, model, location, _text(document.node(location)))
    fields = list(fields_at(model, location[:-1]))
    if len(location) == 1:
        fields.remove("id")  # given by the file's name
    name = str(location[-1])
    arguments: Arguments = {
        "field": name,
        "fields": Listed(tuple(fields)),
        "suggestion": for_field(document, location) or did_you_mean(name, fields),
    }
    return Diagnostic(document.place_of_key(location), messages.UNKNOWN_FIELD, arguments)


def _wrong_choice(
    document: YamlTree, model: type[Entry], location: Location, value: str
) -> Diagnostic:
    choices = choices_in(annotation_at(model, location))
    if location == (STATUS,):
        choices = [*choices, DRAFT]
    arguments: Arguments = {
        "field": _field_name(location),
        "value": value,
        "choices": Listed(tuple(choices)),
        "suggestion": did_you_mean(value, choices),
    }
    return Diagnostic(document.place(location), messages.WRONG_CHOICE, arguments)


@lru_cache(maxsize=4096)  # the same in every entry of a kind
def is_prose(model: type[Record], location: Location) -> bool:
    """Whether the text at a location of the model may have links."""
    return _is_text_of(Prose, model, location)


@lru_cache(maxsize=4096)
def is_label(model: type[Record], location: Location) -> bool:
    """Whether a location of the model has a text of our own in one of the languages."""
    return _is_text_of(Label, model, location)


@lru_cache(maxsize=4096)
def is_passage(model: type[Record], location: Location) -> bool:
    """Whether a location of the model has one of the texts of a passage, which may have blocks."""
    return _is_text_of(Passage, model, location)


def _is_text_of(label: type[Label], model: type[Record], location: Location) -> bool:
    """Whether a location of the model has a text of a pair of a certain type."""
    record = record_in(annotation_at(model, location[:-1]))
    return record is not None and issubclass(record, label) and location[-1] in LANGUAGES_BY_CODE


def _text(node: Node) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def _field_name(location: Location) -> str:
    """Return the name of the field that a location is in."""
    return next((step for step in reversed(location) if isinstance(step, str)), "")


def _described(model: type[Entry], location: Location) -> dict[str, Argument]:
    """Return a field's name and its description as arguments of a message."""
    return {"field": _field_name(location), "description": _description(model, location)}


def _description(model: type[Entry], location: Location) -> Bilingual:
    """Return the model's description of a field."""
    info = _info(model, location)
    return Bilingual(*descriptions(info)) if info else NOTHING


def _info(model: type[Entry], location: Location) -> FieldInfo | None:
    """Return the model's field that a location is in."""
    while location and isinstance(location[-1], int):
        location = location[:-1]
    return fields_at(model, location[:-1]).get(str(location[-1])) if location else None
