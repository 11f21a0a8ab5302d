"""Every word of the interface is in one table, in both languages, and is used."""

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest
import yaml

from scripts.analysis.progress import TaskKind
from scripts.analysis.sign_off import STALE
from scripts.checks.support.punctuation_marks import mistakes
from scripts.exports.word_tables import COLUMNS
from scripts.kinds import SEARCHED
from scripts.languages import LANGUAGES, LanguageCode
from scripts.model import INVERSE
from scripts.model.claim import Finding, Independence, Manner, Status
from scripts.model.name import Attestation, FormType, NameKind, Origin
from scripts.model.search import Reading
from scripts.model.source import SourceKind
from scripts.model.term import PartOfSpeech, Region, Use
from scripts.pages.interface import FILE, interface_text
from scripts.pages.page import PATHS, SECTIONS
from scripts.search.documents import KINDS
from scripts.text.script import han_characters
from scripts.text.variants import not_of_hong_kong

from .interface_words import module_keys, own_words, template_keys

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
MODULES = sorted((ROOT / "scripts").rglob("*.py"))
MATERIAL = Path(str(files("material"))) / "templates"
TABLE: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))

CODES = [language.code for language in LANGUAGES]
INDEXES = {kind for kind in PATHS if kind in SECTIONS.values()} | {"glossary-by-jyutping"}
COUNTED = ("articles", "names", "claims")
MARKED = ("terms", "names", "claims")
FORMATS = {"BibTeX", "CSL-JSON"}  # are called the same in every language
# The values of each `*` in keys that templates and modules build.
VOCABULARIES: dict[str, Iterable[Any]] = {
    "*.title": {*INDEXES, "home", "guide", "about"},
    "*.description": INDEXES,
    "article.*": MARKED,
    "article.key.*": MARKED,
    "article.original.*": CODES,
    "article.translated.*": (*CODES, *(f"alone.{code}" for code in CODES)),
    "attestation.*": get_args(Attestation),
    "attestation.explained.*": get_args(Attestation),
    "balance.*": (*get_args(Status), "reported looked"),
    "card.say.*": CODES,
    "cite.*": ("link", "plain", "bibtex", "csl", "note", "part"),
    "cite.digest.*": ("alike", "apart"),
    "counts.*": COUNTED,
    "counts.*.one": COUNTED,
    "follow.*": CODES,
    "preview.*": ("draft", "broken"),
    "unfinished.*": ("drafts", *(f"follow.{code}" for code in CODES)),
    "display.size.*": ("small", "normal", "large", "huge"),
    "home.door.*": ("articles", "glossary", "claims"),
    "home.door.*.told": ("articles", "glossary", "claims"),
    "finding.*": get_args(Finding),
    "independence.*": get_args(Independence),
    "kind.*": get_args(NameKind),
    "kind.one.*": get_args(NameKind),
    "lacking.*": ("usage", "related", "translation", "attestation"),
    "language.*": CODES,
    "arrange.*": (
        *("english", "jyutping", "letter", "pos", "kind", "topic"),
        *("asserter", "status", "figure", "updated"),
    ),
    "narrow.*": ("status", "asserter", "topic", "figure", "pos", "kind", "attestation"),
    "narrow.figure.*": ("money", "percentage", "number"),
    "neighbours.*.*": [f"{rel}.{kind}" for rel in ("prev", "next") for kind in SEARCHED],
    "presented_as.*": get_args(Manner),
    "origin.*": get_args(Origin),
    "passage.*": {*STALE, "headline", "paragraph"},
    "passage.translation.*": CODES,
    "pos.*": get_args(PartOfSpeech),
    "read.*": get_args(Reading),
    "region.*": get_args(Region),
    "relation.*": {*INVERSE, *INVERSE.values()},
    "scheme.*": ("light", "dark", "system"),
    "search.kind.*": KINDS,
    "search.side.*": ("both", *CODES),
    "shortcuts.*": ("previous", "next", "forward", "backward", "view", "search", "list"),
    "source.kind.*": get_args(SourceKind),
    "status.*": get_args(Status),
    "status.explained.*": get_args(Status),
    "task.*": get_args(TaskKind),
    "task.explained.*": get_args(TaskKind),
    "type.*": get_args(FormType),
    "use.*": get_args(Use),
    "words.*": ("term", "name"),
    "words.column.*": COLUMNS,
}
# Of the words that Material's templates may use, those of parts that are shown.
MATERIAL_KEYS = {
    key for template in MATERIAL.rglob("*.html") for key in template_keys(template) if key in TABLE
}


