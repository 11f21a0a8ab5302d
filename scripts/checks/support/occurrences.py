"""Where a text uses a term or name: by a form of it, or by words that are linked to it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...kinds import WITH_FORMS
from ...model import Key
from ...patterns import lazily
from ...text.forms import Form, FormIndex
from ...text.markup import UNLINKED, Marked
from ...text.mentions import key_of

# Separated words of a form, as in “Hong Kong dramas and films”: so many words may be between two of
# them, and no end of a clause.
_APART = r"[^\w.;:?!]+(?:\w+[^\w.;:?!]+){0,4}"
_word = lazily(r"\w+")


class Use(NamedTuple):
    """That a text uses a term or name, in words that begin at `start` (characters).

    `form` is the form used there; None if the editor wrote a link.
    """

    key: Key
    text: str
    start: int
    form: Form | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the words can mean nothing else: a link does not err, nor a form that links."""
        return self.form is None or self.form.links


def uses_in(marked: Marked, index: FormIndex) -> Iterator[Use]:
    """The uses of terms and names in a text, links before forms.

    Words under a link to a term or name are that and nothing else; under `none:` they are no use
    at all. Words under a link to a claim, a source or a web site keep their meaning.
    """
    plain = marked.plain
    settled: list[tuple[range, Key | None]] = []
    for start, end, run in marked.spans():
        key = key_of(run.target) if run.target else None
        if key and key.kind in WITH_FORMS:
            settled.append((range(start, end), key))
            yield Use(key, run.text, start)
        elif run.target and run.target.scheme == UNLINKED:
            settled.append((range(start, end), None))
    starts = [span.start for span, _ in settled]
    for match in index.find(plain):
        owner = match.form.owner
        first = max(bisect_right(starts, match.start) - 1, 0)
        near = settled[first : bisect_left(starts, match.end)]
        if not any(key != owner and match.start < span.stop for span, key in near):
            yield Use(owner, plain[match.start : match.end], match.start, match.form)


def stands_apart(forms: Iterable[Form], plain: str) -> bool:
    """Whether the words of an English form are in a clause in their order, but separated.

    English says words that two terms share but once: “Hong Kong dramas and films”.
    """
    lowered = plain.lower()
    phrases = (_word.findall(form.text.lower()) for form in forms)
    return any(
        re.search(rf"\b{_APART.join(words)}\b", lowered)
        for words in phrases
        if len(words) > 1 and all(word in lowered for word in words)
    )
