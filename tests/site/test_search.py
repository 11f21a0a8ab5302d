"""The search of the built site, in a browser: its module finds the site's texts."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from opencc import OpenCC
from playwright.sync_api import Browser, Page

from scripts.model import Name, Term
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.search.folding import classes
from scripts.search.romanisation import pinyin_of
from scripts.search.tokeniser import compact

from .project import CHECKOUT, Site, snapshot

CASES = Path(__file__).parent.parent / "search"
CALL = """async ([query, options]) => {
  const { find } = await import(new URL("assets/javascripts/search.js", document.baseURI));
  return find(query, options);
}"""
PATHS = """async (queries) => {
  const { search } = await import(new URL("assets/javascripts/search.js", document.baseURI));
  const root = new URL(".", document.baseURI).pathname;
  const found = [];
  for (const query of queries) {
    const results = await search(query, { perPage: 1, limit: 8 });
    found.push(results.map(({ url }) => new URL(url).pathname.slice(root.length)));
  }
  return found;
}"""
CUT = """async ([texts, folds]) => {
  const { tokenise } = await import(
    new URL("assets/javascripts/search/tokeniser.js", document.baseURI)
  );
  const table = new Map(folds.flatMap(([form, others]) => [...others].map((one) => [one, form])));
  return texts.map((text) =>
    tokenise(text, table).map(
      ({ text, isPart, position }) => `${isPart ? "-" : ""}${text} ${position}`,
    ),
  );
}"""
SPELL = """async (words) => {
  const folder = new URL("assets/javascripts/search/", document.baseURI);
  const { openIndex } = await import(new URL("store.js", folder));
  const { respelt } = await import(new URL("word-forms.js", folder));
  const index = await openIndex();
  return words.map((word) => respelt(index, word));
}"""
NUMERALS = """async (queries) => {
  const folder = new URL("assets/javascripts/search/", document.baseURI);
  const { openIndex } = await import(new URL("store.js", folder));
  const { numerals } = await openIndex();
  return queries.map((query) => numerals.others(query));
}"""

Find = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def page(browser: Browser, real_address: str) -> Iterator[Page]:
    """The home page of the real site, under a base path."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(real_address)
        yield page


@pytest.fixture(scope="module")
def find(page: Page) -> Find:
    """Queries the module."""
    return lambda query, **options: page.evaluate(CALL, [query, options])


