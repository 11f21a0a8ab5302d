"""The pronunciations of Chinese forms of terms and names, as editors wrote them."""

from collections.abc import Mapping

from ..model import Corpus, Key, WithForms, key_of_entry

Spoken = Mapping[tuple[Key, str], tuple[str, ...]]


def spoken_forms(corpus: Corpus) -> Spoken:
    """The syllables that editors wrote, by the key of the entry and the form."""
    spoken: dict[tuple[Key, str], tuple[str, ...]] = {}
    entries = [entry for entry in corpus.entries() if isinstance(entry, WithForms)]
    for entry in entries:
        owner = key_of_entry(entry)
        for form in entry.forms.zh_hant:
            if form.jyutping:
                spoken[owner, form.form] = tuple(form.jyutping.split())
    return spoken
