"""Hand-written pages: the lists and references that are resolved at every build.

`<!-- list: articles -->` on a line of its own becomes that list, and links such as
`[soft power](term:soft-power)` lead to the same page as in an entry; `repository:README.md` is a
file of the repository. Runs in the other language get `lang` when MkDocs renders the pages.
"""

import re
from html import escape
from html.parser import HTMLParser

from ..edition.addresses import path_of, relative
from ..edition.build_context import BuildContext
from ..languages import CHINESE, ENGLISH, Language, LanguageCode
from ..pages.indexes import render_list
from ..pages.typesetting import tagged
from ..text.list_markers import LIST
from ..text.markup import Target
from ..text.mentions import key_of

# Only within a tag: code may contain the same letters.
REFERENCE = re.compile(r'(<a\b[^<>]*?)href="(term|name|claim|source|none|repository):([^"]*)"')
HEADING = re.compile(r'<h([2-6])\b[^<>]*?\bid="([^"]*)"')
EMPTY_CONTENTS = re.compile(
    r'<label class="md-nav__title" for="__toc">(?:(?!</label>).)*</label>\s*<ul[^<>]*>\s*</ul>',
    re.DOTALL,
)
ENTRY_OF_CONTENTS = r'\s*<li class="md-nav__item"><a class="md-nav__link" href="#{}">.*?</li>'


def without_empty_sections(context: BuildContext, file: str, html: str) -> str:
    """Return a hand-written page without the sections that consist of empty lists only.

    Their headings are removed too, here and in the table of contents.
    """
    language, path = _language_and_path(file)
    lists = {m[1]: str(render_list(context, language, m[1], path)) for m in LIST.finditer(html)}
    empty = {name for name, made in lists.items() if not made.strip()}
    removed = []
    for heading in reversed(list(HEADING.finditer(html)) if empty else []):
        end = re.compile(rf"<h[1-{heading[1]}]\b|</article>").search(html, heading.end())
        stop = end.start() if end else len(html)
        asked = set(LIST.findall(html, heading.start(), stop))
        if asked and asked <= empty:
            html = html[: heading.start()] + html[stop:]
            removed.append(heading[2])
    for anchor in removed:  # the table of contents precedes the headings
        html = re.sub(ENTRY_OF_CONTENTS.format(re.escape(anchor)), "", html)
    return EMPTY_CONTENTS.sub("", html) if removed else html


def _language_and_path(file: str) -> tuple[Language, str]:
    """The language of a page and its path below the root of the language, from its file's path."""
    language = CHINESE if file.startswith(CHINESE.prefix) else ENGLISH
    return language, file.removeprefix(language.prefix).removesuffix("index.html")


def finished(context: BuildContext, file: str, html: str) -> str:
    """Return the finished HTML of a hand-written page; `file` is its path below the site's root."""
    language, path = _language_and_path(file)
    html = LIST.sub(lambda match: render_list(context, language, match[1], path), html)

    def link(match: re.Match[str]) -> str:
        return match[1] + _link(context, Target(match[2], match[3]), path)

    return REFERENCE.sub(link, html)


def _link(context: BuildContext, target: Target, path: str) -> str:
    if target.scheme == "repository":
        return f'href="{context.settings.file_url(target.value)}"'
    key = key_of(target)
    if key is None or context.corpus.get(key) is None:
        return ""
    return f'class="fp-{key.kind}" href="{relative(path, path_of(key))}"'


def marked(html: str, code: LanguageCode) -> str:
    """Return the HTML of a Markdown text with `lang` on each run in the other language.

    English in code and elements that have `lang` already are left unchanged.
    """
    marker = _Marker(code)
    marker.feed(html)
    marker.close()
    return "".join(marker.html)


class _Marker(HTMLParser):
    """Copies HTML and marks its texts."""

    RAW = frozenset(("script", "style"))
    CODE = frozenset(("code", "kbd", "pre", "samp"))
    VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr"))

    def __init__(self, code: LanguageCode) -> None:
        super().__init__(convert_charrefs=True)
        self.html: list[str] = []
        self._code = code
        # Chinese in code is marked, since browsers choose the shapes of characters by language.
        self.stays = self.RAW | (self.CODE if code == CHINESE.code else frozenset())
        self._open: list[tuple[str, bool]] = []  # elements, and whether unmarked

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in self.VOID:
            stays = tag in self.stays or any(name == "lang" for name, _ in attrs)
            self._open.append((tag, stays))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        # Markdown writes <br />; in HTML the slash means nothing.
        self.html.append(re.sub(r"\s*/>$", ">", text) if tag in self.VOID else text)

    def handle_endtag(self, tag: str) -> None:
        self.html.append(f"</{tag}>")
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_comment(self, data: str) -> None:
        self.html.append(f"<!--{data}-->")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] in self.RAW:
            self.html.append(data)
        elif any(stays for _, stays in self._open):
            self.html.append(escape(data, quote=False))
        else:
            self.html.append(str(tagged(data, self._code)))
