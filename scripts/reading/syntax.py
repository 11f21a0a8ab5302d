"""What libyaml says of a file that does not parse, told in an editor's words."""

import yaml

from .. import faults
from ..problems import Place, Problem

# libyaml's words for the mistakes that editors make most, the same in Chinese, and what helps.
ADVICE = (
    (
        "mapping values are not allowed",
        "此處不應出現「欄位: 內容」",
        "A colon and a space inside a text read as a new field: put the text in double quotes.",
        "文字內的冒號加空格會被當作新欄位：請以雙引號括住整段文字。",
    ),
    (
        "cannot start any token",
        "此處的符號不能作為開首",
        "Indent with spaces, not tabs, and put texts that begin with a sign (@ ` % [ {) in quotes.",
        "縮排請用空格而非 Tab；以符號（@ ` % [ {）開首的文字請加引號。",
    ),
    (
        "expected alphabetic or numeric character",
        "* 或 & 之後欠缺名稱",
        "Put texts that begin with an asterisk or an ampersand in quotes.",
        "以 * 或 & 開首的文字請加引號。",
    ),
    (
        "unexpected end of stream",
        "檔案在未完結處終止",
        "A quote or bracket that was opened is not closed.",
        "有引號或括號未關閉。",
    ),
    (
        "did not find expected key",
        "此處應為欄位名稱",
        "The indentation differs from the lines above, or a quote in quotes ends the text early.",
        "縮排與上文不一致，或引號內另有引號，令文字提早結束。",
    ),
    (
        "could not find expected ':'",
        "欄位名稱之後欠缺冒號",
        "A field needs a colon and a space after its name; a text of several lines is indented.",
        "欄位名稱後須有冒號和空格；多行文字須縮排。",
    ),
)
USUAL = (
    "無法解讀",
    "Check the indentation, the quotes and the brackets here and on the line above.",
    "請檢查此處和上一行的縮排、引號和括號。",
)


def syntax_problem(error: yaml.MarkedYAMLError, path: str, text: str) -> Problem:
    """The problem that an error of the parser is, at the place where an editor has to look."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and "end of stream" in (error.problem or ""):
        mark = error.context_mark  # where the quote was opened, not where the file ends
    lines = text.rstrip("\n").split("\n")
    if mark is None or mark.line >= len(lines):  # below the last line, where nobody can look
        place = Place(path, len(lines), len(lines[-1]) + 1)
    else:
        place = Place(path, mark.line + 1, mark.column + 1)
    problem = error.problem or "it cannot be parsed"
    problem_zh, advice, advice_zh = _advice(problem)
    words = {"problem": problem, "problem_zh": problem_zh}
    return Problem(place, faults.YAML_SYNTAX, words | {"advice": advice, "advice_zh": advice_zh})


def _advice(problem: str) -> tuple[str, str, str]:
    """The problem in Chinese, and what helps in both languages."""
    matching = ((zh, en, advice_zh) for words, zh, en, advice_zh in ADVICE if words in problem)
    return next(matching, USUAL)
