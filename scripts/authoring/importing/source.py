"""The draft of a source: its title, date, languages and fingerprints."""

from collections.abc import Iterator

from ...languages import LANGUAGES, LanguageCode
from ...model import fingerprint
from .layout import Draft
from .yaml_writer import comment, gap, pair, quoted


def source_of(draft: Draft) -> str:
    """Return the text of the source’s file."""
    return "".join(_lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    document = draft.document
    yield comment(
        "A draft from a document: fill in the gaps, then delete these comments.",
        "根據文件擬成的草稿：請填寫留空的地方，然後刪去這些備註。",
    )
    yield f"updated: {draft.today.isoformat()}\n"
    yield gap("kind", "editorial, post, report, press-release, article")
    yield from _title(draft)
    yield pair("label", "a short name for it of our own · 自擬的簡稱，如《碼頭報》，2031年5月5日")
    yield gap("publisher", "the id of a name · 名稱條目的編號")
    yield _date(draft)
    yield f"languages: [{', '.join(_languages(draft))}]\n"
    yield from (f"url: {quoted(part.text)}\n" for part in document.of("address")[:1])
    yield pair("rights", "who owns it, and what we use from it · 版權屬於誰，本站如何使用")
    yield pair(
        "lacks",
        "what our copy lacks or adds, or delete this · 副本缺少或多出了甚麼；如果沒有，可刪去",
    )
    yield "paragraphs:\n"
    for language in _languages(draft):
        yield f"  {language}:\n"
        yield from _fingerprints(draft, language)


def _languages(draft: Draft) -> list[LanguageCode]:
    """The languages of the document, the one of its beginning first."""
    found = [lang.code for lang in LANGUAGES if draft.document.paragraphs(lang.code)]
    return sorted(found, key=lambda code: code != draft.document.first_language)


def _title(draft: Draft) -> Iterator[str]:
    titles = [title for lang in LANGUAGES if (title := draft.document.title(lang.code))]
    if not titles:
        yield "# the title as printed, if there is one · 原文如果有標題，照抄在這裏\ntitle: {}\n"
        return
    yield "title:\n"
    for title in titles:
        yield f"  {title.language}: {quoted(title.text)}\n"


def _date(draft: Draft) -> str:
    if draft.document.day is None:
        return gap("date", "2031-05-05, 2031-05, or 2031-05-05/.. for on or after · 某日或以後")
    day = draft.document.day
    return f"# the date in the document; please check · 文件所載，請核對\ndate: {day}\n"


def _fingerprints(draft: Draft, language: LanguageCode) -> Iterator[str]:
    title = draft.document.title(language)
    parts = [("title", title)] if title else []
    parts += [(f'"{n}"', part) for n, part in enumerate(draft.document.paragraphs(language), 1)]
    for id, part in parts:
        yield f"    - id: {id}\n      sha256: {fingerprint(part.text)}\n"
