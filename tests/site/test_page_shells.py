"""The renderer produces the same pages as Material, byte for byte, with any content."""

import json
import shutil
from pathlib import Path

import pytest

from scripts.build import checked_content
from scripts.cache.store import temporary_store
from scripts.edition.build_context import BuildContext
from scripts.edition.settings import read_settings
from scripts.pages import compose
from scripts.pages.page import PATHS
from scripts.publishing.page_shells import slot_values

from .project import TESTS, Project, Site

pytestmark = pytest.mark.matrix

ENTRIES = {
    "articles/letter-with-signs/",
    "articles/a-year-of-night-boats/",
    "articles/a-year-of-night-boats/words/",
    "glossary/ferry/",
    "names/puffin-ferries/",
    "claims/boats-on-time/",
    "sources/islanders-letter/",
}
INDEXES = {path for path in PATHS.values() if "{slug}" not in path}


@pytest.fixture(scope="module")
def rendered_by_mkdocs(
    invented: Project, invented_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of pages that MkDocs and Material rendered as a whole."""
    project = invented.copied(tmp_path_factory.mktemp("page_shells"))
    for file in (TESTS / "site" / "page_shells").iterdir():
        if file.is_file():
            shutil.copy(file, project.root)
    page_shells = project.root / "page_shells.json"
    page_shells.write_text(json.dumps(list(_page_shells(project))), encoding="utf-8")
    result = project.mkdocs(
        "build",
        "--quiet",
        "-f",
        "page_shells.yml",
        "-d",
        "rendered",
        PAGE_SHELLS_FILE=str(page_shells),
    )
    assert (result.returncode, result.stdout + result.stderr) == (0, "")
    return project.root / "rendered"


def _page_shells(project: Project) -> list[tuple[str, str, dict[str, str]]]:
    settings = read_settings(project.root / "mkdocs.yml")
    content, diagnostics = checked_content(settings, temporary_store())
    assert diagnostics == []
    return [
        (page.kind, page.language.code, slot_values(page))
        for page in compose(BuildContext(content, settings))
        if page.path in ENTRIES | INDEXES
    ]


@pytest.mark.parametrize("path", sorted(ENTRIES | INDEXES))
@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_the_renderer_produces_the_pages_of_material(
    rendered_by_mkdocs: Path, invented_site: Site, prefix: str, path: str
) -> None:
    file = f"{prefix}{path}index.html"
    assert (invented_site.folder / file).read_bytes() == (rendered_by_mkdocs / file).read_bytes()
    assert len((rendered_by_mkdocs / file).read_bytes()) > 5000
