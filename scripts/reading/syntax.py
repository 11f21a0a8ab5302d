"""What libyaml says of a file that does not parse, told in an editor's words."""

from dataclasses import replace
from typing import Any

import yaml

from .. import faults
from ..problems import Place, Problem
from .slips import Slip, Wording, begins_with_field, slip_above, slip_at, slip_of_field

YamlMark = Any  # the C parser and the Python one have classes of their own

TAB = Wording(
    "a tab stands where spaces must",
    "此處應為空格，不可用Tab",
    "Indent with spaces: replace the tab by as many as the lines around it have.",
    "縮排請用空格：請把Tab改為空格，與前後各行一致。",
)
# libyaml's words for the mistakes that editors make most, and ours.
ADVICE = {
    "mapping values are not allowed": Wording(
        "a field cannot begin within a text",
        "此處不應出現「欄位: 內容」",
        "A colon and a space inside a text read as a new field: put the text in double quotes.",
        "文字內的半形冒號加空格會被當作新欄位：請以雙引號括住整段文字。",
    ),
    "found a tab character": TAB,
    "cannot start any token": Wording(
        "no text can begin with this sign",
        "此處的符號不能作為開首",
        "Put texts that begin with a sign (@ ` % [ {) in quotes.",
        "以符號（@ ` % [ {）開首的文字請加引號。",
    ),
    "expected alphabetic or numeric character": Wording(
        "a name is missing behind * or &",
        "* 或 & 之後欠缺名稱",
        "Put texts that begin with an asterisk or an ampersand in quotes.",
        "以 * 或 & 開首的文字請加引號。",
    ),
    "unexpected end of stream": Wording(
        "a quotation mark is not closed",
        "引號未關閉",
        "The quotation mark that opens here is closed nowhere: write another where the text ends.",
        "在此開始的引號並未關閉：請在文字末尾加上引號。",
    ),
    "did not find expected key": Wording(
        "a field’s name is expected here",
        "此處應為欄位名稱",
        "The indentation differs from the lines above, or a quote in quotes ends the text early.",
        "縮排與上文不一致，或引號內另有引號，令文字提早結束。",
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
        "Write a half-width comma and a space between the items, and close the bracket behind the "
        "last; put a text that holds signs in double quotes.",
        "各項之間請用半形逗號加空格，最後一項之後須關閉括號；文字如含有符號，請以雙引號括住。",
    ),
    "could not find expected ':'": Wording(
        "a colon is missing behind a field’s name",
        "欄位名稱之後欠缺冒號",
        "A field needs a half-width colon and a space after its name; a text of several lines is "
        "indented.",
        "欄位名稱後須有半形冒號和空格；多行文字須縮排。",
    ),
}
FIELD_IN_TEXT = Wording(
    "a field cannot begin within a text",
    "此處不應出現「欄位: 內容」",
    "Indent the field as its neighbours are, or put the text in double quotes if this belongs to "
    "it. Or the line above lacks its half-width colon and space, or the space after its hyphen.",
    "請把此欄位的縮排改為與相鄰欄位一致；如屬文字的一部分，請以雙引號括住整段文字；"
    "或是上一行欠了半形冒號加空格，或連字號後的空格。",
)
UNCLOSED_LIST = Wording(
    "a bracket is not closed",
    "方括號未關閉",
    "Close the bracket that opens here with ] behind the last item.",
    "請在最後一項之後加上 ]，關閉在此開始的方括號。",
)
UNCLOSED_GROUP = Wording(
    "a curly bracket is not closed",
    "花括號未關閉",
    "Close the bracket that opens here with } behind the last field.",
    "請在最後一個欄位之後加上 }，關閉在此開始的花括號。",
)
USUAL = Wording(
    "it cannot be parsed",
    "無法解讀",
    "Check the indentation, the quotes and the brackets here and on the line above.",
    "請檢查此處和上一行的縮排、引號和括號。",
)


def syntax_problem(error: yaml.MarkedYAMLError, path: str, text: str) -> Problem:
    """The problem that an error of the parser is, at the place where an editor has to look."""
    lines = text.rstrip("\n").split("\n")
    mark = _mark(error)
    slip = _slip(error, lines)
    if slip:
        place = Place(path, slip.line + 1, slip.column + 1)
    elif mark is None or mark.line >= len(lines):  # below the last line, where nobody can look
        place = Place(path, len(lines), len(lines[-1]) + 1)
    else:
        place = Place(path, mark.line + 1, mark.column + 1)
    return Problem(place, faults.YAML_SYNTAX, _words(slip.wording if slip else _told(error, lines)))


def _mark(error: yaml.MarkedYAMLError) -> YamlMark | None:
    """Where a field, a quote or a bracket began, if that is at fault, not where the text broke."""
    begun = error.context_mark
    if begun and (_is_unclosed(error) or "end of stream" in (error.problem or "")):
        return begun
    if begun and "simple key" in (error.context or ""):
        return begun
    return error.problem_mark or begun


def _slip(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip | None:
    """The slip that led to an error, if it can be told for sure."""
    mark = _mark(error)
    if mark is None or mark.line >= len(lines):
        return None
    if "simple key" in (error.context or ""):
        return slip_of_field(lines[mark.line], mark.line)
    if begins_with_field(lines[mark.line], mark.column):
        return slip_above(lines, mark.line)
    return slip_at(lines, mark.line)


def _is_unclosed(error: yaml.MarkedYAMLError) -> bool:
    """Whether a bracket is open at the end of its line, and the lines below do not fit in it."""
    begun, broken = error.context_mark, error.problem_mark
    if "did not find expected ','" not in (error.problem or "") or begun is None:
        return False
    return broken is not None and broken.line > begun.line


def _told(error: yaml.MarkedYAMLError, lines: list[str]) -> Wording:
    """What is said of an error that no slip explains."""
    problem = error.problem or USUAL.en
    mark = error.problem_mark
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if _is_unclosed(error):
        return UNCLOSED_LIST if "]" in problem else UNCLOSED_GROUP
    if mark and line[mark.column : mark.column + 1] == "\t":
        return TAB
    if mark and "mapping values" in problem and begins_with_field(line, mark.column):
        return FIELD_IN_TEXT
    matching = (wording for words, wording in ADVICE.items() if words in problem)
    return next(matching, None) or replace(USUAL, en=problem)


def _words(wording: Wording) -> dict[str, str]:
    return {
        "problem": wording.en,
        "problem_zh": wording.zh,
        "advice": wording.advice_en,
        "advice_zh": wording.advice_zh,
    }
