"""Problems as people, pull requests and programs read them.

`text` is `path:line:column: CODE message [check]` in English, the Chinese below it, then the
hints; a warning says so before its code. `github` are the workflow commands that GitHub turns into
annotations on the lines of a diff, and the text for its log; `json` is an array of objects with
`path`, `line`, `column`, `severity`, `code`, `check` (empty if reading found it), `message`,
`hint`, and the Chinese of the last two as `message_zh` and `hint_zh`.
"""

import json
from collections.abc import Callable, Sequence

from .diagnostic import Problem, errors


def as_text(problems: Sequence[Problem]) -> str:
    """For a terminal: each problem with its hint, in both languages, and a count at the end."""
    if not problems:
        return ""
    return "\n".join([*map(block, problems), _count(problems)])


def block(problem: Problem) -> str:
    """One problem with its hint, in both languages."""
    place, fault = problem.place, problem.fault
    kind = "warning " if fault.severity == "warning" else ""
    check = f" [{problem.check}]" if problem.check else ""
    first = f"{place.path}:{place.line}:{place.column}: {kind}{fault.code} {problem.message}{check}"
    hints = [f"    → {hint}" for hint in (problem.hint, problem.hint_zh) if hint]
    return "\n".join([first, f"    {problem.message_zh}", *hints])


def _count(problems: Sequence[Problem]) -> str:
    """How many errors and how many warnings there are, in both languages."""
    wrong = len(errors(problems))
    kinds = [("error", "錯誤", wrong), ("warning", "警告", len(problems) - wrong)]
    found = [(english, chinese, number) for english, chinese, number in kinds if number]
    counted = ", ".join(f"{number} {word}{'s' * (number != 1)}" for word, _, number in found)
    counted_zh = "，".join(f"{number}項{word}" for _, word, number in found)
    return f"{counted}. {counted_zh}。"


def as_github(problems: Sequence[Problem]) -> str:
    """For GitHub Actions: one workflow command a problem, then all of them as text.

    Of a step GitHub shows the first ten errors and the first ten warnings. Its log shows commands
    without their places, so that whoever looks there needs the text.
    """
    if not problems:
        return ""
    return "\n".join([*map(_annotation, problems), as_text(problems)])


def _annotation(problem: Problem) -> str:
    place = problem.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": problem.fault.code + (f" [{problem.check}]" if problem.check else ""),
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    texts = (problem.message, problem.hint, problem.message_zh, problem.hint_zh)
    return f"::{problem.fault.severity} {listed}::{_data(chr(10).join(filter(None, texts)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Sequence[Problem]) -> str:
    """For programs: an array, empty if all is well."""
    return json.dumps([_object(problem) for problem in problems], ensure_ascii=False, indent=2)


def _object(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.fault.severity,
        "code": problem.fault.code,
        "check": problem.check,
        "message": problem.message,
        "hint": problem.hint,
        "message_zh": problem.message_zh,
        "hint_zh": problem.hint_zh,
    }


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
