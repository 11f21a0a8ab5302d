"""Forms: each leads to one entry.

The headword of every term is a form that we use.
"""

from collections.abc import Iterator

from .. import faults
from ..archive import Archive
from ..problems import Problem
from ..text.forms import Form


def check(archive: Archive) -> Iterator[Problem]:
    """Tell of each form that a second entry owns, and of headwords that are not to be used."""
    first: dict[tuple[str, str], Form] = {}
    for form in _written(archive):
        other = first.setdefault((form.language, form.text.casefold()), form)
        if other.owner != form.owner:
            yield _shared(archive, form, other)
        if form.use == "deprecated" and form.location == ("forms", form.language, 0, "form"):
            place = archive.place(form.owner, (*form.location[:-1], "use"))
            yield Problem(place, faults.DEPRECATED_HEADWORD, {"form": form.text})


def _written(archive: Archive) -> Iterator[Form]:
    """The forms that editors wrote: names first, then terms."""
    for outline in (*archive.of("name"), *archive.of("term")):
        yield from (form for form in outline.forms if form.location is not None)


def _shared(archive: Archive, form: Form, other: Form) -> Problem:
    assert form.location is not None
    assert other.location is not None
    first = archive.place(other.owner, other.location)
    words = {"form": form.text, "other": str(other.owner), "place": f"{first.path}:{first.line}"}
    return Problem(archive.place(form.owner, form.location), faults.SHARED_FORM, words)
