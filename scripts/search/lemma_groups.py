"""Families: the forms of one English word, which find each other.

A family goes by its key, the lemma in American spelling: `organize` has organise, organised and
organizing. Lemmas are simplemma's. The browser has no lemmatiser: in the index each form that is
not its family's key leads to it, and forms that no text has are guessed at there, by `endings.json`
(what may stand for an ending), as `spelling.json` tells one spelling from the other. Both files are
lists of regular expressions that Python and JavaScript read alike, with `$1` in what takes their
place.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

from simplemma import is_known, lemmatize

Rules = list[tuple[str, str]]

_word = re.compile("[a-z]{3,}")


@cache
def rules(name: str) -> Rules:
    """The rules of a file, as the manifest has them."""
    text = files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return [(pattern, replacement) for pattern, replacement in json.loads(text)]


@cache
def _compiled(name: str) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), new.replace("$", "\\")) for pattern, new in rules(name)]


@cache
def _any_spelling() -> re.Pattern[str]:
    """Finds whether any of the rules of spelling applies."""
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in rules("spelling")))


def respelt(word: str) -> str:
    """A word in American spelling, or in what our rules make of it: both spellings are one."""
    if not (_word.fullmatch(word) and _any_spelling().search(word)):
        return word
    for pattern, replacement in _compiled("spelling"):
        word = pattern.sub(replacement, word)
    return word


def lemma_of(word: str) -> str:
    """The lemma of a word in American spelling. What has digits or other letters is its own."""
    return respelt(lemmatize(word, lang="en")) if _word.fullmatch(word) else word


def lemma_group_of(word: str) -> str:
    """The key of the family that a word belongs to; that of a key is itself."""
    chain = [word]
    while (lemma := lemma_of(chain[-1])) not in chain:
        chain.append(lemma)
    return min(chain[chain.index(lemma) :])


def lemma_groups(words: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """The words of each family, by its key.

    A word that the lemmatiser does not know belongs with what it was regularly made from, if that
    is among the words: ideathons with ideathon.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[_key_among(words, word)].append(word)
    return {key: tuple(sorted(forms)) for key, forms in found.items()}


def _key_among(words: Collection[str], word: str) -> str:
    """The key of a word's family, which is that of what an unknown one was made from."""
    key = lemma_group_of(word)
    base = _base(key, words)
    return key if base == key else _key_among(words, base)


def _base(word: str, words: Collection[str]) -> str:
    """What an unknown word was made from; a known one itself."""
    if not _word.fullmatch(word) or is_known(word, lang="en"):
        return word
    bases = (pattern.sub(replacement, word) for pattern, replacement in _compiled("endings"))
    return next((base for base in bases if base != word and base in words), word)
