"""The lexicon: every form of every term and name, ready to be found in a text."""

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
    """The forms of all terms and names, whoever owns them."""

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
        """Every form of an entry in a language, with those that rules of inflection made."""
        return self._owned.get((key, language), ())

    def knows(self, key: Key) -> bool:
        """Whether there is such an entry: each has a form in both languages."""
        return (key, ENGLISH.code) in self._owned

    def written(self, key: Key, language: LanguageCode) -> tuple[Form, ...]:
        """The forms that the editor of an entry wrote in a language, headword first."""
        return tuple(form for form in self.owned(key, language) if form.location is not None)

    def mentions(self, texts: Iterable[tuple[str, LanguageCode]]) -> frozenset[Key]:
        """The entries that texts in the notation of `markup` mention, linked or not."""
        return frozenset(
            key for text, language in texts for key in keys_in(text, language, self.indexes)
        )
