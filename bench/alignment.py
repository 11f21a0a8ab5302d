"""Measure how well `scripts/authoring/alignment` finds corresponding paragraphs.

    python -m bench.alignment --corpus FILE [--seed N]
    python -m bench.alignment --document FILE --article FILE

The first takes pages whose paragraphs correspond one to one, and merges, splits and drops
paragraphs of either text at random, as translators and printers do. FILE has one page per line, as
JSON: `name`, `aligned`, and `en` and `zh`, lists of paragraphs. It is not part of this repository.

A **link** is a pair of an English and a Chinese paragraph of the resulting documents that contain
text of the same original pair. Two merged paragraphs with a counterpart each make two links, and
so does a split paragraph. Recall is the share of the true links that are in beads, precision the
share of links in beads that are true; a bead of two and two paragraphs has four. A bead is right if
it has all true links of its paragraphs, and no other.

Two peers are measured on the same documents: our own aligner with lengths alone, and NLTK's Gale
and Church, with the same lengths (in English letters, so that the languages are comparable).

The second mode aligns a document, and compares the result with the `rests_on` of an article.
"""

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from pathlib import Path
from statistics import fmean
from typing import Final, NamedTuple

import yaml

from scripts.authoring.alignment import Bead, Paragraph, align, links, paragraph
from scripts.authoring.importing.bilingual_document import parts_of
from scripts.authoring.importing.layout import Cited, passages_of
from scripts.languages import LANGUAGES, LanguageCode
from scripts.reading.content import read_content
from scripts.reading.folder import open_folder
from scripts.text.forms import forms_in
from scripts.text.lengths import length
from scripts.text.lexicon import Lexicon
from scripts.text.script import han_characters

Link = tuple[int, int]
Page = list[tuple[str, str]]  # pairs of paragraphs
# Pages of Plurality with as many paragraphs in both languages that do not correspond: captions,
# translators' names and whole paragraphs are in one language only.
MISALIGNED = frozenset(
    f"plurality-{page}"
    for page in (
        "1-1", "4-0-8", "4-1-3", "4-3-3", "4-3-4", "5-0-3", "5-1-3", "5-1-5", "5-2-1", "5-2-3",
        "5-6-1", "6-3-1", "7-1-0",
    )
)  # fmt: skip
_sentence = re.compile(r".+?(?:[。！？]+[」』）]*|[.!?]+[”\"')]*(?=\s)|$)", re.DOTALL)


class Rates(NamedTuple):
    """The rates at which a paragraph is merged with the next, split, or dropped."""

    merged: float
    split: float
    dropped: float


RATES: Final = {
    "light": Rates(0.04, 0.04, 0.02),
    "usual": Rates(0.08, 0.08, 0.04),
    "heavy": Rates(0.15, 0.15, 0.08),
}


SHORTEST: Final = 4  # the fewest pairs of a page worth aligning
KINDS: Final = {"pages": 0, "documents of 30 pairs": 30, "documents of 150 pairs": 150}


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a generated document, and the numbers of the pairs in it."""

    text: str
    pairs: frozenset[int]


@dataclass(frozen=True, slots=True)
class Made:
    """A generated document, and the true links of its paragraphs."""

    english: tuple[Paragraph, ...]
    chinese: tuple[Paragraph, ...]
    truth: frozenset[Link]


def pages_of(corpus: Path) -> list[Page]:
    """Return the corresponding pairs of paragraphs with words in both languages, by page."""
    pages = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    found = (
        [
            (english, chinese)
            for english, chinese in zip(page["en"], page["zh"], strict=True)
            if length(english, "en") and han_characters(chinese)
        ]
        for page in pages
        if page["aligned"] and page["name"] not in MISALIGNED
    )
    return [page for page in found if page]


def made(pairs: Page, rates: Rates, chance: random.Random, lexicon: Lexicon) -> Made:
    """Return a document of these pairs, with some paragraphs merged, split and dropped."""
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
    """One language's paragraphs. A pair is split in one of its texts at most, as halves on both
    sides have no certain links; so the rate in each text is doubled.
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
    """A text split at the end of one of its sentences, or whole if it has only one."""
    sentences = [found for found in _sentence.findall(text) if found.strip()]
    if len(sentences) < 2:
        return [text]
    at = chance.randrange(1, len(sentences))
    return ["".join(sentences[:at]).strip(), "".join(sentences[at:]).strip()]


# ── The programmes compared ──────────────────────────────────────────────────────────────────


def ours(document: Made) -> list[Bead]:
    """Align with lengths and all other evidence."""
    return align(document.english, document.chinese)


def by_length(document: Made) -> list[Bead]:
    """Align with our lengths alone."""
    english, chinese = (
        [replace(one, tokens=frozenset()) for one in side]
        for side in (document.english, document.chinese)
    )
    return align(english, chinese)


def nltk(document: Made) -> list[Bead]:
    """Align with NLTK's Gale and Church; its links are converted to beads."""
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


