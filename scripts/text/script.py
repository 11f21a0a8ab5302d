"""Which script a stretch of text is in: Han, with its punctuation, or Latin."""

from collections.abc import Iterator

from ..patterns import lazily

HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_MARKS = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff60"
LATIN = "A-Za-z\u00c0-\u024f"

_han = lazily(f"[{HAN}]")
_wide = lazily(f"[{HAN}{HAN_MARKS}]")
# The look behind begins no match within a run of marks: looked for from each mark anew, a Han
# character that never comes takes a time that grows with the square of the run.
_han_run = lazily(
    f"(?<![{HAN_MARKS}])[{HAN_MARKS}]*[{HAN}](?:[{HAN}{HAN_MARKS}0-9]*[{HAN}{HAN_MARKS}])?"
)
# Not \w: that takes Han characters too.
_latin_word = rf"[{LATIN}](?:[{LATIN}0-9_+.'’&/-]*[{LATIN}0-9_+])?"
_latin_run = lazily(rf"{_latin_word}(?:[ \u00a0]{_latin_word})*")


def is_wide(character: str) -> bool:
    """Whether a character is Han or stands with Han; false of no character."""
    return bool(_wide.match(character))


def is_han(character: str) -> bool:
    """Whether a character is a Han character, and no sign beside them."""
    return bool(_han.match(character))


def han_characters(text: str) -> list[str]:
    """The Han characters of a text."""
    return _han.findall(text)


def language_runs(text: str, *, chinese: bool) -> Iterator[tuple[str, bool]]:
    """A text cut where its language changes: each stretch, and whether it is in the other one.

    In English text that is each run of Han characters with their punctuation; in Chinese text
    each run of Latin words. Numbers and neutral signs belong to the text's own language.
    """
    position = 0
    for match in (_latin_run if chinese else _han_run).finditer(text):
        if match.start() > position:
            yield text[position : match.start()], False
        yield match[0], True
        position = match.end()
    if position < len(text):
        yield text[position:], False
