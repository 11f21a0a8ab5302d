"""Lines of YAML as editors write them: gaps to fill, comments, texts in blocks."""

import json
import re
import textwrap
from collections.abc import Iterable
from typing import Final

from ...languages import LanguageCode
from ...text.script import is_wide

WIDTH: Final = 90  # columns, before lines are indented


def pair(field: str, note: str = "") -> str:
    """A text in both languages that is still to be written, with a remark for whoever does it."""
    return f"{_remark(note)}{field}:\n  en:\n  zh-Hant:\n"


def gap(field: str, note: str = "") -> str:
    """A value that is still to be written."""
    return f"{_remark(note)}{field}:\n"


def _remark(note: str) -> str:
    return comment(note) if note else ""


def quoted(text: str) -> str:
    """A value that is to be read as it stands, whatever signs it has."""
    return json.dumps(text, ensure_ascii=False)


def comment(*lines: str, hanging: str = "") -> str:
    """Lines that only editors read; a long one goes on in the next, a little to the right."""
    broken = (
        textwrap.wrap(
            line, WIDTH, initial_indent="# ", subsequent_indent=f"# {hanging}",
            break_long_words=False, break_on_hyphens=False,
        )
        for line in lines
    )  # fmt: skip
    return "".join(f"{line}\n" for some in broken for line in some)


def block(field: str, text: str, language: LanguageCode) -> str:
    """A text in a block of its own: English broken into lines, Chinese in one, as it has no spaces.

    What would be notation in it is made plain.
    """
    plain = re.sub(r"([\\\[\]*])", r"\\\1", " ".join(text.split()))
    lines = [plain]
    if language == "en":
        lines = textwrap.wrap(plain, WIDTH, break_long_words=False, break_on_hyphens=False)
    return f"{field}: >-\n" + indented("".join(f"{line}\n" for line in lines), 2)


def indented(text: str, columns: int) -> str:
    """Lines further to the right."""
    return textwrap.indent(text, " " * columns)


def joined(texts: Iterable[str], language: LanguageCode) -> str:
    """Paragraphs as one; between two sentences of Chinese there is no space."""
    whole = ""
    for text in texts:
        between_han = language == "zh-Hant" and whole and is_wide(whole[-1])
        whole += text if between_han or not whole else f" {text}"
    return whole
