"""Measure false alarms: diagnostics of the checks on correct bilingual texts by others.

    python -m bench.false_alarms --corpus FILE [--leave-out FILE] [--show CODE]

FILE has one page per line, as JSON: `name`, `en` and `zh` (lists of paragraphs), and `aligned`,
true if the lists have equal lengths. The second file lists pairs to leave out because they do not
correspond: the page and the number of the paragraph, one a line. Neither file is part of this
repository.

For the check of figures, prints how many pairs have a figure in either text, and how many of these
have a diagnostic. It also prints how many figures are understood: a figure here is a match of a
simple pattern (digits, number words, Chinese numerals of two characters or before a measure word);
it is understood if it overlaps a quantity that the check parses, or a set phrase. Diagnostics of
other checks are counted by code; as our corpus is in Taiwan's Chinese, many of them are correct.
"""

import argparse
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scripts.checks import OF_ENTRY, OF_WORDING
from scripts.diagnostics.diagnostic import Diagnostic
from scripts.figures import quantities_in
from scripts.figures.phrases import BLANK, blanked
from scripts.languages import LanguageCode
from scripts.model import Key
from scripts.reading.folder import EntryFile
from scripts.reading.parsed_entry import read_parsed_entry
from scripts.text.lexicon import Lexicon

HEAD: Final = """\
updated: 2031-05-01
title: {en: Pairs, zh-Hant: 成對文本}
summary: {en: Pairs of texts., zh-Hant: 成對的文本。}
source: corpus
sections:
  - id: all
    passages:
"""
COMPARED: Final = ("completeness", "hygiene", "punctuation", "script")
_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
    "|thousand|million|billion|trillion|half|third|quarter|twice|double|dozen"
)
_HAN = "一二三四五六七八九十百千萬億兆兩半"
_SIMPLE_FIGURES: Final[dict[LanguageCode, re.Pattern[str]]] = {
    "en": re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{_WORDS})\b", re.IGNORECASE),
    "zh-Hant": re.compile(
        rf"\d+(?:[.,]\d+)*|[{_HAN}]{{2,}}|[{_HAN}](?=[個名年月日歲倍成次種項位人天])"
    ),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph in both languages."""

    page: str
    number: int
    en: str
    zh: str


def pairs_of(corpus: Path, left_out: set[tuple[str, int]]) -> list[Pair]:
    """Return the pairs of the aligned pages, without those left out or empty in a language."""
    pages = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    return [
        Pair(page["name"], number, " ".join(english.split()), " ".join(chinese.split()))
        for page in pages
        if page["aligned"]
        for number, (english, chinese) in enumerate(zip(page["en"], page["zh"], strict=True))
        if (page["name"], number) not in left_out and english.strip() and chinese.strip()
    ]


def misaligned(file: Path) -> set[tuple[str, int]]:
    """Return the page and paragraph of each line; remarks begin with #."""
    lines = (line.partition("#")[0].split() for line in file.read_text("utf-8").splitlines())
    return {(fields[0], int(fields[1])) for fields in lines if len(fields) > 1}


def diagnostics_of(pairs: Sequence[Pair], folder: Path) -> Iterator[tuple[str, Pair, Diagnostic]]:
    """Yield the diagnostics of each pair from checks of single entries, with the check's id."""
    file = folder / "pairs.yml"
    for pair in pairs:
        file.write_text(_article(pair), encoding="utf-8")
        parsed, diagnostics = read_parsed_entry(
            EntryFile(str(file), "pairs.yml", Key("article", "pairs"))
        )
        for diagnostic in diagnostics:
            yield "reading", pair, diagnostic
        for name in (*COMPARED, "figures"):
            if parsed is None:
                continue
            wording = OF_WORDING.get(name)
            found = wording(parsed, Lexicon()) if wording else OF_ENTRY[name](parsed)
            for diagnostic in found:
                yield name, pair, diagnostic


