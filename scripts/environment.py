"""The Python that runs the generator: new enough, and with the packages that it needs.

This module is read by whatever Python was called, so it keeps to what old ones understand too.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

NEEDED = ("yaml", "pydantic", "msgspec", "jinja2")
OLDEST = (3, 11)
ADVICE = (
    "Run `make check` once: it installs what is needed into .venv, and `python -m scripts` then "
    "runs there by itself. 請先執行一次make check安裝所需套件。"
)


def ensure_environment() -> None:
    """Go on if this Python can run the generator; else run it in .venv, or end with a line."""
    message = _fault()
    if message is None:
        return
    venv = Path(__file__).resolve().parent.parent / ".venv"
    python = venv / "bin" / "python"
    is_inside = Path(sys.prefix).resolve() == venv.resolve()
    if python.exists() and not is_inside:
        os.execv(str(python), [str(python), "-m", "scripts", *sys.argv[1:]])
    sys.exit(message + " " + ADVICE)


def _fault() -> "str | None":
    """What keeps this Python from running the generator, as a sentence."""
    if sys.version_info < OLDEST:
        version = "{}.{}".format(*sys.version_info[:2])
        return "Python 3.11 or later is needed, and this is " + version + "."
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        return "This Python has no " + ", ".join(missing) + "."
    return None
