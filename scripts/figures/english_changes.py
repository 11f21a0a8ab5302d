"""English words of change before or after a figure: rose by, cut to, minus, a 5% fall."""

import re
from typing import Final

from .patterns import lazily
from .quantity import CHANGING, Change, Direction, Reading

# Verbs of rising and falling: without an object, with or without one, and only with one.
_RISES = (
    r"r[io]se[sn]?|rising|gr[eo]w\w*|climb\w*|jump\w*|soar\w*|surg\w+|swell\w*|gain(?:s|ed)?|"
    r"expand\w*|rebound\w*"
)
_FALLS = (
    r"f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slump\w*|plung\w+|plummet\w*|"
    r"tumbl\w+|sank|sinks?|dip(?:s|ped)?|slip(?:s|ped)?|slid\w*|los(?:t|es?|ing)\b|contract(?:s|ed|ing|ion)\b"
)
_LIFTED = r"increas\w+|lift\w*|boost\w*"
_CUT = r"cut\w*|reduc\w+|lower\w*|trim\w*|slash\w*"
_RAISED = r"rais(?:e[sd]?|ing)"
_TURNS = f"{_RISES}|{_FALLS}"
_TURNED = f"{_LIFTED}|{_CUT}"
_MOVED = (
    r"(?:g(?:o|oes|one|oing)|went|com(?:e|es|ing)|came|mov\w+|edg(?:es|ed|ing)|inch(?:es|ed|ing)|"
    r"tick(?:s|ed|ing)|cre(?:eps?|pt|eping)|push(?:es|ed|ing)|br(?:ings?|ought|inging)) "
)
# “Went up”, “up 15% on the year”; but not “makes up 15%”.
_UP_OR_DOWN = rf"(?:{_MOVED})?(?<!make )(?<!made )(?<!makes )(?<!making )(?:up|down)"
_ADVERB = r"(?: back| further| \w+ly)?"
_VERB = rf"\b(?:{_TURNS}|{_TURNED}|{_UP_OR_DOWN}){_ADVERB}"
_ANY_VERB = rf"\b(?:{_TURNS}|{_TURNED}|{_UP_OR_DOWN}|{_RAISED}){_ADVERB}"
_OBJECT = r"(?: (?!(?:by|to|of|from|and|or|but|as|while) )[a-z][a-z’'-]*){1,5}"
_BY_OR_TO = r" (?P<word>by|to)(?: an?| the)? *$"
_BY_OR_TO_LAST = lazily(_BY_OR_TO)  # a fast test before the patterns that end with it
_BY_WORD = lazily(rf"{_ANY_VERB}{_BY_OR_TO}")
_FROM_ONE_TO_ANOTHER = lazily(rf"{_ANY_VERB} from [^,.;:]{{1,30}}? (?=to ){_BY_OR_TO[1:]}")
# “Cut by 7% and working hours by 9%”: the verb is not repeated.
_AND_BY = lazily(
    rf"{_ANY_VERB} (?:by|to) [^ ;:]{{1,12}}[a-z ]{{0,20}},? (?:and|but|while)"
    r"(?: [a-z’'-]+){1,4} (?P<word>by|to) *$"
)
_FROM = lazily(rf"{_ANY_VERB} from *$")
# “Rose 3%”, “a fall of HK$5”: only for percentages and money, not for counts.
_BARE = lazily(rf"{_VERB}(?: of(?: an?)?)? *$")
_BY_OBJECT = lazily(rf"\b(?:{_TURNED}|{_RAISED}){_OBJECT}{_BY_OR_TO}")
_MEASURED: Final = frozenset(("percent", "points", "money"))
WENT: Final = lazily(rf"\b{_MOVED}$")
_DOWN: Final = lazily(rf"(?:{_FALLS}|{_CUT}|(?:{_MOVED})?down\b)")
_BELOW_ZERO: Final = lazily(
    r"(?:\b(?:minus|negative) |\bnegative (?:[a-z]+ ){1,2}of (?:about |around |just )?"
    r"|(?:^|[ (“:])[-−])$"
)
_BELOW_ZERO_AFTER: Final = lazily(r"(?: degrees?)?(?: celsius| fahrenheit| ?°?[cf])? below zero\b")
_AFTER: Final = lazily(
    r" (?:(?:annual|yearly|real|sharp|further|overall|nominal|pay|wage|salary|price|"
    r"fare|rent|tax|rate|sales) )?"
    r"(?:(?P<up>rise|increase|growth|jump|gain|surge)"
    r"|(?P<down>fall|drop|decline|decrease|cut|reduction|contraction|slump|plunge))\b"
)


def look_before(read: Reading, before: str) -> int | None:
    """Set the change and direction given by the words before a figure.

    Returns the offset at which these words begin, or None.
    """
    if read.kind not in CHANGING:
        return None
    if found := _BELOW_ZERO.search(before):
        read.direction = "minus"
        return found.end() - 1 if found[0][-1] in "-−" else found.start()
    if read.change is not None:
        return None
    change = _change_before(read, before)
    if change is None:
        return None
    read.change, read.direction, start = change
    return start


def _change_before(read: Reading, before: str) -> tuple[Change, Direction, int] | None:
    """The change and direction given by the words before a figure, and their offset."""
    is_measured = read.kind in _MEASURED
    if _BY_OR_TO_LAST.search(before):
        found = _BY_WORD.search(before) or (
            is_measured and (_BY_OBJECT.search(before) or _AND_BY.search(before))
        )
        if found:
            begins = found.start("word" if found.re.pattern == _AND_BY.pattern else 0)
            return _by_or_to(found), _direction(found), begins
        if found := _FROM_ONE_TO_ANOTHER.search(before):  # “from” precedes the first figure
            return "to", _direction(found), found.start("word")
    elif found := (is_measured and _BARE.search(before)) or None:
        return "by", _direction(found), found.start()
    found = _FROM.search(before) if read.to is not None else None
    return ("to", _direction(found), found.start()) if found else None


def _by_or_to(found: re.Match[str]) -> Change:
    return "to" if found["word"] == "to" else "by"


def _direction(found: re.Match[str]) -> Direction:
    return "down" if _DOWN.match(found[0]) else "up"


def look_after(read: Reading, text: str, end: int) -> int:
    """Set the direction given by the words after a figure: “3 degrees below zero”, “a 5% fall”.

    Returns the offset at which the figure ends, these words included.
    """
    if read.kind not in CHANGING or read.direction == "minus":
        return end
    if found := _BELOW_ZERO_AFTER.match(text, end):
        read.direction = "minus"
        return found.end()
    if read.kind in _MEASURED and (found := _AFTER.match(text, end)):
        read.direction = "up" if found["up"] else "down"
        read.change = None if read.change == "to" else read.change  # “from growth to a 3% fall”
        return found.end()
    return end
