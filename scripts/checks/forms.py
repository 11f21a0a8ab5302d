"""Forms: each leads to one entry.

The headword of every term is a form that we use.
"""

from collections.abc import Iterator

from .. import faults
from ..languages import LANGUAGES, LanguageCode
from ..model import Key, Name, Term
from ..problems import Place, Problem
from ..reading import Content
from ..text.forms import owned_forms


def check(content: Content) -> Iterator[Problem]:
    """Tell of each form that a second entry owns, and of headwords that are not to be used."""
    for language in LANGUAGES:
        yield from _shared(content, language.code)
    for term in content.corpus.terms.values():
        for language in LANGUAGES:
            first = term.forms.of(language.code)[0]
            if first.use == "deprecated":
                document = content.documents[Key("term", term.id)]
                place = document.place(("forms", language.code, 0, "use"))
                yield Problem(place, faults.DEPRECATED_HEADWORD, {"form": first.form})


def _shared(content: Content, language: LanguageCode) -> Iterator[Problem]:
    owners: dict[str, tuple[Key, Place]] = {}
    entries: list[Name | Term] = [*content.corpus.names.values(), *content.corpus.terms.values()]
    for entry in entries:
        key = Key("name" if isinstance(entry, Name) else "term", entry.id)
        for location, form in owned_forms(entry, language):
            place = content.documents[key].place(location)
            other, first = owners.setdefault(form.casefold(), (key, place))
            if other != key:
                where = f"{first.path}:{first.line}"
                words = {"form": form, "other": str(other), "place": where}
                yield Problem(place, faults.SHARED_FORM, words)
