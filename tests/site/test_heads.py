"""The heads of pages and the sitemap, for search engines and link previews."""

from collections import Counter
from urllib.parse import urljoin

from lxml import etree

from scripts.languages import LANGUAGES
from scripts.model import Label, Prose
from scripts.reading.content import Content
from scripts.text.markup import parse

from .project import CHINESE, ENGLISH, Page, Site

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _meta(page: Page, name: str) -> str:
    return page.one(f"/html/head/meta[@name='{name}' or @property='{name}']/@content")


def _alternates(site: Site, page: Page) -> dict[str, str]:
    """The addresses of a page's texts; of one that has no English, the Chinese is the default."""
    texts = site.texts(page)
    found = {"zh-Hant" if text.is_chinese else "en": text.url for text in texts}
    return found | {"x-default": texts[0].url}


def test_title_and_description(site: Site) -> None:
    for page in site.pages.values():
        title, description = page.text_of("/html/head/title"), _meta(page, "description")
        assert title
        assert description
        assert _meta(page, "og:title") in title
        assert _meta(page, "og:description") == description
        is_home = page.path in ("", "zh-Hant/")
        site_name = "對照" if page.is_chinese else "Facing Pages"
        assert is_home or title.endswith(f" · {site_name}")
        assert _meta(page, "og:site_name") == site_name


def test_no_two_pages_of_a_language_have_one_title(site: Site) -> None:
    titles = Counter((p.is_chinese, p.text_of("/html/head/title")) for p in site.pages.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_two_pages_have_one_description(site: Site) -> None:
    texts = Counter((p.is_chinese, _meta(p, "description")) for p in site.pages.values())
    assert [text for text, count in texts.items() if count > 1] == []


def test_an_entry_is_described_by_its_own_words_once(
    invented_site: Site, fixture_content: Content
) -> None:
    """The statement of a claim, the definition of a term: complete, and with nothing before it."""
    corpus = fixture_content.corpus
    texts: dict[str, Label] = {}
    texts |= {f"claims/{id}/": claim.statement for id, claim in corpus.claims.items()}
    texts |= {f"glossary/{id}/": term.definition for id, term in corpus.terms.items()}
    texts |= {f"names/{id}/": name.description for id, name in corpus.names.items()}
    texts |= {f"articles/{id}/": article.summary for id, article in corpus.articles.items()}
    assert len(texts) > 15
    for path, label in texts.items():
        for language in LANGUAGES:
            page = invented_site.pages[language.prefix + path]
            said = label.of(language.code)
            plain = parse(said).plain if isinstance(label, Prose) else said
            assert _meta(page, "description") == " ".join(plain.split())


def test_descriptions_are_whole_sentences_and_no_titles(site: Site) -> None:
    for page in site.pages.values():
        title, description = _meta(page, "og:title"), _meta(page, "description")
        assert description.rstrip("”」’』）)")[-1] in ".!?。！？…", page.path
        assert description != title, page.path
        parts = title.split(" · ")
        assert len(set(parts)) == len(parts), page.path


def test_language_of_the_page(site: Site) -> None:
    for page in site.pages.values():
        assert page.one("/html/@lang") == (CHINESE if page.is_chinese else ENGLISH)
        own, other = ("zh_HK", "en_GB") if page.is_chinese else ("en_GB", "zh_HK")
        assert _meta(page, "og:locale") == own
        others = page.values("/html/head/meta[@property='og:locale:alternate']/@content")
        assert others == ([other] if len(site.texts(page)) == 2 else []), page.path


def test_own_address_is_absolute(site: Site) -> None:
    for page in site.pages.values():
        assert page.one("/html/head/link[@rel='canonical']/@href") == page.url
        assert _meta(page, "og:url") == page.url


def test_alternates_are_absolute_and_reciprocal(site: Site) -> None:
    for page in site.pages.values():
        links = page.all("/html/head/link[@rel='alternate' and @hreflang]")
        found = {str(link.get("hreflang")): str(link.get("href")) for link in links}
        assert len(links) == len(found)
        assert found == _alternates(site, page), page.path
        assert page.counterpart in site.pages


def test_a_notice_is_no_alternate_of_the_text(invented_site: Site) -> None:
    path = "articles/walk-to-the-lamp/"
    text, notice = invented_site.pages[path], invented_site.pages[f"zh-Hant/{path}"]
    assert [page.path for page in invented_site.pages.values() if page.is_notice] == [notice.path]
    assert _alternates(invented_site, notice) == {"en": text.url, "x-default": text.url}
    # The notice leads to the text as its translation; the text to the notice as a mere page.
    assert text.url in {urljoin(notice.url, a) for a in notice.values("//a[@hreflang='en']/@href")}
    assert text.values("//a[@hreflang or @rel='alternate']/@href") == []
    assert notice.url in {urljoin(text.url, href) for href in text.values("//a/@href")}


def test_the_404_page_has_no_canonical_address(site: Site) -> None:
    page = site.missing
    assert page.text_of("/html/head/title") == "Page not found · 找不到此頁"
    assert page.all("/html/head/link[@rel='canonical' or @rel='alternate']") == []


def test_the_sitemap_lists_every_page_with_its_alternates(site: Site) -> None:
    root = etree.parse(str(site.folder / "sitemap.xml")).getroot()
    assert root.tag == f"{{{SITEMAP['s']}}}urlset"
    found = {}
    for entry in root.findall("s:url", SITEMAP):
        links = entry.findall("x:link", SITEMAP)
        assert {link.get("rel") for link in links} == {"alternate"}
        alternates = {link.get("hreflang"): link.get("href") for link in links}
        found[entry.findtext("s:loc", namespaces=SITEMAP)] = alternates
    pages = [page for page in site.pages.values() if not page.is_notice]
    assert found == {page.url: _alternates(site, page) for page in pages}
    assert len(root) == len(pages)


# In the invented content every kind of entry has a day of its own.
UPDATED = {
    "": "2031-05-09",  # it lists entries of every kind
    "about/": None,
    "articles/": "2031-05-09",
    "articles/a-year-of-night-boats/": "2031-05-03",
    "articles/a-year-of-night-boats/words/": "2031-05-03",
    "claims/": "2031-05-04",
    "claims/twelve-boats/": "2031-05-04",
    "glossary/": "2031-05-01",
    "glossary/by/jyutping/": "2031-05-01",
    "glossary/ferry/": "2031-05-01",
    "guide/": None,
    "names/": "2031-05-01",
    "names/heron-isle/": "2031-05-01",
    "search/": None,
    "sources/": "2031-05-02",
    "sources/islanders-letter/": "2031-05-02",
    "status/": "2031-05-09",
    "topics/": "2031-05-09",
    "topics/finance/": "2031-05-04",
    "topics/heritage/": "2031-05-03",
}


def test_the_sitemap_has_the_day_of_the_newest_entry_of_a_page(invented_site: Site) -> None:
    root = etree.parse(str(invented_site.folder / "sitemap.xml")).getroot()
    found = {
        str(entry.findtext("s:loc", namespaces=SITEMAP)): entry.findtext(
            "s:lastmod", namespaces=SITEMAP
        )
        for entry in root.findall("s:url", SITEMAP)
    }
    prefixes = (invented_site.url, f"{invented_site.url}zh-Hant/")
    for prefix in prefixes:
        assert {path: found[f"{prefix}{path}"] for path in UPDATED} == UPDATED


def test_no_other_sitemap_is_published(site: Site) -> None:
    """MkDocs also writes a compressed sitemap, of its page shells."""
    assert sorted(file.name for file in site.folder.glob("sitemap*")) == ["sitemap.xml"]
