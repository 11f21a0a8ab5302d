"""The press sets pages as Material would, byte for byte, whatever stands in them."""

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
from scripts.publishing.page_shells import slots_of

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
def whole(invented: Project, invented_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of pages that MkDocs and Material made, bodies, titles and all."""
    project = invented.copied(tmp_path_factory.mktemp("whole"))
    for file in (TESTS / "site" / "whole").iterdir():
        if file.is_file():
            shutil.copy(file, project.root)
    page_shells = project.root / "frames.json"
    page_shells.write_text(json.dumps(list(_frames(project))), encoding="utf-8")
    result = project.mkdocs(
        "build", "--quiet", "-f", "whole.yml", "-d", "whole", WHOLE_FRAMES=str(page_shells)
    )
    assert (result.returncode, result.stdout + result.stderr) == (0, "")
    return project.root / "whole"


def _frames(project: Project) -> list[tuple[str, str, dict[str, str]]]:
    settings = read_settings(project.root / "mkdocs.yml")
    content, diagnostics = checked_content(settings, temporary_store())
    assert diagnostics == []
    return [
        (page.kind, page.language.code, slots_of(page))
        for page in compose(BuildContext(content, settings))
        if page.path in ENTRIES | INDEXES
    ]


@pytest.mark.parametrize("path", sorted(ENTRIES | INDEXES))
@pytest.mark.parametrize("prefix", ["", "zh-Hant/"])
def test_the_press_sets_what_material_would(
    whole: Path, invented_site: Site, prefix: str, path: str
) -> None:
    file = f"{prefix}{path}index.html"
    assert (invented_site.folder / file).read_bytes() == (whole / file).read_bytes()
    assert len((whole / file).read_bytes()) > 5000
