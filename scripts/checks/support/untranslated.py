"""Whether a text is there, is in its own language, and links to what its counterpart links to."""

from collections.abc import Iterator, Sequence
from unicodedata import category
from urllib.parse import urlsplit

from ...languages import LanguageCode
from ...patterns import lazily
from ...text.markup import WEB_SCHEMES, Target
from ...text.mentions import key_of
from ...text.script import LATIN, han_characters
from ...text.web import without_addresses

# What is quoted may be in the other language: “軟實力”, 《In the Mood for Love》.
_quoted = lazily(
    r"“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉"
)
_word = lazily(rf"[{LATIN}][{LATIN}'’-]*")
# A few words may be a name; more of them are a sentence. Short ones, such as “of” or “km”, need no
# capital.
NAME_WORDS = 4
SHORT_WORD = 3
# Letters of English to one Han character beyond which a Chinese text has hardly any Chinese. Three
# would say the same as the character; commands and scientific names are written small, too.
HARDLY_CHINESE = 10
# Han characters to one letter of English beyond which an English text is Chinese with some names.
HARDLY_ENGLISH = 2


def has_words(text: str) -> bool:
    """Whether a plain text has a letter, a digit, a Han character, or a sign read as a word (%, €).

    What it may have else is space and punctuation.
    """
    return any(c.isalnum() or c in "%‰" or category(c).startswith("S") for c in text)


def is_name(text: str) -> bool:
    """Whether a plain text may be a name or a number that is written alike in both languages.

    FILMART, iPhone 17, Edko Films: a few words, each with a capital or a digit unless it is short.
    """
    words = text.split()
    marked = (any(c.isupper() or c.isdigit() for c in word) for word in words if not _short(word))
    return not han_characters(text) and len(words) <= NAME_WORDS and all(marked)


def _short(word: str) -> bool:
    return len(word) <= SHORT_WORD


def is_in(language: LanguageCode, text: str) -> bool:
    """Whether a plain text can be in a language.

    What it quotes in the other language does not count against it, unless there is nothing else;
    neither do words with a capital, which may be names.
    """
    if language == "en" and not han_characters(text):  # as nearly all are
        return True
    text = without_addresses(text) if has_words(without_addresses(text)) else text
    own = _quoted.sub("", text)
    own = own if has_words(own) else text
    if language == "zh-Hant":
        han = len(han_characters(text))
        return han > 0 and _english_letters(own) <= HARDLY_CHINESE * han
    # Names do not make a text English either, but for its first word, which has a capital anyway.
    first = _word.match(text.strip())
    english = _english_letters(text) + (len(first[0]) if first else 0)
    return len(han_characters(own)) <= HARDLY_ENGLISH * english


def _english_letters(text: str) -> int:
    """How many letters the words without a capital have: names are alike in both languages."""
    return sum(len(word) for word in _word.findall(text) if word.islower())


def without_counterpart(own: Sequence[Target], other: Sequence[Target]) -> Iterator[Target]:
    """The targets of a text to which its counterpart does not link, each once.

    Another page of the same web site is a counterpart: many sites have their languages at
    addresses of their own.
    """
    here, there = dict.fromkeys(own), dict.fromkeys(other)
    spare = [_site(target) for target in there if target not in here]
    for target in here:
        if target in there or not (key_of(target) or _is_web(target)):
            continue
        if _is_web(target) and _site(target) in spare:
            spare.remove(_site(target))
        else:
            yield target


def _is_web(target: Target) -> bool:
    return target.scheme in WEB_SCHEMES


def _site(target: Target) -> str:
    """The site of a web address without the language that may begin it: zh.news.example is news.

    Empty for what is no web address.
    """
    try:
        host = urlsplit(target.value).hostname or ""
    except ValueError:  # brackets that are no address
        return ""
    return ".".join(host.split(".")[-2:]) if _is_web(target) else ""
