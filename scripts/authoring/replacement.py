"""Replace the text of a file in one step."""

import os
import shutil
import tempfile
from pathlib import Path


def replace_text(file: Path, text: str) -> None:
    """Replace a file's text in one step, so that it is never half written."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=file.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(text.encode())
        shutil.copymode(file, new)
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
