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
from statistics import NormalDist, median

from scripts.text.lengths import LETTERS_PER_HAN, UNUSUAL, VARIANCE, is_unusual, length
from scripts.text.script import han_characters

Pair = tuple[str, str]

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
MEDIAN_SQUARE = NormalDist().inv_cdf(0.75) ** 2  # of a standard normal variable


def pairs_of(corpus: Path) -> list[Pair]:
    """The pairs of paragraphs that correspond, and have words in both languages."""
    pages = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    return [
        (english, chinese)
        for page in pages
        if page["aligned"] and page["name"] not in MISALIGNED
        for english, chinese in zip(page["en"], page["zh"], strict=True)
        if length(english, "en") and han_characters(chinese)
    ]


def letters_per_han(pairs: Sequence[Pair]) -> float:
    """The ratio of lengths that half of the longer pairs exceed."""
    ratios = []
    for english, chinese in pairs:
        han = len(han_characters(chinese))
        latin = length(chinese, "zh-Hant") - han * LETTERS_PER_HAN
        if length(english, "en") > LONG:
            ratios.append((length(english, "en") - latin) / han)
    return median(ratios)


def variance(pairs: Sequence[Pair]) -> float:
    """The variance for each letter, from the median of the squares of the differences."""
    squares = []
    for english, chinese in pairs:
        one, other = length(english, "en"), length(chinese, "zh-Hant")
        squares.append((one - other) ** 2 / ((one + other) / 2))
    return median(squares) / MEDIAN_SQUARE


def _half(text: str, language: str) -> str:
    """The first half of the sentences of a text."""
    sentences = re.findall(r".+?(?:[。！？；]+|[.!?;]+(?=\s|$)|$)", text, re.DOTALL)
    return "".join(sentences[: len(sentences) // 2]) if len(sentences) > 1 else ""


def _share(pairs: Sequence[Pair], made: Callable[[Pair], Pair | None]) -> str:
    found = [pair for pair in map(made, pairs) if pair is not None]
    told = sum(is_unusual(*pair) for pair in found)
    return f"{told:4} of {len(found)} ({told / len(found):.1%})"


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
    pairs = pairs_of(parser.parse_args().corpus)
    print(f"{len(pairs)} pairs")
    print(f"letters for each Han character {letters_per_han(pairs):.2f} (code: {LETTERS_PER_HAN})")
    print(f"variance for each letter {variance(pairs):.2f} (code: {VARIANCE})")
    print(f"beyond {UNUSUAL} standard deviations:")
    print(f"  as they are           {_share(pairs, lambda pair: pair)}")
    for name, halved in (("English", _english_halved), ("Chinese", _chinese_halved)):
        print(f"  half of {name} away  {_share(pairs, halved)}")
        for least in (150, 300):
            long = [pair for pair in pairs if length(pair[0], "en") >= least]
            print(f"    of {least} letters or more {_share(long, halved)}")


if __name__ == "__main__":
    main()
