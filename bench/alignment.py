"""Whether `scripts/text/alignment` finds which paragraphs say the same.

    python -m bench.alignment --corpus FILE [--seed N]
    python -m bench.alignment --document FILE --article FILE

The first takes pages whose paragraphs correspond one by one, and merges, splits and drops
paragraphs of either text at random, as translators and printers do. FILE has a page a line, as
JSON: `name`, `aligned`, and `en` and `zh`, lists of paragraphs. It is not part of this repository.

A **link** is a pair of an English and a Chinese paragraph of the documents so made that hold text
of the same pair of original paragraphs, be it all of it or the part before or behind a cut. Two
paragraphs that were merged, with a counterpart each, make two links, and so does one that was
cut. Recall is the share of the true links that beads have, precision the share of links in beads
that are true; a bead of two and two paragraphs has four. A bead is right if it has all true links
of its paragraphs, and no other.

Beside ours stand two peers, on the same documents: our own programme with the lengths alone, and
NLTK’s of Gale and Church, which gets the same lengths (in English letters, so that it need not know
how much shorter Chinese is).

The second aligns a document and compares with an article of the site what its passages rest on.
"""

import argparse
import random
import re
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from statistics import fmean
from typing import Final, NamedTuple

from scripts.languages import LanguageCode
from scripts.text.alignment import Bead, Paragraph, align, links, paragraph
from scripts.text.lexicon import Lexicon

from .length_parameters import MISALIGNED, Page, pages_of

Link = tuple[int, int]
_sentence = re.compile(r".+?(?:[。！？]+[」』）]*|[.!?]+[”\"')]*(?=\s)|$)", re.DOTALL)


class Rates(NamedTuple):
    """How often a paragraph of one text is merged with the next, split, or dropped."""

    merged: float
    split: float
    dropped: float


RATES: Final = {
    "light": Rates(0.04, 0.04, 0.02),
    "usual": Rates(0.08, 0.08, 0.04),
    "heavy": Rates(0.15, 0.15, 0.08),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a document that was made, and the numbers of the pairs that it holds."""

    text: str
    pairs: frozenset[int]


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made, and the true links of its paragraphs."""

    english: tuple[Paragraph, ...]
    chinese: tuple[Paragraph, ...]
    truth: frozenset[Link]


def made(pairs: Page, rates: Rates, chance: random.Random, lexicon: Lexicon) -> Made:
    """A document of PAIRS, some of whose paragraphs were merged, split and dropped."""
    cut = {number for number in range(len(pairs)) if chance.random() < 0.5}  # in which text
    english = list(_perturbed([en for en, _ in pairs], "en", rates, chance, cut))
    others = set(range(len(pairs))) - cut
    chinese = list(_perturbed([zh for _, zh in pairs], "zh-Hant", rates, chance, others))
    truth = {
        (one, other)
        for (one, left), (other, right) in product(enumerate(english), enumerate(chinese))
        if left.pairs & right.pairs
    }
    return Made(
        tuple(paragraph(piece.text, "en", lexicon) for piece in english),
        tuple(paragraph(piece.text, "zh-Hant", lexicon) for piece in chinese),
        frozenset(truth),
    )


def _perturbed(
    texts: Sequence[str], language: LanguageCode, rates: Rates, chance: random.Random,
    may_be_cut: set[int],
) -> Iterator[Piece]:  # fmt: skip
    """One text’s paragraphs. A pair is cut in one of its texts at most: of halves on both sides
    nobody could say which correspond. Twice the rate there is therefore the rate overall.
    """
    waiting: Piece | None = None
    for number, text in enumerate(texts):
        piece = Piece(text, frozenset((number,)))
        if waiting is not None:
            space = " " if language == "en" else ""
            piece = Piece(f"{waiting.text}{space}{text}", waiting.pairs | piece.pairs)
            waiting = None
            yield piece
            continue
        drawn = chance.random()
        if drawn < rates.merged and number < len(texts) - 1:
            waiting = piece
        elif (drawn := drawn - rates.merged) < rates.dropped:
            continue
        elif drawn - rates.dropped < 2 * rates.split and number in may_be_cut:
            yield from (Piece(half, piece.pairs) for half in _halves(text, chance))
        else:
            yield piece


def _halves(text: str, chance: random.Random) -> list[str]:
    """A text cut at the end of one of its sentences, or whole if it has but one."""
    sentences = [found for found in _sentence.findall(text) if found.strip()]
    if len(sentences) < 2:
        return [text]
    at = chance.randrange(1, len(sentences))
    return ["".join(sentences[:at]).strip(), "".join(sentences[at:]).strip()]


# ── The programmes compared ──────────────────────────────────────────────────────────────────


def ours(document: Made) -> list[Bead]:
    """Lengths and all other evidence."""
    return align(document.english, document.chinese)


def by_length(document: Made) -> list[Bead]:
    """Our own lengths alone."""
    bare = frozenset[object]()
    return align(
        [replace(one, tokens=bare) for one in document.english],
        [replace(one, tokens=bare) for one in document.chinese],
    )


def nltk(document: Made) -> list[Bead]:
    """Gale and Church as NLTK has them: it gives links, which stand for beads here."""
    from nltk.translate.gale_church import align_blocks

    english = [max(round(one.length), 1) for one in document.english]
    chinese = [max(round(one.length), 1) for one in document.chinese]
    return [
        Bead(range(one, one + 1), range(other, other + 1), 1.0)
        for one, other in align_blocks(english, chinese)
    ]


Programme = Callable[[Made], list[Bead]]
PROGRAMMES: Final[dict[str, Programme]] = {
    "ours": ours,
    "ours by length": by_length,
    "NLTK": nltk,
}


# ── What is found ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a programme made of documents."""

    true: int
    found: int
    right: int
    seconds: float

    @property
    def recall(self) -> float:
        return self.right / max(self.true, 1)

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.true + self.found, 1)


