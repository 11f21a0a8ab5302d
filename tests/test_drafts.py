"""Drafts: what is published without them, and what of them is reported."""

import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.check import check_content, check_folder
from scripts.diagnostics.diagnostic import errors
from scripts.edition.build_context import BuildContext
from scripts.edition.settings import read_settings
from scripts.exports import data, sitemap
from scripts.languages import ENGLISH, LANGUAGES
from scripts.model import Corpus, Key, key_of_entry
from scripts.model.completion import complete
from scripts.model.record import GAP
from scripts.pages.entries import article_page
from scripts.pages.word_sheet import words_of
from scripts.publishing.page_shells import PageShells
from scripts.reading.content import Content, read_content
from scripts.reading.draft import is_draft
from scripts.reading.folder import open_folder
from scripts.search.entries import documents_of
from scripts.text.markup import parse

TESTS = Path(__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TESTS / "content", tmp_path / "content"))


def drafted(folder: Path, *names: str) -> Content:
    """The content of a folder in which some entries are drafts."""
    for name in names:
        file = folder / name
        file.write_text("status: draft\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    return read_content(open_folder(folder, "content"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("status: draft", True),
        ("status:   'draft'  # soon", True),
        ('status: "draft"\r', True),
        ("status: drafted", False),
        ("status: Draft", False),
        (" status: draft", False),
        ("title: 'status: draft'", False),
        ("#status: draft", False),
    ],
)
def test_a_draft_is_known_by_a_line(tmp_path: Path, line: str, expected: bool) -> None:  # noqa: FBT001
    file = tmp_path / "one.yml"
    file.write_bytes(f"updated: 2031-05-01\n{line}\nforms: [\n".encode())
    assert is_draft(file) == expected
    assert not is_draft(tmp_path / "none.yml")


def test_a_draft_is_not_published(folder: Path) -> None:
    content = drafted(folder, "glossary/ferry.yml", "topics/finance.yml", "claims/twelve-boats.yml")
    corpus = content.corpus
    assert "ferry" not in corpus.terms
    assert "finance" not in corpus.topics
    assert "twelve-boats" not in corpus.claims
    assert "ferry" not in corpus.terms["berth"].related
    article = corpus.articles["a-year-of-night-boats"]
    assert article.topics == ("heritage",)
    text = article.passages()[2].en
    assert "[more boats](none:)" in text
    assert "[crews](claim:crews-at-the-regatta)" in text
    assert "more boats" in parse(text).plain


def test_nothing_is_published_without_what_it_needs(folder: Path) -> None:
    content = drafted(folder, "names/puffin-ferries.yml")
    corpus = content.corpus
    assert "night-boat-report" not in corpus.sources
    assert "a-year-of-night-boats" not in corpus.articles
    assert "report-and-letter" not in corpus.articles
    assert "twelve-boats" not in corpus.claims
    assert "walk-to-the-well" in corpus.articles
    assert errors(check_content(content))  # so no site is built of this


def test_a_corpus_without_drafts_stays_as_it_is(fixture_content: Content) -> None:
    corpus = fixture_content.corpus
    entries = {key_of_entry(entry): entry for entry in corpus.entries()}
    assert complete(entries) == corpus
    assert complete({}) == Corpus()
    assert complete({Key("source", "x"): corpus.sources["islanders-letter"]}) == Corpus()


def test_problems_of_drafts_wait(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "articles/half.yml").write_text("status: draft\ntitle: [\n", encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    shutil.copy(TESTS.parent / "mkdocs.yml", folder.parent)
    assert main(["check", "--strict", "--content", "content"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Drafts have 1 problem, which wait: make check PATHS=content/articles/")
    assert main(["check", "--strict", "--content", "content", "content/articles"]) == 0
    assert "half.yml:2:9: warning yaml-syntax" in capsys.readouterr().out
    assert main(["check", "--content", "content", "--format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_a_check_with_a_store_finds_the_same(folder: Path, tmp_path: Path) -> None:
    """Also once an entry becomes a draft, and once it is published."""
    store = tmp_path / "store.sqlite"
    file = folder / "glossary/ferry.yml"
    for text in ("status: draft\n" + file.read_text(encoding="utf-8"), file.read_text("utf-8")):
        file.write_text(text, encoding="utf-8")
        opened = open_folder(folder, "content")
        expected = check_content(read_content(opened))
        assert check_folder(opened, store) == expected == check_folder(opened, store)


# ── A translation to follow ───────────────────────────────────────────────────────────────


def test_an_article_can_be_read_in_one_language(fixture_content: Content) -> None:
    article = fixture_content.corpus.articles["walk-to-the-lamp"]
    assert article.languages == ("en",)
    assert not article.is_whole
    assert fixture_content.corpus.articles["walk-to-the-well"].is_whole
    first, second = article.passages()
    assert (first.is_whole, second.is_whole) == (True, False)


def test_no_gap_is_exported_or_searched(fixture_content: Content) -> None:
    corpus = fixture_content.corpus
    (found,) = (one for one in documents_of(corpus) if "walk-to-the-lamp" in one.path)
    texts = [passage.texts for passage in found.passages]
    assert any(english and not chinese for english, chinese in texts)
    assert not any(GAP in text for pair in texts for text in pair)
    settings = read_settings(TESTS.parent / "mkdocs.yml")
    context = BuildContext(fixture_content, settings)
    files = dict(data.files(context))
    assert GAP not in files["data/articles.json"]().decode()
    assert not words_of(context, corpus.articles["walk-to-the-lamp"])


def test_a_page_without_a_text_has_a_notice(fixture_content: Content) -> None:
    context = BuildContext(fixture_content, read_settings(TESTS.parent / "mkdocs.yml"))
    article = fixture_content.corpus.articles["walk-to-the-lamp"]
    english, chinese = (article_page(context, article, language) for language in LANGUAGES)
    assert english.languages == chinese.languages == ("en",)
    assert "The Chinese text is to follow." in english.body
    assert "Follow its light" in english.body
    assert "中文版稍後刊出。" in chinese.body
    assert "第三條路線" in chinese.body
    assert 'id="p1"' not in chinese.body
    assert "待補" not in english.body + chinese.body


def test_only_a_page_with_a_text_is_an_alternate(fixture_content: Content) -> None:
    context = BuildContext(fixture_content, read_settings(TESTS.parent / "mkdocs.yml"))
    article = fixture_content.corpus.articles["walk-to-the-lamp"]
    path = "articles/walk-to-the-lamp/"
    context.published[path] = article.updated
    ((_, make),) = sitemap.files(context)
    file = make()
    assert f"<loc>{context.settings.site_url}{path}</loc>" in file.decode()
    assert "zh-Hant" not in file.decode()
    shell = (
        '<head><link rel="alternate" hreflang="en" href="/en">\n'
        '<link rel="alternate" hreflang="zh-Hant" href="/zh">\n'
        '<link rel="alternate" hreflang="x-default" href="/en">\n'
        '<meta property="og:type" content="article">'
        '<meta property="og:locale:alternate" content="zh_HK"></head>'
        '<a href="/zh" hreflang="zh-Hant" rel="alternate">facing-pages-title</a>'
    )
    shells = PageShells({"articles/facing-pages-slug/index.html": shell.encode()})
    html = shells.render(article_page(context, article, ENGLISH))
    assert html == (
        '<head><link rel="alternate" hreflang="en" href="/en">\n'
        '<link rel="alternate" hreflang="x-default" href="/en">\n  '
        '<meta property="og:type" content="article"></head>'
        '<a href="/zh">A walk to the lamp</a>'
    )
