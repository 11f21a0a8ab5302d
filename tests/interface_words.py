"""The words of the interface that templates and modules use by key, or contain themselves."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

# A word visible to readers: two letters or more, or a Han character.
WORD = re.compile(r"[A-Za-z]{2,}|[\u3400-\u9fff]")
ENTITY = re.compile(r"&\w+;")
SEEN = ("alt", "aria-label", "data-label", "placeholder", "title")
# The functions that look up a key, and which of their arguments is the key.
ASKING = {"t": 0, "interface_text": 0, "said": 0, "counted": 1}
ANYTHING = "*"


def template_keys(template: Path) -> Iterator[str]:
    """The keys that a template uses; `*` replaces parts known only when it is rendered."""
    for call in _parsed(template).find_all(nodes.Call):
        name = _name(call.node)
        if name in ASKING:
            key = _pattern(call.args[ASKING[name]])
            is_material = isinstance(call.node, nodes.Getattr) and _name(call.node.node) == "lang"
            yield f"material.{key}" if is_material else key
            if name == "counted":
                yield f"{key}.one"


def module_keys(module: Path) -> Iterator[str]:
    """The keys that a module uses."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
            if name in ("t", "interface_text", "said"):
                yield _python_pattern(node.args[0])


def own_words(template: Path) -> list[str]:
    """The words that a template contains itself instead of using a key."""
    reader = _Seen()
    text = (data.data for data in _parsed(template).find_all(nodes.TemplateData))
    reader.feed("x".join(text))  # a letter for each expression, also where it names a tag
    reader.close()
    return [found for found in reader.texts if WORD.search(ENTITY.sub("", found))]


def _parsed(template: Path) -> nodes.Template:
    return Environment().parse(template.read_text(encoding="utf-8"))


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return node.name if isinstance(node, nodes.Name) else ""


def _pattern(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const):
        return str(node.value)
    if isinstance(node, nodes.Concat):
        return "".join(_pattern(part) for part in node.nodes)
    return ANYTHING


def _python_pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_python_pattern(part) for part in node.values)
    return ANYTHING


class _Seen(HTMLParser):
    """Collects the texts of a page that readers see or screen readers speak."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.texts += [value for name, value in attrs if name in SEEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside not in ("script", "style"):
            self.texts.append(data.strip())
