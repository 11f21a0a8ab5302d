"""Remedies for a text, a list or a group of fields in place of another."""

import re
from typing import Any

from ..diagnostics.arguments import NOTHING, Bilingual
from ..model.fields import item_in, record_in
from .yaml_mistakes import mistake_in
from .yaml_tree import Location, Mapping, Node, Scalar, YamlTree

LONGEST = 60  # characters of a value shown in brackets
HYPHENS = Bilingual(
    "Begin each item with a hyphen and a space. ",
    "每項以半形連字號加空格開首。",
)
FIELDS = Bilingual(
    "Write a line `field: value` for each field, with a half-width colon and a space. ",
    "請逐行寫`欄位: 內容`，用半形冒號加空格。",
)


TEXTS = ("en", "zh-Hant", "form")  # fields whose values may begin with any sign
QUOTES = Bilingual(
    "If this is a text that begins with a bracket, put the whole text in double quotes. ",
    "如果是以括號開首的文字，請用雙引號括住全部文字。",
)


def for_shape(document: YamlTree, location: Location, annotation: Any) -> Bilingual:
    """Return the remedy for a value whose shape differs from its annotation in the model."""
    node = document.node(location)
    remedy = _slip(document, node)
    is_list = item_in(annotation) is not None or record_in(annotation) is not None
    if remedy is None and not is_list and _is_text_in_brackets(document, node, location):
        remedy = QUOTES
    if remedy is None and item_in(annotation) is not None:
        remedy = _for_list(node, item_in(annotation))
    elif remedy is None and record_in(annotation) is not None:
        remedy = FIELDS
    return remedy or NOTHING


def for_field(document: YamlTree, location: Location) -> Bilingual | None:
    """Return the remedy for an unknown field if a typing mistake is the cause."""
    parent = document.node(location[:-1])
    key = parent.keys.get(str(location[-1])) if isinstance(parent, Mapping) else None
    return _slip(document, key) if key else None


def _is_text_in_brackets(document: YamlTree, node: Node, location: Location) -> bool:
    """Whether a list or a group in brackets may have been meant as a text."""
    sign = document.text[node.start.offset : node.start.offset + 1]
    return location[-1] in TEXTS and not isinstance(node, Scalar) and sign in ("[", "{")


def _for_list(node: Node, item: Any) -> Bilingual:
    if not isinstance(node, Scalar) or record_in(item) is not None:
        return HYPHENS
    items = ", ".join(part for part in re.split(r"\s*[,，、;；]\s*", node.text.strip()) if part)
    if len(items) > LONGEST or re.search(r"[\[\]{}\n]|(?:^|\s)[-－]", items):
        return HYPHENS
    return Bilingual(
        "Write `[{items}]`, or begin each item with a hyphen and a space. ",
        "請寫成`[{items}]`，或每項以半形連字號加空格開首。",
        {"items": items},
    )


def _slip(document: YamlTree, node: Node) -> Bilingual | None:
    """Return the remedy for a typing mistake in the line in which a node begins."""
    number = node.start.line
    slip = mistake_in(document.text.split("\n")[number], number)
    return Bilingual("{advice} ", "{advice}", {"advice": slip.wording.advice}) if slip else None
