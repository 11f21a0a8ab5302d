"""Topics: the fields that gather articles, names and claims across documents."""

from typing import Annotated

from .record import Entry, Label, Slug, described

Topics = Annotated[
    tuple[Slug, ...],
    described(
        "What it is about: the ids of topics, one or more.",
        "所屬專題：專題條目的編號，可填一項或多項。",
        examples=[["pastimes"]],
    ),
]


class Topic(Entry):
    """A field that documents are about."""

    label: Label = described(
        "What the topic is called.",
        "專題的名稱。",
        examples=[{"en": "Pastimes", "zh-Hant": "消閒"}],
    )
    description: Label = described(
        "One sentence that says what belongs to it; shown on its page and by search engines.",
        "一句話說明收錄甚麼內容，顯示於專題頁及搜尋結果。",
        examples=[
            {
                "en": "What people do for pleasure, and where they do it.",
                "zh-Hant": "市民的消閒活動及活動地點。",
            }
        ],
    )
