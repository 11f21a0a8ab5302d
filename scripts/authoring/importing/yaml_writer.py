"""Lines of YAML for editors: empty fields, comments, texts in blocks."""

import json
import re
import textwrap
from collections.abc import Iterable
from typing import Final

from ...languages import LanguageCode
from ...text.script import is_wide
from ..migration import escaped

WIDTH: Final = 90  # columns, before lines are indented


def pair(field: str, note: str = "") -> str:
    """Return an empty text in both languages, with a remark for the editor."""
    return f"{_remark(note)}{field}:\n  en:\n  zh-Hant:\n"


def gap(field: str, note: str = "") -> str:
    """Return an empty field, with a remark for the editor."""
    return f"{_remark(note)}{field}:\n"


def _remark(note: str) -> str:
    return comment(note) if note else ""


def quoted(text: str) -> str:
    """Return a value in quotes, in which no sign has a meaning of its own."""
    return json.dumps(text, ensure_ascii=False)


def comment(*lines: str, hanging: str = "") -> str:
    """Return comment lines; a long one continues on the next, indented a little more."""
    broken = (
        textwrap.wrap(
            line, WIDTH, initial_indent="# ", subsequent_indent=f"# {hanging}",
            break_long_words=False, break_on_hyphens=False,
        )
        for line in lines
    )  # fmt: skip
    return "".join(f"{line}\n" for some in broken for line in some)


def block(field: str, text: str, language: LanguageCode) -> str:
    """Return a text as a block scalar: English wrapped, Chinese in one line, as it has no spaces.

    Signs of the notation in it are escaped.
    """
    plain = escaped(re.sub(r"([\\\[\]*])", r"\\\1", " ".join(text.split())))
    lines = [plain]
    if language == "en":
        lines = textwrap.wrap(plain, WIDTH, break_long_words=False, break_on_hyphens=False)
    return f"{field}: >-\n" + indented("".join(f"{line}\n" for line in lines), 2)


def indented(text: str, columns: int) -> str:
    """Return lines indented further."""
    return textwrap.indent(text, " " * columns)


def joined(texts: Iterable[str], language: LanguageCode) -> str:
    """Join paragraphs into one, in Chinese without a space between sentences."""
    whole = ""
    for text in texts:
        between_han = language == "zh-Hant" and whole and is_wide(whole[-1])
        whole += text if between_han or not whole else f" {text}"
    return whole
