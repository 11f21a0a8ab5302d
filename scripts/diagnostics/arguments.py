"""The arguments of messages: values that a report renders in each language.

A check passes what it found, not words: `Listed(ids)` is “a, b” in English and 「a、b」 in Chinese.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from ..kinds import KIND_ZH, Kind
from ..languages import LanguageCode, language

LENGTH_LIMIT = 400  # characters; the longest list of a field's values has some 200


class Quoted(Struct, frozen=True, array_like=True, tag=True):
    """Texts in the quotation marks of the report's language, all of them or one or the other."""

    texts: tuple[str, ...]
    either: bool = False

    def render(self, code: LanguageCode) -> str:
        """Return “a”, “b” or 「a」、「b」; of alternatives, “a” or “b” or 「a」或「b」."""
        if code == "en":
            return (" or " if self.either else ", ").join(f"“{text}”" for text in self.texts)
        return ("或" if self.either else "、").join(f"「{text}」" for text in self.texts)


class Listed(Struct, frozen=True, array_like=True, tag=True):
    """Texts that need no quotation marks, such as ids."""

    texts: tuple[str, ...]

    def render(self, code: LanguageCode) -> str:
        """Return “a, b” or 「a、b」."""
        return (", " if code == "en" else "、").join(self.texts)


class Count(Struct, frozen=True, array_like=True, tag=True):
    """A number of things, with the noun in the English singular and the Chinese measure word."""

    number: int
    noun: str
    noun_zh: str

    def render(self, code: LanguageCode) -> str:
        """Return “2 words” or 「2個單詞」."""
        if code == "en":
            return f"{self.number} {self.noun}{'s' * (self.number != 1)}"
        return f"{self.number}{self.noun_zh}"


class LanguageName(Struct, frozen=True, array_like=True, tag=True):
    """The name of one of the site's languages."""

    code: LanguageCode

    def render(self, code: LanguageCode) -> str:
        """Return the name in the report's language."""
        named = language(self.code)
        return named.name if code == "en" else named.name_zh


class KindName(Struct, frozen=True, array_like=True, tag=True):
    """The name of a kind of entry."""

    kind: Kind

    def render(self, code: LanguageCode) -> str:
        """Return the name in the report's language."""
        return self.kind if code == "en" else KIND_ZH[self.kind]


class Suggestion(Struct, frozen=True, array_like=True, tag=True):
    """The word that was probably meant, or nothing; the next sentence of the hint follows it."""

    word: str | None

    def render(self, code: LanguageCode) -> str:
        """Return a question, or an empty text."""
        if self.word is None:
            return ""
        return f"Did you mean “{self.word}”? " if code == "en" else f"是否想寫「{self.word}」？"


class Bilingual(Struct, frozen=True, array_like=True, tag=True):
    """A phrase written in both languages, for what no other type renders.

    If it has arguments, they replace the `{names}` in it.
    """

    en: str
    zh: str
    arguments: Mapping[str, "Argument"] = {}

    def render(self, code: LanguageCode) -> str:
        """Return the phrase in the report's language."""
        phrase = self.en if code == "en" else self.zh
        return fill(phrase, self.arguments, code) if self.arguments else phrase


Argument = str | int | Quoted | Listed | Count | LanguageName | KindName | Suggestion | Bilingual
Arguments = Mapping[str, Argument]
NOTHING = Bilingual("", "")


def fill(template: str, arguments: Arguments, code: LanguageCode) -> str:
    """Return a template with its `{names}` replaced by the arguments, in one line."""
    texts = {name: _in_line(render(argument, code)) for name, argument in arguments.items()}
    return template.format(**texts)


def render(argument: Argument, code: LanguageCode) -> str:
    """Return an argument as text in a language."""
    return str(argument) if isinstance(argument, str | int) else argument.render(code)


def _in_line(text: str) -> str:
    """Join the lines of a text, and shorten it."""
    line = re.sub(r"\s*[\r\n]\s*", " ", text)
    return line if len(line) <= LENGTH_LIMIT else line[:LENGTH_LIMIT] + "…"
