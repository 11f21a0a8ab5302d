"""Measure the quality, transfer size and speed of the search, compared with other engines.

    python -m bench.search [--corpus FILE] [--pages 5000] [--engines pagefind,material]
        [--seed 7] [--draws 5]

Queries of seven classes are drawn from bilingual pages (`bench/searching/queries.py`) and run in
Chromium. FILE has one page per line (`bench/searching/corpus.py`); by default the pages are
invented. `--pages` adds generated ones up to that number; `--draws` is the number of seeds for
queries, from `--seed` on. Recall is in percent, of the first ten. `first` is the median and maximum
of kilobytes, with gzip, that a browser with an empty cache fetches until the first result, code
included; `ten` is what ten results take beyond that. `ms` is the median time of a repeated query.
The other engines need `requirements-bench.txt`.
"""

import argparse
import os
import random
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from bench.searching.corpus import PagePair, enlarged, invented, read_corpus
from bench.searching.engines import Engine, FacingPages, Material, Pagefind
from bench.searching.queries import Query, draw
from bench.searching.scoring import SHOWN, Answer, score
from bench.searching.serving import Host, served

OTHERS: dict[str, type[Engine]] = {"pagefind": Pagefind, "material": Material}
COLD = 10  # queries of each class that are run with an empty cache
TIMED = """async ([script, query, limit]) => {
  const ask = eval(script);
  await ask([query, limit]);
  const start = performance.now();
  const found = await ask([query, limit]);
  return [found, performance.now() - start];
}"""


class Fetched(NamedTuple):
    """Bytes until the first result, and from there to ten."""

    first: int
    rest: int


def main() -> None:
    """Draw queries, and print a table for each engine."""
    options = _options()
    pages = read_corpus(options.corpus) if options.corpus else invented()
    pages = enlarged(pages, options.pages) if options.pages > len(pages) else pages
    queries = draw(pages, range(options.seed, options.seed + options.draws))
    print(f"{len(pages)} pairs of pages, {len(queries)} queries")
    engines: list[type[Engine]] = [
        FacingPages,
        *(OTHERS[name] for name in options.engines.split(",") if name),
    ]
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        path = os.environ.get("FACING_PAGES_BROWSER") or shutil.which("chromium")
        with playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]) as browser:
            for kind in engines:
                _measure(kind(Path(temporary)), pages, queries, browser)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--engines", default="")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--draws", type=int, default=1)
    return parser.parse_args()


def _measure(
    engine: Engine, pages: Sequence[PagePair], queries: Sequence[Query], browser: Browser
) -> None:
    """Build an engine's index, run all queries, and print its table."""
    preparing = _seconds(engine.prepare, pages)
    building = _seconds(engine.build, pages)
    print(f"\n{engine.name}: prepared in {preparing} and built in {building}")
    print(
        f"{'':12} {'n':>4} {'recall':>7} {'empty':>6} {'MRR':>5} {'prec':>5} {'ms':>6} first, ten"
    )
    by_class: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        by_class[query.kind].append(query)
    every: list[Fetched] = []
    with served(engine.folder) as host:
        for kind, drawn in by_class.items():
            answers = _answers(engine, drawn, host, browser)
            fetched = _fetched(engine, drawn, host, browser)
            every += fetched
            found = score(drawn, answers)
            print(
                f"{kind:12} {found.queries:4} {100 * found.recall:7.1f} {100 * found.empty:6.1f} "
                f"{found.reciprocal_rank:5.2f} {found.precision:5.2f} {found.milliseconds:6.1f} "
                f"{_in_words(fetched)}"
            )
    print(f"{'all':50} {_in_words(every)}", flush=True)


class _Took(NamedTuple):
    """Seconds of wall clock, and of all processors."""

    clock: float
    processors: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.processors:.1f} s of processors)"


def _seconds(work: Callable[[Sequence[PagePair]], None], pages: Sequence[PagePair]) -> _Took:
    start, before = time.perf_counter(), _processor_time()
    work(pages)
    return _Took(time.perf_counter() - start, _processor_time() - before)


def _processor_time() -> float:
    """The processor time of this process and its finished children."""
    return sum(os.times()[:4])


def _answers(
    engine: Engine, queries: Sequence[Query], host: Host, browser: Browser
) -> list[Answer]:
    """The answers with the index in the browser's cache."""
    page = browser.new_page()
    page.goto(host.address)
    answers = []
    for query in queries:
        arguments = [f"({engine.script})", engine.prepared(query.text), SHOWN]
        found, milliseconds = page.evaluate(TIMED, arguments)
        answers.append(Answer(tuple(map(engine.page, found)), milliseconds))
    page.close()
    return answers


def _fetched(
    engine: Engine, queries: Sequence[Query], host: Host, browser: Browser
) -> list[Fetched]:
    """The bytes fetched with an empty cache, for some of the queries."""
    fetched = []
    for query in random.Random(1).sample(queries, min(COLD, len(queries))):
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(host.address)
            before = host.sent
            page.evaluate(engine.script, [engine.prepared(query.text), 1])
            first = host.sent
            page.evaluate(engine.script, [engine.prepared(query.text), SHOWN])
            fetched.append(Fetched(first - before, host.sent - first))
    return fetched


def _in_words(fetched: Sequence[Fetched]) -> str:
    """The median and maximum of both."""
    return ", ".join(
        f"{median(sizes) / 1000:.0f} ({max(sizes) / 1000:.0f})"
        for sizes in zip(*fetched, strict=True)
    )


if __name__ == "__main__":
    main()
