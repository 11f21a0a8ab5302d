"""Chinese words in English text, and whether something marks them as Chinese."""

from collections.abc import Iterator

from ...patterns import lazily
from ...text.markup import Marked
from ...text.script import HAN

_han_run = lazily(f"[{HAN}]+")
# Brackets and quotes that may contain words of another language.
_marking = lazily(
    r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉"
)


def unmarked_han(english: Marked) -> Iterator[tuple[int, str]]:
    """Chinese words outside brackets, quotes, links and emphasis, with their places.

    The places are those in what a reader sees of the text.
    """
    text = english.plain
    if text.isascii() or not _han_run.search(text):
        return
    held = {place for match in _marking.finditer(text) for place in range(*match.span())}
    for start, end, run in english.spans():
        if run.target is not None or run.stressed:
            held.update(range(start, end))
    for match in _han_run.finditer(text):
        if match.start() not in held:
            yield match.start(), match[0]
