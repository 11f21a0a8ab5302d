"""`python -m scripts`: the command line, in a Python that can run it."""

import sys

if not __package__:
    sys.exit(
        "Write: python -m scripts, in the project's folder. 請在項目資料夾執行python -m scripts。"
    )

from .environment import ensure_environment

ensure_environment()

from .commands.main import main  # noqa: E402 (needs what was just ensured)

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
