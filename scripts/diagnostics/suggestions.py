"""Suggestions: which of the known words was probably meant by a misspelt one."""

from collections.abc import Sequence
from difflib import get_close_matches

from .arguments import Suggestion


def did_you_mean(word: str, known: Sequence[str]) -> Suggestion:
    """Suggest the nearest of the known words, if any is near."""
    return Suggestion(nearest(word, known))


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word most similar to a word, or the only one that begins with it.

    Words of the same letters come first: `di` for `id` is too short to be similar otherwise.
    """
    near = [one for one in known if sorted(one) == sorted(word.lower())]
    near = near or get_close_matches(word, known, n=1, cutoff=0.6)
    near = near or get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    begun = [one for one in known if len(word) > 1 and one.startswith(word.lower())]
    return near[0] if near else begun[0] if len(begun) == 1 else None
