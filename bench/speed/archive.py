"""An invented archive in both languages, from which ours and the peer's site are laid out.

Each article has eight passages of about 90 English words, with their Chinese, and links three
terms: one of the few that many articles use, and two of many. Nearly all sentences are unique. The
same number of articles always gives the same archive.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

PASSAGES = 8
SENTENCES = 6  # of a passage
TERMS = 2000  # at most
FREQUENT = 5  # terms of which each article links one


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages."""

    en: str
    zh: str


def _words() -> dict[str, list[Text]]:
    """The tables from which sentences and terms are put together."""
    tables: dict[str, list[Text]] = {}
    for line in (Path(__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines():
        table, en, zh = line.split("\t")
        tables.setdefault(table, []).append(Text(en, zh))
    return tables


WORDS = _words()
SENTENCE = ("time", "person", "deed", "thing", "place", "end")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary."""

    id: str
    form: Text
    definition: Text


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage; the link to a term, if it has one, is a sentence after its texts."""

    id: str
    text: Text
    term: Term | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article."""

    id: str
    title: Text
    day: date
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """All articles and terms."""

    articles: tuple[Article, ...]
    terms: tuple[Term, ...]


def archive_of(articles: int) -> Archive:
    """Return the archive of a size."""
    chance = random.Random(articles)
    terms = tuple(_terms(min(articles, TERMS), chance))
    return Archive(tuple(_article(number, terms, chance) for number in range(articles)), terms)


def _terms(count: int, chance: random.Random) -> Iterator[Term]:
    parts = product(WORDS["colour"], WORDS["shape"], WORDS["part"])
    forms = [
        Text(" ".join(one.en for one in some), "".join(one.zh for one in some)) for some in parts
    ]
    for number, form in enumerate(forms[:count]):
        yield Term(f"term-{number:04}", form, _sentence(chance))


def _article(number: int, terms: tuple[Term, ...], chance: random.Random) -> Article:
    used = [chance.choice(terms[:FREQUENT]), chance.choice(terms), chance.choice(terms)]
    linked = dict(zip(chance.sample(range(PASSAGES), 3), used, strict=True))
    passages = (
        Passage(f"p{place + 1}", _text(chance), linked.get(place)) for place in range(PASSAGES)
    )
    title = Text(f"Harbour log {number}: {_sentence(chance).en}", f"海港日誌{number}")
    day = date(2000, 1, 1) + timedelta(days=number)
    return Article(f"article-{number:05}", title, day, tuple(passages))


def _text(chance: random.Random) -> Text:
    sentences = [_sentence(chance) for _ in range(SENTENCES)]
    return Text(" ".join(one.en for one in sentences), "".join(one.zh for one in sentences))


def _sentence(chance: random.Random) -> Text:
    time, person, deed, thing, place, end = (chance.choice(WORDS[table]) for table in SENTENCE)
    en = f"{time.en}, {person.en} {deed.en} {thing.en} {place.en}, {end.en}."
    zh = f"{time.zh}，{person.zh}{place.zh}{deed.zh}{thing.zh}，{end.zh}。"
    return Text(en[0].upper() + en[1:], zh)
