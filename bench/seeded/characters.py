"""Errors of characters: other scripts, invisible and look-alike characters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from opencc import OpenCC

from .planting import Seeds, Splice, Text, by_text, reported_as
from .swapping import all_of, each, once, swapping

HAN: Final = "一-鿿"
WORD_HAN: Final = rf"(?<=[{HAN}])[{HAN}](?=[{HAN}])"
# Forms printed in Hong Kong, and those printed elsewhere.
VARIANTS: Final = {
    "裏": "裡",
    "着": "著",
    "為": "爲",
    "說": "説",
    "內": "内",
    "群": "羣",
    "峰": "峯",
    "線": "綫",
    "眾": "衆",
    "秘": "祕",
    "污": "汙",
    "床": "牀",
    "計劃": "計畫",
    "戶": "户",
    "啟": "啓",
    "麵": "麪",
    "鄰": "隣",
    "沒": "没",
    "產": "産",
}
WORDS: Final = {
    "網絡": "網路",
    "軟件": "軟體",
    "硬件": "硬體",
    "互聯網": "網際網路",
    "的士": "出租車",
    "人工智能": "人工智慧",
    "打印": "列印",
    "巴士": "公交車",
    "資訊科技": "信息技術",
    "電單車": "機車",
    "手提電話": "行動電話",
}
LOOK_ALIKES: Final = dict(zip("aeocpxyABEHKMOPT", "аеосрхуАВЕНКМОРТ", strict=True))
KANA: Final = dict(zip("口力工夕卜八千三二", "ロカエタトハチミニ", strict=True))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _simplified(character: str) -> str | None:
    """The Simplified form of a character, if it is not also a Traditional one, that is in Big5."""
    simplified = str(_converter().convert(character))
    try:
        simplified.encode("big5")
    except UnicodeEncodeError:
        return simplified
    return None


@cache
def _compatible() -> dict[str, str]:
    """Unicode's compatibility characters, by the characters that they normalise to."""
    return {
        unicodedata.normalize("NFKC", chr(code)): chr(code)
        for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA6E))
        if unicodedata.normalize("NFKC", chr(code)) != chr(code)
    }


def _all_simplified(text: Text) -> Iterator[Splice]:
    found = re.search(f"[{HAN}].*[{HAN}]", text.masked, re.DOTALL)
    if found and any(_simplified(character) for character in found[0]):
        yield *found.span(), _converter().convert(text.written[slice(*found.span())])


def _han_put_in(text: Text) -> Iterator[Splice]:
    """A Chinese word in the English, without quotation marks or brackets."""
    chinese = re.findall(f"[{HAN}]{{2,4}}", text.counterpart.masked)
    for match in re.finditer(r"(?<=[a-z] )(?=[a-z])", text.masked):
        before = text.masked[: match.start()]
        is_marked = any(before.count(o) > before.count(c) for o, c in ("[]", "()", "“”", "**"))
        if chinese and not is_marked and "*" not in before:
            yield match.start(), match.start(), text.pick(match.start(), chinese) + " "


def _put_in(*characters: str) -> Seeds:
    """Seeds that insert characters between two letters of a word or two Han characters."""
    between = r"(?<=[^\W\d_])()(?=[^\W\d_])"
    return by_text(
        all_of(*(once(swapping(between, lambda t, m, c=c: c)) for c in characters))  # type: ignore[misc]
    )


SCRIPT: Final = (
    reported_as(
        "script",
        "a Simplified character",
        each(None, once(swapping(f"[{HAN}]", lambda t, m: _simplified(m[0])))),
        "simplified-character",
    ),
    reported_as(
        "script",
        "a text in Simplified characters",
        each(None, _all_simplified),
        "simplified-character",
    ),
    reported_as(
        "script",
        "a form of Taiwan or of old prints",
        each(
            None,
            once(
                swapping(
                    "裏|(?<=[隨跟拿帶提走看朝沿意味])着|[為說內群峰眾秘污床戶產]|計劃|沒(?=有)",
                    VARIANTS,
                )
            ),
        ),
        "unusual-form",
        "simplified-character",
    ),
    reported_as("script", "Han in the English", each(once(_han_put_in)), "unmarked-chinese"),
    reported_as(
        "script",
        "a word of Taiwan or the mainland",
        each(None, swapping(f"(?<![「《])(?:{'|'.join(WORDS)})(?![」》])", WORDS)),
        "unusual-word",
    ),
)

REFUSED: Final = ":bad-character"
HYGIENE: Final = (
    reported_as(
        "hygiene",
        "an accent apart from its letter",
        each(once(swapping("(?<=[a-z])([aeiou])(?=[a-z])", lambda t, m: m[0] + "\u0301"))),
        "decomposed-character",
    ),
    reported_as(
        "hygiene",
        "an invisible character",
        _put_in("\u200b", "\u200d", "\u00ad", "\u2060", "\ufeff"),
        "invisible-character",
        REFUSED,
    ),
    reported_as(
        "hygiene",
        "a sign of direction",
        _put_in("\u200f", "\u202e", "\u2066"),
        "invisible-character",
        REFUSED,
    ),
    reported_as(
        "hygiene",
        "a character of a private font",
        _put_in("\ue123", "\uf8ff"),
        "private-use-character",
        REFUSED,
    ),
    reported_as("hygiene", "a lost character", _put_in("\ufffd"), "lost-character", REFUSED),
    reported_as(
        "hygiene",
        "an unusual space",
        each(
            once(
                swapping(
                    "(?<=[a-z])( )(?=[a-z])", lambda t, m: t.pick(0, ["\u00a0", "\u2009", "\u3000"])
                )
            ),
            once(swapping(f"(?<=[{HAN}])()(?=[{HAN}])", lambda t, m: "\u3000")),
        ),
        "unusual-space",
        "punctuation:stray-space",
    ),
    reported_as(
        "hygiene",
        "a compatibility character",
        each(None, once(swapping(f"[{HAN}]", lambda t, m: _compatible().get(m[0])))),
        "compatibility-character",
        REFUSED,
    ),
    reported_as(
        "hygiene",
        "a letter that looks like another",
        each(
            once(swapping(r"(?<=[a-z])[aeocpxy](?=[a-z])|\b[ABEHKMOPT](?=[a-z]{2})", LOOK_ALIKES)),
            once(swapping(f"(?<=[{HAN}])[{''.join(KANA)}](?=[{HAN}])", KANA)),
        ),
        "look-alike",
    ),
    reported_as(
        "hygiene",
        "stray code",
        each(
            once(
                swapping(
                    r"(?<=[a-z] )()(?=[a-z])",
                    lambda t, m: t.pick(
                        0, ["<br>", "<b>", "&nbsp;", "&amp; ", "{{ x }} ", "<!-- x -->"]
                    ),
                )
            ),
            once(
                swapping(
                    f"(?<=[{HAN}])()(?=[{HAN}])",
                    lambda t, m: t.pick(0, ["<br/>", "</p>", "&nbsp;", "&#160;"]),
                )
            ),
        ),
        "stray-code",
    ),
)
KINDS: Final = (*SCRIPT, *HYGIENE)
