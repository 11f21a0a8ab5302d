"""A picture of an article: a file, described in both languages."""

from typing import Annotated

from .record import Label, Matching, Prose, Record, Slug, Text, described

PICTURE_FILE = r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\.(?:jpg|jpeg|png|webp)"
PictureFile = Annotated[Text, Matching("bad-picture-file", PICTURE_FILE)]


class Picture(Record):
    """A picture of an article: a file of `content/pictures/`, described in both languages."""

    id: Slug = described(
        "A stable id, unique in the article. `![](id)` on a line of its own in both texts of a "
        "passage puts the picture there.",
        "編號，在全文不可重複，亦不可更改。在一節的兩種文本各寫上`![](編號)`，獨佔一行，圖片便會放在那裏。",
        examples=["pier"],
    )
    file: PictureFile = described(
        "The name of the file in `content/pictures/`: a JPEG, PNG or WebP picture.",
        "`content/pictures/`內的檔案名稱，格式為JPEG、PNG或WebP。",
        examples=["heron-isle-pier.jpg"],
    )
    alt: Label = described(
        "What the picture shows, for those who cannot see it: one sentence that does not repeat "
        "the caption.",
        "說明圖中有甚麼，供看不到圖片的讀者使用：寫一句便可，不要重複圖片說明。",
        examples=[{"en": "A lamp above an empty bench.", "zh-Hant": "空長椅上亮着一盞燈。"}],
    )
    caption: Prose = described(
        "The caption below the picture.",
        "圖片下方的說明。",
        examples=[{"en": "The pier in 2031.", "zh-Hant": "2031年的碼頭。"}],
    )
    credit: Label = described(
        "Who made the picture.",
        "圖片由誰提供。",
        examples=[{"en": "Photo: Heron Isle Society", "zh-Hant": "圖片：鷺洲會"}],
    )
    licence: Label = described(
        "Why we may publish it: its licence or a permission.",
        "本站根據甚麼授權條款或許可刊登圖片。",
        examples=[{"en": "CC BY 4.0", "zh-Hant": "CC BY 4.0"}],
    )
