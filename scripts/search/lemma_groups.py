"""Lemma groups: the forms of an English word, all of which a query for one of them finds.

The key of a group is the lemma in American spelling: `organize` has organise, organised and
organizing. Lemmas are simplemma's. The browser has no lemmatiser: in the index each form leads to
the key of its group. For forms that are in no text, the browser guesses by `endings.json`
(replacements of endings) and `spelling.json` (British to American spelling). Both files are lists
of regular expressions that are valid in Python and JavaScript, with replacements that contain `$1`.
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
    """Return the rules of a file, as the manifest has them."""
    text = files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return [(pattern, replacement) for pattern, replacement in json.loads(text)]


@cache
def _compiled(name: str) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), new.replace("$", "\\")) for pattern, new in rules(name)]


@cache
def _any_spelling() -> re.Pattern[str]:
    """A pattern that matches if any of the spelling rules applies."""
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in rules("spelling")))


def respelt(word: str) -> str:
    """Return a word in American spelling, by the rules."""
    if not (_word.fullmatch(word) and _any_spelling().search(word)):
        return word
    for pattern, replacement in _compiled("spelling"):
        word = pattern.sub(replacement, word)
    return word


def lemma_of(word: str) -> str:
    """Return a word's lemma in American spelling; the word itself if not only ASCII letters."""
    return respelt(lemmatize(word, lang="en")) if _word.fullmatch(word) else word


def lemma_group_of(word: str) -> str:
    """Return the key of a word's lemma group."""
    chain = [word]
    while (lemma := lemma_of(chain[-1])) not in chain:
        chain.append(lemma)
    return min(chain[chain.index(lemma) :])


def lemma_groups(words: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the words of each lemma group, by its key.

    A word unknown to the lemmatiser joins the group of its base, if that is among the words:
    ideathons joins ideathon.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[_key_among(words, word)].append(word)
    return {key: tuple(sorted(forms)) for key, forms in found.items()}


def _key_among(words: Collection[str], word: str) -> str:
    """The key of a word's group, or of its base's if the word is unknown to the lemmatiser."""
    key = lemma_group_of(word)
    base = _base(key, words)
    return key if base == key else _key_among(words, base)


def _base(word: str, words: Collection[str]) -> str:
    """The base of a word unknown to the lemmatiser, if among the words; otherwise the word."""
    if not _word.fullmatch(word) or is_known(word, lang="en"):
        return word
    bases = (pattern.sub(replacement, word) for pattern, replacement in _compiled("endings"))
    return next((base for base in bases if base != word and base in words), word)
