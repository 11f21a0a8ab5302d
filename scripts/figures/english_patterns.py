"""The grammar of figures in English: one regular expression, with an alternative for each notation.

The alternatives are tried in order, on text in lower case.
"""

from collections.abc import Iterable
from typing import Final

from . import currencies, measures, shared
from .english_numerals import NUMERAL, ONES, ORDINAL, ORDINALS, SCALE, SCALES, TENS, WORD
from .months import MONTHS
from .patterns import lazily
from .vulgar_fractions import VULGAR

_FULL_MONTH = "|".join(MONTHS).lower()
_SHORT_MONTH = "|".join(month[:3] for month in MONTHS if month != "May").lower()
_MONTH = rf"(?:{_FULL_MONTH}|(?:{_SHORT_MONTH}|sept)\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d,.]{0,3}\d)"
YEAR: Final = r"(?:1\d|20|21)\d\d(?![\d,]{0,3}\d)"
_DASH = r" ?[-–—~] ?"
_TO = rf"(?:{_DASH}| to | and )"
_ORDINALS_FROM_THIRD = [f"{word}s?" for word in ORDINALS if word not in ("first", "second")]
_PARTS = "|".join(["half|halves|quarters?", *_ORDINALS_FROM_THIRD])
_UNIT = (
    "(?:years?|yrs?|months?|fortnights?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds|(?<=-)second|secs?|"
    r"decades?|centur(?:y|ies)|quarters?)\b"
)
_SPAN = (
    "century|decade|year|month|week|day|hour|minute|(?:nautical |square )?mile|(?:square |cubic )?"
    "(?:kilo|centi|milli)?met(?:re|er)|foot|inch|yard|acre|hectare|lit(?:re|er)|gallon|pint|"
    "kilo(?:gram(?:me)?)?|ton(?:ne)?|pound|ounce|catty|tael"
)
# Letters that may follow digits without making them a label.
_ENDINGS = (
    r"(?:(?:st|nd|rd|th|bn|tn|mn|mln|[mbkx]|[ap]m|mm|ms|cm|kg|mg|ml|ft|lbs?|oz|mph|sqm|[mk]w|[gm]b|hrs?|mins?|pc|pct|fold|odd|plus)\b"
    r"|km)"
)
_TENS = "|".join(TENS)
_TENS_PLURAL = "|".join(f"{word[:-1]}ies" for word in TENS)
_HOUR = rf"(?:{'|'.join(list(ONES)[1:13])}|1[0-2]|0?[1-9])"
PART_OF_DAY: Final = (
    "(?:in the (?:(?:early|late|small) )?(?:morning|afternoon|evening|hours)|at night)"
)
_NTH = rf"(?:{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))"
_SCALES = "thousands|millions|billions|trillions"
_MULTIPLIED = r"(?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing)"
_CODES = "|".join(currencies.CODES).lower()
_SIGN = currencies.BEFORE_LOWER

