"""Punctuation as Hong Kong papers use it: full width in Chinese, curly quotes in English.

Each rule is a pattern and its replacement. One more pattern matches texts that are certainly right,
as nearly all are, so that these are searched only once. Paired marks are in `text.brackets`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ...languages import LanguageCode
from ...patterns import lazily
from ...text.script import HAN, HAN_MARKS, LATIN
from ...text.web import addresses, masked

Kind = Literal["half-width", "full-width", "quotes", "space", "doubled", "ellipsis", "dash"]

WIDE = f"[{HAN}{HAN_MARKS}]"
WORD = f"[{LATIN}0-9%+$°]"

HALF_TO_FULL = dict(
    zip(",.;:?!﹐﹑﹒﹔﹕﹖﹗﹙﹚︰｡､｢｣･", "，。；：？！，、。；：？！（）：。、「」·", strict=True)
)
HALF_TO_ENGLISH = dict(zip("｡､｢｣", ".,“”", strict=True))
FULL_TO_HALF = dict(zip("，、。；：？！（）", ",,.;:?!()", strict=True))
CHINESE_QUOTES = dict(zip("“”„〝〞〟＂﹁﹂﹃﹄‘’", "「」「「」」「「」『』『』", strict=True))


@dataclass(frozen=True, slots=True)
class PunctuationMistake:
    """A mistake in punctuation: its kind and offset, the marks found, and their replacement."""

    kind: Kind
    offset: int
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a mistake, and its replacement."""

    kind: Kind
    pattern: re.Pattern[str]
    expected: Callable[[str], str]


def _rule(
    kind: Kind, pattern: str, expected: str | Mapping[str, str] | Callable[[str], str]
) -> Rule:
    if isinstance(expected, str):
        return Rule(kind, lazily(pattern), lambda _: expected)
    if isinstance(expected, Mapping):
        return Rule(kind, lazily(pattern), lambda found: expected[found[0]])
    return Rule(kind, lazily(pattern), expected)


def _half(found: str) -> str:
    return unicodedata.normalize("NFKC", found)


def _brackets(found: str) -> str:
    return f"（{found[1:-1]}）"


def _without_spaces(found: str) -> str:
    return found.replace(" ", "")


def _single(found: str) -> str:
    return found[0]


FULL_WIDTH_LETTERS = _rule("full-width", "[０-９Ａ-Ｚａ-ｚ％]+", _half)

CHINESE = (
    # After Chinese, or before it. Not a full stop before a letter or a digit: 香港.com.
    _rule("half-width", rf"(?<={WIDE})[,;:?!]|(?<={WIDE}) [,;:?!](?!\S)", HALF_TO_FULL),
    _rule("half-width", rf"(?<={WIDE})\.(?![A-Za-z0-9.])", HALF_TO_FULL),
    _rule("half-width", rf"(?<={WORD})[,;:](?= ?{WIDE})", HALF_TO_FULL),
    _rule("half-width", "[﹐﹑﹒﹔﹕﹖﹗﹙﹚︰｡､｢｣･]", HALF_TO_FULL),
    # Laws are cited with half-width ones after the number: 第5(2)條.
    _rule(
        "half-width",
        rf"(?<={WIDE})\([^()]*\)(?![A-Za-z])|(?<={WIDE}) \([^()]*\)(?![A-Za-z])",
        _brackets,
    ),
    _rule("half-width", rf"\((?=[^()]*\))[^()]*[{HAN}][^()]*\)", _brackets),
    _rule("quotes", "[“”„〝〞〟＂﹁﹂﹃﹄‘]", CHINESE_QUOTES),
    _rule("quotes", f"(?<![{LATIN}])’(?![{LATIN}0-9])", CHINESE_QUOTES),
    _rule("quotes", f"(?<=[{LATIN}])'(?=[{LATIN}])|'(?=\\d\\d)", "’"),
    _rule("quotes", f"(?<![0-9{LATIN}])(?:\"|'(?!\\d))|[\"'](?={WIDE})", "「…」"),
    _rule("space", rf"{WIDE} +(?={WIDE}|{WORD})|{WORD} +(?={WIDE})", _without_spaces),
    _rule("doubled", "(?<!。)(?!。。。)[，、；：。]{2,}|？{2,}|！{2,}", _single),
    _rule("doubled", "。」。", "。」"),
    _rule("ellipsis", r"\.{3,}|。{3,}|．{3,}|·{3,}|⋯+|(?<!…)(?:…|…{3}|…{5,})(?!…)", "……"),
    _rule("dash", rf"--+|[─―]+|(?<={WIDE})—(?!—)|(?<!—)—(?={WIDE})|—{{3,}}", "——"),
    _rule("dash", rf"(?<={WIDE}) - (?={WIDE})", "——"),
    FULL_WIDTH_LETTERS,
)

