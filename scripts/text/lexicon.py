"""The lexicon: every form of every term and name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..languages import ENGLISH, LanguageCode
from ..model import Key
from .forms import Form, FormIndex, form_indexes
from .mentions import keys_in


@dataclass(frozen=True)
class Lexicon:
    """The forms of all terms and names."""

    forms: tuple[Form, ...] = ()

    @cached_property
    def indexes(self) -> Mapping[LanguageCode, FormIndex]:
        """The index of each language."""
        return form_indexes(self.forms)

    @cached_property
    def _owned(self) -> Mapping[tuple[Key, LanguageCode], tuple[Form, ...]]:
        owned: defaultdict[tuple[Key, LanguageCode], list[Form]] = defaultdict(list)
        for form in self.forms:
            owned[form.owner, form.language].append(form)
        return {owner: tuple(forms) for owner, forms in owned.items()}

    def owned(self, key: Key, language: LanguageCode) -> tuple[Form, ...]:
        """Return every form of an entry in a language, regular inflections included."""
        return self._owned.get((key, language), ())

    def knows(self, key: Key) -> bool:
        """Whether an entry exists: each has a form in both languages."""
        return (key, ENGLISH.code) in self._owned

    def written(self, key: Key, language: LanguageCode) -> tuple[Form, ...]:
        """Return the written forms of an entry in a language, headword first."""
        return tuple(form for form in self.owned(key, language) if form.location is not None)

    def mentions(self, texts: Iterable[tuple[str, LanguageCode]]) -> frozenset[Key]:
        """Return the entries mentioned in texts (in the notation of `markup`), linked or not."""
        return frozenset(
            key for text, language in texts for key in keys_in(text, language, self.indexes)
        )
