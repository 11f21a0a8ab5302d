"""Jyutping: one syllable for each Han character of a form."""

from collections.abc import Iterator

from .. import faults
from ..model import Key
from ..problems import Problem
from ..reading import Content
from ..text.script import han_characters


def check(content: Content) -> Iterator[Problem]:
    """Tell of each Chinese form whose pronunciation is missing or of another length."""
    corpus = content.corpus
    for term in corpus.terms.values():
        for i, form in enumerate(term.forms.zh_hant):
            yield from _form(content, Key("term", term.id), i, form.form, form.jyutping)
    for name in corpus.names.values():
        for i, written in enumerate(name.forms.zh_hant):
            yield from _form(content, Key("name", name.id), i, written.form, written.jyutping)


def _form(
    content: Content, key: Key, number: int, form: str, jyutping: str | None
) -> Iterator[Problem]:
    characters, syllables = len(han_characters(form)), len((jyutping or "").split())
    if characters == syllables:
        return
    location = ("forms", "zh-Hant", number)
    place = content.documents[key].place((*location, "jyutping" if jyutping else "form"))
    if jyutping is None:
        yield Problem(place, faults.JYUTPING_MISSING, {"form": form})
        return
    words = {"form": form, "characters": str(characters), "syllables": str(syllables)}
    yield Problem(place, faults.JYUTPING_LENGTH, words)
