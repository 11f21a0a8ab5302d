"""Names and signs of currencies in both languages, with their ISO 4217 codes.

元 and 蚊 alone mean Hong Kong dollars. $ alone may be any dollar, and is its own code.
"""

import re
from typing import Final

from .patterns import lazily

# Before the amount, in either language.
SIGNS: Final = {
    "HK$": "HKD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "S$": "SGD",
    "NT$": "TWD",
    "NZ$": "NZD",
    "MOP$": "MOP",
    "RMB¥": "CNY",
    "RMB": "CNY",
    "CN¥": "CNY",
    "JP¥": "JPY",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₩": "KRW",
    "$": "$",
    "＄": "$",
}
_CODES: Final = "HKD USD AUD CAD SGD TWD NZD MOP CNY JPY GBP EUR KRW THB INR CHF MYR PHP IDR VND"
CODES: Final = tuple(_CODES.split())

ENGLISH: Final = {
    r"Hong Kong dollars?": "HKD",
    r"(?:US|U\.S\.|American) dollars?": "USD",
    r"Australian dollars?": "AUD",
    r"Canadian dollars?": "CAD",
    r"Singapore dollars?": "SGD",
    r"(?:New )?Taiwan(?:ese)? dollars?": "TWD",
    r"dollars?": "$",
    r"yuan|renminbi|RMB": "CNY",
    r"patacas?": "MOP",
    r"pounds?(?: sterling)?|sterling": "GBP",
    r"euros?": "EUR",
    r"(?:Japanese )?yen": "JPY",
    r"(?:South Korean |Korean )?won(?! the| a\b)": "KRW",
    r"(?:Thai )?baht": "THB",
    r"(?:Indian )?rupees?": "INR",
    r"Swiss francs?": "CHF",
}

# The currency is named before or after the amount: 港幣50億元, 50億港元.
CHINESE: Final = {
    "港元": "HKD",
    "港幣": "HKD",
    "港紙": "HKD",
    "美元": "USD",
    "美金": "USD",
    "澳元": "AUD",
    "澳幣": "AUD",
    "加元": "CAD",
    "加幣": "CAD",
    "坡元": "SGD",
    "新加坡元": "SGD",
    "新台幣": "TWD",
    "新臺幣": "TWD",
    "台幣": "TWD",
    "臺幣": "TWD",
    "澳門元": "MOP",
    "葡幣": "MOP",
    "人民幣": "CNY",
    "日圓": "JPY",
    "日元": "JPY",
    "英鎊": "GBP",
    "歐元": "EUR",
    "韓圜": "KRW",
    "韓元": "KRW",
    "泰銖": "THB",
    "盧比": "INR",
    "瑞士法郎": "CHF",
    "元": "HKD",
    "蚊": "HKD",
    "塊錢": "HKD",
}
_DOLLARS = frozenset(("HKD", "USD", "AUD", "CAD", "SGD", "TWD", "NZD", "MOP", "$"))
_MAY_BE: Final = {"$": _DOLLARS}
_signs = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_codes = _CODES.replace(" ", "|")

# A currency directly before an amount: HK$, USD, 港幣. Longest first.
BEFORE: Final = (
    rf"(?:(?:{_signs})|\b(?:{_codes})(?![A-Za-z])(?: ?[$£€¥])?"
    "|人民幣|新?[台臺]幣|港[幣元]|美[元金])"
)
BEFORE_LOWER: Final = BEFORE.replace("A-Z", "").lower()
AFTER_ENGLISH: Final = rf"(?:{'|'.join(ENGLISH)}|{_codes})\b"
AFTER_CHINESE: Final = (
    rf"(?:元人民幣|元港幣|{'|'.join(sorted(CHINESE, key=len, reverse=True))}|(?:{_codes}|RMB)\b)"
)
_english = [(lazily(pattern, re.IGNORECASE), code) for pattern, code in ENGLISH.items()]


def may_be_same(one: str | None, other: str | None) -> bool:
    """Whether two currencies are the same, or one is unspecified ($) and may be the other."""
    if one is None or other is None:
        return one is other
    return one == other or other in _MAY_BE.get(one, ()) or one in _MAY_BE.get(other, ())


def code_of(written: str) -> str:
    """Return the code of a currency that one of the patterns above matched."""
    written = written.strip()
    known = SIGNS.get(written.upper()) or CHINESE.get(written) or CHINESE.get(written[1:])
    if known:
        return known
    if written[:3].upper() in CODES:  # USD, or “USD $”
        return written[:3].upper()
    return next(code for pattern, code in _english if pattern.fullmatch(written))
