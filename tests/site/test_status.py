"""The page on progress: the counts, and the link to each task."""

import re

import pytest
from playwright.sync_api import Browser

from scripts.languages import LANGUAGES
from scripts.pages.indexes import ARTICLES_SHOWN, TASKS_SHOWN

from .project import Page, Project, Site

pytestmark = pytest.mark.matrix

EDIT = "https://git.example/facing-pages/facing-pages/edit/main/"
TERM = "content/glossary/ferry.yml"


def pages(site: Site) -> list[Page]:
    return [site.pages[f"{language.prefix}status/"] for language in LANGUAGES]


def test_both_languages_count_the_same(based_site: Site) -> None:
    english, chinese = pages(based_site)
    for cells in ("//td", "//*[@class='fp-count']"):
        counted = [
            [re.findall(r"\d+", "".join(map(str, cell.itertext()))) for cell in page.all(cells)]
            for page in (english, chinese)
        ]
        assert sum(map(len, counted[0])) > 2
        assert [sorted(numbers) for numbers in counted[0]] == [sorted(n) for n in counted[1]]
    links = "//ul[@class='fp-tasks']//a[@rel='edit']/@href"
    assert english.values(links) == chinese.values(links) != []


def test_a_task_links_to_its_line(based_site: Site, longer: Project) -> None:
    for page in pages(based_site):
        for href in page.values("//ul[@class='fp-tasks']//a[@rel='edit']/@href"):
            path, _, line = href.removeprefix(EDIT).partition("#L")
            lines = (longer.root / path).read_text(encoding="utf-8").splitlines()
            assert 1 <= int(line) <= len(lines)
            if "/names/" in path:
                assert lines[int(line) - 1] == "attestation: named only here"


def test_a_passage_that_is_behind_is_found(project: Project) -> None:
    path = "content/articles/a-year-of-night-boats.yml"
    project.edit(path, "better than feared", "better than hoped")
    for page in pages(project.built("site")):
        assert page.values("//h3/@id")[:2] == ["translation", "stale"]
        passage, pencil = page.values("//h3[@id='stale']/following-sibling::ul[1]//a/@href")
        assert passage.endswith("articles/a-year-of-night-boats/#p2")
        line = project.place(path, "zh-Hant: 載客量").split(":")[1]
        assert pencil == f"{EDIT}{path}#L{line}"


def test_an_article_to_translate_comes_first(based_site: Site, longer: Project) -> None:
    path = "content/articles/walk-to-the-lamp.yml"
    for page in pages(based_site):
        assert page.values("//h3/@id")[0] == "translation"
        article, pencil = page.values("//h3[@id='translation']/following-sibling::ul[1]//a/@href")
        assert article.endswith("articles/walk-to-the-lamp/")
        line = longer.place(path, "translation: to follow").split(":")[1]
        assert pencil == f"{EDIT}{path}#L{line}"


def test_no_more_is_listed_than_can_be_read(project: Project) -> None:
    term = (project.root / TERM).read_text(encoding="utf-8")
    term = re.sub(r"(?ms)^usage:.*|^related:.*?\n", "", term)
    for number in range(TASKS_SHOWN + 3):
        word = "".join(chr(ord("a") + int(digit)) for digit in f"{number:02}")
        other = re.sub(r"form: [a-z-]+", f"form: {word}", term).replace(
            f"- {{form: {word}, part_of_speech: noun, use: admitted}}", ""
        )
        other = re.sub(
            r"form: \S+, part_of_speech: noun, jyutping: dou6 leon4",
            f"form: {word.upper()}渡, part_of_speech: noun, jyutping: dou6",
            other,
        )
        other = re.sub(r"(?m)^ .*輪渡.*\n|^\s+$\n", "", other)
        (project.root / f"content/glossary/{word}.yml").write_text(other, encoding="utf-8")
    for page in pages(project.built("site")):
        listed = page.all("//h3[@id='term']/following-sibling::ul[1]/li")
        assert len(listed) == TASKS_SHOWN
        more = page.text_of("//h3[@id='term']/following-sibling::p[2]")
        assert int(re.findall(r"\d+", more)[0]) >= 3
    assert 0 < ARTICLES_SHOWN <= 50


def test_the_guide_and_every_footer_lead_to_it(based_site: Site) -> None:
    for language in LANGUAGES:
        guide = based_site.pages[f"{language.prefix}guide/"]
        assert "../status/" in guide.values("//article//a/@href")
        for path in ("", "guide/", "articles/", "status/"):
            page = based_site.pages[language.prefix + path]
            assert f"{based_site.url}{language.prefix}status/" in {*page.anchors()}


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for prefix in ("", "zh-Hant/"):
        page.goto(f"{address}{prefix}status/")
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()
