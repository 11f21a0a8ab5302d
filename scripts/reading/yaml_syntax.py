"""Syntax errors of YAML: the parser's, reworded for editors."""

from typing import Any

import yaml

from ..diagnostics.diagnostic import Diagnostic, Place
from . import messages
from .comments import hash_above, problem_at
from .lines import odd_indentation
from .signs import Closed, of_sign
from .yaml_mistakes import (
    Mistake,
    Wording,
    begins_with_field,
    mistake_above,
    mistake_at,
    mistake_in_field,
)

YamlMark = Any  # the C parser and the Python one have classes of their own

TAB = Wording(
    "there is a tab instead of spaces",
    "此處應為空格，不可用Tab",
    "Indent with spaces: replace the tab with as many spaces as the neighbouring lines have.",
    "縮排請用空格：請把Tab改為空格，與前後各行一致。",
)
# The most common errors of libyaml, by its words, and ours.
ADVICE = {
    "mapping values are not allowed": Wording(
        "a field cannot begin within a text",
        "此處不應出現「欄位: 內容」",
        "A colon and a space within a text are read as a new field: put the text in double quotes.",
        "文字內有半形冒號加空格，程式會當作新欄位：請用雙引號括住全部文字。",
    ),
    "found a tab character": TAB,
    "unexpected end of stream": Wording(
        "a quotation mark is not closed",
        "引號未關閉",
        "The quotation mark opened here is never closed: add one where the text ends.",
        "在此開始的引號並未關閉：請在文字末尾加上引號。",
    ),
    "did not find expected key": Wording(
        "a field’s name is expected here",
        "此處應為欄位名稱",
        "The indentation differs from that of the lines above, or a text with signs needs quotes.",
        "縮排與上文不一致，或文字有符號而沒有加引號。",
    ),
    "did not find expected '-'": Wording(
        "an item of the list is expected here",
        "此處應為列表的一項",
        "Begin each item with a hyphen and a space, all indented alike.",
        "每項均以半形連字號加空格開首，縮排一致。",
    ),
    "did not find expected ','": Wording(
        "a comma or a bracket is missing here",
        "此處欠缺半形逗號或括號",
        "Write a half-width comma and a space between the items, and close the bracket after the "
        "last; put a text that contains signs in double quotes.",
        "各項之間請用半形逗號加空格，最後一項之後須關閉括號；文字如果有符號，請用雙引號括住。",
    ),
    "could not find expected ':'": Wording(
        "a colon is missing after a field’s name",
        "欄位名稱之後欠缺冒號",
        "A field needs a half-width colon and a space after its name; a text of several lines is "
        "indented.",
        "欄位名稱後須有半形冒號和空格；多行文字須縮排。",
    ),
}
BAD_ESCAPE = Wording(
    "a backslash in double quotes begins an unknown escape",
    "雙引號內的反斜線之後，不是可用的轉義碼",
    'Write \\\\ for a backslash, or \\" for a quotation mark; or put the text in single quotes.',
    '反斜線請寫作 \\\\，引號請寫作 \\"；或改用單引號括住全部文字。',
)
DIRECTIVE = Wording(
    "a line that begins with % is an instruction for YAML, which entries cannot contain",
    "以 % 開首的一行是給YAML的指示，條目內不可使用",
    "Delete the line.",
    "請刪去此行。",
)
ADVICE |= {
    "unknown escape character": BAD_ESCAPE,
    "expected hexdecimal number": BAD_ESCAPE,
    "invalid Unicode character escape code": BAD_ESCAPE,
    "directive": DIRECTIVE,
    "incompatible YAML document": DIRECTIVE,
    "version number": DIRECTIVE,
    "expected digit or '.'": DIRECTIVE,
    "found unexpected ':'": Wording(
        "a colon within brackets needs a space after it",
        "括號內的半形冒號之後須有空格",
        "Write a half-width colon and a space between a field and its value; put a text that has "
        "a colon in double quotes.",
        "欄位與內容之間請用半形冒號加空格；文字如果有半形冒號，請用雙引號括住。",
    ),
    "expected node content": Wording(
        "a value is missing here",
        "此處欠缺內容",
        "Close the bracket opened before this, or put the whole text in double quotes.",
        "請關閉此處之前的括號，或用雙引號括住全部文字。",
    ),
    "unexpected document indicator": Wording(
        "a quotation mark is not closed before a line with --- or ...",
        "引號在「---」或「...」一行之前沒有關閉",
        "Close the quotation mark where the text ends, and delete the line.",
        "請在文字末尾加上引號，並刪去該行。",
    ),
    "block sequence entries": Wording(
        "a list item cannot be here",
        "此處不應出現列表項目",
        "Indent all items of a list alike, below the field's name; write nothing after the name on "
        "its line.",
        "列表各項須在欄位名稱之下，縮排一致；欄位名稱之後不可有其他內容。",
    ),
    "mapping keys": Wording(
        "a line cannot begin with a question mark and a space here",
        "此處不可用問號加空格開首",
        "Put texts that begin with a sign in double quotes.",
        "以符號開首的文字請加雙引號。",
    ),
    "indentation indicator": Wording(
        "a text in a block cannot begin like this",
        "文字區塊不可這樣開首",
        "Write | or >- after the field's name, and the text on the next line, indented.",
        "請在欄位名稱後寫 | 或 >-，文字則另起一行，並加縮排。",
    ),
    "<document start>": Wording(
        "there is something after the end of the entry above",
        "條目在上文已經結束，其後卻仍有內容",
        "Begin every line at the margin with a field’s name, a half-width colon and a space; "
        "indent the rest.",
        "不縮排的各行，須以欄位名稱加半形冒號和空格開首；其他各行須縮排。",
    ),
}
FIELD_IN_TEXT = Wording(
    "a field cannot begin within a text",
    "此處不應出現「欄位: 內容」",
    "Indent the field like its neighbours or, if this is part of a text, put the whole text in "
    "double quotes. Alternatively, the line above may lack its half-width colon and space, or the "
    "space after its hyphen.",
    "請把此欄位的縮排改為與相鄰欄位一致；如果是文字的一部分，請用雙引號括住全部文字；"
    "也可能是上一行欠了半形冒號加空格，或連字號後欠了空格。",
)
UNCLOSED_LIST = Wording(
    "a bracket is not closed",
    "方括號未關閉",
    "Close the bracket opened here with ] after the last item; or put the whole text in "
    "double quotes if it is not a list.",
    "請在最後一項之後加上 ]，關閉在此開始的方括號；如果不是列表，請用雙引號括住全部文字。",
)
UNCLOSED_GROUP = Wording(
    "a curly bracket is not closed",
    "花括號未關閉",
    "Close the bracket opened here with } after the last field; or put the whole text in "
    "double quotes if it is not a group of fields.",
    "請在最後一個欄位之後加上 }，關閉在此開始的花括號；如果不是一組欄位，請用雙引號括住全部文字。",
)
USUAL = Wording(
    "it cannot be parsed",
    "無法解讀",
    "Check the indentation, the quotes and the brackets here and on the line above.",
    "請檢查此處和上一行的縮排、引號和括號。",
)