RULES: Final = {
    "iso_date": shared.ISO_DATE,
    "slashed_date": shared.SLASHED_DATE,
    "day_first": rf"\b(?P<dd>{_DAY})(?:{_TO}(?P<dd2>{_DAY}))?(?: of)? (?P<dm>{_MONTH})"
    rf"(?:,? (?P<dy>{YEAR}))?(?![a-z])",
    "month_first": rf"\b(?P<mm>{_MONTH}) (?P<md>{_DAY})(?:{_TO}(?P<md2>{_DAY}))?(?![\w%])"
    rf"(?:,? (?P<my>{YEAR}))?",
    "month": rf"\b(?P<nm>{_MONTH})(?:,? (?:of )?(?P<ny>{YEAR}))?(?![a-z])",
    "decade": r"\b(?P<tens>\d0|\d{3}0)['’]?s\b|['’](?P<tens2>\d0)s\b"
    rf"|\b(?P<tens3>{_TENS_PLURAL})\b",
    "century": rf"\b(?P<cn>{ORDINAL}|twenty-first|\d{{1,2}}(?:st|nd|rd|th))[- ]centur(?:y|ies)\b",
    "years": r"\b(?P<y1>(?:1\d|20)\d\d)[-–/](?P<y2>(?:1\d|20)\d\d|\d\d)(?![\w/-])",
    "time": r"\b(?P<th>1[0-2]|0?\d)(?:[:.](?P<tm>[0-5]\d))? ?(?P<half_day>[ap]\.?m\b\.?)"
    r"|\b(?P<th2>[01]?\d|2[0-3]):(?P<tm2>[0-5]\d)(?![\d:])"
    r"|(?:\b(?:a )?(?:(?P<past>half|quarter|five|ten|twenty(?:-five)?) past|(?P<to>quarter to)) "
    rf"(?P<hour>{_HOUR})\b(?(to)(?= {PART_OF_DAY}| and\b|[,.;:!?)”’](?!\d)|$))"
    rf"|\b(?P<hour2>{_HOUR}) o['’]clock\b"
    rf"|(?<=\bat )(?P<hour3>{_HOUR})(?= {PART_OF_DAY}))(?: (?P<part>{PART_OF_DAY}))?"
    r"|\b12 (?P<noon>noon|midnight)\b",
    "quarter": rf"\b(?:{YEAR} ?)?q(?P<qn>[1-4])\b|\b(?P<qn2>[1-4])q(?:\d\d)?\b"
    r"|\b(?P<qn3>first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter\b",
    "half_year": r"\bh(?P<hn>[12])\b|\b(?P<hn2>[12])h(?:\d\d)?\b"
    r"|\b(?P<hn3>first|second|latter)[- ]half\b",
    "label": r"\b(?!(?:mid|pre|post|early|late|under|over|sub|top|non)-\d)"
    r"[a-z]+(?:[-–]?\d[a-z]*)+(?:\.\d+)*\b|\b\d+(?:\.\d+){2,}\b"
    rf"|\b\d+(?:[-–]\d+){{0,3}}-[a-z]\b|\b\d+(?!{_ENDINGS})[a-z]+[\da-z]*\b",
    "magnitude": r"\b(?:(?:several|many|few|couple(?: of)?) "
    rf"(?P<several>dozen|{SCALE})(?: (?P<several2>thousand|million|billion))?"
    rf"|(?P<many>dozens|tens|scores|hundreds|{_SCALES})(?:(?: upon | and )(?P=many))?"
    rf"(?: of (?P<many2>{_SCALES}))?"
    r"|(?P<ages>decades|centuries|millennia))\b",
    "dozen": rf"\b(?:(?P<dozens>half a|an?|{NUMERAL})(?P<dozens_half> and a half)?[- ])?dozens?\b",
    "slashed_fraction": shared.SLASHED_FRACTION,
    "world_war": r"\b(?:world war (?P<war>i{1,3}|one|two|three|[1-3])"
    r"|ww(?P<war2>i{1,3}|[1-3])|(?P<war3>first|second|third) world war)\b",
    "lunar": rf"\b(?P<ld>(?:(?:twenty|thirty)-)?{_NTH}) (?:day )?of the (?P<lm>{_NTH})"
    r" (?:lunar month|month of the lunar)\b",
    "out_of": rf"\b(?P<ron>{WORD}|\d{{1,2}}) (?:in|out of) (?:every )?(?P<rof>{WORD}|\d{{1,3}})\b",
    "part_point": rf"\b(?:an? |one[- ])?(?P<pp>half|(?:three[- ])?quarters?|{WORD}[- ]tenths?)"
    r"(?: of (?:an?|one)| an?)?[- ]"
    r"(?:(?:percentage[- ])?point\b|per ?cent\b)|\ban? (?:percentage point|per ?cent)\b",
    "unit_half": rf"\ban? (?P<uh>{_SPAN}) and a half\b"
    rf"|\ban? (?P<one>{_SPAN})(?= and {NUMERAL} (?:months?|weeks?|days?|hours?|minutes?|seconds?"
    r"|inch(?:es)?|ounces?)\b)",
    "half_unit": rf"\bhalf(?:[- ]an?)?[- ](?P<hu>{_SPAN})s?\b",
    "fraction": rf"\b(?P<fn>an?|(?:(?:{_TENS})[- ])?{WORD}|\d)[- ]"
    rf"(?P<fd>{_PARTS}|(?:{_TENS})-{ORDINAL}s?)\b"
    rf"(?![- ](?:{ORDINAL}|century)|-[a-z])(?: of an? (?P<fu>{_SPAN}|{SCALE})\b)?"
    rf"|\b(?:(?P<fn2>an?|{WORD})[- ])?(?P<fd2>quarters?)[- ](?P<fu2>{_SPAN})\b"
    rf"|\bhal(?:f|ves)\b(?! an? {SCALE}|-[a-z])",
    "ordinal": rf"\b(?:(?P<ot>{_TENS})-)?(?<!per )(?P<on>{ORDINAL})(?:ly)?\b"
    r"|\b(?P<od>\d+(?:,\d{3})*)(?:st|nd|rd|th)\b",
    "word": rf"\b(?:(?:decade|century)(?: and a half)?|twice|thrice|{_MULTIPLIED}|doubly|twofold"
    "|both|pairs?|couple|dual|twins?|trio|duo|single|fortnight|noon|midnight"
    r"|alternate(?= \w+s\b)|every other(?= \w)|order of magnitude"
    r"|bi-?(?:monthly|weekly|annual|ennial)(?:ly)?)\b",
    "roman": r"\b(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xi?v|xvi{1,3}|xi?x)\b",
    "amount": rf"(?:(?P<sign>{_SIGN}) ?)?"
    rf"(?P<low>(?:(?<=[$£€¥])|(?<![\w.,])|(?<=[a-z]{{3}})(?=\d)){NUMERAL})"
    rf"(?:(?:{_DASH}| to |-to-| or (?!{YEAR}))(?:(?P<sign2>{_SIGN}) ?)?(?P<high>{NUMERAL}))?",
}
# The possible beginnings of a figure. This alone rules out most of a text before any rule is tried.
_OTHERS = (
    "dozen tens scores half halv several many few couple decade centur millennia quarter twice "
    "thrice twofold doubl tripl trebl quadrupl both pair dual twin trio duo single fortnight noon "
    "midnight latter bi order alternate every"
)
_STARTS = (
    *f"{_FULL_MONTH}|{_SHORT_MONTH}|{_TENS_PLURAL}".split("|"),
    *(*ONES, *TENS, *ORDINALS, *SCALES, *_OTHERS.split()),
)


