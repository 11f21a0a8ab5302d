"""Jyutping: one syllable for each Han character of a form."""

from collections.abc import Iterator, Sequence

from .. import faults
from ..model import Name, Term
from ..model.name import ChineseNameForm
from ..model.term import ChineseTermForm
from ..problems import Problem
from ..reading import Manuscript
from ..text.script import han_characters


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Tell of each Chinese form whose pronunciation is missing or of another length."""
    if isinstance(manuscript.entry, Term | Name):
        written: Sequence[ChineseTermForm | ChineseNameForm] = manuscript.entry.forms.zh_hant
        for number, form in enumerate(written):
            yield from _form(manuscript, number, form.form, form.jyutping)


def _form(
    manuscript: Manuscript, number: int, form: str, jyutping: str | None
) -> Iterator[Problem]:
    characters, syllables = len(han_characters(form)), len((jyutping or "").split())
    if characters == syllables:
        return
    location = ("forms", "zh-Hant", number)
    place = manuscript.document.place((*location, "jyutping" if jyutping else "form"))
    if jyutping is None:
        yield Problem(place, faults.JYUTPING_MISSING, {"form": form})
        return
    words = {"form": form, "characters": str(characters), "syllables": str(syllables)}
    yield Problem(place, faults.JYUTPING_LENGTH, words)
