"""Errors planted in the invented corpus are reported at their places: a few of each kind.

`bench/seeded_errors.py` plants hundreds, also in the site's own entries.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bench.seeded.corpus import Corpus, invented, invented_with_originals
from bench.seeded.kinds import KINDS
from bench.seeded.planting import Kind, chosen, judged
from bench.seeded_errors import Planted, is_good, planted_in
from scripts.checks import EVERY

OF_A_KIND = 2
# Its links and lists are in hand-written pages, not in entries.
NOT_OF_ENTRIES = {"handwritten"}


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Corpus]]:
    found = [
        invented(tmp_path_factory.mktemp("invented"), every=2),
        invented_with_originals(tmp_path_factory.mktemp("originals")),
    ]
    files = [file.file for corpus in found for file in corpus.files.values()]
    before = [file.read_bytes() for file in files]
    yield found
    assert [file.read_bytes() for file in files] == before


def test_every_check_has_kinds() -> None:
    planted = {kind.check for kind in KINDS}
    assert planted == EVERY.keys() - NOT_OF_ENTRIES | {"waivers"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.check}: {kind.name}")
def test_an_error_is_reported_at_its_place(kind: Kind, corpora: list[Corpus]) -> None:
    planted = planted_in(corpora, kind, OF_A_KIND)
    assert planted
    assert [p for p in planted if p.verdict != "found"] == []


def test_an_error_missed_or_reported_elsewhere_does_not_count(corpora: list[Corpus]) -> None:
    kind = next(kind for kind in KINDS if kind.name == "a digit changed")
    [(corpus, seed)] = chosen(kind, corpora, 1)
    assert judged(replace(kind, codes=("spelling",)), corpus, seed) == "missed"
    path = next(path for path in corpus.parsed_entries if path != seed.regions[0][0])
    assert judged(kind, corpus, replace(seed, regions=((path, ()),))) == "misplaced"


@pytest.mark.parametrize(
    ("found", "missed", "misplaced", "good"),
    [(100, 0, 0, True), (99, 1, 0, True), (97, 3, 0, False), (99, 0, 1, False), (0, 1, 0, False)],
)
def test_the_required_share(found: int, missed: int, misplaced: int, good: bool) -> None:  # noqa: FBT001
    row = Planted("figures", "a digit changed", "a.yml", "", "found")
    planted = [row] * found + [replace(row, verdict="missed")] * missed
    assert is_good([*planted, *[replace(row, verdict="misplaced")] * misplaced]) is good
