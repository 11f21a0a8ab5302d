"""Hand-written pages: what MkDocs left in them for us to resolve at every build.

`<!-- list: articles -->` on a line of its own becomes that list, and links such as
`[soft power](term:soft-power)` lead where the same link in an entry would.
"""

import re

from .addresses import path_of, relative
from .edition import Edition
from .languages import CHINESE, ENGLISH, Language
from .model import Key
from .pages.indexes import LISTS, set_list
from .text.markup import Target
from .text.mentions import key_of

LIST = re.compile(r"<!-- list: ([\w-]+) -->")
REFERENCE = re.compile(r'href="(term|name|claim|source|none):([^"]*)"')


def finished(edition: Edition, file: str, html: str) -> str:
    """The HTML of a hand-written page, whole. `file` is its path below the site's root."""
    language = CHINESE if file.startswith(CHINESE.prefix) else ENGLISH
    path = file.removeprefix(language.prefix).removesuffix("index.html")
    html = LIST.sub(lambda match: _list(edition, language, match[1], path), html)
    return REFERENCE.sub(lambda match: _link(Target(match[1], match[2]), path), html)


def _list(edition: Edition, language: Language, name: str, path: str) -> str:
    assert name in LISTS, "the checks let no other through"
    return str(set_list(edition, language, name, path))


def _link(target: Target, path: str) -> str:
    key: Key | None = key_of(target)
    if key is None:
        return ""
    return f'class="fp-{key.kind}" href="{relative(path, path_of(key))}"'