def syntax_problem(
    error: yaml.MarkedYAMLError, path: str, text: str, closed: Closed | None = None
) -> Diagnostic:
    """Return the diagnostic of a parser's error, at the place where an editor has to look.

    `closed` is the last value in quotes or brackets before it.
    """
    lines = text.rstrip("\n").split("\n")
    mark = _mark(error)
    if mark is not None and (odd := odd_indentation(lines, mark.line, path)):
        return odd
    if cut := _cut_off(error, lines):
        return problem_at(path, cut, lines)
    slip = _slip(error, lines)
    sign = None if slip else of_sign(error, lines, closed)
    wording = slip.wording if slip else sign[1] if sign else _reported(error, lines)
    place = _place(slip, sign[0] if sign else mark, lines, path)
    arguments = {"problem": wording.problem, "advice": wording.advice}
    return Diagnostic(place, messages.YAML_SYNTAX, arguments)


def _place(slip: Mistake | None, mark: YamlMark, lines: list[str], path: str) -> Place:
    if slip:
        return Place(path, slip.line + 1, slip.column + 1)
    if mark is None or mark.line >= len(lines):  # below the last line
        return Place(path, len(lines), len(lines[-1]) + 1)
    return Place(path, mark.line + 1, mark.column + 1)


def _cut_off(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int] | None:
    """Return the place of a `#` that cuts off a text which continues where the parser failed."""
    mark = _mark(error)
    if mark is None or mark.line >= len(lines):
        return None
    goes_on = any(words in (error.problem or "") for words in ("expected ':'", "expected key"))
    return hash_above(lines, mark.line) if goes_on else None


def _mark(error: yaml.MarkedYAMLError) -> YamlMark | None:
    """Return the start of an unclosed quote or bracket or of a field, or the point of failure."""
    begun = error.context_mark
    if begun and (_is_unclosed(error) or "end of stream" in (error.problem or "")):
        return begun
    if begun and "simple key" in (error.context or ""):
        return begun
    return error.problem_mark or begun


def _slip(error: yaml.MarkedYAMLError, lines: list[str]) -> Mistake | None:
    """Return the typing mistake that led to an error, if it is certain."""
    mark = _mark(error)
    if mark is None or mark.line >= len(lines):
        return None
    if "simple key" in (error.context or ""):
        return mistake_in_field(lines[mark.line], mark.line)
    if begins_with_field(lines[mark.line], mark.column):
        return mistake_above(lines, mark.line)
    return mistake_at(lines, mark.line)


def _is_unclosed(error: yaml.MarkedYAMLError) -> bool:
    """Whether a bracket is open at the end of its line, and the lines below do not fit into it."""
    begun, broken = error.context_mark, error.problem_mark
    if "did not find expected ','" not in (error.problem or "") or begun is None:
        return False
    return broken is not None and broken.line > begun.line


def _reported(error: yaml.MarkedYAMLError, lines: list[str]) -> Wording:
    """Return the wording of an error that no typing mistake explains."""
    problem = error.problem or USUAL.en
    mark = error.problem_mark
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "directive" in (error.context or ""):
        return DIRECTIVE
    if _is_unclosed(error):
        return UNCLOSED_LIST if "]" in problem else UNCLOSED_GROUP
    if mark and line[mark.column : mark.column + 1] == "\t":
        return TAB
    if mark and "mapping values" in problem and begins_with_field(line, mark.column):
        return FIELD_IN_TEXT
    matching = (wording for words, wording in ADVICE.items() if words in problem)
    return next(matching, USUAL)
