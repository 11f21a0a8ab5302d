"""Every form that terms and names own, found in a text in one pass (Aho and Corasick, 1975).

The longest form wins and matches never overlap; English forms stand as whole words, Chinese ones
anywhere but across a longer form. Forms of entries that do not link by themselves are found too:
they keep shorter ones from matching inside them, as 香港 must not match in 香港浸會大學.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from ..languages import LanguageCode
from ..model import Corpus, Key, Name, NameForm, Term, TermForm
from ..model.term import EnglishTermForm
from .inflection import inflections


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a term or name, as it may stand in a text."""

    text: str
    owner: Key
    links: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a text, from `start` up to `end` (characters)."""

    start: int
    end: int
    form: Form


class FormIndex:
    """The forms of one language, ready to be found."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self.forms = tuple(forms)
        patterns = [form.text.lower() for form in self.forms]
        self._automaton = AhoCorasick(patterns) if patterns else None

    def find(self, text: str) -> list[Match]:
        """The forms in a text that stand as whole words, longest first chosen, in text order."""
        if self._automaton is None:
            return []
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters, as İ, change their length
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        found = self._automaton.find_matches_as_indexes(lowered, overlapping=True)
        matches = [
            Match(start, end, self.forms[number])
            for number, start, end in found
            if self._stands(text, start, end, self.forms[number])
        ]
        return sorted(_longest(matches), key=lambda match: match.start)

    @staticmethod
    def _stands(text: str, start: int, end: int, form: Form) -> bool:
        """Whether the match is a whole word, written with the form's own capitals."""
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
    """Matches that do not overlap: longer before shorter, names before terms, then the first."""
    taken: set[int] = set()
    ranked = sorted(matches, key=lambda m: (m.start - m.end, m.form.owner.kind != "name", m.start))
    for match in ranked:
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            yield match


def form_indexes(corpus: Corpus) -> Mapping[LanguageCode, FormIndex]:
    """An index for each language, of every form in the corpus."""
    return {
        "en": FormIndex(_unique(_english(corpus))),
        "zh-Hant": FormIndex(_unique(_chinese(corpus))),
    }


def owned_forms(
    entry: Term | Name, language: LanguageCode
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The forms that an editor wrote as an entry's own in a language, and where they stand."""
    forms: Sequence[TermForm | NameForm] = entry.forms.of(language)
    for i, form in enumerate(forms):
        here = ("forms", language, i)
        yield (*here, "form"), form.form
        if isinstance(form, EnglishTermForm):
            for j, inflection in enumerate(form.inflections):
                yield (*here, "inflections", j), inflection


def _english(corpus: Corpus) -> Iterator[Form]:
    for name in corpus.names.values():
        for form in name.forms.en:
            yield Form(form.form, Key("name", name.id), name.autolink)
    made_by_rule: list[Form] = []
    for term in corpus.terms.values():
        owner = Key("term", term.id)
        for written in term.forms.en:
            links = term.autolink and written.use != "deprecated"
            for text in (written.form, *written.inflections):
                yield Form(text, owner, links)
            inflected = sorted(inflections(written.form, written.part_of_speech))
            made_by_rule += [Form(text, owner, links) for text in inflected]
    yield from made_by_rule


def _chinese(corpus: Corpus) -> Iterator[Form]:
    for name in corpus.names.values():
        for form in name.forms.zh_hant:
            yield Form(form.form, Key("name", name.id), name.autolink)
    for term in corpus.terms.values():
        for written in term.forms.zh_hant:
            links = term.autolink and written.use != "deprecated"
            yield Form(written.form, Key("term", term.id), links)


def _unique(forms: Iterable[Form]) -> Iterator[Form]:
    """One form for each text: what an editor wrote before what an inflection rule made."""
    seen: set[str] = set()
    for form in forms:
        if form.text not in seen:
            seen.add(form.text)
            yield form
