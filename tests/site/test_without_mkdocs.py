"""MkDocs renders page shells and is needed for nothing else: it will be replaced one day."""

import shutil

from .project import Project

FERRY = "content/glossary/ferry.yml"
WITHOUT = """
import sys
for name in ("mkdocs", "material", "mkdocs_static_i18n", "markdown", "pymdownx"):
    sys.modules[name] = None  # importing it fails
"""


def test_a_build_after_an_edit(project: Project) -> None:
    project.edit(FERRY, "A boat that goes", "A ship that sails")
    code = f"{WITHOUT}\nfrom scripts.__main__ import main\nsys.exit(main(['build']))"
    result = project.python("-c", code)
    assert (result.returncode, result.stderr) == (0, "")
    for page in ("glossary/ferry", "zh-Hant/glossary/ferry", "glossary"):
        text = (project.root / "site" / page / "index.html").read_text(encoding="utf-8")
        assert "A ship that sails" in text


def test_every_stage_without_page_shells(project: Project) -> None:
    shutil.rmtree(project.root / ".cache")
    code = f"""{WITHOUT}
from pathlib import Path
from scripts.build import checked_content
from scripts.cache.store import temporary_store
from scripts.edition.build_context import BuildContext
from scripts.edition.settings import read_settings
from scripts.exports import data, sitemap
from scripts.pages import compose
import scripts.preview

settings = read_settings()
content, problems = checked_content(settings, temporary_store())
edition = BuildContext(content, settings)
edition.published["about/"] = None
pages = [f"{{page.language.code}} {{page.path}}" for page in compose(edition)]
print(len(problems), "en glossary/ferry/" in pages, "zh-Hant articles/" in pages)
files = dict((*data.files(edition), *sitemap.files(edition)))
print(files["data/terms.json"]()[:1], files["sitemap.xml"]()[:5])
"""
    result = project.python("-c", code)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "0 True True\nb'[' b'<?xml'\n"
    assert not (project.root / ".cache").exists()


def test_a_check_of_the_entries(project: Project) -> None:
    project.edit(FERRY, "related: [ridership, berth]", "related: [nothing]")
    code = f"{WITHOUT}\nfrom scripts.__main__ import main\nsys.exit(main(['check']))"
    result = project.python("-c", code)
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.startswith(f"{project.place(FERRY, 'nothing')}: unknown-entry")
