"""Han characters folded to one form each, so that 軟實力, 软实力 and 軟実力 are one to search.

Character by character and without regard to words: what is folded wrongly is folded wrongly in
text and query alike. `folds.tsv` has a class of characters in a row, the form that stands for all
of them first. It is drawn from OpenCC and our own tables; `tests/test_folding.py` holds it to them.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def classes() -> Mapping[str, str]:
    """The characters that are folded to each form, without the form itself."""
    text = files(__package__).joinpath("folds.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {line[0]: line[2:] for line in lines}


@cache
def table() -> Mapping[int, str]:
    """What each character is folded to, for `str.translate`."""
    return {ord(member): form for form, members in classes().items() for member in members}


def folded(text: str) -> str:
    """A text with its Han characters folded; as long as it was."""
    return text.translate(table())


def folds_to(forms: Iterable[str]) -> dict[str, str]:
    """The classes of some forms only: what a browser needs to search texts that have no others."""
    return {form: classes()[form] for form in sorted(set(forms)) if form in classes()}
