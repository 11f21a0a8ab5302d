"""Topics: subjects that group articles, names and claims across documents."""

from typing import Annotated

from .record import Entry, Label, Slug, described

Topics = Annotated[
    tuple[Slug, ...],
    described(
        "The ids of one or more topics.",
        "屬於哪個專題：專題條目的編號，可填一個或多個。",
        examples=[["pastimes"]],
    ),
]


class Topic(Entry):
    """A subject of documents."""

    label: Label = described(
        "The name of the topic.",
        "專題的名稱。",
        examples=[{"en": "Pastimes", "zh-Hant": "消閒"}],
    )
    description: Label = described(
        "One sentence about what the topic covers, shown on its page and by search engines.",
        "用一句話說明收錄甚麼內容，會在專題頁和搜尋結果顯示。",
        examples=[
            {
                "en": "What people do for pleasure, and where they do it.",
                "zh-Hant": "市民的消閒活動及活動地點。",
            }
        ],
    )
