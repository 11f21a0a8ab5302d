"""Texts: the cases of `text/*.yml`, which an editor could read and extend."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.languages import LanguageCode
from scripts.model import Corpus, Name, Term
from scripts.text.forms import form_indexes, forms_in
from scripts.text.inflection import inflections
from scripts.text.markup import Run, parse
from scripts.text.mentions import Piece, keys_in, mentioned, pieces
from scripts.text.script import han_characters, language_runs
from scripts.text.units import units_of

FOLDER = Path(__file__).parent / "text"


def cases(name: str) -> list[Any]:
    loaded: list[Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def linking() -> list[Any]:
    return [
        pytest.param(case["entries"], language, text, linked, id=f"{case['about']} {text}")
        for case in cases("linking")
        for language in ("en", "zh-Hant")
        for text, linked in case.get(language, {}).items()
    ]


@pytest.mark.parametrize(("entries", "language", "text", "linked"), linking())
def test_linking(entries: dict[str, Any], language: LanguageCode, text: str, linked: str) -> None:
    found = pieces(text, language, form_indexes(forms_in(corpus_of(entries))))
    assert "".join(as_written(piece) for piece in found) == linked


def as_written(piece: Piece) -> str:
    if piece.web:
        return f"[{piece.text}]({piece.web})"
    if piece.key:
        return f"[{piece.text}]({piece.key})"
    return f"[{piece.text}](none:)" if piece.explicit else piece.text


def corpus_of(entries: dict[str, Any]) -> Corpus:
    """A corpus of names and terms of which only the forms are given."""
    names: dict[str, Name] = {}
    terms: dict[str, Term] = {}
    for key, given in entries.items():
        kind, _, entry_id = key.partition(":")
        if kind == "name":
            names[entry_id] = name_of(entry_id, given)
        else:
            terms[entry_id] = term_of(entry_id, given)
    return Corpus(names=names, terms=terms)


TEXT = {"en": "x", "zh-Hant": "甲"}


def name_of(entry_id: str, given: dict[str, Any]) -> Name:
    forms = {
        language: [{"form": form, "origin": "ours"} for form in given[language]]
        for language in ("en", "zh-Hant")
    }
    common = {"id": entry_id, "updated": "2031-05-01", "autolink": given.get("autolink", True)}
    special = {"kind": "body", "description": TEXT, "attestation": "established"}
    return Name.model_validate(common | special | {"forms": forms})


def term_of(entry_id: str, given: dict[str, Any]) -> Term:
    def form(text: str) -> dict[str, Any]:
        use = "deprecated" if text in given.get("deprecated", ()) else "preferred"
        return {"form": text, "part_of_speech": given.get("part of speech", "noun"), "use": use}

    forms = {
        "en": [form(text) | {"inflections": given.get("inflections", [])} for text in given["en"]],
        "zh-Hant": [form(text) | {"jyutping": "jat1"} for text in given["zh-Hant"]],
    }
    common = {"id": entry_id, "updated": "2031-05-01", "autolink": given.get("autolink", True)}
    return Term.model_validate(common | {"definition": TEXT, "field": TEXT, "forms": forms})


def test_mentions_are_listed_once_each_in_order() -> None:
    entries = {
        "term:a": {"en": ["a"], "zh-Hant": ["甲"]},
        "name:b": {"en": ["b"], "zh-Hant": ["乙"]},
    }
    indexes = form_indexes(forms_in(corpus_of(entries)))
    text = "b a b [x](claim:c) a [y](none:) [b](https://a.example)"
    found = mentioned(pieces(text, "en", indexes))
    assert [str(key) for key in found] == ["name:b", "term:a", "claim:c"]
    assert tuple(dict.fromkeys(keys_in(text, "en", indexes))) == found


@pytest.mark.parametrize("case", cases("inflection"), ids=lambda case: case["form"])
def test_inflection(case: dict[str, Any]) -> None:
    assert inflections(case["form"], case["is"]) == frozenset(case["found"])


@pytest.mark.parametrize("case", cases("markup"), ids=lambda case: case["text"])
def test_markup(case: dict[str, Any]) -> None:
    marked = parse(case["text"])
    assert [as_case(run) for run in marked.runs] == case["runs"]
    assert marked.plain == "".join(run.get("words", "") for run in case["runs"])


def as_case(run: Run) -> dict[str, Any]:
    written: dict[str, Any] = {"note": run.note} if run.note else {"words": run.text}
    if run.target is not None:
        written["link"] = str(run.target)
    written |= {"stressed": True} if run.stressed else {}
    return written | ({"strong": True} if run.strong else {})


def test_every_written_link_is_a_target_also_without_words() -> None:
    marked = parse("[a](term:x) [b *c* d](name:y) [](claim:z) [e](https://a.example) [f](page)")
    assert [str(target) for target in marked.targets] == [
        *("term:x", "name:y", "claim:z", "https://a.example", "page")
    ]


@pytest.mark.parametrize(
    "text", ["a & b; <i>c</i>", "a_b_ `c` ~d~", "!(x) ]( https://a.b", "a\nb ", ""]
)
def test_a_text_without_notation_is_parsed_alike(text: str) -> None:
    assert parse(text).plain == text
    assert parse(text + " *x*").runs == (Run(text + " "), Run("x", stressed=True))


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "*", "* ", "\\", "[](<", "*a_ ", "]("])
def test_long_runs_of_signs_are_text(sign: str) -> None:
    text = sign * 2000
    assert parse(text).plain.replace("\\", "") == text.replace("\\", "")


@pytest.mark.parametrize("case", cases("language_runs"), ids=lambda case: case["text"])
def test_language_runs(case: dict[str, Any]) -> None:
    runs = list(language_runs(case["text"], chinese=case["in"] == "zh-Hant"))
    assert "".join(f"【{text}】" if other else text for text, other in runs) == case["cut"]
    assert "".join(text for text, _ in runs) == case["text"]


def test_a_long_run_of_marks_is_read_once() -> None:
    """A search that started again at each mark would take hours."""
    marks = "！" * 500_000
    assert list(language_runs(marks, chinese=False)) == [(marks, False)]


def test_han_characters_are_those_that_are_read_aloud() -> None:
    assert han_characters("「PF 公司」，𨋢〇々 1") == ["公", "司", "𨋢", "〇", "々"]


def test_prose_is_where_links_may_stand(fixture_content: Any) -> None:
    article = fixture_content.corpus.articles["a-year-of-night-boats"]
    assert [unit.location for unit in units_of(article) if unit.is_prose] == [
        ("note",),
        ("sections", 0, "passages", 0),
        ("sections", 0, "passages", 1),
        ("sections", 1, "passages", 0),
    ]
