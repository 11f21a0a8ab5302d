"""Measure how many errors the checks find, by planting them one at a time.

    python -m bench.seeded_errors [--kind WORDS] [--check ID] [--list-missed] [--limit 24]

Plants errors of every kind in valid entries (of `content/`, of the invented corpus and of
`pairs.yml`), runs the checks after each, and prints for each kind how many were planted, found,
missed, and reported elsewhere only (misplaced). An error is found if its check reports it in the
right file and within the lines of the changed texts. The exit status is 1 if less than 98% of all
or 95% of a kind are found, or if anything is misplaced. The errors are the same at every run.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench.seeded import kinds
from bench.seeded.corpus import Corpus, invented, invented_with_originals, real
from bench.seeded.planting import Kind, Verdict, chosen, judged

OF_ALL = 0.98
OF_A_KIND = 0.95
LIMIT = 24


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted error: its kind, its place, and the verdict."""

    check: str
    kind: str
    place: str
    about: str
    verdict: Verdict


def laid_out(folder: Path) -> list[Corpus]:
    """Return every corpus, each in a folder of its own."""
    corpora = []
    for maker in (real, invented, invented_with_originals):
        (folder / maker.__name__).mkdir()
        corpora.append(maker(folder / maker.__name__))
    return corpora


def planted_in(corpora: Sequence[Corpus], kind: Kind, limit: int) -> list[Planted]:
    """Plant up to `limit` errors of a kind."""
    return [
        Planted(
            kind.check,
            kind.name,
            f"{corpus.name}: {seed.regions[0][0]}",
            seed.about,
            judged(kind, corpus, seed),
        )
        for corpus, seed in chosen(kind, corpora, limit)
    ]


def planted_by_all(wanted: Sequence[Kind], limit: int) -> list[Planted]:
    """Plant errors of all kinds in parallel; each process has its own folders."""
    names = [(kind.check, kind.name) for kind in wanted]
    with (
        tempfile.TemporaryDirectory() as temporary,
        ProcessPoolExecutor(initializer=_begin, initargs=(temporary, limit)) as processes,
    ):
        return [planted for found in processes.map(_of_kind, names) for planted in found]


_own: dict[str, tuple[list[Corpus], int]] = {}


def _begin(temporary: str, limit: int) -> None:
    _own["work"] = laid_out(Path(tempfile.mkdtemp(dir=temporary))), limit


def _of_kind(name: tuple[str, str]) -> list[Planted]:
    corpora, limit = _own["work"]
    kind = next(kind for kind in kinds.KINDS if (kind.check, kind.name) == name)
    return planted_in(corpora, kind, limit)


def is_good(planted: Sequence[Planted]) -> bool:
    """Whether enough errors are found, of all and of each kind, and none is misplaced."""
    everything = Counter(p.verdict for p in planted)
    rows = [_counted(planted, *kind) for kind in {(p.check, p.kind) for p in planted}]
    return (
        _share(everything) >= OF_ALL
        and all(_share(row) >= OF_A_KIND for row in rows)
        and not everything["misplaced"]
    )


def _share(row: Counter[Verdict]) -> float:
    return row["found"] / max(row.total(), 1)


def _counted(planted: Sequence[Planted], check: str, kind: str | None = None) -> Counter[Verdict]:
    return Counter(p.verdict for p in planted if p.check == check and kind in (None, p.kind))


def _print_table(planted: Sequence[Planted], wanted: Sequence[Kind]) -> None:
    print(f"{'':52}planted  found  missed  misplaced")
    for check in dict.fromkeys(kind.check for kind in wanted):
        _print_row(check, _counted(planted, check))
        for kind in wanted:
            if kind.check == check:
                _print_row(f"  {kind.name}", _counted(planted, check, kind.name))
    _print_row("all", Counter(p.verdict for p in planted))


def _print_row(name: str, row: Counter[Verdict]) -> None:
    share = f"{_share(row):7.1%}" if row else "   none"
    counts = f"{row['found']:7}{row['missed']:8}{row['misplaced']:11}"
    print(f"{name:52}{row.total():7}{counts}  {share}")


def _print_valid() -> None:
    """Print the diagnostics of the entries before anything is planted."""
    with tempfile.TemporaryDirectory() as temporary:
        for corpus in laid_out(Path(temporary)):
            for diagnostic in corpus.diagnostics:
                place = f"{corpus.name}: {diagnostic.place.path}:{diagnostic.place.line}"
                print(f"before planting: {place} {diagnostic.message.code} {diagnostic.text}")


def main() -> None:
    """Plant, check, and print a line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--kind", default="", help="only kinds whose name holds these words")
    parser.add_argument("--check", default="", help="only kinds of the check with this id")
    parser.add_argument("--list-missed", action="store_true", help="show what was not found")
    parser.add_argument("--limit", type=int, default=LIMIT, help="how many of each kind")
    options = parser.parse_args()
    wanted = [k for k in kinds.KINDS if options.kind in k.name and options.check in ("", k.check)]
    _print_valid()
    planted = planted_by_all(wanted, options.limit)
    _print_table(planted, wanted)
    if options.list_missed:
        for p in planted:
            if p.verdict != "found":
                print(f"{p.verdict}: {p.check}, {p.kind}: {p.place}\n    {p.about}")
    sys.exit(not is_good(planted))


if __name__ == "__main__":
    main()
