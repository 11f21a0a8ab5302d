"""How long a text is in English and in Chinese: the parameters of `scripts/text/lengths.py`.

    python -m bench.length_parameters --corpus FILE

FILE has a page a line, as JSON: `name`, `en` and `zh` (lists of paragraphs), and `aligned`, true
if the lists have as many. It is not part of this repository. Prints the parameters, how often
pairs that say the same are told of, and how often a text is that lacks half its sentences.
"""

import argparse
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import NormalDist, fmean, median

from scripts.text.lengths import (
    HABIT,
    LETTERS_PER_HAN,
    UNUSUAL,
    VARIANCE,
    Size,
    is_unusual,
    length,
    size,
    total,
)
from scripts.text.script import han_characters

Pair = tuple[str, str]
Page = list[Pair]

# Pages of Plurality whose paragraphs are as many in both languages and yet do not correspond:
# captions, names of translators and whole paragraphs stand in one language only. Found by reading
# every page that has a pair of very different lengths.
MISALIGNED = frozenset(
    f"plurality-{page}"
    for page in (
        "1-1", "4-0-8", "4-1-3", "4-3-3", "4-3-4", "5-0-3", "5-1-3", "5-1-5", "5-2-1", "5-2-3",
        "5-6-1", "6-3-1", "7-1-0",
    )
)  # fmt: skip
LONG = 100  # letters; below that a ratio of lengths says little
LONG_PAGE = 600
MEDIAN_SQUARE = NormalDist().inv_cdf(0.75) ** 2  # of a standard normal variable


def pages_of(corpus: Path) -> list[Page]:
    """The pairs of paragraphs that correspond, and have words in both languages, page by page."""
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


def letters_per_han(pairs: Sequence[Pair]) -> float:
    """The ratio of lengths that half of the longer pairs exceed."""
    ratios = []
    for english, chinese in pairs:
        han = len(han_characters(chinese))
        latin = length(chinese, "zh-Hant") - han * LETTERS_PER_HAN
        if length(english, "en") > LONG:
            ratios.append((length(english, "en") - latin) / han)
    return median(ratios)


def variance(pages: Sequence[Page]) -> float:
    """The variance for each letter, from the median of the squares of the differences.

    Each pair is held against the others of its page, which are not known exactly either.
    """
    squares = []
    for page in pages:
        for number, pair in enumerate(page) if len(page) > 2 else ():
            text, others = size(*pair), _others(page, number)
            away = text.difference - others.difference / others.length * text.length
            squares.append(away**2 / (text.length * (1 + text.length / others.length)))
    return median(squares) / MEDIAN_SQUARE


def habit_of_hands(pages: Sequence[Page], within: float) -> float:
    """The standard deviation of the longer pages’ differences, less what chance accounts for."""
    sizes = [total(size(*pair) for pair in page) for page in pages]
    shares = [(one.difference / one.length, one.length) for one in sizes if one.length > LONG_PAGE]
    spread = median(share**2 for share, _ in shares) / MEDIAN_SQUARE
    return float((spread - within * fmean(1 / letters for _, letters in shares)) ** 0.5)


def _others(page: Page, number: int) -> Size:
    """The other pairs of a page, together."""
    return total(size(*pair) for pair in (*page[:number], *page[number + 1 :]))


def _half(text: str, language: str) -> str:
    """The first half of the sentences of a text."""
    sentences = re.findall(r".+?(?:[。！？；]+|[.!?;]+(?=\s|$)|$)", text, re.DOTALL)
    return "".join(sentences[: len(sentences) // 2]) if len(sentences) > 1 else ""


def _share(pages: Sequence[Page], made: Callable[[Pair], Pair | None], least: int = 0) -> str:
    """How many pairs are told of once something was made of them, in the midst of their page."""
    told = [
        is_unusual(size(*pair), _others(page, number))
        for page in pages
        for number, written in enumerate(page)
        if length(written[0], "en") >= least and (pair := made(written)) is not None
    ]
    return f"{sum(told):4} of {len(told)} ({sum(told) / len(told):.1%})"


def _english_halved(pair: Pair) -> Pair | None:
    half = _half(pair[0], "en")
    return (half, pair[1]) if half else None


def _chinese_halved(pair: Pair) -> Pair | None:
    half = _half(pair[1], "zh-Hant")
    return (pair[0], half) if half else None


def main() -> None:
    """Print what was estimated, beside what the code has."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, required=True, metavar="FILE")
    pages = pages_of(parser.parse_args().corpus)
    pairs = [pair for page in pages for pair in page]
    print(f"{len(pairs)} pairs")
    print(f"letters for each Han character {letters_per_han(pairs):.2f} (code: {LETTERS_PER_HAN})")
    print(f"variance for each letter {variance(pages):.2f} (code: {VARIANCE})")
    print(f"habit of a hand {habit_of_hands(pages, VARIANCE):.3f} (code: {HABIT})")
    print(f"beyond {UNUSUAL} standard deviations:")
    print(f"  as they are           {_share(pages, lambda pair: pair)}")
    for name, halved in (("English", _english_halved), ("Chinese", _chinese_halved)):
        print(f"  half of {name} away  {_share(pages, halved)}")
        for least in (150, 300):
            print(f"    of {least} letters or more {_share(pages, halved, least)}")


if __name__ == "__main__":
    main()
