"""Queries of seven classes drawn from a corpus, each with all pages that it should find.

The truth is found by an exhaustive scan of the texts, independent of any engine. A query has at
most MOST_TRUE true pages, so that recall at ten is meaningful; a page is named `en/7` or `zh/7`, by
its language and its number in the corpus.

| class | the query | the truth: pages of its language with |
|---|---|---|
| traditional | a word or a stretch of two to four characters | it |
| simplified | the same, in Simplified characters | the same |
| english | a word, or two that follow each other | it, as whole words, in either language's pages |
| inflected | an inflected form of such | it or its base form |
| typo | a longer word with one letter wrong | the word |
| across | a page's short title | (the same page in the other language) |
| mixed | a Latin word and a Chinese one | both |
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase
from typing import Any, Literal

from opencc import OpenCC

from .corpus import PagePair

QueryClass = Literal["traditional", "simplified", "english", "inflected", "typo", "across", "mixed"]
MOST_TRUE = 20
TRIES = 20_000  # draws of different queries, of which a small corpus may have too few
HAN_RUN = re.compile("[\u3400-\u9fff]+")
WORD = re.compile(r"[a-z][a-z'’-]*[a-z]")
LATIN = re.compile("[A-Za-z][A-Za-z0-9]{2,}")
_FREQUENT = """
the a an of to in and for on with is are be by as at from that this it or not was were has have had
will can may its their our we you your they he she his her more than which who how what when where
these those such also into over under about between through but if so no all any each other some
most many much very
"""
COMMON = frozenset(_FREQUENT.split())


@dataclass(frozen=True)
class Query:
    """A query, the pages that it should find, and those with it in their title."""

    kind: QueryClass
    text: str
    truth: frozenset[str]
    titled: frozenset[str]


def draw(pages: Sequence[PagePair], seeds: Iterable[int] = (7,)) -> list[Query]:
    """Return the queries of a corpus, drawn anew for each seed."""
    corpus = _Texts(pages)
    return [query for seed in seeds for query in _drawn(corpus.seeded(seed))]


def _drawn(corpus: "_Texts") -> Iterator[Query]:
    traditional = [*_words(corpus, 75), *_substrings(corpus, 75)]
    yield from traditional
    yield from map(_simplified, traditional)
    yield from _english(corpus)
    yield from _inflected(corpus)
    yield from _typos(corpus)
    yield from _across(corpus)
    yield from _mixed(corpus, 50)


class _Texts:
    """The texts of a corpus and their words, by page (`en/7`, `zh/7`)."""

    def __init__(self, pages: Sequence[PagePair]) -> None:
        self.pages = pages
        self.chance = random.Random()
        self.text: dict[str, str] = {}
        self.title: dict[str, str] = {}
        for number, page in enumerate(pages):
            for language, whole, title in zip(("en", "zh"), page.whole, page.title, strict=True):
                self.text[f"{language}/{number}"] = whole
                self.title[f"{language}/{number}"] = title
        self.lower = {page: text.lower().replace("’", "'") for page, text in self.text.items()}
        self.english = [page for page in self.text if page.startswith("en/")]
        self.chinese = [page for page in self.text if page.startswith("zh/")]
        self.pages_of: dict[str, set[str]] = defaultdict(set)
        for name, text in self.lower.items():
            for word in WORD.findall(text):
                self.pages_of[word].add(name)
        self.rare_words = sorted(filter(self._is_rare, self.pages_of))
        self.rare_phrases = sorted(self._phrases())
        runs = (run for page in self.chinese for run in HAN_RUN.findall(self.text[page]))
        self.chinese_words = sorted({word for run in runs for word in _segmented(run)})

    def seeded(self, seed: int) -> "_Texts":
        """Return the same texts with another random seed."""
        same = copy(self)
        same.chance = random.Random(seed)
        return same

    def with_han(self, text: str) -> frozenset[str]:
        """Return the Chinese pages with a stretch of characters."""
        return frozenset(page for page in self.chinese if text in self.text[page])

    def with_words(self, words: str) -> frozenset[str]:
        """Return the pages with a phrase of English words."""
        whole = re.compile(rf"\b{re.escape(words)}\b")
        return frozenset(
            p for p, text in self.lower.items() if words in text and whole.search(text)
        )

    def _is_rare(self, word: str) -> bool:
        """Whether a word of at least five letters is in some English pages, but few."""
        if len(word) < 5 or not word.isalpha() or word in COMMON:
            return False
        return 1 <= sum(page.startswith("en/") for page in self.pages_of[word]) <= MOST_TRUE

    def _phrases(self) -> Iterator[str]:
        """Phrases of two words in more than one English page, but few."""
        found: dict[str, set[str]] = defaultdict(set)
        for page in self.english:
            for one, two in re.findall(r"(?=\b([a-z]{4,}) ([a-z]{4,})\b)", self.lower[page]):
                if one not in COMMON and two not in COMMON:
                    found[f"{one} {two}"].add(page)
        return (phrase for phrase, pages in found.items() if 2 <= len(pages) <= MOST_TRUE)

    def query(self, kind: QueryClass, text: str, truth: frozenset[str], *titles: str) -> Query:
        """Return a query; the right pages are those with one of `titles` in their title."""
        titled = {page for page in truth if any(t in self.title[page].lower() for t in titles)}
        return Query(kind, text, truth, frozenset(titled) or truth)


def _traditional(corpus: _Texts, source: Callable[[], str], number: int) -> list[Query]:
    """Up to `number` different queries from a source of words, each in a few pages."""
    found: dict[str, Query] = {}
    for _ in range(TRIES):
        if len(found) == number:
            break
        text = source()
        truth = corpus.with_han(text) if text not in found else frozenset()
        if 1 <= len(truth) <= MOST_TRUE:
            found[text] = corpus.query("traditional", text, truth, text)
    return list(found.values())


def _words(corpus: _Texts, number: int) -> list[Query]:
    """Words of a segmenter."""
    return _traditional(corpus, lambda: corpus.chance.choice(corpus.chinese_words), number)


def _segmented(run: str) -> list[str]:
    """The words of two to four characters in a run of Chinese."""
    return [word for word in _segmenter().cut(run) if 2 <= len(word) <= 4]


@cache
def _segmenter() -> Any:
    import jieba

    jieba.setLogLevel(60)
    return jieba


def _substrings(corpus: _Texts, number: int) -> list[Query]:
    """Stretches that begin and end anywhere."""
    texts = (corpus.text[page] for page in corpus.chinese)
    runs: list[str] = sorted(
        {run for text in texts for run in HAN_RUN.findall(text) if len(run) >= 2}
    )

    def substring() -> str:
        run = corpus.chance.choice(runs)
        length = corpus.chance.choice([size for size in (2, 3, 4) if size <= len(run)])
        start = corpus.chance.randrange(len(run) - length + 1)
        return run[start : start + length]

    return _traditional(corpus, substring, number)


_to_simplified = OpenCC("t2s")


def _simplified(query: Query) -> Query:
    text = str(_to_simplified.convert(query.text))
    return Query("simplified", text, query.truth, query.titled)


def _english(corpus: _Texts) -> Iterator[Query]:
    words = _sample(corpus, corpus.rare_words, 60)
    for text in (*words, *_sample(corpus, corpus.rare_phrases, 40)):
        if truth := corpus.with_words(text):  # empty if it only occurs before a figure
            yield corpus.query("english", text, truth, text)


def _inflected(corpus: _Texts) -> list[Query]:
    """Other forms of words, or of a phrase's last word, that occur in the corpus."""
    bases = [*_sample(corpus, corpus.rare_words, 600), *_sample(corpus, corpus.rare_phrases, 400)]
    corpus.chance.shuffle(bases)
    queries: list[Query] = []
    for base in bases:
        head, _, last = base.rpartition(" ")
        forms = sorted(form for form in _variants(last) if form in corpus.pages_of)
        if forms and len(queries) < 100:
            text = f"{head} {corpus.chance.choice(forms)}".strip()
            truth = corpus.with_words(base) | corpus.with_words(text)
            queries.append(corpus.query("inflected", text, truth, base, text))
    return queries


