"""The published editors' guide: a page for every check, in both languages."""

import re
from urllib.parse import urljoin

import pytest

from scripts.authoring.guide import topics
from scripts.authoring.guide.docstrings import accounts
from scripts.languages import LANGUAGES

from .project import Page, Project, Site, snapshot

pytestmark = pytest.mark.matrix

REPOSITORY = "https://git.example/facing-pages/facing-pages"
TOPICS = {topic.id: topic for topic in topics()}


def pages(site: Site, path: str) -> list[Page]:
    return [site.pages[f"{language.prefix}guide/{path}"] for language in LANGUAGES]


@pytest.mark.parametrize("id_", TOPICS)
def test_every_check_has_a_page(based_site: Site, id_: str) -> None:
    topic = TOPICS[id_]
    for page, language in zip(pages(based_site, f"checks/{id_}/"), LANGUAGES, strict=True):
        account = accounts(topic.module)[language.code]
        assert page.text_of("//h1") == account.title
        article = page.text_of("//article")
        assert (f"[{id_}]" in article) == topic.is_check
        named = list(dict.fromkeys((message.code, message.severity) for message in topic.messages))
        codes = page.values("//dl[@class='fp-told']//dt/code/text()")
        assert codes == [code for code, _ in named]
        word = "警告" if page.is_chinese else "warning"
        marked = [
            word in "".join(map(str, element.itertext()))
            for element in page.all("//dl[@class='fp-told']//dt")
        ]
        assert marked == [severity == "warning" for _, severity in named]
        assert len(page.all("//dl[@class='fp-told']/div")) == len(named)
        assert len(page.all("//dl[@class='fp-told']//dd")) == len(topic.messages)
        assert not re.search(r"[{}]", page.text_of("//dl[@class='fp-told']"))
        pencil = page.one("//a[@rel='edit']/@href")
        path = topic.module.__name__.replace(".", "/")
        assert pencil in (
            f"{REPOSITORY}/edit/main/{path}.py",
            f"{REPOSITORY}/edit/main/{path}/__init__.py",
        )


def test_the_list_has_every_check(based_site: Site) -> None:
    for page in pages(based_site, "checks/"):
        links = page.values("//article//li/a/@href")
        assert [link for link in links if link != "../"] == [f"{id_}/" for id_ in TOPICS]


def test_every_page_leads_back_to_the_guide(based_site: Site) -> None:
    for id_ in TOPICS:
        for page in pages(based_site, f"checks/{id_}/"):
            assert page.values("//nav[@class='fp-path']//a/@href") == ["../../", "../"]


def test_the_guide_leads_to_the_checks_and_to_the_repository(based_site: Site) -> None:
    for page in pages(based_site, ""):
        links = page.values("//article//a/@href")
        file = "CONTRIBUTING.zh-Hant.md" if page.is_chinese else "CONTRIBUTING.md"
        assert f"{REPOSITORY}/blob/main/{file}" in links
        assert {"checks/", "checks/waivers/", "checks/reading/"} <= {*links}


STEPS = (
    "archive",
    "article",
    "blocks",
    "change",
    "claim",
    "computer",
    "drafts",
    "entry",
    "new",
    "shapes",
    "term",
)


def test_the_guide_leads_to_every_page_of_steps_and_each_leads_back(based_site: Site) -> None:
    for guide in pages(based_site, ""):
        assert {f"{name}/" for name in STEPS} <= {*guide.values("//article//a/@href")}
    for name in STEPS:
        for page in pages(based_site, f"{name}/"):
            assert page.values("//nav[@class='fp-path']//a/@href") == ["../"]
            label = page.one("//nav[@class='fp-path']/@aria-label")
            assert label == ("目前位置" if page.is_chinese else "You are here")


def test_no_page_of_steps_is_forgotten(based_site: Site) -> None:
    found = {path.split("/")[1] for path in based_site.pages if path.startswith("guide/")}
    assert found == {"", "checks", *STEPS}


@pytest.mark.parametrize(
    ("path", "active"),
    [
        ("", 0),
        ("articles/", 1),
        ("topics/", 1),
        ("claims/lamps-on-the-pier/", 4),
        ("sources/", 5),
        ("sources/night-boat-report/", 5),
        ("guide/", None),
        ("guide/checks/identity/", None),
    ],
)
def test_there_are_six_tabs_and_the_foot_leads_to_the_rest(
    based_site: Site, path: str, active: int | None
) -> None:
    for prefix in ("", "zh-Hant/"):
        page = based_site.pages[prefix + path]
        tabs = page.all("//nav[@class='md-tabs']//li")
        assert len(tabs) == 6
        marked = ["md-tabs__item--active" in tab.attrib["class"] for tab in tabs]
        assert marked == [number == active for number in range(6)]
        foot = {urljoin(page.url, href) for href in page.values("//footer//nav//a/@href")}
        for section in ("sources/", "topics/", "guide/", "status/"):
            assert f"{based_site.url}{prefix}{section}" in foot
        editing = page.values("//header//@href | //nav[@class='md-tabs']//@href")
        assert not [href for href in editing if href.startswith(REPOSITORY)]


def test_nobody_writes_the_pages_to_disk(longer: Project, based_site: Site) -> None:
    assert [path for path in snapshot(longer.root / "docs") if "guide/checks" in path] == []
    assert "guide/checks/index.html" in snapshot(based_site.folder)
