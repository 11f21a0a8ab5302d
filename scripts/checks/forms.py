"""One form, one entry. 寫法不重複。

Finds forms that belong to two entries, and headwords that their own entries mark as not used.

The forms of terms and names become links wherever they appear in a text. A form must therefore
lead to one entry only, and no two entries may have the same form in the same language. Forms that
differ only in capital letters count as the same.

The first form in each language is the headword, which is the name of the entry. The headword must
be a form that we use, not a deprecated form.

## Example

```yaml
forms:
  zh-Hant:
    - form: 紙鳶節
      jyutping: zi2 jyun1 zit3
```

If the names `kite-fair` and `lantern-fair` both have the form `紙鳶節`, the form is reported in
both entries, and each message says where the form is in the other entry.

## How to fix it

Decide which entry the form belongs to, and delete it from the other entry or replace it there with
a longer form that belongs to that entry alone. If the headword is deprecated, put a preferred form
before it.

---

找出同時屬於兩個條目的寫法，以及列為「不用」卻用作條目標題的寫法。

詞語和名稱的各種寫法，在文中出現便會成為連結，因此每個寫法只可通往一個條目：
同一語言內，兩個條目不可有相同的寫法，大小寫視為相同。

每種語言的第一個寫法是條目的標題，必須是本站採用的寫法，不可列為「不用」（deprecated）。

## 例子

```yaml
forms:
  zh-Hant:
    - form: 紙鳶節
      jyutping: zi2 jyun1 zit3
```

如果名稱`kite-fair`與`lantern-fair`都有「紙鳶節」這個寫法，兩處都會有訊息，指出另一處在哪裏。

## 如何改正

請先決定該寫法屬於哪個條目，再從另一個條目刪去，或把另一個條目的寫法改得較長，以免相同。
如果標題列為「不用」，請把首選的寫法移到最前。
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from ..analysis.corpus_index import CorpusIndex
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..kinds import WITH_FORMS
from ..text.forms import Form

SHARED_FORM = Message(
    "shared-form",
    "The form “{form}” also belongs to “{other}” ({place}).",
    "「{form}」也是「{other}」的寫法（{place}）。",
    "A form may lead to one entry only: delete this form from one of the two entries, or write a "
    "longer form there.",
    "每個寫法只可屬於一個條目：請從其中一個刪去，或改用較完整的寫法。",
)
DEPRECATED_HEADWORD = Message(
    "deprecated-headword",
    "The first form, “{form}”, is the headword, which cannot be deprecated.",
    "第一個寫法「{form}」是條目的標題，不可列為「不用」（deprecated）。",
    "Put a preferred form before it.",
    "請把首選的寫法放在最前。",
)


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report forms that two entries have, at both, and deprecated headwords."""
    alike: defaultdict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in _written(corpus_index):
        alike[form.language, form.text.casefold()].append(form)
        if form.use == "deprecated" and form.location == ("forms", form.language, 0, "form"):
            _, use = _places(corpus_index, form)
            yield Diagnostic(use, DEPRECATED_HEADWORD, {"form": form.text})
    for forms in alike.values():
        yield from _shared(corpus_index, forms)


def _written(corpus_index: CorpusIndex) -> Iterator[Form]:
    """The forms that editors wrote: names first, then terms."""
    for summary in chain.from_iterable(map(corpus_index.of, WITH_FORMS)):
        yield from (form for form in summary.forms if form.location is not None)


def _shared(corpus_index: CorpusIndex, forms: Sequence[Form]) -> Iterator[Diagnostic]:
    """Report each of some equal forms with the first that another entry has."""
    for form in forms:
        other = next((other for other in forms if other.owner != form.owner), None)
        if other is not None:
            yield _problem(corpus_index, form, other)


def _problem(corpus_index: CorpusIndex, form: Form, other: Form) -> Diagnostic:
    place, _ = _places(corpus_index, form)
    first, _ = _places(corpus_index, other)
    arguments = {"form": form.text, "other": str(other.owner), "place": str(first)}
    return Diagnostic(place, SHARED_FORM, arguments)


def _places(corpus_index: CorpusIndex, form: Form) -> tuple[Place, Place]:
    """Return the place of a form that an editor wrote, and that of its use."""
    spots = next(spots for one, *spots in corpus_index.places(form.owner).forms if one == form)
    place, use = (corpus_index.place(form.owner, spot) for spot in spots)
    return place, use
