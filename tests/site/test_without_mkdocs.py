"""MkDocs prints frames and is needed for nothing else: it will be replaced one day."""

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


def test_every_stage_without_frames(project: Project) -> None:
    shutil.rmtree(project.root / ".cache")
    code = f"""{WITHOUT}
from pathlib import Path
from scripts.build import read_and_check
from scripts.edition import Edition
from scripts.exports import data
from scripts.exports.sitemap import sitemap
from scripts.pages import compose
from scripts.settings import read_settings
import scripts.preview

settings = read_settings()
content, problems = read_and_check(settings)
edition = Edition(content, settings)
pages = [f"{{page.language.code}} {{page.path}}" for page in compose(edition)]
print(len(problems), "en glossary/ferry/" in pages, "zh-Hant articles/" in pages)
print(dict(data.files(edition))["data/terms.json"][:1], sitemap(settings, {{"about/": None}})[:5])
"""
    result = project.python("-c", code)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "0 True True\n[ <?xml\n"
    assert not (project.root / ".cache").exists()


def test_a_check_of_the_entries(project: Project) -> None:
    project.edit(FERRY, "related: [ridership, berth]", "related: [nothing]")
    code = f"{WITHOUT}\nfrom scripts.__main__ import main\nsys.exit(main(['check']))"
    result = project.python("-c", code)
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.startswith(f"{project.place(FERRY, 'nothing')}: unknown-entry")
