"""What an article's texts are based on, said once where all passages share it."""

from collections.abc import Iterable
from math import ceil

from ..languages import LANGUAGES, LanguageCode
from ..model import Article, Passage, Source
from ..text.markup import parse
from ..text.script import han_characters

# What people read in a minute on a screen, with time to glance across.
WORDS_A_MINUTE = 200
CHARACTERS_A_MINUTE = 300


def translated(passage: Passage) -> frozenset[LanguageCode]:
    """Return the languages in which a passage is our translation."""
    return frozenset(
        language.code for language in LANGUAGES if passage.is_translation(language.code)
    )


def shared_note(article: Article, source: Source) -> str:
    """Return the language of which every passage is our translation, if there is just one.

    `alone.` before it says that the source was published in the other language alone.
    """
    found = {translated(passage) for passage in article.passages()}
    if len(found) != 1:
        return ""
    (codes,) = found
    if len(codes) != 1:
        return ""
    (code,) = codes
    return code if code in source.languages else f"alone.{code}"


def ranges(references: Iterable[str], headline: str) -> str:
    """Return paragraphs as they are cited: of `en/1`, `en/2` and `en/5` “1–2, 5”."""
    found: list[list[str]] = []
    for reference in references:
        paragraph = reference.partition("/")[2]
        follows = found and found[-1][-1].isdigit() and paragraph == str(int(found[-1][-1]) + 1)
        if follows:
            found[-1].append(paragraph)
        else:
            found.append([headline if paragraph == "title" else paragraph])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found)


def minutes(article: Article, code: LanguageCode) -> int:
    """Return how many minutes it takes to read an article in one language, at least one."""
    text = " ".join(parse(passage.of(code)).plain for passage in article.passages())
    if code == "en":
        return ceil(len(text.split()) / WORDS_A_MINUTE)
    return ceil(len(han_characters(text)) / CHARACTERS_A_MINUTE)
