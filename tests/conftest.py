"""What the tests share: the invented corpus, and the flag that renews expected results."""

import os
import zlib
from pathlib import Path

import pytest

from scripts.reading.content import Content, read_content
from scripts.reading.folder import open_folder

TESTS = Path(__file__).parent
# The invented corpus is of the year 2031; so the tests, and what they run, take place in 2033.
os.environ["SOURCE_DATE_EPOCH"] = "1988150400"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew",
        action="store_true",
        help="write what is found as what is expected; to be reviewed like code",
    )
    parser.addoption(
        "--all",
        action="store_true",
        help="run the matrices too: every size, theme, language and page (make test-all)",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without `--all`, leave out tests marked `full`, and all but one case of each matrix."""
    if config.getoption("--all"):
        return
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("full"):
            continue
        is_of_matrix = item.get_closest_marker("matrix") is not None
        name = item.nodeid.partition("[")[0] if is_of_matrix else item.nodeid
        cases.setdefault(name, []).append(item)
    kept = {_chosen(name, each) for name, each in cases.items()}
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = [item for item in items if item in kept]


def _chosen(name: str, cases: list[pytest.Item]) -> pytest.Item:
    """The first case of one matrix, the last of another, and so both corners of them together."""
    return cases[-(zlib.crc32(name.encode()) % 2)]


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether to write expected results anew instead of comparing with them."""
    return bool(request.config.getoption("--renew"))


@pytest.fixture(scope="session")
def fixture_content() -> Content:
    """The invented corpus of `tests/content`, read."""
    return read_content(open_folder(TESTS / "content"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in which versions of the engines the site was read."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    told = (value for report in reports for value in getattr(report, "user_properties", ()))
    if engines := sorted({str(value) for name, value in told if name == "engine"}):
        terminalreporter.write_line(f"engines: {', '.join(engines)}")
