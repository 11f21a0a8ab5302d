"""Find the mentions in a text: explicit links, and forms that link automatically."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..kinds import LINKED
from ..languages import LanguageCode
from ..model import Key
from .forms import FormIndex, Match
from .markup import WEB_SCHEMES, Run, Target, parse


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text as displayed.

    `key` is the entry that it mentions, `web` an address outside the site. `explicit` is set if an
    editor wrote the link. `note` is the footnote whose mark it is, without a text.
    """

    text: str
    key: Key | None = None
    web: str | None = None
    explicit: bool = False
    stressed: bool = False
    strong: bool = False
    note: str = ""


def pieces(
    text: str, language: LanguageCode, indexes: Mapping[LanguageCode, FormIndex]
) -> tuple[Piece, ...]:
    """Split a text into pieces; each mention is a piece of its own.

    Forms are searched for in the whole plain text, and link if they lie within one run without an
    explicit link.
    """
    result: list[Piece] = []
    for run, start, forms in _runs(text, language, indexes):
        if run.target is not None:
            result.append(_linked(run, run.target))
        else:
            result += _cut(run, [(m.start - start, m.end - start, m.form.owner) for m in forms])
    return tuple(result)


def keys_in(
    text: str, language: LanguageCode, indexes: Mapping[LanguageCode, FormIndex]
) -> Iterator[Key]:
    """Yield the entries that a text mentions, as `pieces` would, but faster."""
    for run, _, forms in _runs(text, language, indexes):
        if run.target is None:
            yield from (match.form.owner for match in forms)
        elif key := key_of(run.target):
            yield key


def _runs(
    text: str, language: LanguageCode, indexes: Mapping[LanguageCode, FormIndex]
) -> Iterator[tuple[Run, int, Sequence[Match]]]:
    """The runs of a text, the offset of each, and the forms that link in it."""
    marked = parse(text)
    matches = indexes[language].find(marked.plain)
    starts = [match.start for match in matches]
    for start, end, run in marked.spans():
        within = matches[bisect_left(starts, start) : bisect_left(starts, end)]
        linking = [match for match in within if match.end <= end and match.form.links]
        yield run, start, [] if run.target is not None else linking


def mentioned(pieces_of_text: tuple[Piece, ...]) -> tuple[Key, ...]:
    """Return the entries that a text mentions, in order, each once."""
    return tuple(dict.fromkeys(piece.key for piece in pieces_of_text if piece.key))


def key_of(target: Target) -> Key | None:
    """The entry that a target names, if it is of a kind that the site has."""
    kind = LINKED.get(target.scheme)
    return Key(kind, target.value) if kind else None


def _linked(run: Run, target: Target) -> Piece:
    web = target.value if target.scheme in WEB_SCHEMES else None
    style = (run.stressed, run.strong, run.note)
    return Piece(run.text, key_of(target), web, True, *style)  # noqa: FBT003


def _cut(run: Run, spans: list[tuple[int, int, Key]]) -> list[Piece]:
    result: list[Piece] = []
    position = 0
    whole = Piece("", stressed=run.stressed, strong=run.strong, note=run.note)
    for start, end, key in spans:
        result.append(replace(whole, text=run.text[position:start]))
        result.append(replace(whole, text=run.text[start:end], key=key))
        position = end
    result.append(replace(whole, text=run.text[position:]))
    return [piece for piece in result if piece.text or piece.note]
