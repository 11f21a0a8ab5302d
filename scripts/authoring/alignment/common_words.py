"""Common words of the two languages with the same meaning, found in a text.

A table beside this module lists them. It need be neither complete nor exact: two paragraphs that
agree in many of them are counterparts, even if some single words do not match.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from ...languages import LanguageCode
from ...model import Key
from ...text.forms import Form, FormIndex, form_indexes
from ...text.inflection import inflections


def things_in(text: str, language: LanguageCode) -> frozenset[str]:
    """Return the common things mentioned in a plain text, each as its first English word."""
    return frozenset(match.form.owner.id for match in _indexes()[language].find(text))


@cache
def _indexes() -> Mapping[LanguageCode, FormIndex]:
    return form_indexes(_forms())


def _forms() -> Iterator[Form]:
    text = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        english, chinese = line.split("\t")
        words = english.split(", ")
        thing = Key("term", words[0])
        for form in dict.fromkeys(form for word in words for form in _inflected(word)):
            yield Form(form, "en", thing, links=True)
        for form in chinese.split(" "):
            yield Form(form, "zh-Hant", thing, links=True)


def _inflected(word: str) -> Iterator[str]:
    """The inflections of a word, both as a noun and as a verb."""
    yield word
    yield from sorted(inflections(word, "noun") | inflections(word, "verb"))
