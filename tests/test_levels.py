"""How seriously an archive takes each check."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.check import check_content
from scripts.checks import EVERY
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.diagnostics.levels import ADJUSTABLE, FIXED, levelled
from scripts.edition.settings import read_settings
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder

TESTS = Path(__file__).parent
CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (TESTS / "levels.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Diagnostic]:
    """The problems of the invented corpus with a wrong claim and a name that nobody uses."""
    folder = tmp_path_factory.mktemp("levels") / "content"
    shutil.copytree(TESTS / "content", folder)
    claim = folder / "claims/twelve-boats.yml"
    text = claim.read_text(encoding="utf-8")
    claim.write_text(
        text.replace("boats#p3]", "boats#p3, a-year-of-night-boats#p1]"), encoding="utf-8"
    )
    name = (folder / "names/night-boat.yml").read_text(encoding="utf-8")
    unused = name.replace("Night Boat", "Day Boat").replace("夜航船", "日航船")
    (folder / "names/day-boat.yml").write_text(unused, encoding="utf-8")
    return check_content(read_content(open_folder(folder)))


@pytest.mark.parametrize("name", CASES)
def test_levels(found: list[Diagnostic], name: str) -> None:
    case = CASES[name]
    reported = levelled(found, case["levels"])
    assert sorted(f"{one.message.severity} {one.check}" for one in reported) == case["reported"]


def test_every_check_has_its_levels() -> None:
    assert sorted((*ADJUSTABLE, *FIXED)) == sorted([*EVERY, "waivers"])


def test_levels_are_read_from_the_settings(tmp_path: Path) -> None:
    """YAML 1.1 takes `off` for false, and MkDocs reads YAML 1.1."""
    written = (TESTS.parent / "mkdocs.yml").read_text(encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    levels = "checks: {claims: off, figures: 'off', terms: warning, links: error}"
    changed = written.replace("generator: false", f"generator: false\n  {levels}")
    config.write_text(changed, encoding="utf-8")
    assert read_settings(config).levels == {
        "claims": "off",
        "figures": "off",
        "terms": "warning",
        "links": "error",
    }
