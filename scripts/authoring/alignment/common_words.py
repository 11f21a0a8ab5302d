"""Words that the two languages have for common things, found in a text.

A table beside this module lists them. They need be neither complete nor exact: where many of them
agree two paragraphs are counterparts, whatever each of them tells.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from ...languages import LanguageCode
from ...model import Key
from ...text.forms import Form, FormIndex, form_indexes
from ...text.inflection import inflections


def things_in(text: str, language: LanguageCode) -> frozenset[str]:
    """The common things of which a plain text speaks, by their first English words."""
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
    """A word as noun and as verb: which of the two it is makes no odds here."""
    yield word
    yield from sorted(inflections(word, "noun") | inflections(word, "verb"))
