"""Where every page of the site lies. Addresses are stable: readers' links rest on them."""

from ..languages import Language
from ..model import FOLDERS, Key


def path_of(key: Key) -> str:
    """The page of an entry, below the root of its language."""
    return f"{FOLDERS[key.kind]}/{key.id}/"


def pronunciation_of(article_id: str) -> str:
    """How an article's Chinese is read aloud, below the site's root: one file for both pages."""
    return f"{path_of(Key('article', article_id))}jyutping.json"


def root_of(path: str) -> str:
    """The way from a page back to the root of its language."""
    return "../" * path.count("/") or "./"


def relative(source: str, target: str) -> str:
    """The way from one page to another of the same language."""
    return root_of(source) + target if target or source else "./"


def absolute(path: str, language: Language) -> str:
    """A page's path below the root of the site."""
    return language.prefix + path