def _article(pair: Pair) -> str:
    """The pair as a passage of an article, with brackets and asterisks escaped."""
    texts = (re.sub(r"([\\\[\]*])", r"\\\1", text) for text in (pair.en, pair.zh))
    english, chinese = (json.dumps(text, ensure_ascii=False) for text in texts)
    return (
        f"{HEAD}      - id: p1\n        rests_on: {{en: [en/1], zh-Hant: [en/1]}}\n"
        f"        written_first: en\n        en: {english}\n        zh-Hant: {chinese}\n"
    )


def understood(text: str, language: LanguageCode) -> list[bool]:
    """Return for each match of the simple pattern whether the check parses it or blanks it."""
    phrases = blanked(text, language)
    spans = [(quantity.start, quantity.end) for quantity in quantities_in(text, language)]
    return [
        any(start < match.end() and match.start() < end for start, end in spans)
        or BLANK in phrases[match.start() : match.end()]
        for match in _SIMPLE_FIGURES[language].finditer(text)
    ]


def _print_figures(pairs: Sequence[Pair], reported: Sequence[tuple[str, Pair, Diagnostic]]) -> None:
    marked = {pair: (understood(pair.en, "en"), understood(pair.zh, "zh-Hant")) for pair in pairs}
    with_figure = [
        pair
        for pair in pairs
        if any(marked[pair]) or quantities_in(pair.en, "en") or quantities_in(pair.zh, "zh-Hant")
    ]
    print(f"{len(pairs)} pairs, {len(with_figure)} with a figure in either text")
    for severity in ("error", "warning"):
        flagged = {
            pair
            for name, pair, p in reported
            if name == "figures" and p.message.severity == severity
        }
        print(f"  with {severity}s of figures: {_share(len(flagged), len(with_figure))}")
    flagged = {pair for name, pair, _ in reported if name == "figures"}
    print(f"  with either: {_share(len(flagged), len(with_figure))}")
    both = [sides for sides in marked.values() if all(sides)]
    for name, side in (("English", 0), ("Chinese", 1)):
        tokens = [is_understood for sides in both for is_understood in sides[side]]
        print(
            f"  {name} figures of pairs with both, understood: {_share(sum(tokens), len(tokens))}"
        )


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / max(whole, 1):.1%})"


def _print_codes(reported: Sequence[tuple[str, Pair, Diagnostic]]) -> None:
    codes = Counter((name, p.message.code, p.message.severity) for name, _, p in reported)
    pages: defaultdict[tuple[str, str, str], set[Pair]] = defaultdict(set)
    for name, pair, p in reported:
        pages[name, p.message.code, p.message.severity].add(pair)
    print(f"{'check':14}{'code':26}{'severity':10}{'all':>6}{'pairs':>7}")
    for (name, code, severity), number in sorted(codes.items()):
        affected = len(pages[name, code, severity])
        print(f"{name:14}{code:26}{severity:10}{number:6}{affected:7}")


def _show(reported: Sequence[tuple[str, Pair, Diagnostic]], code: str, limit: int) -> None:
    for _, pair, diagnostic in [one for one in reported if one[2].message.code == code][:limit]:
        print(f"{pair.page} {pair.number}: {diagnostic.text}")
        print(f"    {pair.en}\n    {pair.zh}")


def main() -> None:
    """Print the diagnostics of corresponding pairs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, required=True, metavar="FILE")
    parser.add_argument("--leave-out", type=Path, metavar="FILE")
    parser.add_argument("--show", default="", metavar="CODE", help="list diagnostics with a code")
    parser.add_argument("--limit", type=int, default=20, help="the most to list")
    options = parser.parse_args()
    left_out = misaligned(options.leave_out) if options.leave_out else set()
    pairs = pairs_of(options.corpus, left_out)
    with tempfile.TemporaryDirectory() as temporary:
        reported = list(diagnostics_of(pairs, Path(temporary)))
    if options.show:
        _show(reported, options.show, options.limit)
    else:
        _print_figures(pairs, reported)
        _print_codes(reported)


if __name__ == "__main__":
    main()
