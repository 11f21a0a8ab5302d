"""A search: where something was looked for, and with which words."""

from typing import Literal

from .record import Day, Label, Record, Text, described

Reading = Literal["whole", "excerpt"]


class Search(Record):
    """A day’s search for evidence: where it was looked for, and with which words."""

    day: Day = described("The date when we looked.", "查找的日期。", examples=["2031-06-20"])
    where: Label = described(
        "Where we looked.",
        "在哪裏查找。",
        examples=[
            {"en": "The harbour office’s register", "zh-Hant": "海港處的登記冊"},
        ],
    )
    queries: tuple[Text, ...] = described(
        "The words of the search, as they were entered.",
        "所用的查詢字句，一字不改。",
        min_length=1,
        examples=[["Kite Fair visitors", "紙鳶節 遊人"]],
    )
