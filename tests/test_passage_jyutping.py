"""The pronunciation of Chinese: the cases of `text/pronunciation.yml`, and the cache."""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.cache.store import open_store
from scripts.checks.support.syllables import is_syllable
from scripts.edition.build_context import BuildContext
from scripts.edition.settings import read_settings
from scripts.edition.spoken_forms import spoken_forms
from scripts.exports import jyutping
from scripts.exports.passage_jyutping import Pronunciation, pronounced
from scripts.model import Corpus, Name, Term
from scripts.reading.content import Content, read_content
from scripts.reading.folder import open_folder
from scripts.text.forms import form_indexes, forms_in
from scripts.text.markup import parse
from scripts.text.script import han_characters, is_han
from scripts.text.transcriber import misread, transcribe, transcriber_version

from .test_text import TEXT

CASES = yaml.safe_load(
    (Path(__file__).parent / "text" / "pronunciation.yml").read_text(encoding="utf-8")
)
CONTENT = Path(__file__).parent.parent / "content"
COMMON = {"updated": "2031-05-01", "autolink": False}


def cases() -> list[Any]:
    return [
        pytest.param(case["entries"], text, said, id=f"{case['about']} {text}")
        for case in CASES
        for text, said in case["said"].items()
    ]


@pytest.mark.parametrize(("entries", "text", "said"), cases())
def test_pronunciation(entries: dict[str, dict[str, str]], text: str, said: str) -> None:
    corpus = corpus_of(entries)
    marked = parse(text)
    (syllables,) = transcribe([marked.plain])
    index = form_indexes(forms_in(corpus))["zh-Hant"]
    found = pronounced(marked, syllables, index, spoken_forms(corpus))
    assert as_written(marked.plain, found) == said


def as_written(plain: str, found: Pronunciation) -> str:
    ends = {end: " ".join(map(str, found.syllables[start:end])) for start, end in found.authored}
    inside = {number for start, end in found.authored for number in range(start, end)}
    written = ""
    number = 0  # of Han characters so far
    for character in plain:
        written += character
        if is_han(character):
            if number not in inside:
                written += f"({found.syllables[number] or ''})"
            number += 1
            written += f"【{ends[number]}】" if number in ends else ""
    return written


def corpus_of(entries: dict[str, dict[str, str]]) -> Corpus:
    """A corpus of names and terms that link only where marked, with different English."""
    names: dict[str, Name] = {}
    terms: dict[str, Term] = {}
    for number, (key, given) in enumerate(entries.items()):
        kind, _, entry_id = key.partition(":")
        forms = [{"form": form, "jyutping": said or None} for form, said in given.items()]
        own = {"id": entry_id, "forms": {"en": [{"form": f"x{number}"}], "zh-Hant": forms}}
        if kind == "name":
            names[entry_id] = Name.model_validate(_with(own, NAME, {"origin": "ours"}))
        else:
            terms[entry_id] = Term.model_validate(_with(own, TERM, {"part_of_speech": "noun"}))
    return Corpus(names=names, terms=terms)


NAME = {"kind": "body", "description": TEXT, "attestation": "established"}
TERM = {"definition": TEXT, "field": TEXT}


def _with(own: dict[str, Any], special: dict[str, Any], given: dict[str, str]) -> dict[str, Any]:
    forms = {language: [form | given for form in forms] for language, forms in own["forms"].items()}
    return COMMON | special | own | {"forms": forms}


def test_every_correction_of_the_transcriber_is_needed() -> None:
    import ToJyutping

    for word, syllables in misread().items():
        assert len(han_characters(word)) == len(word) == len(syllables.split())
        unaided = [syllable for _, syllable in ToJyutping.get_jyutping_list(word)]
        assert unaided != syllables.split(), f"{word} is read right: take it out of misread.tsv"
        assert transcribe([word]) == [syllables.split()]


@pytest.mark.parametrize(
    "syllables",
    [
        "jyut6 ping3 hoeng1 gong2 gwok3 kwaa1 ngo5 ceot1 zeoi3 jyu4 syun1 wu4 ji1 fui1",
        "ng5 m4 hm1 hng6 aa3 uk1 ung3 oi3 au1 ik1",
        "deu6 gep6 jen1 pet6 coet1 lem2 waa1 a1 kap1 hom4 bup1",  # heard in everyday words only
    ],
)
def test_syllables_of_jyutping(syllables: str) -> None:
    assert [syllable for syllable in syllables.split() if not is_syllable(syllable)] == []


@pytest.mark.parametrize(
    "syllables",
    [
        "xie4 qing1 zhong1 shi4 ri4 er4 liang3 yu4 wuo3 yi1",  # pinyin
        "yuet6 yam2 chau1 tsang1 u4 i1 yun4 hoo2",  # Yale, and as names are spelt
        "jyut jyut0 jyut7 jyut61 jYut6 bd3 gwkaa1 ngng5 lm4 jyum1 heo1 beom1",
    ],
)
def test_strings_that_are_no_jyutping(syllables: str) -> None:
    assert [syllable for syllable in syllables.split() if is_syllable(syllable)] == []


def test_the_transcriber_returns_valid_jyutping() -> None:
    articles = read_content(open_folder(CONTENT)).corpus.articles.values()
    passages = [passage for article in articles for passage in article.passages()]
    said = transcribe([parse(passage.zh_hant).plain for passage in passages])
    spoken = {syllable for text in said for syllable in text if syllable}
    spoken.update(*(syllables.split() for syllables in misread().values()))
    assert len(spoken) > 300
    assert {syllable for syllable in spoken if not is_syllable(syllable)} == set()


def test_a_transcription_is_cached(
    fixture_content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = read_settings(CONTENT.parent / "mkdocs.yml")

    def files() -> dict[str, bytes]:
        with open_store(tmp_path / "store") as store:
            files = jyutping.files(BuildContext(fixture_content, settings, store))
            return {path: make() for path, make in files}

    first = files()
    assert "dou6" in first["articles/a-year-of-night-boats/jyutping.json"].decode()
    monkeypatch.setitem(sys.modules, "ToJyutping", None)  # importing it fails
    assert files() == first
    (tmp_path / "store").unlink()
    with pytest.raises(ImportError):
        files()


def test_the_transcriber_has_a_version() -> None:
    name, _, number = transcriber_version().partition(" ")
    assert name == "ToJyutping"
    assert number[0].isdigit()
