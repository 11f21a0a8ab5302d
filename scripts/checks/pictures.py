"""Pictures can be shown. 圖片可以刊登。

Finds pictures without a file, files that are not pictures, unused files, and pictures of the wrong
size.

The files of pictures are in `content/pictures/` and nowhere else, because the site loads nothing
from other sites. Use JPEG for photographs, PNG for drawings, or WebP for either; the content of the
file must match its name. A picture must be at least 320 pixels wide, at most 9,000 pixels in either
direction, and at most 20 MB in size. The site itself makes copies in several widths, and removes
what a camera may have recorded in the file, such as the place.

## Example

```yaml
pictures:
  - id: pier
    file: peir.jpg
```

The name is mistyped: the file is called `pier.jpg`.

## How to fix it

```yaml
pictures:
  - id: pier
    file: pier.jpg
```

If a picture is too small, ask whoever made it for the original; enlarging it would only blur it.

---

找出沒有檔案的圖片、並非圖片的檔案、太小或太大的圖片，以及沒有使用的檔案。

圖片檔案一律放在`content/pictures/`，因為本站不會從其他網站載入任何內容。
照片用JPEG格式，繪圖用PNG格式，兩者也可用WebP；本檢查不只看檔案名稱，還會查看檔案內容。
圖片最少闊320像素，長闊都不可超過9,000像素，檔案不可超過20 MB。
網站會自行製作多種闊度的副本，並刪去相機記錄在檔案內的資料，例如拍攝地點。

## 例子

```yaml
pictures:
  - id: pier
    file: peir.jpg
```

檔案名稱其實是pier.jpg。

## 如何改正

```yaml
pictures:
  - id: pier
    file: pier.jpg
```

圖片如果太小，請向提供者索取原圖；放大只會令畫面模糊。
"""

from collections.abc import Iterator
from typing import Final

from ..analysis.corpus_index import CorpusIndex
from ..analysis.summary import EntrySummary
from ..diagnostics.arguments import Arguments, Count
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..diagnostics.suggestions import did_you_mean
from ..model import FOLDERS
from ..reading.folder import PICTURES
from ..reading.pictures import FORMATS, LARGEST_FILE, Fault, PictureFacts

NO_PICTURE = Message(
    "no-picture",
    "There is no picture {path}.",
    "沒有圖片檔案{path}。",
    "{suggestion}Put the file there, or correct its name.",
    "{suggestion}請把檔案放在該處，或更正名稱。",
)
NOT_A_PICTURE = Message(
    "not-a-picture",
    "This file is not a JPEG, PNG or WebP picture, whatever its name suggests.",
    "這個檔案不是JPEG、PNG或WebP圖片，名稱與內容不符。",
    "Open it in a picture program and export it as JPEG or PNG.",
    "請用圖片程式開啟檔案，再匯出為JPEG或PNG。",
)
WRONG_ENDING = Message(
    "wrong-ending",
    "This picture is in {format}, but its name ends in .{found}.",
    "這張圖片的格式是{format}，名稱卻以.{found}結尾。",
    "Rename it to end in .{expected}, here and in the article.",
    "請把檔案名稱和文章內所寫的名稱改為以.{expected}結尾。",
)
MOVING_PICTURE = Message(
    "moving-picture",
    "This picture is animated.",
    "這張圖片會動。",
    "Export one of its frames as a picture.",
    "請匯出其中一格畫面作為圖片。",
)
DAMAGED_PICTURE = Message(
    "damaged-picture",
    "This picture cannot be read: its file is damaged or has far too many pixels.",
    "無法讀取這張圖片：檔案已損壞，或像素過多。",
    "Copy it again from the original.",
    "請由原圖重新複製。",
)
SMALL_PICTURE = Message(
    "small-picture",
    "This picture is only {found} wide; it should have {limit}.",
    "這張圖片只闊{found}，最少要有{limit}。",
    "Use the original; enlarging the picture would only blur it.",
    "請使用原圖；放大只會令畫面模糊。",
)
LARGE_PICTURE = Message(
    "large-picture",
    "This picture has {found} on its longer side; at most {limit} are allowed.",
    "這張圖片較長的一邊有{found}，上限為{limit}。",
    "Make the picture smaller: a page shows no more than 1,600 pixels.",
    "請縮小圖片：網頁最多顯示1,600像素。",
)
LARGE_FILE = Message(
    "large-file",
    "The file of this picture has {found}; at most {limit} are allowed.",
    "這張圖片的檔案有{found}，上限為{limit}。",
    "Export it as JPEG, or make it smaller.",
    "請匯出為JPEG，或縮小圖片。",
)
UNUSED_PICTURE = Message(
    "unused-picture",
    "No article uses this picture.",
    "沒有文章使用這張圖片。",
    "List it in the `pictures` of an article, or delete the file.",
    "請列入文章的`pictures`，或刪除檔案。",
    severity="warning",
)

FAULTS: Final[dict[Fault, Message]] = {
    "type": NOT_A_PICTURE,
    "animated": MOVING_PICTURE,
    "unreadable": DAMAGED_PICTURE,
}
LEAST_WIDTH: Final = 320
LARGEST_SIDE: Final = 9_000
MB: Final = 1_000_000
PIXELS: Final = ("pixel", "像素")
MEGABYTES: Final = ("megabyte", " MB")


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report pictures that an article names but that are not there, and files of no use."""
    used: set[str] = set()
    for article in corpus_index.of("article"):
        used.update(article.pictures)
        if missing := [name for name in article.pictures if name not in corpus_index.pictures]:
            yield from _missing(corpus_index, article, missing)
    for name, (path, facts) in corpus_index.pictures.items():
        problem = _problem_of(Place(path), name, facts)
        if problem:
            yield problem
        elif name not in used:
            yield Diagnostic(Place(path), UNUSED_PICTURE)


def _missing(
    corpus_index: CorpusIndex, article: EntrySummary, missing: list[str]
) -> Iterator[Diagnostic]:
    folder = "/".join((article.path.partition(f"/{FOLDERS['article']}/")[0], PICTURES))
    for name, spot in corpus_index.places(article.key).pictures:
        if name in missing:
            suggestion = did_you_mean(name, list(corpus_index.pictures))
            words: Arguments = {"path": f"{folder}/{name}", "suggestion": suggestion}
            yield Diagnostic(corpus_index.place(article.key, spot), NO_PICTURE, words)


def _problem_of(place: Place, name: str, facts: PictureFacts) -> Diagnostic | None:
    """The first thing that is wrong with a file."""
    if facts.fault == "large":
        return _measured(place, LARGE_FILE, facts.size // MB + 1, LARGEST_FILE // MB, MEGABYTES)
    if facts.fault:
        return Diagnostic(place, FAULTS[facts.fault])
    ending, endings = name.rpartition(".")[2], FORMATS[facts.format]
    if ending not in endings:
        words: Arguments = {"format": facts.format, "found": ending, "expected": endings[0]}
        return Diagnostic(place, WRONG_ENDING, words)
    longer = max(facts.width, facts.height)
    if longer > LARGEST_SIDE:
        return _measured(place, LARGE_PICTURE, longer, LARGEST_SIDE, PIXELS)
    if facts.width < LEAST_WIDTH:
        return _measured(place, SMALL_PICTURE, facts.width, LEAST_WIDTH, PIXELS)
    return None


def _measured(
    place: Place, message: Message, found: int, limit: int, nouns: tuple[str, str]
) -> Diagnostic:
    return Diagnostic(
        place, message, {"found": Count(found, *nouns), "limit": Count(limit, *nouns)}
    )