ENGLISH = (
    # Not the signs of feet and inches: 5'10".
    _rule("quotes", r"(?<!\d)\"|\"(?=\w)", "“…”"),
    _rule("quotes", r"(?<=\w)['´`](?=[^\W\d])|(?<=s)'(?=[ ,.;:]|$)|[‘'](?=\d\ds?\b)", "’"),
    _rule("quotes", r"(?<!\w)'(?=[^\W\d])", "“…”"),
    _rule("space", r"\S +(?=[,;:?!](?:\s|$))|[^\s.] +(?=\.(?:\s|$))", _without_spaces),
    _rule("space", r"[(\[“] +(?=\S)|\S +(?=[)\]”])", _without_spaces),
    _rule("space", r"\S {2,}(?=\S)", lambda found: re.sub(" +", " ", found)),
    _rule("doubled", r",[,.]+|;{2,}|!{2,}|\?{2,}|(?<!\.)\.{2}(?!\.)", _single),
    _rule("ellipsis", r"\.{3,}|\. \. \.", "…"),
    _rule("dash", r"(?<=[\w,.”’)])--+(?=[\w“‘(])", " – "),
    _rule("dash", r"(?<=[^\W\d]) -+ (?=\w)|(?<=[,.”’)]) -+ (?=\w)|(?<=\w) --+ (?=\w)", " – "),
    _rule(
        "full-width", f"(?<![{HAN}」』》〉])[，、。；：？！（）](?![{HAN}「『《〈])", FULL_TO_HALF
    ),
    _rule("half-width", f"(?<=[{HAN}])[｡､｢｣･]|[｡､｢｣･](?=[{HAN}])", HALF_TO_FULL),
    _rule("full-width", "[｡､｢｣]", HALF_TO_ENGLISH),
    FULL_WIDTH_LETTERS,
)

RULES: dict[LanguageCode, tuple[Rule, ...]] = {"en": ENGLISH, "zh-Hant": CHINESE}
# Texts that are certainly right, as most are: matching takes a fraction of the time that the rules
# take. A right text may fail to match; a text with a mistake must not match.
_right: dict[LanguageCode, re.Pattern[str]] = {
    "en": lazily(
        r"(?:[^\W_０-９Ａ-Ｚａ-ｚ]++"
        r"| (?![ ,.;:?!)\]”-])"
        r"|[,.;:?!](?![,.;:?!])"
        r"|[(\[“](?! )|[)\]”’]|‘(?!\d)"
        r"|(?<! )-(?!-)|[–—…/$%&+])*+"
    ),
    "zh-Hant": lazily(
        rf"(?:[{HAN}A-Za-z0-9$%+「」『』《》〈〉（）]++"
        r"|[，、；：？！](?![，、；：。？！,.;:?!])|。(?![，、；：。,.;:?!]|」。)"
        r"|(?<=[0-9])[.,:](?=[0-9])"
        r"|(?<=[A-Za-z])[ &’-](?=[A-Za-z])"
        r"|……(?!…)|——(?!—))*+"
    ),
}


def mistakes(text: str, language: LanguageCode) -> list[PunctuationMistake]:
    """Return the mistakes in a text as a reader sees it, in text order, each kind once."""
    if is_surely_right(text, language):
        return []
    # An address keeps its own marks, and its length.
    text = addresses.sub(masked, text)
    unique = {_same(slip): slip for slip in sorted(_all(text, language), key=_from_the_end)}
    return sorted(unique.values(), key=lambda slip: slip.offset)


def is_surely_right(text: str, language: LanguageCode) -> bool:
    """Whether a text certainly has no mistakes; others may still be right."""
    return _right[language].fullmatch(text) is not None


def _all(text: str, language: LanguageCode) -> Iterator[PunctuationMistake]:
    for rule in RULES[language]:
        for match in rule.pattern.finditer(text):
            found = match[0]
            if rule.kind == "space":  # shown with its neighbours, as it is invisible itself
                found += text[match.end() : match.end() + 1]
            offset = match.start() + (found[0] == " ")
            yield PunctuationMistake(rule.kind, offset, found, rule.expected(found.strip()))


def _same(slip: PunctuationMistake) -> tuple[Kind, str]:
    return slip.kind, "" if slip.kind == "space" else slip.expected[0]


def _from_the_end(slip: PunctuationMistake) -> int:
    """Sort from the end of the text, so that the first mistake of each kind is the one kept."""
    return -slip.offset
