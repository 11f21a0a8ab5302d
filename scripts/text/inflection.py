"""Regular inflections of English forms, by the spelling rules of British English.

Irregular inflections are written in the entry.
"""

import re

VOWELS = "aeiou"


def inflections(form: str, part_of_speech: str) -> frozenset[str]:
    """Return a form and its regular inflections: plurals of nouns, -s, -ed, -ing of verbs.

    In a phrase, the last word of a noun and the first of a verb change. If a final consonant may
    double, both spellings are returned.
    """
    if part_of_speech == "noun":
        head, _, last = form.rpartition(" ")
        return frozenset(f"{head} {word}".strip() for word in (last, *_plurals(last)))
    if part_of_speech == "verb":
        first, space, rest = form.partition(" ")
        return frozenset(f"{word}{space}{rest}" for word in (first, *_verb_forms(first)))
    return frozenset((form,))


def _plurals(noun: str) -> tuple[str, ...]:
    if not noun[-1:].isalpha():
        return ()
    return (_with_s(noun),)


def _with_s(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(rf"[^{VOWELS}]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def _verb_forms(verb: str) -> tuple[str, ...]:
    if not verb[-1:].isalpha():
        return ()
    if verb.endswith("ie"):
        stem, past = verb[:-2] + "y", verb + "d"
    elif verb.endswith("e"):
        stem = verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]
        past = verb + "d"
    elif re.search(rf"[^{VOWELS}]y$", verb):
        stem, past = verb, verb[:-1] + "ied"
    else:
        stem, past = verb, verb + "ed"
    doubled: tuple[str, ...] = ()
    if re.search(rf"[^{VOWELS}][{VOWELS}][^{VOWELS}wxy]$", verb):
        doubled = (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    return (_with_s(verb), past, stem + "ing", *doubled)
