"""`python -m scripts`: the command line, in a Python that can run it."""

import signal
import sys

# Before and after a command, which can handle Ctrl-C, it ends Python without a traceback.
IS_INTERRUPTIBLE = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if __name__ == "__main__" and IS_INTERRUPTIBLE:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

if not __package__:
    sys.exit(
        "Write: python -m scripts, in the project's folder. 請在項目資料夾執行python -m scripts。"
    )

from .environment import ensure_environment  # noqa: E402 (as Ctrl-C was just dealt with)

ensure_environment()

from .commands.main import main  # noqa: E402 (needs what was just ensured)

__all__ = ["main"]

if __name__ == "__main__":
    if IS_INTERRUPTIBLE:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        sys.exit(main())
    finally:
        if IS_INTERRUPTIBLE:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
