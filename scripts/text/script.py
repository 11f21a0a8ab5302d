"""The scripts of text: Han, with its punctuation, and Latin."""

from collections.abc import Iterator

from ..patterns import lazily

HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_MARKS = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff60"
LATIN = "A-Za-z\u00c0-\u024f"

_han = lazily(f"[{HAN}]")
_wide = lazily(f"[{HAN}{HAN_MARKS}]")
# Without the lookbehind, a long run of marks that no Han character follows would take quadratic
# time.
_han_run = lazily(
    f"(?<![{HAN_MARKS}])[{HAN_MARKS}]*[{HAN}](?:[{HAN}{HAN_MARKS}0-9]*[{HAN}{HAN_MARKS}])?"
)
# Not \w, which includes Han characters.
_latin_word = rf"[{LATIN}](?:[{LATIN}0-9_+.'’&/-]*[{LATIN}0-9_+])?"
_latin_run = lazily(rf"{_latin_word}(?:[ \u00a0]{_latin_word})*")


def is_wide(character: str) -> bool:
    """Whether a character is Han or Han punctuation; false for the empty text."""
    return bool(_wide.match(character))


def is_han(character: str) -> bool:
    """Whether a character is Han, not punctuation."""
    return bool(_han.match(character))


def han_characters(text: str) -> list[str]:
    """Return the Han characters of a text."""
    return _han.findall(text)


def language_runs(text: str, *, chinese: bool) -> Iterator[tuple[str, bool]]:
    """Split a text where its language changes; yield each stretch and whether it is foreign.

    Foreign in English text are runs of Han characters with their punctuation; in Chinese text, runs
    of Latin words. Numbers and neutral signs belong to the text's own language.
    """
    position = 0
    for match in (_latin_run if chinese else _han_run).finditer(text):
        if match.start() > position:
            yield text[position : match.start()], False
        yield match[0], True
        position = match.end()
    if position < len(text):
        yield text[position:], False
