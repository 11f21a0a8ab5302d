"""The search index: tokens, postings and the key tree, written and read again."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.cache.store import open_store
from scripts.reading.content import Content
from scripts.search.documents import KINDS, Document, Form, Pair, Passage
from scripts.search.entries import documents_of
from scripts.search.folding import folded
from scripts.search.handwritten_sections import documents_from, sections
from scripts.search.index import FOLDER, MANIFEST, index_files, text_key
from scripts.search.key_tree import NAME, Files, grown, leaves
from scripts.search.lemma_groups import lemma_groups, respelt
from scripts.search.postings import DIGITS, merged, number, portions_of, postings_of, sign_key
from scripts.search.romanisation import headword_index, pinyin_of
from scripts.search.tokeniser import compact, tokenise

CASES = Path(__file__).parent / "search"
NOWHERE = Pair("", "")


def cases(name: str) -> list[Any]:
    return list(yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8")))


def document(title: str, *texts: tuple[str, str], number: int = 0) -> Document:
    passages = tuple(Passage(NOWHERE, Pair(*text)) for text in texts)
    return Document("article", f"articles/{number}/", Pair(title, ""), passages)


@pytest.mark.parametrize("case", cases("tokeniser"), ids=lambda case: str(case["text"]))
def test_a_text_is_tokenised(case: dict[str, Any]) -> None:
    assert [f"{piece.key} {piece.position}" for piece in tokenise(case["text"])] == case["pieces"]


@pytest.mark.parametrize("text", ["a-" * 50_000, "1," * 50_000, "'" * 50_000, "渡。" * 50_000])
def test_hostile_texts_are_tokenised_fast(text: str) -> None:
    assert len(list(tokenise(text))) <= 100_001


@pytest.mark.parametrize(("british", "american"), cases("spelling"))
def test_spellings_are_one(british: str, american: str) -> None:
    assert respelt(british) == respelt(american)


def test_inflected_forms_are_one_lemma_group() -> None:
    words = "ferry ferries go went organise organised organizing child children ferryathons "
    words += "ferryathon learn learning learnings news new 2031 x"
    found = {forms for forms in lemma_groups(words.split()).values() if len(forms) > 1}
    assert found == {
        ("ferries", "ferry"),
        ("go", "went"),
        ("organise", "organised", "organizing"),
        ("child", "children"),
        ("ferryathon", "ferryathons"),
        ("learn", "learning", "learnings"),
    }


def test_a_lemma_group_never_refers_to_another() -> None:
    """The target of a form has postings: the browser follows one step only."""
    words = "learnings learning learn better good left leaves wise ferryathon ferryathoner "
    found = lemma_groups([*words.split(), "ferryathoners"])
    forms = {form: key for key, forms in found.items() for form in forms}
    assert all(forms.get(key, key) == key for key in found)


@pytest.mark.parametrize(
    ("text", "key"),
    [("soft power", "softpower"), ("Soft-Power", "softpower"), ("軟實力", "软实力"), ("M+", "m+"),
     ("Web3.0應用", "web30应用"), ("Heron’s Isle", "heronisle")],
)  # fmt: skip
def test_the_key_of_a_headword_is_normalised(text: str, key: str) -> None:
    assert compact(text) == key


def places(text: str) -> list[tuple[int, int, int]]:
    """The documents, units and positions of a list of postings, parsed according to its format."""
    numbers = iter(numbers_in(text))
    document = unit = position = 0
    found = []
    for head in numbers:
        kind, difference = head & 3, head >> 2
        if kind == 0:
            position += difference
        else:
            document += difference if kind == 2 else 0
            unit = next(numbers) if kind == 2 else unit + difference
            position = next(numbers)
        found.append((document, unit, position))
    return found


def numbers_in(text: str) -> Iterator[int]:
    value = bits = 0
    for digit in map(DIGITS.index, text):
        value |= (digit & 31) << bits
        bits += 5
        if digit < 32:
            yield value
            value = bits = 0


@pytest.mark.parametrize("value", [0, 1, 31, 32, 1023, 1024, 99_999, 2**31])
def test_a_number_is_written_and_read(value: int) -> None:
    assert list(numbers_in(number(value))) == [value]


def test_postings_say_where_a_word_stands() -> None:
    first = document(
        "Boats", ("Two boats, the boats again.", "兩艘船，又有船。"), ("No ferry.", "")
    )
    second = document("Piers", ("The boats", "船"))
    found = merged([(0, postings_of([first])), (7, postings_of([second]))])
    assert places(found["boats"].text) == [(0, 0, 0), (0, 2, 1), (0, 2, 4), (7, 2, 1)]
    assert places(found[folded("兩艘")].text) == [(0, 3, 0)]
    assert places(found["船"].text) == [(0, 3, 2), (0, 3, 6), (7, 3, 0)]
    assert found["boats"].frequency == 2
    assert "no" in found
    assert places(found["the"].text) == [(0, 2, 3), (7, 2, 0)]  # the first one alone
    assert places(found[sign_key("。")].text) == [(0, 3, 0)]
    assert places(found[sign_key(",")].text) == [(0, 2, 0), (0, 3, 0)]  # in both languages


def test_portions_put_together_are_the_whole() -> None:
    chance = random.Random(3)
    words = [f"word{number}" for number in range(30)]
    texts = [" ".join(chance.choices(words, k=20)) for _ in range(40)]
    documents = [document("", (text, "")) for text in texts]
    whole = merged([(0, postings_of(documents))])
    portions = ((start, postings_of(documents[start : start + 7])) for start in range(0, 40, 7))
    assert merged(portions) == whole


def test_a_document_more_changes_one_portion() -> None:
    documents = [document(f"Log {number}", ("boat", "船"), number=number) for number in range(200)]
    before = portions_of(documents)
    after = portions_of(
        [*documents[:90], document("Log", ("x", "船"), number=900), *documents[90:]]
    )
    assert len(before) > 3
    assert sum(portion not in before for portion in after) in (1, 2)


@pytest.mark.parametrize("size", [0, 1, 70, 3000])
def test_a_tree_leads_to_every_key(size: int) -> None:
    entries = {
        f"k{value:x}" if value % 3 else chr(0x4E00 + value): f"{value}" for value in range(size)
    }
    files = Files()
    root = grown(files, leaves(entries, 40))
    for key, value in entries.items():
        node: dict[str, str] = {"keys": root["keys"], "files": root["files"]}
        for _ in range(root["depth"] + 1):
            bounds = node["keys"].split(" ")
            place = max(place for place, bound in enumerate(bounds) if bound <= key)
            node = json.loads(files[node["files"][place * NAME : (place + 1) * NAME]])
        assert str(node[key]) == value


def test_a_value_larger_than_a_leaf_has_one_to_itself() -> None:
    made = list(leaves({"a": "1", "b": "2" * 50, "c": "3"}, 20))
    assert [sorted(json.loads(leaf.text)) for leaf in made] == [["a"], ["b"], ["c"]]


def test_an_index_is_the_same_however_it_is_made(fixture_content: Content, tmp_path: Path) -> None:
    documents = list(documents_of(fixture_content.corpus))
    many = [*documents, *(document(f"Log {n}", ("x", "船"), number=n) for n in range(300))]
    assert dict(index_files(many)) == dict(index_files(many))
    with open_store(tmp_path / "store.sqlite") as store:
        assert dict(index_files(documents, store)) == dict(index_files(documents))
        assert dict(index_files(many, store)) == dict(index_files(many))
        assert dict(index_files(documents[1:], store)) == dict(index_files(documents[1:]))


def test_an_index_of_nothing_can_be_read() -> None:
    manifest = json.loads(dict(index_files([]))[MANIFEST])
    assert manifest["kinds"] == dict.fromkeys(KINDS, 0)
    assert manifest["postings"]["files"] == ""


def test_texts_stand_with_their_heads(fixture_content: Content) -> None:
    long = document("Long", *((f"{n} " + "boat " * 300, "船" * 300) for n in range(9)))
    files = dict(index_files([*documents_of(fixture_content.corpus), long]))
    manifest = json.loads(files[MANIFEST])
    node = manifest["texts"]
    assert node["depth"] == 0
    names = [node["files"][at : at + NAME] for at in range(0, len(node["files"]), NAME)]
    texts = [json.loads(files[f"{FOLDER}{name}.json"]) for name in names]
    assert len(texts) > 3
    for leaf in texts:
        for key in leaf:
            head = leaf[text_key(int(key.partition(".")[0]), 0)]
            assert head[0].endswith("/")


def test_entries_are_found_by_forms_and_readings(fixture_content: Content) -> None:
    documents = sorted(documents_of(fixture_content.corpus), key=lambda d: KINDS.index(d.kind))
    known = headword_index(documents)

    def found(key: str) -> set[str]:
        return {documents[number].path for number, _, _ in known.get(key, [])}

    assert found("ferry") == found("ferries") == found("渡轮") == {"glossary/ferry/"}
    assert "glossary/ferry/" in found("dulun")
    assert "names/puffin-ferries/" in found("puffinferries")


def test_readings_begin_at_any_syllable() -> None:
    form = Form("港劇", "zh-Hant", ("gong2 kek6", pinyin_of("港劇")))
    known = headword_index([Document("term", "glossary/x/", NOWHERE, (), (form,))])
    assert known == {
        "港剧": [(0, "", 0)],
        "gongkek": [(0, "gong2 kek6", 0)],
        "kek": [(0, "kek6", 1)],
        "gangju": [(0, "gang3 ju4", 0)],
        "ju": [(0, "ju4", 1)],
    }


def test_pinyin_is_of_han_characters_alone() -> None:
    assert pinyin_of("M+綠色") == "lu4 se4"
    assert pinyin_of("M+") == ""


PAGE = """<nav><h2>No</h2></nav><article><a title="Edit"><svg></svg></a>
<h1 id="a">Ti<em>t</em>le</h1><p>One &amp; two.</p><p>Three</p>
<h2 id="b">Next</h2><ul><li>x<li>y</ul></article><footer>No</footer>"""


def test_sections_of_a_page() -> None:
    found = [(section.anchor, section.title, section.text) for section in sections(PAGE)]
    assert found == [
        ("a", "Title", "Title One & two. Three"),
        ("b", "Next", "Next x y"),
    ]


def test_handwritten_pages_are_documents_of_paired_sections() -> None:
    chinese = PAGE.replace("Next", "下一節").replace('id="b"', 'id="_1"')
    pages = {"about/index.html": PAGE, "zh-Hant/about/index.html": chinese, "404.html": PAGE}
    (found,) = documents_from(pages)
    assert (found.path, found.title) == ("about/", ("Title", "Title"))
    assert found.passages[1] == Passage(Pair("b", "_1"), Pair("Next x y", "下一節 x y"))


def test_pages_with_different_headings_are_paired_as_a_whole() -> None:
    pages = {"index.html": PAGE, "zh-Hant/index.html": "<article><h1>題</h1></article>"}
    (found,) = documents_from(pages)
    assert [passage.texts for passage in found.passages] == [
        ("Title One & two. Three", ""),
        ("Next x y", ""),
        ("", "題"),
    ]


def test_a_text_that_no_page_shows_is_not_searched(fixture_content: Content) -> None:
    """That of a language in which an article is still to be published."""
    (found,) = (
        document
        for document in documents_of(fixture_content.corpus)
        if document.path == "articles/walk-to-the-lamp/"
    )
    texts = [passage.texts for passage in found.passages if passage.anchors.en]
    assert any(text.en for text in texts)
    assert not any(text.zh_hant for text in texts)
