"""After any edits a build has the same bytes as one from scratch, and makes only what changed."""

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from scripts.build import checked_content, publish
from scripts.cache import parallel
from scripts.cache.store import open_store, temporary_store
from scripts.edition.build_context import empty_sections
from scripts.edition.settings import Settings, read_settings
from scripts.pages.page_view import PageView
from scripts.publishing import incremental
from scripts.publishing.mkdocs_build import page_shells

from .project import Project, Site

Edit = Callable[[Path], None]
FERRY, PUFFIN = "glossary/ferry.yml", "names/puffin-ferries.yml"
ARTICLE, LETTER = "articles/a-year-of-night-boats.yml", "articles/letter-with-signs.yml"
COPY = "glossary/vessel.yml"


def edit(path: str, pattern: str, replacement: str) -> Edit:
    """An edit that replaces the first match of a pattern in a file, if there is one."""

    def apply(content: Path) -> None:
        file = content / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(pattern, replacement, text, count=1), encoding="utf-8")

    return apply


def new_term(content: Path) -> None:
    """A term more, with a form that occurs in texts."""
    text = (content / "glossary/lantern.yml").read_text(encoding="utf-8")
    forms = "forms:\n  en: [{form: boats, part_of_speech: noun}]\n  zh-Hant: [{form: 班次, part_of_speech: noun}]\n"  # noqa: E501 (YAML)
    (content / COPY).write_text(re.sub(r"forms:\n( .*\n)+", forms, text), encoding="utf-8")


def no_new_term(content: Path) -> None:
    """Without it again."""
    (content / COPY).unlink(missing_ok=True)


EDITS: dict[str, Edit] = {
    "a sentence": edit(ARTICLE, r"(        en: >-\n          )", r"\1Really, "),
    "another article": edit(LETTER, r"The islanders ask", "Indeed, the islanders ask"),
    "a title": edit(ARTICLE, r"(title:\n  en: )", r"\1New "),
    "a definition": edit(FERRY, r"(definition:\n  en: )(>-\n    )?", r"\1\2Also, "),
    "a form of a term": edit(FERRY, r"form: ferry\b", "form: ferryboat"),
    "the form again": edit(FERRY, r"form: ferryboat\b", "form: ferry"),
    "a description": edit(PUFFIN, r"(description:\n  en: )(>-\n    )?", r"\1\2Also, "),
    "a claim": edit("claims/boats-on-time.yml", r"(title:\n  en: )", r"\1New "),
    "a topic": edit("topics/finance.yml", r"en: Money", "en: New money"),
    "a source": edit("sources/islanders-letter.yml", r"date: \S+", "date: 2030-01-01"),
    "a comment that moves lines": edit(ARTICLE, r"\A(.*\n)", r"\1# A comment.\n"),
    "a term more": new_term,
    "a term less": no_new_term,
}


def tree(folder: Path) -> dict[str, bytes]:
    """The files below a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def built(settings: Settings, *, scratch: bool = False) -> dict[str, bytes]:
    """The site of a build, with the project's store or from scratch."""
    with open_store(settings.store) as store:
        used = temporary_store() if scratch else store
        content, _ = checked_content(settings, used)
        publish(
            settings, content, page_shells(settings, empty_sections(content.corpus), store), used
        )
    return tree(settings.site)


@pytest.fixture
def settings(invented: Project, invented_site: Site, tmp_path: Path) -> Settings:
    """The settings of a copy of the invented project, whose store has the page shells."""
    assert invented_site.folder.is_dir()
    settings = read_settings(invented.copied(tmp_path).root / "mkdocs.yml")
    settings.store.parent.mkdir(exist_ok=True)
    shutil.copy(invented.root / ".cache" / "store.sqlite", settings.store)
    return settings


@pytest.mark.parametrize(
    ("seed", "steps"), [(1, 3), *(pytest.param(n, 12, marks=pytest.mark.full) for n in range(2, 8))]
)
def test_edits_give_the_same_site_as_from_scratch(
    settings: Settings, seed: int, steps: int
) -> None:
    chance = random.Random(seed)
    from_scratch = replace(settings, site=settings.site.with_name("scratch"))
    built(settings)
    for _ in range(steps):
        for name in chance.sample(sorted(EDITS), chance.randint(1, 2)):
            EDITS[name](settings.content)
        assert built(settings) == built(from_scratch, scratch=True)


@pytest.mark.parametrize(
    "name", [name for name in EDITS if name not in ("the form again", "a term less")]
)
def test_every_edit_is_one(invented: Project, tmp_path: Path, name: str) -> None:
    content = read_settings(invented.copied(tmp_path).root / "mkdocs.yml").content
    before = tree(content)
    EDITS[name](content)
    assert tree(content) != before


@pytest.mark.parametrize(
    ("name", "some", "none"),
    [
        (None, set(), {"status/", "articles/", "names/puffin-ferries/"}),
        (
            "another article",
            {"articles/letter-with-signs/", "claims/boats-on-time/", "status/"},
            {"glossary/berth/", "claims/twelve-boats/"},
        ),
        ("a topic", {"topics/finance/"}, {"glossary/ferry/", "articles/letter-with-signs/"}),
    ],
)
def test_only_pages_that_showed_an_entry_are_composed(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    name: str | None,
    some: set[str],
    none: set[str],
) -> None:
    built(settings)
    if name:
        EDITS[name](settings.content)
    made: set[str] = set()
    compose = PageView.page

    def noted(self: PageView, *arguments: object, **values: object) -> object:
        made.add(self.path)
        return compose(self, *arguments, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(PageView, "page", noted)
    built(settings)
    assert (some - made, none & made) == (set(), set())


def test_a_page_edited_by_hand_is_made_again(settings: Settings) -> None:
    before = built(settings)
    page = settings.site / "glossary/ferry/index.html"
    page.unlink()
    page.write_text("mine", encoding="utf-8")
    assert built(settings) == before


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # beside the runner's threads
def test_pages_composed_by_several_processes_are_the_same(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = built(replace(settings, site=settings.site.with_name("alone")))
    monkeypatch.setattr(parallel, "processors", lambda: 3)
    monkeypatch.setattr(parallel, "active_count", lambda: 1)
    monkeypatch.setattr(incremental, "forked_map", partial(parallel.forked_map, fewest=1))
    assert built(settings) == before
    EDITS["a form of a term"](settings.content)
    from_scratch = replace(settings, site=settings.site.with_name("scratch"))
    assert built(settings) == built(from_scratch, scratch=True)
