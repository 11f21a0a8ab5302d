"""The addresses of all pages. They are stable, as readers link to them."""

from ..languages import Language
from ..model import FOLDERS, Key


def path_of(key: Key) -> str:
    """Return the path of an entry's page, below the root of its language."""
    return f"{FOLDERS[key.kind]}/{key.id}/"


def pronunciation_of(article_id: str) -> str:
    """Return the path of an article's Jyutping, below the site's root: one file for both pages."""
    return f"{path_of(Key('article', article_id))}jyutping.json"


def picture_of(article_id: str, picture_id: str, width: int) -> str:
    """Return the path of a copy of an article's picture, below the site's root."""
    return f"{path_of(Key('article', article_id))}{picture_id}-{width}.webp"


def root_of(path: str) -> str:
    """Return the relative path from a page to the root of its language."""
    return "../" * path.count("/") or "./"


def relative(source: str, target: str) -> str:
    """Return the relative path from one page to another of the same language."""
    return root_of(source) + target if target or source else "./"


def absolute(path: str, language: Language) -> str:
    """Return a page's path below the root of the site."""
    return language.prefix + path
