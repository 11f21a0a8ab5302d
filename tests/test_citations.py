"""Citations are complete, and reference managers can read their files."""

import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import Entry, parse_string

from scripts.edition.build_context import BuildContext
from scripts.edition.settings import Settings
from scripts.exports import citations
from scripts.pages.bibliography import Record, as_bibtex
from scripts.reading.content import Content

from .test_text import cases

RECORD = Record(
    id="a-night.p3.en",
    author="Facing Pages 對照",
    title="A night",
    revised=date(2031, 5, 3),
    url="https://pages.example/articles/a-night/#p3",
    language="en-GB",
    note="A digest.",
)
SOURCE = "“The Night Boat: A Year on Dark Water” [夜航一年：黑水上的日子]"
SOURCE_ZH = "〈夜航一年：黑水上的日子〉［The Night Boat: A Year on Dark Water］"
REPORT = "https://ferries.example/night-boat?year=1&print=yes"
# The citations of the invented article, by passage and language.
PLAIN = {
    ("", "en"): (
        "Facing Pages 對照, “A year of night boats” [夜航一年], revised 3 May 2031. A digest of "
        f"The crew of the Night Boat, {SOURCE}, Puffin Ferries, 22 April 2031 or later ({REPORT}). "
        "https://pages.example/base/articles/a-year-of-night-boats/"
    ),
    ("p2", "en"): (
        "Facing Pages 對照, “A year of night boats” [夜航一年], passage 2, revised 3 May 2031. A "
        f"digest of The crew of the Night Boat, {SOURCE}, Puffin Ferries, 22 April 2031 or later "
        f"({REPORT}); its English text is based on English ¶ 2, and its Chinese text on English "
        "¶ 2.1, Chinese headline. https://pages.example/base/articles/a-year-of-night-boats/#p2"
    ),
    ("p3", "zh-Hant"): (
        "《對照》（Facing Pages）：〈夜航一年〉［A year of night boats］，第3節，2031年5月3日修訂。"
        f"摘述自夜航船員，{SOURCE_ZH}，海鸚渡輪，2031年4月22日或以後（{REPORT}）；據其英文第2.1段。"
        "https://pages.example/base/zh-Hant/articles/a-year-of-night-boats/#p3"
    ),
}


@pytest.fixture(scope="module")
def context(fixture_content: Content) -> BuildContext:
    root = Path(__file__).parent.parent
    names = {"en": "Facing Pages", "zh-Hant": "對照"}
    settings = Settings(
        root=root,
        content=root / "tests" / "content",
        site=root / "site",
        site_url="https://pages.example/base/",
        repo_url="https://git.example/pages",
        branch="main",
        names=cast(Any, names),
    )
    return BuildContext(fixture_content, settings)


def items_of(context: BuildContext, article: str) -> list[dict[str, Any]]:
    files = {path: make() for path, make in citations.files(context)}
    path = f"articles/{article}/citations.json"
    text = files[path].decode("utf-8")
    assert path == f"articles/{article}/citations.json"
    items: list[dict[str, Any]] = json.loads(text)
    return items


def all_items(context: BuildContext) -> list[dict[str, Any]]:
    return [item for article in context.corpus.articles for item in items_of(context, article)]


def entry_of(bibtex: str) -> tuple[str, Entry]:
    """Parse BibTeX with pybtex, which is strict: one entry, and nothing left over."""
    ((key, entry),) = parse_string(bibtex, "bibtex").entries.items()
    return key, entry


@pytest.mark.parametrize("case", cases("bibtex"), ids=lambda case: case["text"])
def test_bibtex_is_parsed_into_the_same_values(case: dict[str, str]) -> None:
    record = Record(**{f: getattr(RECORD, f) for f in Record.__slots__} | {"title": case["text"],
                    "author": case["text"], "note": case["text"]})  # fmt: skip
    key, entry = entry_of(as_bibtex(record))
    assert (key, entry.type) == ("a-night.p3.en", "misc")
    assert dict(entry.fields) == {
        "title": f"{{{case['written']}}}",
        "year": "2031",
        "month": "May",
        "day": "3",
        "url": "https://pages.example/articles/a-night/#p3",
        "language": "en-GB",
        "note": case["written"],
    }
    (author,) = entry.persons["author"]
    assert str(author) == f"{{{case['written']}}}"


