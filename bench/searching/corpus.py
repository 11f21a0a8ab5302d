"""Bilingual pages to search: from a file, invented, or generated from others.

A file has one page per line, as JSON: `name`; `title`, with `en` and `zh`; and `en` and `zh`, lists
of paragraphs, which are paired by position.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from bench.archive import NAMES, TERMS
from scripts.search.documents import Document, Pair, Passage
from scripts.text.script import han_characters

BOATS = ("Petrel", "Osprey", "Puffin", "Dunlin", "Curlew")
OWN = 0.005  # the share of invented words in a generated text
END = "\n"  # marks the beginning and end of a text in the chain


@dataclass(frozen=True)
class PagePair:
    """A page in both languages. No query across languages is drawn from a generated one.

    `texts` are its paragraphs in pairs; one of a pair may be empty.
    """

    name: str
    title: Pair
    texts: tuple[Pair, ...]
    is_generated: bool = False

    @property
    def whole(self) -> Pair:
        """The whole text in each language, title first."""
        texts = (self.title, *self.texts)
        return Pair(*("\n".join(filter(None, side)) for side in zip(*texts, strict=True)))


def read_corpus(file: Path) -> list[PagePair]:
    """Read the pages of a file."""
    with file.open(encoding="utf-8") as lines:
        return [_page(json.loads(line)) for line in lines]


def _page(data: dict[str, object]) -> PagePair:
    title, en, zh = data["title"], data["en"], data["zh"]
    assert isinstance(title, dict)
    assert isinstance(en, list)
    assert isinstance(zh, list)
    texts = tuple(Pair(*texts) for texts in zip_longest(en, zh, fillvalue=""))
    return PagePair(str(data["name"]), Pair(title["en"], title["zh"]), texts)


def invented(pages: int = 120, seed: int = 7) -> list[PagePair]:
    """Return pages about ferries between islands."""
    chance = random.Random(seed)
    made = []
    for number in range(pages):
        (place, place_zh), (other, other_zh) = chance.sample(NAMES, 2)
        (term, term_zh), (word, word_zh) = chance.sample(TERMS, 2)
        ship = f"{chance.choice(BOATS)}{chance.randrange(10, 40)}"
        trips, year = chance.randrange(20, 900), chance.randrange(1980, 2031)
        texts = (
            Pair(
                f"The log of {year} says that {ship} left {place} in the dark, passed the {term} "
                f"and came to {other}. The crews talked about the {word} all night.",
                f"{year}年的日誌記載，{ship}號在夜色中離開{place_zh}，經過{term_zh}，抵達{other_zh}；"
                f"船員整晚談論{word_zh}。",
            ),
            Pair(
                f"It counts {trips} trips. Passengers who were waiting on the piers complained.",
                f"全年共{trips}班，在碼頭等候的乘客頗有怨言。",
            ),
        )
        title = Pair(f"The {term} of {place}", f"{place_zh}的{term_zh}")
        made.append(PagePair(f"page-{number}", title, texts))
    return made


def enlarged(pages: Sequence[PagePair], size: int, seed: int = 7) -> list[PagePair]:
    """Return the pages, with generated ones added up to `size`.

    A generated page is as long as one of the shorter half of the given pages. Its text is from a
    Markov chain (of words in English, of characters in Chinese), and one word in two hundred is
    invented, as vocabulary grows in real texts too.
    """
    chance = random.Random(seed)
    english = _Chain([text.en for page in pages for text in page.texts], chance, space=" ")
    chinese = _Chain([text.zh_hant for page in pages for text in page.texts], chance, space="")
    shorter = sorted(pages, key=lambda page: sum(map(len, page.whole)))[: max(1, len(pages) // 2)]
    made = []
    for number in range(size - len(pages)):
        model = chance.choice(shorter)
        texts = tuple(
            Pair(english.text(len(text.en)), chinese.text(len(text.zh_hant)))
            for text in model.texts
        )
        title = Pair(english.text(20).rstrip("."), chinese.text(6).rstrip("。"))
        made.append(PagePair(f"generated-{number}", title, texts, is_generated=True))
    return [*pages, *made]


class _Chain:
    """A Markov chain: the next word or character depends on the last two."""

    def __init__(self, texts: Sequence[str], chance: random.Random, space: str) -> None:
        self._chance = chance
        self._space = space
        self._next: dict[tuple[str, str], list[str]] = defaultdict(list)
        for text in texts:
            parts = text.split() if space else [c for c in text if not c.isspace()]
            for one, two, three in zip([END, END, *parts], [END, *parts], [*parts, END]):  # noqa: B905
                self._next[one, two].append(three)
        characters = [] if space else sorted(set(han_characters("".join(texts))))
        self._own = [_own_word(chance, characters) for _ in range(40_000)]

    def text(self, length: int) -> str:
        """Return a text of about `length` characters; an empty one for 0."""
        parts: list[str] = []
        before = (END, END)
        size = 0
        while size < length:
            part = self._chance.choice(self._next[before])
            before = (before[1], part)
            if part == END:
                before = (END, END)
                continue
            is_own = self._chance.random() < OWN
            parts.append(self._chance.choice(self._own) if is_own else part)
            size += len(parts[-1]) + len(self._space)
        return self._space.join(parts)


def _own_word(chance: random.Random, characters: Sequence[str]) -> str:
    """An invented word: syllables, or two or three of the characters if there are any."""
    if characters:
        return "".join(chance.choices(characters, k=chance.choice((2, 3))))
    return "".join(
        chance.choice("bcdfghklmnprstvw") + chance.choice("aeiou") + chance.choice(("", "n", "r"))
        for _ in range(chance.choice((2, 3, 4)))
    )


def documents(pages: Sequence[PagePair]) -> Iterator[Document]:
    """Yield the pages as documents, a passage for each paragraph; a path is a number."""
    nowhere = Pair("", "")
    for number, page in enumerate(pages):
        passages = tuple(Passage(nowhere, texts) for texts in page.texts)
        yield Document("article", f"{number}/", page.title, passages)
