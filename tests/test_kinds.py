"""The table of kinds: what lists kinds covers each of them, and mypy reports one forgotten."""

import json
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from scripts.edition.build_context import BuildContext
from scripts.edition.settings import read_settings
from scripts.exports import data
from scripts.kinds import KINDS, RANKED, SEARCHED, WITH_FORMS, FieldPath, Kind, Section
from scripts.languages import LANGUAGES
from scripts.model import MODELS, AnyEntry, Corpus, Record, WithForms, WithTopics, key_of_entry
from scripts.model.fields import fields_of, item_in, record_in
from scripts.pages import compose
from scripts.pages.page import PATHS, PageKind
from scripts.reading.content import Content
from scripts.search.entries import documents_of

ROOT = Path(__file__).parent.parent


def type_at(record: type[Record], path: FieldPath) -> Any:
    """The type of a field, through lists; fails if there is no such field."""
    annotation: Any = record
    for name in path:
        within = record_in(annotation)
        assert within is not None, (record, path)
        annotation = fields_of(within)[name].annotation
        annotation = item_in(annotation) or annotation
    return annotation


def test_every_kind_is_in_the_table_and_has_a_model() -> None:
    kinds = set(get_args(Kind))
    assert set(KINDS) == kinds
    assert set(MODELS) == kinds
    assert set(MODELS.values()) == set(get_args(AnyEntry))
    assert {field.name for field in fields(Corpus)} == {of.plural for of in KINDS.values()}
    assert {of.folder for of in KINDS.values()} == set(get_args(Section))
    assert [KINDS[kind].rank for kind in RANKED] == [*range(1, len(kinds) + 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_agrees_with_the_model(kind: Kind) -> None:
    model, of = MODELS[kind], KINDS[kind]
    for path in (*(reference.field for reference in of.references), *of.past):
        assert type_at(model, path)
    for language in LANGUAGES:
        assert type_at(model, tuple(language.code if f == "*" else f for f in of.heading))
    assert of.has_forms == (model in get_args(WithForms)) == ("forms" in fields_of(model))
    has_topics = any(reference.to == "topic" for reference in of.references)
    assert has_topics == (model in get_args(WithTopics)) == ("topics" in fields_of(model))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_pages_and_templates(kind: Kind) -> None:
    page, index = PATHS[kind], PATHS[KINDS[kind].folder]
    assert page == f"{index}{{slug}}/"
    templates = ROOT / "overrides" / "pages"
    assert (templates / f"{kind}.html").is_file()
    assert (templates / f"{KINDS[kind].folder}.html").is_file()
    assert set(PATHS) == set(get_args(PageKind))


def test_every_kind_is_published_searched_and_exported(fixture_content: Content) -> None:
    corpus = fixture_content.corpus
    kinds = {key_of_entry(entry).kind for entry in corpus.entries()}
    assert kinds == set(KINDS), "the invented corpus has all kinds"
    assert {document.kind for document in documents_of(corpus)} == set(SEARCHED)
    context = BuildContext(fixture_content, read_settings(ROOT / "mkdocs.yml"))
    exported = {path: json.loads(make()) for path, make in data.files(context)}
    assert {path: {entry["kind"] for entry in found} for path, found in exported.items()} == {
        f"data/{of.plural}.json": {kind} for kind, of in KINDS.items()
    }
    composed = {page.kind for page in compose(context)}
    assert composed == set(get_args(PageKind))
    neighbours = {key.kind for found in context.neighbours.values() for key in found}
    assert neighbours == set(SEARCHED)
    assert {form.owner.kind for form in context.lexicon.forms} == set(WITH_FORMS)


@pytest.mark.full
def test_mypy_reports_where_a_new_kind_is_forgotten(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, old, new in (
        ("model/corpus.py", "import Label", "import Label, Record"),
        ("kinds.py", 'Kind = Literal["source",', 'Kind = Literal["letter", "source",'),
        (
            "model/corpus.py",
            "AnyEntry = Source |",
            "class Letter(Record): ...\n\nAnyEntry = Letter | Source |",
        ),
    ):
        file = tmp_path / "scripts" / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "scripts"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    forgotten = {
        line.partition(":")[0].removeprefix("scripts/")
        for line in result.stdout.splitlines()
        if 'Argument 1 to "assert_never"' in line
    }
    assert forgotten == {
        "checks/unused.py",
        "model/corpus.py",
        "pages/__init__.py",
        "pages/neighbours.py",
        "search/entries.py",
    }, result.stdout