def cases(name: str) -> list[Any]:
    return list(yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8")))


def test_a_browser_cuts_as_the_builder_does(page: Page) -> None:
    vectors = cases("tokeniser")
    found = page.evaluate(CUT, [[case["text"] for case in vectors], list(classes().items())])
    assert found == [case["pieces"] for case in vectors]


def test_a_browser_spells_as_the_builder_does(page: Page) -> None:
    pairs = cases("spelling")
    british, american = (page.evaluate(SPELL, list(words)) for words in zip(*pairs, strict=True))
    assert british == american


def test_numbers_are_looked_for_as_others_write_them(page: Page) -> None:
    expected = {query: others for case in cases("numerals") for query, others in case.items()}
    found = page.evaluate(NUMERALS, list(expected))
    assert dict(zip(expected, found, strict=True)) == expected


def entries() -> list[Term | Name]:
    corpus = read_content(open_folder(CHECKOUT / "content")).corpus
    return [*corpus.terms.values(), *corpus.names.values()]


def forms() -> dict[str, set[str]]:
    """Every form of every term and name as readers may type it, and the pages that may match."""
    simplified = OpenCC("t2s")
    found: dict[str, set[str]] = {}
    for entry in entries():
        folder = "names" if isinstance(entry, Name) else "glossary"
        typed = {form.form for form in (*entry.forms.en, *entry.forms.zh_hant)}
        typed |= {simplified.convert(form) for form in typed}
        for form in entry.forms.zh_hant:
            for reading in filter(None, (form.jyutping, pinyin_of(form.form))):
                typed |= {reading, re.sub("[0-9]", "", reading), re.sub("[0-9 ]", "", reading)}
        for text in typed:
            found.setdefault(text, set()).add(f"{folder}/{entry.id}/")
    return found


@pytest.mark.full
def test_every_form_in_every_script_finds_its_page_first(page: Page) -> None:
    known = forms()
    assert len(known) > 500
    together: dict[str, set[str]] = {}
    for text, pages in known.items():
        together.setdefault(_sounds(text), set()).update(pages)
    found = page.evaluate(PATHS, list(known))
    missed = {
        text: paths[:3]
        for (text, pages), paths in zip(known.items(), found, strict=True)
        # Homophones without their tones come first together.
        if not pages <= set(paths[: len(together[_sounds(text)])])
    }
    assert missed == {}


def _sounds(text: str) -> str:
    """The Jyutping of a form without tones."""
    return re.sub("[0-9]", "", compact(text))


@pytest.mark.parametrize(
    ("query", "path", "words"),
    [
        ("港藝振興", "names/hkcarp/", "港藝振興"),
        ("软实力", "glossary/soft-power/", "軟實力"),
        ("合拍剧", "glossary/co-production-drama/", "合拍劇"),
        ("西九", "names/west-kowloon-cultural-district/", "西九"),
        ("co-productions", "glossary/co-production-drama/", "co-production"),
        ('"second headquarters"', "glossary/second-headquarters/", "second headquarters"),
        ("Palace Musuem", "names/hong-kong-palace-museum/", "Palace Museum"),
        ("30% 數碼孿生", "claims/digital-twin-exhibitors/", "數碼孿生"),
    ],
)
def test_what_readers_type_is_found_and_marked(
    find: Find, query: str, path: str, words: str
) -> None:
    first = find(query, lang="zh-Hant")["results"][0]
    assert first["url"].endswith(f"/zh-Hant/{path}")
    marked = " ".join(
        " ".join(first[part][language][start:end] for start, end in ranges)
        for part in ("title", "passage")
        for language, ranges in first["matches"][part].items()
    )
    assert words in marked


def test_a_syllable_finds_the_headwords_that_have_it(find: Find) -> None:
    found = find("ngai6", limit=50)
    assert found["total"] > 5
    assert all(result["matches"]["isKnown"] for result in found["results"])
    syllables = [form.jyutping or "" for e in entries() for form in e.forms.zh_hant]
    assert found["total"] <= sum("ngai6" in jyutping.split() for jyutping in syllables)
    assert find("ngai5 seot6")["total"] == 0


@pytest.mark.parametrize("case", cases("typed"), ids=lambda case: str(case["query"]))
def test_letters_signs_and_numbers_do_not_count_as_they_are_typed(
    find: Find, case: dict[str, Any]
) -> None:
    """The query finds what another one finds, or the page that is named first, or nothing."""
    found = find(case["query"], limit=1000)
    urls = [result["url"].partition("/base/")[2] for result in found["results"]]
    if "as" in case:
        same = find(case["as"], limit=1000)
        assert {result["url"] for result in same["results"]} == {
            result["url"] for result in found["results"]
        }
        assert same["total"] > 0
    assert urls[:1] == [case.get("first", urls[0] if urls else "")][: len(urls)]
    assert len(urls) <= case.get("most", len(urls))


def test_whole_words_come_before_parts_of_words(find: Find) -> None:
    results = find("opera", limit=50)["results"]
    has = [bool(re.search(r"\bopera\b", _whole(result), re.IGNORECASE)) for result in results]
    assert True in has
    assert has == sorted(has, reverse=True)
    assert not any("accf" in result["url"] for result in results)


def _whole(result: dict[str, Any]) -> str:
    return f"{result['title']['en']} {result['passage']['en']}"


def test_the_guide_comes_last(find: Find) -> None:
    kinds = [result["kind"] for result in find("soft power", limit=100)["results"]]
    assert "guide" in kinds
    assert kinds.index("guide") == len(kinds) - kinds.count("guide")


def test_a_misspelt_query_is_corrected_and_a_right_one_is_not(find: Find) -> None:
    assert find("Palace Musuem")["suggestion"] == "Palace Museum"
    assert find("palace musuem")["suggestion"] == "palace museum"
    assert find("Palace Museum")["suggestion"] is None


def test_a_phrase_is_a_phrase(find: Find) -> None:
    loose, strict = (find(query, limit=100)["total"] for query in ("drama film", '"drama film"'))
    assert strict < loose


def test_forms_of_the_glossary_cross_the_languages(find: Find) -> None:
    results = find("film and television", limit=50)["results"]
    lent = [result for result in results if result["matches"]["lent"]]
    assert lent
    for result in lent:
        texts = " ".join((*result["title"].values(), *result["passage"].values()))
        assert result["matches"]["lent"] in texts
        assert "film and television" not in texts.lower()


def test_results_are_paged_and_counted(find: Find) -> None:
    whole = find("Hong Kong", limit=1000)
    assert whole["total"] == sum(whole["totals"].values()) == len(whole["results"]) > 20
    paged = [find("Hong Kong", limit=7, offset=at)["results"] for at in range(0, 21, 7)]
    assert [one for part in paged for one in part] == whole["results"][:21]
    places = [(result["url"], result["anchor"]) for result in whole["results"]]
    assert len([p for p in places if p[1]]) == len({p for p in places if p[1]})


def test_kinds_and_sides_are_filtered(find: Find) -> None:
    whole = find("Hong Kong", limit=100)
    claims = find("Hong Kong", limit=100, kinds=["claim"])
    assert {result["kind"] for result in claims["results"]} == {"claim"}
    assert claims["total"] == claims["totals"]["claim"]
    assert claims["totals"] == whole["totals"]
    assert find("Hong Kong", side="zh-Hant")["total"] < whole["total"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "。",
        '"',
        "zzzzzzzzzz",
        "𠮷𠮷",
        "x" * 5000,
        "藝" * 500,
        "%",
        "constructor",
        "__proto__",
        "龜",
        "と",
        "\ud800",
        "\u202e\u0301",
        "a-" * 9000,
        "文 化 " * 5000,
    ],
)
def test_no_query_fails(page: Page, query: str) -> None:
    found = page.evaluate(
        CALL.replace("[query, options]", "[asked, options]").replace(
            "find(query,", "find(JSON.parse(asked),"
        ),
        [json.dumps(query), {}],
    )
    assert found["total"] >= 0


def test_anchors_are_on_their_pages(find: Find, real_based_site: Site) -> None:
    for lang in ("en", "zh-Hant"):
        for result in find("香港", lang=lang, limit=100, kinds=["article", "page"])["results"]:
            path = result["url"].partition("/base/")[2]
            assert result["anchor"] in {"", *real_based_site.pages[path].ids}, result["url"]


def test_nothing_is_fetched_until_one_searches(browser: Browser, real_address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(real_address)
        page.evaluate(
            'import(new URL("assets/javascripts/search.js", document.baseURI)).then(() => 0)'
        )
        assert not any("/assets/search/" in url for url in asked)
        page.evaluate(CALL, ["ferry", {}])
        assert any(url.endswith("/assets/search/index.json") for url in asked)


@pytest.mark.full
def test_the_index_is_the_same_at_every_build(real_based_site: Site, real_site: Site) -> None:
    """Its addresses are relative, so that it serves under any."""
    folders = (site.folder / "assets" / "search" for site in (real_based_site, real_site))
    one, other = map(snapshot, folders)
    assert one == other
