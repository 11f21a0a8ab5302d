"""Web addresses, e-mail addresses and file names in texts."""

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
    """Return a text with each address and file name replaced by a space."""
    return _foreign.sub(" ", text) if "." in text or ":" in text else text


def masked(match: re.Match[str]) -> str:
    """Return a replacement of the same length for the match of an address."""
    return "x" * len(match[0])
