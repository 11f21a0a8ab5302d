"""An invented content folder of any size, about ferries between islands.

It has articles with claims, and shared sources, names and terms. Its texts agree in both languages,
so it has no diagnostics. It is the same at every run.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from scripts.analysis.sign_off import sign_off_digest
from scripts.model import Passage, fingerprint

DAY = "2031-05-01"
PER_SOURCE = 25  # articles for each source
ISLANDS = {
    "Heron": "鷺", "Gull": "鷗", "Tern": "燕", "Crane": "鶴", "Swan": "鵠", "Goose": "雁",
    "Kite": "鳶", "Lark": "雀", "Owl": "鴞", "Robin": "鴝", "Egret": "鸞", "Stork": "鸛",
}  # fmt: skip
PLACES = {"Pier": "碼頭", "Bay": "海灣", "Cove": "小澳", "Strait": "海峽", "Hill": "山崗"}
NAMES = [(f"{a} {b}", f"{x}洲{y}") for a, x in ISLANDS.items() for b, y in PLACES.items()]
TERMS = [
    ("gangway", "跳板"), ("moorage", "繫泊費"), ("tonnage", "噸位"), ("wheelhouse", "駕駛室"),
    ("bollard", "繫船柱"), ("fairway", "航道"), ("seawall", "海堤"), ("shoal", "淺灘"),
    ("timetable", "時間表"), ("ridership", "載客量"), ("subsidy", "補貼"), ("lighthouse", "燈塔"),
]  # fmt: skip


def write_archive(folder: Path, articles: int) -> None:
    """Write articles, each with two claims, into an empty folder."""
    chance = random.Random(articles)
    for path, text in _files(articles, chance):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _files(articles: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    for number, (en, zh) in enumerate(NAMES):
        yield f"names/name-{number}.yml", _name(en, zh)
    for number, (en, zh) in enumerate(TERMS):
        yield f"glossary/term-{number}.yml", _term(en, zh)
    for number in range(0, articles, PER_SOURCE):
        yield f"sources/source-{number // PER_SOURCE}.yml", _source(number)
    for number in range(articles):
        counts = [(chance.randrange(20, 900), chance.randrange(20, 900)) for _ in range(2)]
        yield f"articles/article-{number}.yml", _article(number, counts, chance)
        for place, (trips, boats) in enumerate(counts):
            yield f"claims/claim-{number}-{place}.yml", _claim(number, place, trips, boats)


def _name(en: str, zh: str) -> str:
    return f"""\
updated: {DAY}
kind: place
forms:
  en: [{{form: {en}, origin: usual}}]
  zh-Hant: [{{form: {zh}, origin: usual, jyutping: {_jyutping(zh)}}}]
description:
  en: A place by the water that the ferries pass.
  zh-Hant: 渡輪途經的臨海地方。
attestation: established
"""


def _term(en: str, zh: str) -> str:
    return f"""\
updated: {DAY}
forms:
  en: [{{form: {en}, part_of_speech: noun}}]
  zh-Hant: [{{form: {zh}, part_of_speech: noun, jyutping: {_jyutping(zh)}}}]
definition:
  en: A word that people who work on boats use.
  zh-Hant: 在船上工作的人常用的詞語。
field: {{en: Transport, zh-Hant: 運輸}}
"""


def _jyutping(form: str) -> str:
    """A valid syllable for each character, not its pronunciation."""
    return " ".join(["jat1"] * len(form))


def _source(number: int) -> str:
    return f"""\
updated: {DAY}
kind: report
title: {{en: Ferry log {number}}}
label: {{en: "Ferry log {number}", zh-Hant: "渡輪日誌{number}"}}
publisher: name-0
date: 2031-04
languages: [en]
rights:
  en: The log belongs to whoever kept it.
  zh-Hant: 日誌屬記錄者所有。
paragraphs:
  en:
    - id: "1"
      sha256: {fingerprint(str(number))}
"""


def _claim(number: int, place: int, trips: int, boats: int) -> str:
    return f"""\
updated: {DAY}
title:
  en: "Trips and boats of log {number}, part {place}"
  zh-Hant: "日誌{number}第{place}部分的班次和船隻"
statement:
  en: The ferries made {trips} trips with {boats} boats.
  zh-Hant: 渡輪共有{boats}艘船，開出{trips}班。
asserted_by:
  name: name-0
  interest: {{en: It keeps the log., zh-Hant: 日誌由其記錄。}}
passages: [article-{number}#p{place}]
"""


def _article(number: int, counts: list[tuple[int, int]], chance: random.Random) -> str:
    passages = "".join(
        _passage(f"p{place}", *_texts(number, place, counts, chance)) for place in range(6)
    )
    return f"""\
updated: {DAY}
title:
  en: "Ferry log {number} in short"
  zh-Hant: "渡輪日誌{number}摘要"
summary:
  en: What the log of a ferry says of boats and piers.
  zh-Hant: 渡輪日誌怎樣記述船隻和碼頭。
source: source-{number // PER_SOURCE}
sections:
  - id: log
    passages:
{passages}"""


def _texts(
    number: int, place: int, counts: list[tuple[int, int]], chance: random.Random
) -> tuple[str, str]:
    """The two texts of a passage; the first two passages report a claim each."""
    (name_en, name_zh), (other_en, other_zh) = chance.sample(NAMES, 2)
    (term_en, term_zh), (word_en, word_zh) = chance.sample(TERMS, 2)
    en = (
        f"The log says that the boat left {name_en} in the dark, passed the {term_en} and came to "
        f"{other_en}, where the {word_en} was much talked of and the crew waited for the morning."
    )
    zh = (
        f"據日誌記載，渡輪在夜色中離開{name_zh}，經過{term_zh}，抵達{other_zh}；"
        f"船員在當地等候天亮，席間不時談論{word_zh}。"
    )
    if place < len(counts):
        trips, boats = counts[place]
        claim = f"claim:claim-{number}-{place}"
        en += f" It counts [{trips} trips]({claim}) with {boats} boats."
        zh += f"日誌又稱[{boats}艘船]({claim})共開出{trips}班。"
    return en, zh


def _passage(identity: str, en: str, zh: str) -> str:
    grounds = {"en": ["en/1"], "zh-Hant": ["en/1"]}
    fields = {"id": identity, "rests_on": grounds, "written_first": "en", "en": en, "zh-Hant": zh}
    accepted = sign_off_digest(Passage.model_validate(fields))
    return f"""\
      - id: {identity}
        rests_on: {{en: [en/1], zh-Hant: [en/1]}}
        written_first: en
        accepted: {accepted}
        en: {en}
        zh-Hant: {zh}
"""