def outcome(programme: Programme, documents: Sequence[Made]) -> Outcome:
    """What a programme finds of all links of documents."""
    begun = time.perf_counter()
    found = [set(links(programme(document))) for document in documents]
    seconds = time.perf_counter() - begun
    return Outcome(
        true=sum(len(document.truth) for document in documents),
        found=sum(map(len, found)),
        right=sum(len(d.truth & f) for d, f in zip(documents, found, strict=True)),
        seconds=seconds,
    )


def judged(document: Made) -> Iterator[tuple[float, bool]]:
    """The confidence of each bead of ours, and whether it is right."""
    for bead in ours(document):
        true = {
            link for link in document.truth if link[0] in bead.english or link[1] in bead.chinese
        }
        yield bead.confidence, true == set(links([bead]))


def joined(pages: Sequence[Page], least: int) -> list[Page]:
    """Pages end to end, in documents of at least so many pairs."""
    documents: list[Page] = [[]]
    for page in pages:
        if len(documents[-1]) >= least:
            documents.append([])
        documents[-1] = [*documents[-1], *page]
    return [document for document in documents if len(document) >= least]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, metavar="FILE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    pages = pages_of(options.corpus)
    judgements=[]
    for kind, least in (("pages", 0), ("joined, 30 pairs", 30), ("joined, 200 pairs", 200)):
        for name, rates in RATES.items():
            documents = []
            for _ in range(options.rounds):
                chance.shuffle(pages)
                some = joined(pages, least) if least else [page for page in pages if len(page) > 3]
                documents += [made(pairs, rates, chance, Lexicon()) for pairs in some]
            print(f"{kind}, {name}: {len(documents)} documents, {sum(len(d.truth) for d in documents)} links")
            for title, programme in PROGRAMMES.items():
                o = outcome(programme, documents)
                print(f"  {title:16} recall {o.recall:.1%} precision {o.precision:.1%} F1 {o.f1:.1%} {o.seconds:.1f}s")
            J=[j for d in documents for j in judged(d)]
            judgements+=J
    for low, high in ((0,.5),(.5,.7),(.7,.8),(.8,.9),(.9,.95),(.95,.99),(.99,1.01)):
        some=[j for j in judgements if low<=j[0]<high]
        if some: print(low,high,len(some), f"{fmean(c for c,_ in some):.3f} {fmean(r for _,r in some):.3f}")
    import math
    print("logloss", fmean(-math.log(min(max(c if r else 1-c,1e-6),1)) for c,r in judgements))

if __name__ == "__main__":
    main()
