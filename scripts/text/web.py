"""Web addresses, e-mail addresses and file names in a text: words of no language."""

import re

from ..patterns import ADDRESS, lazily

# A host without a scheme, and a file with its folders.
_NAME = (
    r"(?<![A-Za-z0-9_.@/-])(?:[A-Za-z0-9_-]++[./])*+[A-Za-z0-9_-]++"
    r"(?:\.(?:com|org|net|gov|edu|int|info|hk|uk|cn|tw|mo|sg|jp|eu|io|example)(?:\.[a-z]{2})?"
    r"(?:/[!-;=?-~]*)?"
    r"|\.(?:html?|pdf|docx?|xlsx?|pptx?|odt|txt|md|csv|tsv|json|ya?ml|xml|zip|png|jpe?g|gif|svg|"
    r"webp|mp[34]|epub|py|js|css))(?![A-Za-z0-9])"
)
addresses = lazily(ADDRESS)
_foreign = lazily(f"{ADDRESS}|{_NAME}")


def without_addresses(text: str) -> str:
    """A text in which a space stands for each address and file name."""
    return _foreign.sub(" ", text) if "." in text or ":" in text else text


def masked(match: re.Match[str]) -> str:
    """As many letters as an address has, so that places stay."""
    return "x" * len(match[0])
