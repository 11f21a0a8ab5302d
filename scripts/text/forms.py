"""The forms of terms and names, found in a text in one pass (Aho and Corasick, 1975).

The longest form wins and matches never overlap. English forms match whole words, Chinese forms
match anywhere. Forms that do not link automatically are also found, so that no shorter form
matches inside them: 香港 must not match in 香港浸會大學.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from ..languages import LANGUAGES, LanguageCode
from ..model import Corpus, Key, NameForm, TermForm, WithForms, key_of_entry
from ..model.term import EnglishTermForm, Region, Use
from .inflection import inflections
from .units import Location


class Form(Struct, frozen=True, array_like=True):
    """A form of a term or name in one language.

    `location` is its field in the entry, or None for a regular inflection.
    """

    text: str
    language: LanguageCode
    owner: Key
    links: bool
    use: Use = "preferred"
    location: Location | None = None
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a text, from `start` up to `end` (characters)."""

    start: int
    end: int
    form: Form


class FormIndex:
    """An index of the forms of one language."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.forms = tuple(forms)
        patterns = [form.text.lower() for form in self.forms]
        self._automaton = AhoCorasick(patterns) if patterns else None
        self._found = lru_cache(maxsize=64)(self._find)  # several checks search the same text

    def find(self, text: str) -> Sequence[Match]:
        """Return the forms in a text in text order; the longest where forms overlap."""
        return self._found(text)

    def _find(self, text: str) -> Sequence[Match]:
        if self._automaton is None:
            return ()
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters, such as İ, change in length
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        found = self._automaton.find_matches_as_indexes(lowered, overlapping=True)
        matches = [
            Match(start, end, self.forms[number])
            for number, start, end in found
            if self._is_word(text, start, end, self.forms[number])
        ]
        return sorted(_longest(matches), key=lambda match: match.start)

    @staticmethod
    def _is_word(text: str, start: int, end: int, form: Form) -> bool:
        """Whether a match is a whole word with the capitals of the form."""
        if form.text != form.text.lower() and text[start:end] != form.text:
            return False
        before, after = text[start - 1 : start], text[end : end + 1]
        return not (_continues(before, text[start]) or _continues(text[end - 1], after))


def _continues(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one Latin word or number."""
    return _is_latin(left) and _is_latin(right)


def _is_latin(character: str) -> bool:
    return bool(character) and character.isalnum() and ord(character) < 0x2E80


def _longest(matches: list[Match]) -> Iterator[Match]:
    """Matches without overlaps: longer before shorter, names before terms, then the first."""
    taken: set[int] = set()
    ranked = sorted(matches, key=lambda m: (m.start - m.end, m.form.owner.kind != "name", m.start))
    for match in ranked:
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            yield match


def form_indexes(forms: Iterable[Form]) -> Mapping[LanguageCode, FormIndex]:
    """Return an index for each language.

    Of equal forms, a written one wins over an inflection, and a name's over a term's.
    """
    ranked = sorted(forms, key=lambda form: (form.location is None, form.owner.kind != "name"))
    return _indexes(tuple(ranked))


@lru_cache(maxsize=2)  # the forms of a build are those that were checked
def _indexes(ranked: tuple[Form, ...]) -> Mapping[LanguageCode, FormIndex]:
    return {
        language.code: FormIndex(_unique(form for form in ranked if form.language == language.code))
        for language in LANGUAGES
    }


def forms_in(corpus: Corpus) -> Iterator[Form]:
    """Every form in a corpus."""
    for entry in corpus.entries():
        if isinstance(entry, WithForms):
            yield from forms_of(entry)


def forms_of(entry: WithForms) -> Iterator[Form]:
    """The forms of an entry: those that its editor wrote, and their regular inflections."""
    owner = key_of_entry(entry)
    for language in LANGUAGES:
        written: Sequence[TermForm | NameForm] = entry.forms.of(language.code)
        for number, form in enumerate(written):
            use = form.use if isinstance(form, TermForm) else "preferred"
            region = form.region if isinstance(form, TermForm) else None
            links = entry.autolink and use != "deprecated"
            for location, text in _texts(form, ("forms", language.code, number)):
                yield Form(text, language.code, owner, links, use, location, region)
            if isinstance(form, EnglishTermForm):
                for text in sorted(inflections(form.form, form.part_of_speech)):
                    yield Form(text, language.code, owner, links, use, None, region)


def _texts(form: TermForm | NameForm, here: Location) -> Iterator[tuple[Location, str]]:
    yield (*here, "form"), form.form
    if isinstance(form, EnglishTermForm):
        for number, inflection in enumerate(form.inflections):
            yield (*here, "inflections", number), inflection


def _unique(forms: Iterable[Form]) -> Iterator[Form]:
    """The first form of each text."""
    seen: set[str] = set()
    for form in forms:
        if form.text not in seen:
            seen.add(form.text)
            yield form
