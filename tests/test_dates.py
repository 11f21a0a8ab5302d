"""Dates in the future: the date of today, and that diagnostics of such dates are not cached."""

import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from scripts.check import check_folder
from scripts.reading.dates import first_days
from scripts.reading.folder import open_folder

CHECKOUT = Path(__file__).parent.parent
CONTENT = CHECKOUT / "tests" / "content"
ASKED = """
from datetime import date
from scripts.reading.today import is_after_today
print(is_after_today(date.fromisoformat("{day}")))
"""


def is_after_today(day: str, folder: Path, **environment: str) -> bool:
    """The result in a process of its own, run in a folder."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = [sys.executable, "-c", ASKED.format(day=day)]
    run = subprocess.run(
        command, cwd=folder, env=kept | {"PYTHONPATH": str(CHECKOUT)} | environment,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return run.stdout.strip() == "True"


def committed(folder: Path, day: str) -> None:
    """Make a commit of a day in a new repository."""
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@ferry.example"}
    names |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@ferry.example"}
    environment = os.environ | names | {"GIT_COMMITTER_DATE": f"{day}T12:00:00+0000"}
    for command in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "-m", "One"]):
        subprocess.run(["git", *command], cwd=folder, env=environment, check=True)


def test_today_is_what_the_clock_says(tmp_path: Path) -> None:
    today = date.today()
    assert not is_after_today(today.isoformat(), tmp_path)
    assert is_after_today((today + timedelta(days=3)).isoformat(), tmp_path)


def test_today_is_no_earlier_than_the_newest_commit(tmp_path: Path) -> None:
    committed(tmp_path, "2062-05-05")
    assert not is_after_today("2062-05-05", tmp_path)
    assert is_after_today("2062-05-06", tmp_path)


def test_today_may_be_given(tmp_path: Path) -> None:
    committed(tmp_path, "2062-05-05")
    assert is_after_today("2031-05-07", tmp_path, SOURCE_DATE_EPOCH="1935792000")
    assert not is_after_today("2031-05-06", tmp_path, SOURCE_DATE_EPOCH="1935792000")
    assert not is_after_today("2024-01-01", tmp_path, SOURCE_DATE_EPOCH="soon")


@pytest.mark.parametrize(
    ("value", "first"),
    [
        ("2031-05-05", ["2031-05-05"]),
        ("2031-05~", ["2031-05-01"]),
        ("2031?", ["2031-01-01"]),
        ("2031-04-22/..", ["2031-04-22"]),
        ("2031-01/2031-03", ["2031-01-01", "2031-03-01"]),
        ("203X", ["2030-01-01"]),
        ("20XX", ["2000-01-01"]),
        ("2031-XX-05", ["2031-01-05"]),
        ("2031-33", ["2031-01-01"]),
        ("[2031, 2041-05]", ["2031-01-01", "2041-05-01"]),
        ("in May", []),
    ],
)
def test_the_first_day_of_a_date(value: str, first: list[str]) -> None:
    assert [day.isoformat() for day in first_days(value)] == first


def test_a_date_in_the_future_is_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A date that has arrived is no problem any more, although no file has changed."""
    folder = shutil.copytree(CONTENT, tmp_path / "content")

    def codes(epoch: str) -> set[str]:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        found = check_folder(open_folder(folder), tmp_path / "store")
        return {diagnostic.message.code for diagnostic in found} & {"date-to-come"}

    may_2030, may_2032 = "1904385600", "1967544000"
    assert codes(may_2030) == {"date-to-come"}
    assert codes(may_2032) == set()
    assert codes(may_2030) == set()
