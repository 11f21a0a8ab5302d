"""Paired marks: brackets, quotation marks and title marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..languages import LanguageCode
from ..patterns import lazily

Fit = Literal["unclosed", "unopened", "crossed", "nested"]

DEEPEST = 20  # open marks at once; checking more would take long, and no real text has them

CLOSING = dict(zip("「『《〈（“([【〔［", "」』》〉）”)]】〕］", strict=True))
OPENING = {closing: opening for opening, closing in CLOSING.items()}

_mark = lazily("[‘" + re.escape("".join([*CLOSING, *CLOSING.values()])) + "]")
# A list item may have only a closing bracket: 1) or 甲）.
_number = lazily(r"(?:^|[\s，；。：])[0-9A-Za-z甲乙丙丁一二三四五六七八九十]{1,2}$")
_decade = lazily(r"‘\d\ds?\b")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A mark without its partner or inside the wrong one: the mark found and the mark expected."""

    fit: Fit
    offset: int
    found: str
    expected: str


def misfits(text: str, language: LanguageCode) -> list[Misfit]:
    """Return the unpaired marks of a text, in text order."""
    marks = "".join(_mark.findall(text))
    if not marks or _is_sound(marks, language):
        return []
    numbered = [
        match
        for match in _mark.finditer(text)
        if not (
            match[0] in ")）" and _number.search(text, max(match.start() - 3, 0), match.start())
        )
        and not _decade.match(text, match.start())
    ]
    offsets = [match.start() for match in numbered]
    found = _walk("".join(match[0] for match in numbered), language)
    return sorted(
        (Misfit(one.fit, offsets[one.offset], one.found, one.expected) for one in found),
        key=lambda misfit: misfit.offset,
    )


@lru_cache(maxsize=4096)
def _is_sound(marks: str, language: LanguageCode) -> bool:
    """Whether all marks pair. Cached, since most texts share a few sequences of marks."""
    return next(_walk(marks, language), None) is None


def _walk(marks: str, language: LanguageCode) -> Iterator[Misfit]:
    """The misfits in a sequence of marks; an offset is the mark's number in the sequence."""
    open_marks: list[tuple[int, str]] = []
    crossed: set[int] = set()
    for number, mark in enumerate(marks):
        opened = [opening for _, opening in open_marks]
        inner = _expected_quote(mark, opened, language)
        if inner != mark:
            yield Misfit("nested", number, mark, inner)
        if mark in CLOSING:
            open_marks.append((number, mark))
            if len(open_marks) > DEEPEST:
                break
        elif mark in OPENING and OPENING[mark] not in opened:
            yield Misfit("unopened", number, mark, OPENING[mark])
        elif mark in OPENING:
            last, opening = open_marks[-1]
            if opening != OPENING[mark]:
                crossed.add(last)
                yield Misfit("crossed", number, mark, CLOSING[opening])
            del open_marks[len(opened) - 1 - opened[::-1].index(OPENING[mark])]
    for number, mark in open_marks:
        if number not in crossed:
            yield Misfit("unclosed", number, mark, CLOSING[mark])


def _expected_quote(mark: str, opened: list[str], language: LanguageCode) -> str:
    """The correct quotation mark at this depth: 「」 and “” outside, 『』 and ‘’ inside.

    Single English quotes are not paired: the closing one is also the apostrophe.
    """
    quotes = [opening for opening in opened if opening in "「『"]
    if mark == "「" and quotes[-1:] == ["「"]:
        return "『"
    if mark == "『" and not quotes:
        return "「"
    if language == "en" and mark == "“" and "“" in opened:
        return "‘"
    if language == "en" and mark == "‘" and "“" not in opened:
        return "“"
    return mark
