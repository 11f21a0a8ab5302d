"""The draft of an article: a passage for each bead, with the facts that an editor needs."""

from collections.abc import Iterator

from ...languages import LANGUAGES
from .layout import Cited, Draft, DraftPassage
from .yaml_writer import block, comment, gap, indented, joined, pair


def article_of(draft: Draft, *, with_text: bool) -> str:
    """Return the text of the article’s file, by default without the paragraphs themselves."""
    return "".join(_lines(draft, with_text=with_text))


def _lines(draft: Draft, *, with_text: bool) -> Iterator[str]:
    yield comment(
        "A draft from a document. The comments above each passage list the paragraphs that it is "
        "based on, the probability that they belong together, and the names, terms and figures in "
        "them. Fill in the gaps in your own words, then delete these comments.",
    )
    yield comment(
        "根據文件擬成的草稿。每節之上，列出所根據的原文段落、這些段落互相對應的機會率，以及其中的",
        "名稱、詞語和數字。請用自己的文字填寫留空的地方，然後刪去這些備註。",
    )
    yield f"updated: {draft.today.isoformat()}\n"
    yield pair("title")
    yield pair("summary", "one sentence for lists · 一句撮要，用於列表")
    yield f"source: {draft.id}\n"
    yield "sections:\n"
    yield "  # more sections may follow, with titles · 可分為幾個部分，並加上標題\n"
    yield "  - id: text\n"
    yield "    passages:\n"
    for passage in draft.passages:
        yield indented(comment(*_remarks(passage), hanging="  "), 6)
        yield indented(_passage(passage, draft, with_text=with_text), 6)


def _remarks(passage: DraftPassage) -> Iterator[str]:
    english, chinese = (_references(passage.of(lang.code)) for lang in LANGUAGES)
    if english and chinese:
        yield f"{english} ↔ {chinese} · {passage.percent}"
    else:
        yield f"{english or chinese} · no counterpart 沒有對應段落 · {passage.percent}"
    if passage.needs_review:
        yield (
            "CHECK: the paragraphs before or after may belong here instead. "
            "請核對：對應的可能是前後段落。"
        )
    for cited in passage.cited:
        if words := " · ".join((*cited.entries, *cited.figures)):
            yield f"{cited.reference}: {words}"


def _passage(passage: DraftPassage, draft: Draft, *, with_text: bool) -> str:
    lines = [f"- id: {passage.id}\n", "  rests_on:\n"]
    for language in LANGUAGES:
        lines.append(f"    {language.code}: [{_references(passage.grounds(language.code))}]\n")
    first = draft.document.first_language
    if not passage.of(first):
        first = passage.cited[0].language
    lines.append(f"  written_first: {first}\n")
    for language in LANGUAGES:
        own = [cited.text for cited in passage.of(language.code) if not cited.is_title]
        text = joined(own, language.code)
        written = with_text and text
        field = block(language.code, text, language.code) if written else gap(language.code)
        lines.append(indented(field, 2))
    return "".join(lines)


def _references(cited: tuple[Cited, ...]) -> str:
    return ", ".join(one.reference for one in cited)