# ── Results ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Outcome:
    """The links that a programme found in documents."""

    true: int
    found: int
    right: int
    seconds: float

    @property
    def recall(self) -> float:
        """The share of the true links that were found."""
        return self.right / max(self.true, 1)

    @property
    def precision(self) -> float:
        """The share of the links found that are true."""
        return self.right / max(self.found, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(self.true + self.found, 1)


def outcome(programme: Programme, documents: Sequence[Made]) -> Outcome:
    """Return the result of a programme on documents."""
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
    """Yield the confidence of each of our beads, and whether it is right."""
    for bead in ours(document):
        true = {
            link for link in document.truth if link[0] in bead.english or link[1] in bead.chinese
        }
        yield bead.confidence, true == set(links([bead]))


def joined(pages: Sequence[Page], least: int) -> list[Page]:
    """Concatenate pages into documents of at least `least` pairs; drop the rest."""
    documents: list[Page] = [[]]
    for page in pages:
        if len(documents[-1]) >= least:
            documents.append([])
        documents[-1] = [*documents[-1], *page]
    return [document for document in documents if len(document) >= least]


def _compare_on(corpus: Path, seed: int, rounds: int) -> None:
    """Print the results of each programme, then the calibration of our confidence."""
    chance = random.Random(seed)
    pages = pages_of(corpus)
    beads: list[tuple[float, bool]] = []
    for name, rates in RATES.items():
        print(f"{name}: merged {rates.merged:.0%}, split {rates.split:.0%}, dropped "
              f"{rates.dropped:.0%} of the paragraphs of either text")  # fmt: skip
        for kind, least in KINDS.items():
            documents = []
            for _ in range(rounds):
                chance.shuffle(pages)
                some = joined(pages, least) if least else [p for p in pages if len(p) >= SHORTEST]
                documents += [made(pairs, rates, chance, Lexicon()) for pairs in some]
            _print_outcomes(kind, documents)
            beads += [bead for document in documents for bead in judged(document)]
    _print_calibration(beads)


def _print_outcomes(kind: str, documents: Sequence[Made]) -> None:
    outcomes = {name: outcome(programme, documents) for name, programme in PROGRAMMES.items()}
    print(f"  {len(documents)} {kind}, {outcomes['ours'].true} links")
    for name, found in outcomes.items():
        missed = (1 - found.recall) / max(1 - outcomes["ours"].recall, 1e-9)
        slower = found.seconds / outcomes["ours"].seconds
        print(f"    {name:14} recall {found.recall:.1%}, precision {found.precision:.1%}, F1 "
              f"{found.f1:.1%}; misses × {missed:.1f}, time × {slower:.2f}")  # fmt: skip


def _print_calibration(beads: Sequence[tuple[float, bool]]) -> None:
    print("confidence: beads, mean confidence, share that is right")
    for low, high in pairwise((0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)):
        some = [bead for bead in beads if low <= bead[0] < high]
        if some:
            sure, right = fmean(c for c, _ in some), fmean(r for _, r in some)
            print(f"  {low:4} to {min(high, 1):4}: {len(some):5} {sure:6.1%} {right:6.1%}")


def _compare_with(article: Path, document: Path) -> None:
    """Print how many passages of an article cite the same paragraphs as the drafted ones."""
    lexicon = Lexicon(tuple(forms_in(read_content(open_folder(Path("content"))).corpus)))
    parts = parts_of(document.read_text(encoding="utf-8"))
    english, chinese = (
        [paragraph(part.text, language.code, lexicon) for part in parts.paragraphs(language.code)]
        for language in LANGUAGES
    )
    drafted = {
        (_references(passage.grounds("en")), _references(passage.grounds("zh-Hant")))
        for passage in passages_of(parts, align(english, chinese), lexicon)
    }
    sections = yaml.safe_load(article.read_text(encoding="utf-8"))["sections"]
    written = {
        (tuple(passage["rests_on"]["en"]), tuple(passage["rests_on"]["zh-Hant"]))
        for section in sections
        for passage in section["passages"]
    }
    print(f"{len(drafted & written)} of {len(written)} passages were drafted")
    for name, some in (("not found", written - drafted), ("not in the article", drafted - written)):
        for left, right in sorted(some):
            print(f"  {name}: {', '.join(left)} ↔ {', '.join(right)}")


def _references(cited: Sequence[Cited]) -> tuple[str, ...]:
    return tuple(one.reference for one in cited)


def main() -> None:
    """Run one of the two comparisons."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, metavar="FILE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2, help="documents made of each page")
    parser.add_argument("--document", type=Path, metavar="FILE")
    parser.add_argument("--article", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.corpus:
        _compare_on(options.corpus, options.seed, options.rounds)
    elif options.document and options.article:
        _compare_with(options.article, options.document)
    else:
        parser.error("give --corpus, or --document and --article")


if __name__ == "__main__":
    main()