def test_an_address_has_no_braces() -> None:
    record = Record("a", "b", "c", RECORD.revised, "https://a.example/{b}~\\^%20_", "en-GB", "d")
    assert entry_of(as_bibtex(record))[1].fields["url"] == "https://a.example/%7Bb%7D%7E%5C%5E%20_"


def test_citations_in_words(context: BuildContext) -> None:
    items = items_of(context, "a-year-of-night-boats")
    found = {(i["custom"]["passage"], i["custom"]["language"]): i["custom"]["plain"] for i in items}
    assert {key: found[key] for key in PLAIN} == PLAIN
    assert list(found) == [(p, lang) for lang in ("en", "zh-Hant") for p in ("", "p1", "p2", "p3")]


def test_quotation_marks_within_a_title_are_single(context: BuildContext) -> None:
    (item, *_) = items_of(context, "letter-with-signs")
    assert '“</title><script>alert("title")</script> & {{ 7 * 7 }}”' in item["custom"]["plain"]
    assert "“致渡輪公司的一封信”" in item["custom"]["plain"]


def test_every_record_has_an_id_of_its_own(context: BuildContext) -> None:
    items = all_items(context)
    assert len(items) == 46
    assert len({item["id"] for item in items}) == len({item["URL"] for item in items}) == 46
    for item in items:
        key, entry = entry_of(item["custom"]["bibtex"])
        assert (key, entry.fields["url"]) == (item["id"], item["URL"])


def test_items_have_the_shape_of_csl_json(context: BuildContext) -> None:
    """The shape of the CSL 1.0.2 schema, for the variables that we use."""
    for item in all_items(context):
        custom = item.pop("custom")
        assert set(custom) == {"passage", "language", "plain", "bibtex"}
        is_ours = item["id"].startswith("walk-")  # these have no source
        texts = {"id", "title", "URL", "language"}
        texts |= {"note"} if not is_ours or custom["passage"] else set()
        assert set(item) == texts | {"type", "author", "issued"}
        assert all(isinstance(item[name], str) and item[name] for name in texts)
        assert item["type"] == "webpage"
        assert item["author"] == [{"literal": item["author"][0]["literal"]}]
        ((year, month, day),) = item["issued"]["date-parts"]
        assert date(2031, 5, 3) <= date(year, month, day) <= date(2031, 5, 9)


def test_an_article_without_a_source_is_cited_by_its_byline(context: BuildContext) -> None:
    english, *_ = items_of(context, "walk-along-the-shore")
    title = "“A walk along the shore” [沿岸漫步]"
    assert english["author"] == [{"literal": "Chan Siu-ming"}]
    assert english["custom"]["plain"] == (
        f"Chan Siu-ming, Facing Pages 對照, {title}, revised 8 May 2031. {english['URL']}"
    )


def test_a_digest_of_two_sources_cites_both(context: BuildContext) -> None:
    whole, first, second, *_ = (i["note"] for i in items_of(context, "report-and-letter"))
    assert "The Night Boat" in whole
    assert "致渡輪公司的一封信" in whole
    assert "致渡輪公司的一封信" not in first
    assert "English ¶ 1" in first
    assert "致渡輪公司的一封信" in second


def test_a_citation_style_formats_an_item(context: BuildContext) -> None:
    items = items_of(context, "a-year-of-night-boats")
    for item in items:
        del item["custom"]  # the processor warns about this field
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem("a-year-of-night-boats.p2.en")]))
    (reference,) = (str(entry) for entry in bibliography.bibliography())
    assert reference == (
        "Facing Pages 對照 (2031) A year of night boats [夜航一年]. Available at: "
        "https://pages.example/base/articles/a-year-of-night-boats/#p2."
    )
