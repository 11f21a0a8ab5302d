"""Reports: diagnostics as text, as GitHub annotations, and as JSON.

`text` is `path:line:column: CODE message [check]` in English, the Chinese below it, then the
hints; the code of a warning follows the word “warning”. `github` are the workflow commands that
GitHub turns into annotations on the lines of a diff, and the text for its log; `json` is an array
of objects with `path`, `line`, `column`, `severity`, `code`, `check` (empty if reading found it),
`message`, `hint`, and the Chinese of the last two as `message_zh` and `hint_zh`.
"""

import json
from collections.abc import Callable, Sequence

from .diagnostic import Diagnostic, errors


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """For a terminal: each problem with its hint, in both languages, and a count at the end."""
    if not diagnostics:
        return ""
    return "\n".join([*map(block, diagnostics), _count(diagnostics)])


def block(diagnostic: Diagnostic) -> str:
    """One problem with its hint, in both languages."""
    place, message = diagnostic.place, diagnostic.message
    kind = "warning " if message.severity == "warning" else ""
    check = f" [{diagnostic.check}]" if diagnostic.check else ""
    first = (
        f"{place.path}:{place.line}:{place.column}: {kind}{message.code} {diagnostic.text}{check}"
    )
    hints = [f"    → {hint}" for hint in (diagnostic.hint, diagnostic.hint_zh) if hint]
    return "\n".join([first, f"    {diagnostic.text_zh}", *hints])


def _count(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors and how many warnings there are, in both languages."""
    wrong = len(errors(diagnostics))
    kinds = [("error", "錯誤", wrong), ("warning", "警告", len(diagnostics) - wrong)]
    found = [(english, chinese, number) for english, chinese, number in kinds if number]
    counted = ", ".join(f"{number} {word}{'s' * (number != 1)}" for word, _, number in found)
    counted_zh = "，".join(f"{number}項{word}" for _, word, number in found)
    return f"{counted}. {counted_zh}。"


def held_back(diagnostics: Sequence[Diagnostic]) -> str:
    """One line about the problems of drafts, which are not reported; empty if there are none."""
    waiting = [diagnostic for diagnostic in diagnostics if diagnostic.of_draft]
    if not waiting:
        return ""
    number, path = len(waiting), waiting[0].place.path
    problems = f"{number} problem{'s' * (number != 1)}"
    return (
        f"Drafts have {problems}, which wait: make check PATHS={path}. "
        f"草稿有{number}項問題，暫時不用處理。要查看問題，請執行：make check PATHS={path}。"
    )


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """For GitHub Actions: one workflow command a problem, then all of them as text.

    Of a step GitHub shows the first ten errors and the first ten warnings. Its log shows commands
    without their places, so the text is added for readers of the log.
    """
    if not diagnostics:
        return ""
    return "\n".join([*map(_annotation, diagnostics), as_text(diagnostics)])


def _annotation(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": diagnostic.message.code + (f" [{diagnostic.check}]" if diagnostic.check else ""),
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    texts = (diagnostic.text, diagnostic.hint, diagnostic.text_zh, diagnostic.hint_zh)
    return f"::{diagnostic.message.severity} {listed}::{_data(chr(10).join(filter(None, texts)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """For programs: an array, empty if all is well."""
    return json.dumps(
        [_object(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2
    )


def _object(diagnostic: Diagnostic) -> dict[str, str | int]:
    return {
        "path": diagnostic.place.path,
        "line": diagnostic.place.line,
        "column": diagnostic.place.column,
        "severity": diagnostic.message.severity,
        "code": diagnostic.message.code,
        "check": diagnostic.check,
        "message": diagnostic.text,
        "hint": diagnostic.hint,
        "message_zh": diagnostic.text_zh,
        "hint_zh": diagnostic.hint_zh,
    }


FORMATS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
