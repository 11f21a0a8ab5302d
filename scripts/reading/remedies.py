"""What helps where a text, a list or a group of fields stands in the place of another."""

import re
from typing import Any

from ..model.fields import item_in, record_in
from .yaml_mistakes import mistake_in
from .yaml_tree import Location, Mapping, Node, Scalar, YamlTree

LONGEST = 60  # characters of a value that is shown in brackets
NO_REMEDY = ("", "")
HYPHENS = (
    "Begin each item with a hyphen and a space. ",
    "每項以半形連字號加空格開首。",
)
FIELDS = (
    "Write a line `field: value` for each field, with a half-width colon and a space. ",
    "請逐行寫`欄位: 內容`，用半形冒號加空格。",
)


TEXTS = ("en", "zh-Hant", "form")  # fields whose values may begin with any sign
QUOTES = (
    "If this is a text that begins with a bracket, put the whole of it in double quotes. ",
    "如屬以括號開首的文字，請用雙引號括住整段文字。",
)


def for_shape(document: YamlTree, location: Location, annotation: Any) -> dict[str, str]:
    """The remedy where a value has not the shape that its ANNOTATION in the model asks for."""
    node = document.node(location)
    remedy = _slip(document, node)
    is_list = item_in(annotation) is not None or record_in(annotation) is not None
    if remedy == NO_REMEDY and not is_list and _is_text_in_brackets(document, node, location):
        remedy = QUOTES
    if remedy == NO_REMEDY and item_in(annotation) is not None:
        remedy = _for_list(node, item_in(annotation))
    elif remedy == NO_REMEDY and record_in(annotation) is not None:
        remedy = FIELDS
    return {"remedy": remedy[0], "remedy_zh": remedy[1]}


def for_field(document: YamlTree, location: Location) -> dict[str, str] | None:
    """The remedy where a field's name is not one because of a slip, in place of a suggestion."""
    parent = document.node(location[:-1])
    key = parent.keys.get(str(location[-1])) if isinstance(parent, Mapping) else None
    remedy = _slip(document, key) if key else NO_REMEDY
    return {"suggestion": remedy[0], "suggestion_zh": remedy[1]} if remedy != NO_REMEDY else None


def _is_text_in_brackets(document: YamlTree, node: Node, location: Location) -> bool:
    """Whether a text may have been meant by a list or a group in brackets."""
    sign = document.text[node.start.offset : node.start.offset + 1]
    return location[-1] in TEXTS and not isinstance(node, Scalar) and sign in ("[", "{")


def _for_list(node: Node, item: Any) -> tuple[str, str]:
    if not isinstance(node, Scalar) or record_in(item) is not None:
        return HYPHENS
    items = ", ".join(part for part in re.split(r"\s*[,，、;；]\s*", node.text.strip()) if part)
    if len(items) > LONGEST or re.search(r"[\[\]{}\n]|(?:^|\s)[-－]", items):
        return HYPHENS
    return (
        f"Write `[{items}]`, or begin each item with a hyphen and a space. ",
        f"請寫成`[{items}]`，或每項以半形連字號加空格開首。",
    )


def _slip(document: YamlTree, node: Node) -> tuple[str, str]:
    """What helps if the line in which a node begins has a slip."""
    number = node.start.line
    slip = mistake_in(document.text.split("\n")[number], number)
    if slip is None:
        return NO_REMEDY
    return f"{slip.wording.advice_en} ", slip.wording.advice_zh
