"""Drafts: entries whose file has the line `status: draft`.

Whether an entry is a draft is seen in its text, so that also a file that cannot be parsed is known
for one and keeps nobody from publishing. The line is no field of the model: nothing else depends
on it.
"""

import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from .file_text import SIZE_LIMIT
from .yaml_tree import YamlTree, as_data

STATUS: Final = "status"
DRAFT: Final = "draft"
_LINE = re.compile(rb"""^status:[ \t]*(["']?)draft\1[ \t]*(?:#[^\n]*)?\r?$""", re.MULTILINE)
DESCRIPTION: Final = (
    "A draft is shown in the preview alone, and its problems keep nobody from publishing.",
    "草稿只在預覽顯示；其中的問題不會妨礙網站更新。",
)


def fields_in(document: YamlTree) -> dict[str, object]:
    """Return the fields of an entry for its model to validate, without the line of a draft."""
    data = as_data(document.root)
    assert isinstance(data, dict)
    if str(data.get(STATUS)).strip() == DRAFT:
        del data[STATUS]
    return data


def is_draft(file: Path) -> bool:
    """Return whether the file of an entry has the line of a draft."""
    with suppress(OSError):
        status = file.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= SIZE_LIMIT:  # a pipe would never end
            return _LINE.search(file.read_bytes()) is not None
    return False
