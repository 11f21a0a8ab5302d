"""Checks' docstrings parsed into a title and Markdown in each language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from inspect import cleandoc
from types import ModuleType

from ...languages import LanguageCode
from ...text.script import is_wide

TITLES = re.compile(r"(?P<en>\S.*?)\.? (?P<zh>[^\x00-\xff].*?)。?")
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
FENCE = ("```", "~~~")
# The beginning of a line that does not continue the paragraph above it.
BLOCK = re.compile(r"#|[-*+] |\d+[.)] |\||>|```|~~~|$")


@dataclass(frozen=True, slots=True)
class Account:
    """A docstring's text in one language: a title in plain text, and Markdown."""

    title: str
    body: str


def accounts(module: ModuleType) -> dict[LanguageCode, Account]:
    """Parse a module's docstring into its text in each language.

    Its first line has both titles; a line `---` separates the English from the Chinese. Both
    have the same headings, which get the same ids. Raises ValueError if it has another form.
    """
    first, _, rest = cleandoc(module.__doc__ or "").partition("\n")
    titles = TITLES.fullmatch(first)
    parts = rest.split("\n---\n")
    if titles is None or len(parts) != 2:
        raise ValueError(f"{module.__name__}: its docstring is not a page of the guide")
    english, chinese = (unfolded(part.strip()) for part in parts)
    ids = [re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") for text in HEADING.findall(english)]
    if len(HEADING.findall(chinese)) != len(ids):
        raise ValueError(
            f"{module.__name__}: its docstring does not have the same headings in both languages"
        )
    return {
        "en": Account(titles["en"], _anchored(english, ids)),
        "zh-Hant": Account(titles["zh"], _anchored(chinese, ids)),
    }


def _anchored(markdown: str, ids: Sequence[str]) -> str:
    """Markdown with these ids added to its headings."""
    remaining = iter(ids)
    return HEADING.sub(lambda match: f"{match[0]} {{#{next(remaining)}}}", markdown)


def unfolded(markdown: str) -> str:
    """Return Markdown without line breaks in Chinese paragraphs, which browsers show as spaces."""
    lines: list[str] = []
    in_code = False
    for line in markdown.split("\n"):
        is_fence = line.lstrip().startswith(FENCE)
        if lines and not in_code and not is_fence and _goes_on(lines[-1], line):
            lines[-1] += line.strip()
        else:
            lines.append(line)
        in_code ^= is_fence
    return "\n".join(lines)


def _goes_on(above: str, line: str) -> bool:
    """Whether a line continues the one above, with Chinese on either side of the break."""
    above, line = above.strip(), line.strip()
    if BLOCK.match(line) or not above or above.startswith(("#", "|", *FENCE)):
        return False
    return is_wide(above[-1]) or is_wide(line[0])


def first_sentence(body: str) -> str:
    """Return the first sentence of a page, in Markdown."""
    paragraph = body.partition("\n\n")[0].replace("\n", " ")
    match = re.match(r".+?(?:[.?!](?= |$)|[。？！])", paragraph)
    return match[0] if match else paragraph


def plain(markdown: str) -> str:
    """Return the words of Markdown without links, code and emphasis."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)|[`*]", lambda match: match[1] or "", markdown)