def asked() -> set[str]:
    """Every key that a template or module may use."""
    found: set[str] = set()
    for template in TEMPLATES:
        found.update(template_keys(template))
    for module in MODULES:
        found.update(module_keys(module))
    return {key for pattern in found for key in spelt_out(pattern)}


def spelt_out(pattern: str) -> set[str]:
    """The keys that match a pattern; none for a function that only passes a key on."""
    if pattern == "material.*":
        return MATERIAL_KEYS
    if "*" not in pattern:
        return {pattern}
    if not pattern.strip("*."):
        return set()
    return {re.sub(r"\*(\.\*)?", str(value), pattern) for value in VOCABULARIES[pattern]}


def test_the_table_has_exactly_the_keys_in_use() -> None:
    keys = asked()
    assert len(keys) > 150
    assert (keys - TABLE.keys(), TABLE.keys() - keys) == (set(), set())


def test_keys_are_found_in_templates_and_modules() -> None:
    """Otherwise a table that is never used would pass."""
    macros = ROOT / "overrides/pages/macros.html"
    assert {"edit", "status.*", "*.title", "view.side"} <= {*template_keys(macros)}
    assert "material.nav" in {*template_keys(ROOT / "overrides/partials/nav.html")}
    assert {"source.description"} <= {*module_keys(ROOT / "scripts/pages/entries.py")}
    assert "scheme.*" in {*module_keys(ROOT / "scripts/hooks.py")}


@pytest.mark.parametrize("key", TABLE)
def test_a_key_has_a_text_in_both_languages(key: str) -> None:
    words = TABLE[key]
    assert list(words) == CODES
    assert places(words["en"]) == places(words["zh-Hant"])
    filled = dict.fromkeys(places(words["en"]), "甲")
    for code in CODES:
        text = interface_text(key, code, **filled)
        assert not re.search(r"[<>{}]", text)
    assert not han_characters(words["en"])
    # A separator has no words, nor has a text that only the other language needs.
    bare = interface_text(key, "en", **dict.fromkeys(filled, ""))
    assert han_characters(words["zh-Hant"]) or bare in FORMATS or not re.search(r"\w", bare)


@pytest.mark.parametrize("key", TABLE)
def test_a_text_follows_the_typography_of_its_language(key: str) -> None:
    code: LanguageCode
    for code, filling in (("en", "word"), ("zh-Hant", "甲")):
        text = interface_text(key, code, **dict.fromkeys(places(TABLE[key][code]), filling))
        assert mistakes(text.strip(), code) == [], text
        assert not_of_hong_kong(text) == [], text


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_words_of_its_own(template: Path) -> None:
    assert own_words(template) == []


def test_words_in_a_template_are_found(tmp_path: Path) -> None:
    template = tmp_path / "words.html"
    template.write_text(
        '{# a comment #}<p class="quiet" title="Mend it">{{ v.t("edit") }} 編輯 <b>by hand</b>'
        "<script>let them = 1;</script>&nbsp;·</p>",
        encoding="utf-8",
    )
    assert own_words(template) == ["Mend it", "x 編輯", "by hand"]


@pytest.mark.parametrize(
    "script", sorted((ROOT / "overrides").rglob("*.js")), ids=lambda path: path.name
)
def test_a_script_holds_no_words_of_its_own(script: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not han_characters(code)
    shown = r"""(?:textContent|innerText|innerHTML|ariaLabel|title|alert)\s*(?:=|\()\s*["'`]\w"""
    assert not re.search(shown, code)