def _variants(word: str) -> set[str]:
    """Regular inflections of a word, and its possible base forms."""
    found = {_other_number(word)}
    if word.endswith("ing") and len(word) > 6:
        found |= {word[:-3], word[:-3] + "e"}
    elif word.endswith("e"):
        found |= {word[:-1] + "ing", word + "d"}
    elif not word.endswith(("s", "y", "ed")):
        found |= {word + "ing", word + "ed"}
    return found


def _other_number(word: str) -> str:
    """The plural of a singular, and the singular of a plural."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if re.search("(?:s|x|z|ch|sh)es$", word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if re.search("(?:s|x|z|ch|sh)$", word) else "s")


def _typos(corpus: _Texts) -> Iterator[Query]:
    longer = [word for word in corpus.rare_words if len(word) >= 7]
    for word in _sample(corpus, longer, 50):
        mistyped = _mistyped(word, corpus.chance)
        if truth := corpus.with_words(word):
            yield corpus.query("typo", mistyped, truth, word)


def _mistyped(word: str, chance: random.Random) -> str:
    """A word with an inner letter omitted, swapped with the next, doubled or replaced."""
    at = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    how = chance.choice(("drop", "swap", "double", "replace"))
    if how == "drop":
        return before + after
    if how == "swap":
        return before + after[0] + letter + after[1:]
    return before + (letter * 2 if how == "double" else chance.choice(ascii_lowercase)) + after


def _across(corpus: _Texts) -> Iterator[Query]:
    """Short titles of one page only; the truth is the page in the other language."""
    titles = Counter(title.lower() for title in corpus.title.values())
    found: list[tuple[str, str, int]] = []
    for number, page in enumerate(corpus.pages):
        en = re.sub(r"[^\w\s'-]", "", page.title.en).strip()
        zh = "".join(HAN_RUN.findall(page.title.zh_hant))
        is_short = 1 <= len(en.split()) <= 3 and 2 <= len(zh) <= 6
        is_own = titles[page.title.en.lower()] == titles[page.title.zh_hant.lower()] == 1
        crosses = en.lower() not in corpus.lower[f"zh/{number}"] and zh not in page.whole.en
        if is_short and is_own and crosses and not page.is_generated:
            found.append((en, zh, number))
    corpus.chance.shuffle(found)
    for place, (en, zh, number) in enumerate(found[:60]):
        text, truth = (en, f"zh/{number}") if place % 2 else (zh, f"en/{number}")
        yield corpus.query("across", text, frozenset([truth]))


def _mixed(corpus: _Texts, number: int) -> list[Query]:
    """A Latin and a Chinese word of a Chinese page."""
    found: dict[str, Query] = {}
    for _ in range(TRIES):
        if len(found) == number:
            break
        page = corpus.text[corpus.chance.choice(corpus.chinese)]
        latin = sorted({word for word in LATIN.findall(page) if word.lower() not in COMMON})
        runs = HAN_RUN.findall(page) if latin else []
        chinese = sorted({word for run in runs for word in _segmented(run)})
        if latin and chinese:
            one, two = corpus.chance.choice(latin), corpus.chance.choice(chinese)
            whole = re.compile(rf"(?<![a-z0-9]){re.escape(one.lower())}(?![a-z0-9])")
            truth = {page for page in corpus.with_han(two) if whole.search(corpus.lower[page])}
            if 1 <= len(truth) <= MOST_TRUE:
                text = f"{one} {two}"
                found[text] = corpus.query("mixed", text, frozenset(truth), two)
    return list(found.values())


def _sample(corpus: _Texts, words: list[str], number: int) -> list[str]:
    """A random sample of words, at most `number`."""
    return corpus.chance.sample(words, min(number, len(words)))
