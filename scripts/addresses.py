"""Where every page of the site lies. Addresses are stable: readers' links rest on them."""

from .languages import Language
from .model import FOLDERS, Key

INDEXES = ("articles", "glossary", "names", "claims", "sources")


def path_of(key: Key) -> str:
    """The page of an entry, below the root of its language."""
    return f"{FOLDERS[key.kind]}/{key.id}/"


def root_of(path: str) -> str:
    """The way from a page back to the root of its language."""
    return "../" * path.count("/") or "./"


def relative(source: str, target: str) -> str:
    """The way from one page to another of the same language."""
    return root_of(source) + target if target or source else "./"


def counterpart(source: str, here: Language, there: Language) -> str:
    """The way from a page to the same page in the other language."""
    up = root_of(source) if not here.prefix else root_of(source).removesuffix("./") + "../"
    return up + there.prefix + source


def absolute(path: str, language: Language) -> str:
    """A page's path below the root of the site."""
    return language.prefix + path
