"""The lock files agree, and work on any machine."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
RUNTIME, DEVELOPMENT = (
    (CHECKOUT / name).read_text(encoding="utf-8")
    for name in ("requirements.txt", "requirements-dev.txt")
)
PINNED = re.compile(r"^[a-z0-9-]+==\S+.*\\\n    --hash=sha256:", re.MULTILINE)


def pins(lock: str) -> set[str]:
    """The packages of a lock file with their versions, each of which has a hash."""
    return {pin.split(" ")[0] for pin in PINNED.findall(lock)}


def test_the_tests_run_with_the_versions_of_the_generator() -> None:
    assert len(pins(RUNTIME)) > 10
    assert pins(RUNTIME) < pins(DEVELOPMENT)


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT])
def test_everything_is_pinned_with_hashes_and_comes_from_no_particular_place(lock: str) -> None:
    requirements = [line for line in lock.splitlines() if line and line[0] not in "# "]
    assert len(requirements) == len(pins(lock))
    assert not re.search(r"://|^-|file:|--find-links|--index-url", lock, re.MULTILINE)
