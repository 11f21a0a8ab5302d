"""Errors in figures, planted by simple patterns of numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scripts.languages import LanguageCode
from scripts.model.term import OF_ONE_LANGUAGE
from scripts.reading.yaml_tree import Scalar

from .corpus import Corpus
from .planting import Change, Kind, Seed, Seeds, Splice, Text, by_text
from .swapping import Swap, all_of, each, swapping

NUMBER: Final = r"(?<![\w.,#/-])\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z\d]|[.,:]\d)"
# Beside Chinese characters, which are \w in Python.
NUMBER_ZH: Final = r"(?<![A-Za-z\d.,/-])\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z\d]|[.,:]\d)"
NUMBERS: Final[Mapping[LanguageCode, str]] = {"en": NUMBER, "zh-Hant": NUMBER_ZH}
YEAR: Final = r"(?<!\d)(?:1[5-9]|20)\d\d(?![\d,])"
HAN: Final = "一二三四五六七八九"
COUNTED: Final = "個名艘人家場份班條屆位封間台齣頁張倍成輛天次道支日月年歲塊億萬"
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WORDS: Final = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
    *("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
ORDINALS: Final = (
    *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
)


def compared(seeds: Seeds) -> Seeds:
    """Filter seeds: only those in figures that both texts should have.

    Some notes are about one language each, and numbers in forms belong to the check of terms.
    """

    def found(corpus: Corpus) -> Iterator[Seed]:
        for seed in seeds(corpus):
            is_note = any(location[:1] in OF_ONE_LANGUAGE for _, location in seed.regions)
            if not is_note and not any(_is_in_form(corpus, change) for change in seed.changes):
                yield seed

    return found


def _is_in_form(corpus: Corpus, change: Change) -> bool:
    node = corpus.parsed_entries[change.path].document.node(change.location)
    assert isinstance(node, Scalar)
    start, end, _ = change.splices[0]
    spans = ((node.text.find(form.text), len(form.text)) for form in corpus.forms)
    return any(0 <= at <= start and end <= at + length for at, length in spans)


def _digit_changed(text: Text) -> Iterator[Splice]:
    for match in re.finditer(NUMBERS[text.language], text.masked):
        digits = [at for at in range(*match.span()) if text.masked[at].isdigit()]
        at = text.pick(match.start(), digits)
        for step in range(1, 10):
            digit = (int(text.masked[at]) + text.pick(match.start(), range(9)) + step) % 10
            new = text.masked[match.start() : at] + str(digit) + text.masked[at + 1 : match.end()]
            if digit and new != match[0] and _is_new(text, new):
                yield match.start(), match.end(), new
                break


def _is_new(text: Text, number: str) -> bool:
    """Whether neither text has a number already."""
    both = text.masked + " " + text.counterpart.masked
    return re.search(rf"(?<!\d){re.escape(number)}(?!\d)", both) is None


def _noughts(text: Text) -> Iterator[Splice]:
    for match in re.finditer(NUMBERS[text.language], text.masked):
        if re.fullmatch(YEAR, match[0]):
            continue
        digits = match[0].replace(",", "")
        longer = digits.replace(".", "") if "." in digits else digits + "0"
        if "." not in digits or len(digits.partition(".")[2]) == 1:
            yield *match.span(), _grouped(longer, match[0])
        if "." not in digits and digits.endswith("0") and len(digits) > 1:
            yield *match.span(), _grouped(digits[:-1], match[0])


def _grouped(digits: str, like: str) -> str:
    return f"{int(digits):,}" if "," in like or len(digits) > 4 else str(int(digits))


def _dropped(text: Text) -> Iterator[Splice]:
    """A number removed with its currency, scale and classifier; not a small or repeated one."""
    number = NUMBERS[text.language]
    pattern = (
        rf"(?:HK|US)?[$£€]?(?:(?<=[$£€])[\d.,]*\d|{number})"
        r"(?: (?:thousand|million|billion|trillion))?(?:%| per cent| percentage points?)? ?"
        if text.language == "en"
        else rf"{number}[多餘]?[萬億]*(?:港元|美元|英鎊|歐元|元|%|個百分點|[{COUNTED}])?"
    )
    for match in re.finditer(pattern, text.masked):
        digits = re.search(r"[\d.,]*\d", match[0])
        if digits and float(digits[0].replace(",", "")) > 2 and text.masked.count(digits[0]) == 1:
            yield *match.span(), ""


def _stepped(table: Sequence[str]) -> Swap:
    """A swap for the next but one in a table, keeping a capital."""

    def swap(text: Text, match: re.Match[str]) -> str:
        found = match[1] if match.re.groups else match[0]
        known = [word.lower() for word in table]
        new = table[(known.index(found.lower()) + 2) % len(table)]
        return new[0].upper() + new[1:] if found[0].isupper() else new

    return swap


def _other_digits(text: Text, match: re.Match[str]) -> str | None:
    """Another number with as many digits, which neither text has."""
    found = match[1] if match.re.groups else match[0]
    for step in (1, 2, 3, 4, 5):
        last = (int(found[-1]) + step) % 10
        new = found[:-1] + str(last)
        if int(new.replace(",", "").replace(".", "")) > 0 and _is_new(text, new):
            return new
    return None


def other_han(text: Text, match: re.Match[str]) -> str:
    """The same numeral with another last digit, or ten for a hundred."""
    found = match[1] if match.re.groups else match[0]
    at = max((i for i, character in enumerate(found) if character in HAN), default=-1)
    if at < 0:
        return found.translate(str.maketrans("十百千", "百千百"))
    return found[:at] + HAN[(HAN.index(found[at]) + 3) % 9] + found[at + 1 :]


def _day(text: Text, match: re.Match[str]) -> str | None:
    days = (str(1 + (int(match[1]) + step) % 28) for step in (3, 9, 14, 20))
    return next((day for day in days if _is_new(text, day)), None)


def _month(text: Text, match: re.Match[str]) -> str:
    return str(1 + (int(match[1]) + 2) % 12)


def _mega(text: Text, match: re.Match[str]) -> str:
    """兆 as a million, as in computing: 650萬 is 6.5兆."""
    return f"{int(match[0].rstrip('萬').replace(',', '')) / 100:g}兆"


TIMES: Final = {"兩倍": "三倍", "三倍": "五倍", "四倍": "六倍", "五倍": "七倍", "3倍": "4倍"}
VERB: Final = r"\b(?:rose|risen|rise|raised|grew|increased|fell|dropped|climbed|shrank|cut|went up)"
VERB_ZH: Final = "上升|增加|減少|縮減|上調|削減|下跌"
CURRENCIES: Final = {
    "HK$": "US$",
    "US$": "HK$",
    "£": "€",
    "€": "£",
    "港元": "美元",
    "美元": "港元",
    "英鎊": "歐元",
    "歐元": "英鎊",
}
HOW_EXACT: Final = {
    "more than": "fewer than",
    "fewer than": "more than",
    "nearly": "over",
    "over": "nearly",
    "Nearly": "Over",
    "Over": "Nearly",
    "More than": "Fewer than",
    "at least": "at most",
    "at most": "at least",
    "At least": "At most",
    "逾": "近",
    "近": "逾",
    "至少": "最多",
    "最多": "至少",
    "不足": "逾",
}
SCALES: Final = {
    "thousand": "million",
    "million": "billion",
    "billion": "million",
    "trillion": "billion",
    "hundred": "thousand",
    "萬億": "億",
    "億": "萬",
    "萬": "億",
    "百": "千",
}
PARTS: Final = {
    "third": "fifth",
    "quarter": "sixth",
    "fifth": "eighth",
    "thirds": "fifths",
    "quarters": "fifths",
    "tenths": "elevenths",
    "Half": "A third",
    "half": "a third",
}

KINDS: Final = tuple(
    Kind("figures", name, compared(seeds), tuple(codes))
    for name, seeds, *codes in (
        ("a digit changed", by_text(_digit_changed)),
        ("a nought added or removed", by_text(_noughts)),
        (
            "a scale word swapped",
            each(
                swapping(
                    r"(?:[\d]|\b[a-z]+) (thousand|million|billion|trillion|hundred)\b", SCALES
                ),
                swapping(rf"(?<=[\d{HAN}])(萬億|億|萬|百)", SCALES),
            ),
        ),
        ("a number dropped", by_text(_dropped)),
        (
            "another currency",
            each(
                swapping(r"(HK\$|US\$|£|€)(?=\d)", CURRENCIES),
                swapping(r"(?<=[\d萬億])(港元|美元|英鎊|歐元)", CURRENCIES),
            ),
        ),
        (
            "per cent for points, points for per cent",
            each(
                swapping(
                    r"(?<=\d)(%| per cent| percentage points)(?! points)",
                    {
                        "%": " percentage points",
                        " per cent": " percentage points",
                        " percentage points": "%",
                    },
                ),
                swapping(r"(?<=\d)(%|個百分點)", {"%": "個百分點", "個百分點": "%"}),
            ),
        ),
        (
            "another multiple",
            each(
                swapping(
                    r"\b(doubled|tripled|twice the|(?:three|four|five|3) times)\b",
                    {
                        "doubled": "tripled",
                        "tripled": "doubled",
                        "twice the": "four times the",
                        "three times": "five times",
                        "four times": "seven times",
                        "five times": "six times",
                        "3 times": "5 times",
                    },
                ),
                swapping(r"(?<![\d十])([兩三四五3]倍)", TIMES),
            ),
        ),
        (
            "by for to, to for by",
            each(
                swapping(rf"{VERB} (by|to)(?= (?:HK|US)?[$£€]?\d)", {"by": "to", "to": "by"}),
                all_of(
                    swapping(rf"(?:{VERB_ZH}|升|增|跌|減)()(?=了?\d)", lambda t, m: "至"),
                    swapping(r"(?:升|增|跌|減)(至)(?=\d)", lambda t, m: ""),
                    swapping(r"增(至)(?=[兩三]倍)", lambda t, m: "加"),
                ),
            ),
        ),
        (
            "another ordinal",
            each(
                swapping(
                    rf"(?<![Aa] )\b({'|'.join(ORDINALS)})\b(?! (?:quarter|of ))", _stepped(ORDINALS)
                ),
                all_of(
                    swapping(rf"第([{HAN}十]+)(?!季|次公佈)", other_han),
                    swapping(r"第(\d+)", _other_digits),
                ),
            ),
        ),
        (
            "another fraction",
            each(
                swapping(
                    r"(?:\b[Aa] |\bTwo |\bThree |\bNine |\b)((?<=[Aa] )(?:third|quarter|fifth)"
                    r"|thirds|(?<!many )quarters|tenths|[Hh]alf(?= of))\b",
                    PARTS,
                ),
                swapping(
                    r"((?<![十\d])[三四五](?=分之)|一半)",
                    {"三": "七", "四": "九", "五": "八", "一半": "三分之一"},
                ),
            ),
        ),
        (
            "another end of a range",
            each(
                swapping(rf"{NUMBER}(?: and |–| to )({NUMBER})", _other_digits),
                swapping(rf"{NUMBER_ZH}至({NUMBER_ZH})", _other_digits),
            ),
        ),
        (
            "another day",
            each(
                swapping(rf"\b(\d{{1,2}}) (?:{'|'.join(MONTHS)})", _day),
                swapping(r"月(\d{1,2})日", _day),
            ),
        ),
        (
            "another month",
            each(
                swapping(rf"\b({'|'.join(MONTHS)})\b(?! 2024)", _stepped(MONTHS)),
                swapping(r"(?<!\d)(\d{1,2})月(?!的)", _month),
            ),
        ),
        (
            "another year",
            each(
                swapping(rf"({YEAR})(?!s)", _other_digits),
                all_of(
                    swapping(rf"({YEAR})(?=年(?!代))", _other_digits),
                    swapping(rf"([{HAN}〇零]{{4}})(?=年)", other_han),
                ),
            ),
        ),
        (
            "another quarter of the year",
            each(
                swapping(
                    r"\b(first|second|third|fourth) quarter",
                    _stepped(("first", "second", "third", "fourth")),
                ),
                swapping("第([一二三四])季", _stepped(tuple("一二三四"))),
            ),
        ),
        (
            "another decade",
            each(
                swapping(r"\b(\d{3})0s\b", _other_digits),
                all_of(
                    swapping(r"(?<!\d)(\d{3})0年代", _other_digits),
                    swapping("([五六七八九])十年代", other_han),
                ),
            ),
        ),
        (
            "another Chinese numeral",
            each(
                None,
                swapping(
                    rf"(?<![第{HAN}十百千萬兩分之])([{HAN}十百千萬]+)(?=[{COUNTED[:-2]}](?!代))",
                    other_han,
                ),
            ),
        ),
        (
            "another English number word",
            each(
                swapping(
                    rf"\b({'|'.join(WORDS)})\b"
                    "(?! (?:thirds|quarters|tenths|times|languages|versions))",
                    _stepped(WORDS),
                )
            ),
        ),
        (
            "more for less, less for more",
            each(
                swapping(
                    r"\b([Mm]ore than|fewer than|[Nn]early|[Oo]ver|[Aa]t (?:least|most))"
                    r" (?=(?:HK|US)?[$£€]?\d)",
                    HOW_EXACT,
                ),
                swapping(r"(逾|(?<![附最])近|至少|最多|不足)(?=\d)", HOW_EXACT),
            ),
        ),
        (
            "兆 written",
            each(
                None,
                all_of(
                    swapping("萬億", lambda t, m: "兆"),
                    swapping(r"(?<![\d,])\d[\d,]*0萬(?!億)", _mega),
                ),
            ),
            "figures:ambiguous-trillion",
        ),
    )
)
