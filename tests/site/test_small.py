"""Sites without some kinds of entries are built without gaps; `small.yml` lists them."""

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml

from .conftest import built_once, laid_out_once
from .project import CHECKOUT, Project, Site, is_web

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "small.yml").read_text(encoding="utf-8")
)
ARCHIVES: dict[str, dict[str, list[str]]] = CASES["archives"]
QUICK = ("no entry at all", "an article with its source and its publisher")
SECTIONS = ("articles", "glossary", "names", "claims", "sources", "topics")
LISTS = "//ul | //ol | //dl | //table | //section"


PARAMS = [
    pytest.param(name, marks=() if name in QUICK else pytest.mark.full, id=name)
    for name in ARCHIVES
]


@pytest.fixture(scope="module", params=PARAMS)
def archive(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def corpus_index(archive: str) -> dict[str, list[str]]:
    return ARCHIVES[archive]


@pytest.fixture(scope="module")
def project(
    archive: str, corpus_index: dict[str, list[str]], shared: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Project:  # fmt: skip
    content = tmp_path_factory.mktemp("small")
    for entry in corpus_index["entries"]:
        file = content / f"{entry}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(CASES["entries"][f"{entry}.yml"], encoding="utf-8")
    return laid_out_once(shared / archive, content, docs=CHECKOUT / "docs")


@pytest.fixture(scope="module")
def small(project: Project) -> Site:
    return built_once(project, "site")


def test_only_sections_with_entries_have_pages(
    corpus_index: dict[str, list[str]], small: Site
) -> None:
    found = {path.removeprefix("zh-Hant/").partition("/")[0] for path in small.pages}
    assert found & set(SECTIONS) == set(corpus_index["sections"])
    listed = [entry for entry in corpus_index["entries"] if entry != "topics/building"]
    assert {f"{entry}/" for entry in listed} <= small.pages.keys()


def test_the_navigation_has_these_sections_only(
    corpus_index: dict[str, list[str]], small: Site
) -> None:
    expected = [name for name in SECTIONS if name in corpus_index["sections"]]
    tabs = [name for name in expected if name not in ("sources", "topics")]
    for page in small.pages.values():
        for place, named in (("md-tabs__list", tabs), ("md-footer", expected)):
            links = page.values(
                f"//*[contains(@class, '{place}')]//a[not(@hreflang) and @href != '#']/@href"
            )
            paths = [small.inside(urljoin(page.url, link)) or "" for link in links]
            sections = [path.removeprefix("zh-Hant/").strip("/") for path in paths]
            assert [name for name in sections if name in SECTIONS] == named, page.path


def test_nothing_leads_nowhere(small: Site) -> None:
    for page in small.everything:
        for link in page.links():
            path = small.inside(link) if is_web(link) else None
            assert path is None or small.file(path).is_file(), (page.path, link)


def test_no_list_and_no_section_is_empty(small: Site) -> None:
    for page in small.everything:
        for element in page.all(LISTS):
            assert "".join(str(text) for text in element.itertext()).strip(), (
                page.path,
                element.attrib,
            )
        for heading in page.all("//article//h2"):
            following = heading.getnext()
            assert following is not None, (page.path, heading.text)
            assert following.tag not in ("h1", "h2"), (page.path, heading.text)


def test_the_contents_of_a_page_lead_to_its_sections(small: Site) -> None:
    for page in small.pages.values():
        targets = page.values("//nav[contains(@class, 'md-nav--secondary')]//a/@href")
        named = {target.removeprefix("#") for target in targets if target != "#"}
        assert named <= set(page.ids), page.path


def test_checking_finds_no_error(project: Project) -> None:
    result = project.scripts("check")
    assert (result.returncode, result.stderr) == (0, "")
