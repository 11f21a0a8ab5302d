"""What a text mentions: its links, those written out and those that forms make by themselves."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..kinds import LINKED
from ..languages import LanguageCode
from ..model import Key
from .forms import FormIndex, Match
from .markup import WEB_SCHEMES, Run, Target, parse


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text as it will be read: perhaps stressed, perhaps leading somewhere.

    `key` is the entry that it mentions; `explicit` tells that the editor wrote the link out.
    `web` is an address outside the site.
    """

    text: str
    key: Key | None = None
    web: str | None = None
    explicit: bool = False
    stressed: bool = False


def pieces(
    text: str, language: LanguageCode, indexes: Mapping[LanguageCode, FormIndex]
) -> tuple[Piece, ...]:
    """A text in its pieces, every mention of a term or name one of them.

    Explicit links stand first; forms are looked for in the whole text, so that words which only
    the notation parts are still one, and are taken where they lie in one unlinked run.
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
    """The entries that the pieces of a text mention, without cutting it."""
    for run, _, forms in _runs(text, language, indexes):
        if run.target is None:
            yield from (match.form.owner for match in forms)
        elif key := key_of(run.target):
            yield key


def _runs(
    text: str, language: LanguageCode, indexes: Mapping[LanguageCode, FormIndex]
) -> Iterator[tuple[Run, int, Sequence[Match]]]:
    """The runs of a text, where each begins, and if it is unlinked the forms that link in it."""
    marked = parse(text)
    matches = indexes[language].find(marked.plain)
    starts = [match.start for match in matches]
    for start, end, run in marked.spans():
        within = matches[bisect_left(starts, start) : bisect_left(starts, end)]
        linking = [match for match in within if match.end <= end and match.form.links]
        yield run, start, [] if run.target is not None else linking


def mentioned(pieces_of_text: tuple[Piece, ...]) -> tuple[Key, ...]:
    """The entries that a text mentions, in order, each once."""
    return tuple(dict.fromkeys(piece.key for piece in pieces_of_text if piece.key))


def key_of(target: Target) -> Key | None:
    """The entry that a target names, if it is of a kind that the site has."""
    kind = LINKED.get(target.scheme)
    return Key(kind, target.value) if kind else None


def _linked(run: Run, target: Target) -> Piece:
    web = target.value if target.scheme in WEB_SCHEMES else None
    return Piece(run.text, key_of(target), web, explicit=True, stressed=run.stressed)


def _cut(run: Run, spans: list[tuple[int, int, Key]]) -> list[Piece]:
    result: list[Piece] = []
    position = 0
    for start, end, key in spans:
        result.append(Piece(run.text[position:start], stressed=run.stressed))
        result.append(Piece(run.text[start:end], key, stressed=run.stressed))
        position = end
    result.append(Piece(run.text[position:], stressed=run.stressed))
    return [piece for piece in result if piece.text]
