"""The project's hooks, with each page shell a whole page: its slots hold those of an entry's page.

The page shells are read from the JSON file that the environment names: an array of arrays, each a
kind of page, a language and the slots. Nothing is published; MkDocs' own output is compared.
"""

import json
import os
from pathlib import Path

from scripts import hooks
from scripts.hooks import (
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_page_context,
    on_page_read_source,
    on_post_page,
    on_post_template,
)
from scripts.languages import language
from scripts.publishing.page_shells import PageShell

__all__ = [
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_context",
    "on_page_read_source",
    "on_post_page",
    "on_post_template",
]

_page_shells = [
    PageShell(kind, language(code), slots)
    for kind, code, slots in json.loads(Path(os.environ["PAGE_SHELLS_FILE"]).read_text("utf-8"))
]
hooks.PAGE_SHELLS = {page_shell.source_uri: page_shell for page_shell in _page_shells}
