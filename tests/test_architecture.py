"""Imports go one way, and every message is in both languages."""

import ast
import re
from collections import Counter
from importlib import import_module
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from scripts.diagnostics.message import Message
from scripts.text.script import han_characters

SCRIPTS = Path(__file__).parent.parent / "scripts"
MODULES = sorted(SCRIPTS.rglob("*.py"))


def dotted(module: Path) -> str:
    """A module's name."""
    parts = module.relative_to(SCRIPTS.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


# The messages of reading are in one module, those of a check in its own.
MESSAGES = {
    f"{module.stem}.{name}": value
    for module in (SCRIPTS / "reading" / "messages.py", *sorted((SCRIPTS / "checks").glob("*.py")))
    for name, value in vars(import_module(dotted(module))).items()
    if isinstance(value, Message)
}

# The stages in their order: each may import those above it, and no others.
STAGES: tuple[tuple[str, ...], ...] = (
    ("figures",),
    ("environment", "languages", "patterns", "kinds"),
    ("diagnostics",),
    ("model",),
    ("text",),
    ("reading",),
    ("cache",),
    ("analysis",),
    ("checks",),
    ("check",),
    ("edition",),
    ("pages",),
    ("search", "exports"),
    ("publishing", "authoring"),
    ("build",),
    ("preview",),
    ("commands",),
    ("__main__", "hooks"),
)
# The messages about hand-written pages are tested in site/test_navigation.py.
OF_PAGES = {"missing-page", "misplaced-page", "reserved-page"}
# Codes that have two messages.
SHARED_CODES = {"bad-date", "empty-value", "missing-language", "same-id", "wrong-shape"}


def unit(module: Path) -> str:
    """The stage that a module belongs to: its folder in `scripts`, or its own name."""
    return module.relative_to(SCRIPTS).parts[0].removesuffix(".py")


def imports(module: Path) -> set[str]:
    """The imports of a module, also those within functions, as absolute names."""
    package = ("scripts", *module.relative_to(SCRIPTS).parts[:-1])
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{start}.{alias.name}" for alias in node.names}
    return found


def units_imported(module: Path) -> set[str]:
    parts = [name.split(".") for name in imports(module) if name.startswith("scripts.")]
    return {names[1] for names in parts} - {unit(module)}


def test_every_module_belongs_to_a_stage() -> None:
    assert {unit(module) for module in MODULES} - {"__init__"} == set(chain(*STAGES))


@pytest.mark.parametrize("number", range(len(STAGES)), ids=map("-".join, STAGES))
def test_a_stage_imports_only_those_above_it(number: int) -> None:
    allowed = set(chain(*STAGES[:number]))
    for module in MODULES:
        if unit(module) in STAGES[number]:
            assert units_imported(module) <= allowed, module


def test_only_hooks_imports_mkdocs() -> None:
    engines = ("mkdocs", "material", "mkdocs_static_i18n")
    importing = {
        module.name
        for module in MODULES
        if any(name.split(".")[0] in engines for name in imports(module))
    }
    assert importing == {"hooks.py"}


@pytest.mark.parametrize(
    "stage", ["languages", "diagnostics", "model", "figures", "analysis", "checks"]
)
def test_pure_stages_neither_read_files_nor_render(stage: str) -> None:
    for module in MODULES:
        if unit(module) == stage:
            roots = {name.split(".")[0] for name in imports(module)}
            assert not roots & {"io", "jinja2", "markdown", "os", "pathlib", "yaml"}, module


def test_every_message_is_used() -> None:
    used: set[str] = set()
    for module in MODULES:
        nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
        used |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        used |= {
            node.id
            for node in nodes
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
    assert {name for name in MESSAGES if name.partition(".")[2] not in used} == set()


def test_a_code_belongs_to_one_message() -> None:
    codes = Counter(
        message.code for message in set(MESSAGES.values())
    )  # some are named by several checks
    assert {code for code, number in codes.items() if number > 1} == SHARED_CODES


def test_every_message_about_content_has_a_case() -> None:
    """Every message about content has a readable case; settings and pages have their own tests."""
    cases = [
        *(SCRIPTS.parent / "tests" / "bad_input").glob("*.yml"),
        *(SCRIPTS.parent / "tests" / "checks").glob("*.yml"),
        *(SCRIPTS.parent / "tests" / "sources").glob("*.yml"),
    ]
    texts = "".join(case.read_text(encoding="utf-8") for case in cases)
    elsewhere = {"no-content", "unknown-list", "unreadable", "invalid-value"} | OF_PAGES
    codes = {message.code for message in MESSAGES.values()}
    cased = {code for code in codes if re.search(rf"[:\"'] ?(warning )?{code} ", texts)}
    assert codes - cased <= elsewhere


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_has_the_same_arguments_in_both_languages(name: str) -> None:
    message = MESSAGES[name]
    for english, chinese in ((message.en, message.zh), (message.hint_en, message.hint_zh)):
        assert places(chinese) == places(english)
        assert not han_characters(english)
        assert han_characters(chinese) or chinese.startswith("{")
    assert message.en.endswith(".")
    assert message.zh.endswith("。")


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
