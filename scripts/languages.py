"""The two languages of the site, and the tags that each standard wants for them."""

from dataclasses import dataclass
from typing import Literal

LanguageCode = Literal["en", "zh-Hant"]


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site.

    `code` is the folder, address and `hreflang` (BCP 47); `html` the `lang` attribute, which
    names the region because browsers choose the shapes of Han characters by it; `open_graph`
    the locale that Open Graph wants; `prefix` what stands before every address of its pages.
    `label` is what it is called in itself; `name` and `name_zh` in English and in Chinese.
    """

    code: LanguageCode
    html: str
    open_graph: str
    prefix: str
    label: str
    name: str
    name_zh: str


ENGLISH = Language(
    code="en",
    html="en-GB",
    open_graph="en_GB",
    prefix="",
    label="English",
    name="English",
    name_zh="英文",
)
CHINESE = Language(
    code="zh-Hant",
    html="zh-Hant-HK",
    open_graph="zh_HK",
    prefix="zh-Hant/",
    label="中文",
    name="Chinese",
    name_zh="中文",
)
LANGUAGES = (ENGLISH, CHINESE)
CODES: tuple[LanguageCode, ...] = tuple(language.code for language in LANGUAGES)


def counterpart(language: Language) -> Language:
    """The other language of the pair."""
    return CHINESE if language is ENGLISH else ENGLISH


def language(code: LanguageCode) -> Language:
    """The language of a code."""
    return ENGLISH if code == "en" else CHINESE