def _by_initial(words: Iterable[str]) -> str:
    """A pattern for any of the words, with a branch for each initial: far faster than a list."""
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{initial}(?:{'|'.join(rest)})" for initial, rest in ends.items())


_START = (
    rf"(?=[\d$£€¥₩'’{VULGAR}]|\.\d|(?<![a-z])(?:{_by_initial(_STARTS)}"
    rf"|an? (?:{SCALE}|{_PARTS}|{_SPAN}|dozen|per)"
    r"|[ivx]{1,5}\b|world war|ww[i1-3]"
    rf"|(?:[a-z]{{1,12}}[-–]?|(?:{_CODES}|rmb) ?[$£€¥]? ?|[a-z]{{1,3}}[$¥] ?)\d))"
)
GRAMMAR: Final = lazily(
    _START + "(?:" + "|".join(f"(?P<{name}>{rule})" for name, rule in RULES.items()) + ")"
)
# The words after an amount: a fraction, then its unit, then its qualifier.
MEASURES: Final = {
    "points": r"[- ]?(?:%|percentage|per cent|percent)[- ]points?\b",
    "basis": r"[- ]basis[- ]points?\b",
    "percent": r"(?: ?%|[- ]?per ?cent\b| ?pct?\b)(?P<off> (?:off|discount|rebate)\b)?",
    "fold": r"[- ]?fold\b",
    "times": r"(?: times|x| ?×)(?![\w-])(?=(?P<as> (?:as|the|what|its)\b)?)",
    "cents": r"[- ](?:cents?|pence)\b|¢",
    "currency": rf"[- ]{currencies.AFTER_ENGLISH.lower()}",
    "unit": rf"[- ]{_UNIT}",
    "measure": rf"[- ]?{measures.ENGLISH}",
}
# “Two and a half”, “five and a quarter hours”, “one and three quarters”
_AND_PART = (
    r" and (?P<part_top>an?|one|two|three|four|five|seven|nine)[- ]"
    rf"(?P<part>{_PARTS})\b(?! (?:of|(?:in|at|on) the)\b)"
)
AFTER: Final = lazily(
    rf"(?P<half>{_AND_PART})?(?:"
    + "|".join(f"(?P<{name}>{rule})" for name, rule in MEASURES.items())
    + r"|)(?P<after_half> and a half\b)?"
    r"(?P<more>\+|-?odd\b|-?plus\b)?"
    r"(?:(?: \w+){0,2}? (?P<tail>or (?:so|more|fewer|less|above|over)|and (?:above|over))\b)?"
)
