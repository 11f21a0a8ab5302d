"""The words of the interface, in both languages, from `interface.yml` beside this file."""

from functools import cache
from pathlib import Path

import yaml

from ..languages import LanguageCode

FILE = Path(__file__).with_name("interface.yml")


@cache
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return words


def interface_text(key: str, language: LanguageCode, /, **values: object) -> str:
    """Return the interface's text for a key in a language; `values` fill its `{places}`.

    Raises KeyError if the key, or its text in the language, is missing.
    """
    return _words()[key][language].format(**values)
