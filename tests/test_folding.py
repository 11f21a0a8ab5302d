"""Characters that search treats as equal: the table is derived from OpenCC and our own tables."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from opencc import OpenCC

from scripts.search.folding import classes, folded
from scripts.text.variants import STROKE, rows

TABLE = Path(__file__).parent.parent / "scripts" / "search" / "folds.tsv"
HEAD = """\
# Characters that are the same to search: the representative, and the others.
#
# Renewed by `pytest --renew tests/test_folding.py` from OpenCC (Apache License 2.0) and from
# simplified.tsv, variants.tsv, alike.tsv and radicals.tsv.
"""
# The blocks of Han characters that are in use: Unified Ideographs and Extension A.
HAN = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
RADICALS = [chr(code) for code in range(0x2E80, 0x2FD6)]
TO_SIMPLIFIED = OpenCC("t2s")
CONVERTERS = [OpenCC(name) for name in ("t2s", "hk2s", "tw2s", "t2hk", "t2tw", "hk2t", "tw2t")]


def alike() -> Iterator[tuple[str, str]]:
    """Every pair of characters that a table treats as equal."""
    for character in HAN:
        for converter in CONVERTERS:
            yield character, converter.convert(character)
    for radical in RADICALS:
        yield radical, unicodedata.normalize("NFKC", radical)
    for name in ("simplified", "variants", "alike", "radicals"):
        for found, expected in rows(name):
            for other in expected.split(STROKE):
                yield found, other


def entries_by_topic(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The classes of equal characters, each under its representative."""
    members: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if len(one) == len(other) == 1 and one != other:
            joined = {one, other} | members[one] | members[other]
            members.update(dict.fromkeys(joined, joined))
    made = {
        min(joined, key=_representative_order): joined
        for joined in members.values()
        if len(joined) > 1
    }
    return {form: "".join(sorted(made[form] - {form})) for form in sorted(made)}


def _representative_order(character: str) -> tuple[bool, bool, int]:
    """Sort key of the representative: unchanged by OpenCC, first in Unicode.

    Radicals and circles come last.
    """
    is_sign = character < "\u3000"
    return is_sign, TO_SIMPLIFIED.convert(character) != character, ord(character)


def test_the_table_follows_from_opencc_and_our_tables(*, renew: bool) -> None:
    made = entries_by_topic(alike())
    if renew:
        lines = "".join(f"{form}\t{members}\n" for form, members in made.items())
        TABLE.write_text(HEAD + lines, encoding="utf-8")
        classes.cache_clear()
    assert dict(classes()) == made


def test_folding_twice_changes_nothing_more() -> None:
    members = "".join(classes().values())
    assert len(members) == len(set(members))
    assert set(members).isdisjoint(classes())


@pytest.mark.parametrize(
    ("one", "other"),
    [("軟實力", "软实力"), ("衞生", "衛生"), ("瞭解", "了解"), ("空閒", "空间"), ("著", "着"),
     ("港藝振興", "港艺振兴"), ("裏", "裡"), ("尖沙咀", "尖沙嘴"), ("國", "国"),
     ("⽂化", "文化"), ("⼈才", "人才"), ("⻑洲", "長洲"), ("⻄九", "西九"), ("⿓", "龍"),
     ("⻋", "车"),
     ("二零二四", "二〇二四"), ("二○二四", "二〇二四")],
)  # fmt: skip
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_other_words_stay_apart() -> None:
    assert len({folded(word) for word in ("港劇", "港口", "香港", "西九", "四九")}) == 5
