"""The scaffold of an entry: its fields with explanations, those required left empty.

All of it comes from the model. An empty field is reported when the entry is read, with its line
and a description of the value, so that nobody has to search for missing values.
"""

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml
from pydantic.fields import FieldInfo

from ...kinds import KIND_ZH, KINDS, FieldPath, Kind
from ...languages import LANGUAGES
from ...model import MODELS, Label, Record
from ...model.fields import descriptions, fields_of, item_in, record_in
from ...reading.draft import DESCRIPTION, DRAFT, STATUS

Given = Mapping[FieldPath, str]  # what is known already

WIDTH: Final = 90  # columns of a comment
BEGUN: Final[dict[Kind, Given]] = {
    "article": {("sections", "id"): "opening", ("sections", "passages", "id"): "p1"},
}
# Optional in the model, but required by the checks.
ASKED_FOR: Final[frozenset[FieldPath]] = frozenset(
    {("forms", "zh-Hant", "jyutping"), ("sections", "passages")}
)


def headings(kind: Kind) -> list[FieldPath]:
    """The two texts by which lists name an entry, English first."""
    heading = KINDS[kind].heading
    return [
        tuple(language.code if name == "*" else name for name in heading) for language in LANGUAGES
    ]


def scaffold(kind: Kind, given: Given, modeline: str) -> str:
    """Return the text of a new entry, with given values filled in and other required fields empty.

    Optional fields are commented out with `#`, and are valid once it is removed.
    """
    fields = _fields(MODELS[kind], (), {**BEGUN.get(kind, {}), **given})
    return "\n".join([modeline, *_introduction(kind), *_draft(kind), *fields, ""])


def _introduction(kind: Kind) -> list[str]:
    article = "An" if kind == "article" else "A"
    english = (
        f"{article} {kind}. Fill in a value after each colon or hyphen that has none; `check` "
        "lists what is still missing. Fields after a # are optional: to use one, delete the # "
        "from each of its lines. You may delete all comments except the first line."
    )
    return [
        *_comment(english),
        f"# {KIND_ZH[kind]}條目。請在留空的冒號或連字號後填寫；還欠甚麼，檢查程式會逐一列出。",
        "# 前面有#的欄位可以省略；如果要使用，請刪去該欄位各行開首的#。除首行外，備註都可刪去。",
    ]


def _draft(kind: Kind) -> list[str]:
    """The line of a draft, commented out, unless the kind has a field of this name."""
    if STATUS in fields_of(MODELS[kind]):
        return []
    english, chinese = DESCRIPTION
    return ["", *_comment(english), f"# {chinese}", f"#{STATUS}: {DRAFT}"]


def _fields(record: type[Record], path: FieldPath, given: Given) -> Iterator[str]:
    """The lines of a record's fields, optional ones as comments."""
    fields = fields_of(record)
    needs_none = not any(info.is_required() for info in fields.values())
    for name in sorted(fields, key=_is_text):
        info = fields[name]
        if info.exclude or (*path, name) == ("id",):  # editors' own records; the file's name
            continue
        if record_in(item_in(info.annotation)) is record:  # sections within sections have no end
            continue
        if not path:
            yield ""
        yield from _explained(record, name, info)
        is_offered = info.is_required() or needs_none or (*path, name) in given.keys() | ASKED_FOR
        for line in _field(name, info.annotation, path, given):
            yield line if is_offered else f"#{line}"


def _is_text(name: str) -> bool:
    """Whether a field is a text in one of the languages; these come last, as they are long."""
    return name in {language.code for language in LANGUAGES}


def _explained(record: type[Record], name: str, info: FieldInfo) -> Iterator[str]:
    """The description of a field, unless it is one of a pair of texts."""
    if issubclass(record, Label) and name in fields_of(Label):
        return
    english, chinese = descriptions(info)
    yield from _comment(english)
    yield f"# {chinese}"


def _comment(english: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(english, WIDTH, break_on_hyphens=False)]


def _field(name: str, annotation: Any, parent: FieldPath, given: Given) -> Iterator[str]:
    """A field's own lines: a record or a list below its name, a value after it."""
    path = (*parent, name)
    if record := record_in(annotation):
        yield f"{name}:"
        yield from (f"  {line}" for line in _fields(record, path, given))
    elif item := item_in(annotation):
        yield f"{name}:"
        yield from (f"  {line}" for line in _item(item, path, given))
    else:
        yield _with_value(f"{name}:", given.get(path))


def _item(annotation: Any, path: FieldPath, given: Given) -> Iterator[str]:
    """The first item of a list. Its hyphen precedes its first field, below the comments."""
    record = record_in(annotation)
    if record is None:
        yield _with_value("-", given.get(path))
        return
    has_begun = False
    for line in _fields(record, path, given):
        begins = not has_begun and not line.startswith("#")
        has_begun |= begins
        yield f"- {line}" if begins else f"  {line}" if has_begun else line


def _with_value(line: str, value: str | None) -> str:
    return line if value is None else f"{line} {_scalar(value)}"


def _scalar(text: str) -> str:
    """A text as a YAML scalar in one line: plain if possible, else in double quotes."""
    try:
        events = list(yaml.parse(f"- {text}"))
    except yaml.YAMLError:
        events = []
    plain = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    is_plain = [(event.value, event.style, event.tag) for event in plain] == [(text, None, None)]
    return text if is_plain and len(events) == 7 else json.dumps(text, ensure_ascii=False)
