"""Hand-written pages. 人手撰寫的頁面。

Finds broken links, unknown lists and missing translations in the pages that are written by hand.

Some pages are not made from entries but written by hand in Markdown: the home page, “About” and
the guide, in the folder `docs/`. These pages may also link to entries and include lists of
entries. Each link must lead to an entry that exists, and each list must be one that the site
provides. Code is not checked. Every page needs a counterpart with the same file name in the other
language. To show a page in the navigation, add its name to `nav` in `mkdocs.yml`.

## Example

```markdown
A [ferry](term:fery) leaves every hour.

<!-- list: artciles -->
```

No term has the id `fery`, and there is no list `artciles`; the messages suggest `ferry` and
`articles`.

## How to fix it

Write the kind and the id of an entry, such as `term:ferry`, a web address that begins with
`https://`, the name of another page’s file, such as `about.md`, or a file of the repository, such
as `repository:README.md`. For a list, choose one of the names given in the message. Change the
English page and the Chinese page together.

---

檢查人手撰寫的頁面，找出無效的連結、本站沒有的列表，以及只有一種語言的頁面。

有些頁面並非由條目產生，而是以Markdown人手撰寫，放在`docs/`之內，
包括首頁、「關於本站」和本指南。
這些頁面同樣可以連往條目，也可以加入條目列表。連結必須通往現有的條目，列表必須是本站已有的。
標示為程式碼的部分不作檢查。
每頁都要有另一種語言的版本，檔案名稱相同。如果要在導覽列顯示，請在`mkdocs.yml`的`nav`加上檔案名稱。

## 例子

```markdown
[渡輪](term:fery)每小時開出一班。

<!-- list: artciles -->
```

沒有編號為`fery`的詞語，也沒有名為`artciles`的列表；訊息會問是否想寫`ferry`和`articles`。

## 如何改正

連結可以填條目的類別和編號，例如`term:ferry`；也可以填以`https://`開首的網址、
另一頁面的檔案名稱（例如`about.md`），或儲存庫內的檔案（例如`repository:README.md`）。
列表請選用訊息所列的名稱。中英頁面請一併修改。
"""

import re
from collections.abc import Iterator

from ..analysis.corpus_index import CorpusIndex
from ..diagnostics.arguments import Arguments, LanguageName, Listed
from ..diagnostics.diagnostic import Diagnostic, Place
from ..diagnostics.message import Message
from ..diagnostics.suggestions import did_you_mean
from ..languages import LANGUAGES, counterpart
from ..model import FOLDERS
from ..text.list_markers import LIST, LISTS
from ..text.markup import UNLINKED, Target
from ..text.mentions import key_of
from .links import LINK_TO_DRAFT, UNKNOWN_SCHEME
from .references import UNKNOWN_ENTRY, nearest_entry

UNKNOWN_LIST = Message(
    "unknown-list",
    "There is no list “{name}”.",
    "沒有名為「{name}」的列表。",
    "{suggestion}The available lists are: {names}.",
    "{suggestion}可用的列表：{names}。",
)
MISSING_COUNTERPART = Message(
    "missing-page",
    "This page has no {language} counterpart.",
    "本頁沒有{language}版本。",
    "Every page must exist in both languages, so add {path}.",
    "每頁都要有中英兩種版本：請新增{path}。",
)
MISPLACED_PAGE = Message(
    "misplaced-page",
    "A hand-written page cannot be here.",
    "人手撰寫的頁面不可放在此處。",
    "Put it into docs/en, and its counterpart into docs/zh-Hant.",
    "請放入docs/zh-Hant，英文版則放入docs/en。",
)
RESERVED_PAGE = Message(
    "reserved-page",
    "The site itself generates a page with this name.",
    "本站會自行產生此名稱的頁面。",
    "Choose another name. These names are already used: {names}.",
    "請改用其他名稱。以下名稱已經使用：{names}。",
)
RESERVED = (*FOLDERS.values(), "search", "status")
CODE = re.compile(r"^(`{3,}+|~{3,}+).*?^\1|(?<!`)(`++).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
# A link's address that begins with a scheme: after its text, in a definition, or in HTML.
LINK = re.compile(
    r"""(?:\]\(\s*<?|^ {0,3}\[[^]\n]+\]:\s*<?|\bhref=["']?)(([A-Za-z][\w+.-]*):([^\s)>"']*))""",
    re.MULTILINE,
)
FOLLOWED = ("https", "http", "mailto", "repository", UNLINKED)


def check(corpus_index: CorpusIndex) -> Iterator[Diagnostic]:
    """Report broken links and unknown lists in hand-written pages, and misplaced pages."""
    for path, text in corpus_index.handwritten.items():
        yield from _whereabouts(corpus_index, path)
        prose = CODE.sub(_blank, text)
        yield from _links(corpus_index, path, prose)
        yield from _lists(path, prose)


def _whereabouts(corpus_index: CorpusIndex, path: str) -> Iterator[Diagnostic]:
    """Report a misplaced page, or one in a single language."""
    language = next((lang for lang in LANGUAGES if path.startswith(f"docs/{lang.code}/")), None)
    if language is None:
        yield Diagnostic(Place(path), MISPLACED_PAGE)
        return
    name = path.removeprefix(f"docs/{language.code}/")
    first = name.removesuffix(".md").partition("/")[0]
    if first in RESERVED or name.startswith("guide/checks"):
        names = Listed((*RESERVED, "guide/checks"))
        yield Diagnostic(Place(path), RESERVED_PAGE, {"names": names})
        return
    other = counterpart(language)
    if f"docs/{other.code}/{name}" not in corpus_index.handwritten:
        lacking = f"docs/{other.code}/{name}"
        arguments: Arguments = {"language": LanguageName(other.code), "path": lacking}
        yield Diagnostic(Place(path), MISSING_COUNTERPART, arguments)


def _links(corpus_index: CorpusIndex, path: str, prose: str) -> Iterator[Diagnostic]:
    for match in LINK.finditer(prose):
        place = _place(path, prose, match.start(1))
        key = key_of(Target(match[2], match[3]))
        if key is not None:
            if key in corpus_index.drafts:
                yield Diagnostic(place, LINK_TO_DRAFT, {"target": str(key)})
            elif not corpus_index.knows(key):
                yield Diagnostic(place, UNKNOWN_ENTRY, nearest_entry(corpus_index, key))
        elif match[2].lower() not in FOLLOWED:
            yield Diagnostic(place, UNKNOWN_SCHEME, {"target": match[1]})


def _lists(path: str, prose: str) -> Iterator[Diagnostic]:
    for match in LIST.finditer(prose):
        name = match[1]
        if name not in LISTS:
            suggestion = did_you_mean(name, LISTS)
            arguments = {"name": name, "names": Listed(tuple(LISTS)), "suggestion": suggestion}
            yield Diagnostic(_place(path, prose, match.start(1)), UNKNOWN_LIST, arguments)


def _blank(match: re.Match[str]) -> str:
    """Blank out code, where links are only shown; keep its lines, so that places are right."""
    return re.sub(r"[^\n]", " ", match[0])


def _place(path: str, text: str, offset: int) -> Place:
    line = text.count("\n", 0, offset) + 1
    return Place(path, line, offset - text.rfind("\n", 0, offset))
