"""The data for other programs: every entry, in files of JSON."""

import json
from typing import Any

import pytest

from scripts import kinds
from scripts.model import FOLDERS

from .project import Project, Site

pytestmark = pytest.mark.matrix

KINDS = {of.plural: kind for kind, of in kinds.KINDS.items()}


def _entries(site: Site, name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(
        (site.folder / "data" / f"{name}.json").read_text("utf-8")
    )
    return entries


@pytest.mark.parametrize("name", KINDS)
def test_every_entry_of_a_kind_in_both_languages(site: Site, name: str) -> None:
    entries = _entries(site, name)
    assert entries
    for entry in entries:
        assert entry.keys() == {"id", "kind", "labels", "urls", "fields"}
        assert entry["kind"] == KINDS[name]
        assert all(entry["labels"][code] for code in ("en", "zh-Hant"))
        for code, prefix in {"en": "", "zh-Hant": "zh-Hant/"}.items():
            path = site.inside(entry["urls"][code])
            assert path == f"{prefix}{FOLDERS[KINDS[name]]}/{entry['id']}/"
            assert path in site.pages
            assert entry["labels"][code] in site.pages[path].text_of("//h1")


@pytest.mark.parametrize("name", KINDS)
def test_no_entry_is_left_out(invented: Project, invented_site: Site, name: str) -> None:
    folder = FOLDERS[KINDS[name]]
    files = sorted(file.stem for file in (invented.root / "content" / folder).rglob("*.yml"))
    assert sorted(entry["id"] for entry in _entries(invented_site, name)) == files


def test_fields_are_named_as_in_the_entries(invented_site: Site) -> None:
    ferry = next(entry for entry in _entries(invented_site, "terms") if entry["id"] == "ferry")
    assert ferry["fields"]["definition"]["zh-Hant"] == "在同一片水面來回行駛的船。"
    assert [form["form"] for form in ferry["fields"]["forms"]["zh-Hant"]] == ["渡輪", "輪渡"]
    assert ferry["fields"]["updated"] == "2031-05-01"
    assert ferry["fields"]["related"] == ["ridership", "berth"]


def test_files_are_readable_by_people(invented_site: Site) -> None:
    text = (invented_site.folder / "data" / "terms.json").read_text(encoding="utf-8")
    assert "渡輪" in text
    assert text.endswith("]\n")


@pytest.mark.full
def test_an_export_is_a_module_and_a_line(project: Project) -> None:
    module = project.root / "scripts" / "exports" / "ids.py"
    module.write_text(
        "def files(context):\n"
        "    yield 'data/ids.txt', lambda: ' '.join(context.corpus.terms).encode()\n",
        encoding="utf-8",
    )
    line = "    sitemap.files,\n"
    project.edit("scripts/exports/__init__.py", line, f"{line}    ids.files,\n")
    project.edit("scripts/exports/__init__.py", "import cards, ", "import ids, cards, ")
    site = project.built("site")
    terms = [entry["id"] for entry in _entries(site, "terms")]
    assert (site.folder / "data" / "ids.txt").read_text("utf-8").split() == terms
