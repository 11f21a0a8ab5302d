"""The checks' pages of the editors' guide, in Markdown, made from the checks themselves.

A page is made from the check's module: the docstring describes the problems and how to fix them, in
English and then in Chinese; the messages are listed below. `hooks` has the pages printed
with those that are written by hand.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from string import Formatter
from types import ModuleType

from ...checks import EVERY, SUPPRESSIBLE, waivers
from ...diagnostics.message import Message, Severity
from ...languages import LANGUAGES, Language, LanguageCode, counterpart
from ...reading import messages
from .docstrings import accounts, first_sentence, plain, unfolded
from .wording import PLACES, WORDS, Words

SEVERITIES: tuple[Severity, ...] = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Topic:
    """The subject of a page: a check, or the reading that comes before all checks."""

    id: str
    module: ModuleType

    @property
    def messages(self) -> list[Message]:
        """Its messages: those that its module defines or imports."""
        return [value for value in vars(self.module).values() if isinstance(value, Message)]

    @property
    def severities(self) -> list[Severity]:
        """The severities of its messages."""
        found = {message.severity for message in self.messages}
        return [severity for severity in SEVERITIES if severity in found]

    @property
    def is_check(self) -> bool:
        """Whether its diagnostics have its id."""
        return self.module is not messages


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page of the guide: the name of its file for MkDocs, and its text.

    `made_from` is the file of the repository that the page is made from, for editing.
    """

    source_uri: str
    made_from: str
    markdown: str


def guide_pages() -> Iterator[GuidePage]:
    """Return the list of all checks and a page for each, in both languages."""
    for language in LANGUAGES:
        folder = f"{language.code}/guide/checks"
        yield GuidePage(f"{folder}/index.md", "scripts/checks/__init__.py", index(language))
        for topic in topics():
            source = _source(topic.module)
            yield GuidePage(f"{folder}/{topic.id}.md", source, page(topic, language))


def topics() -> list[Topic]:
    """Return the topic of reading, and then those of all checks."""
    found = [Topic(id_, sys.modules[check.__module__]) for id_, check in EVERY.items()]
    return [Topic("reading", messages), *found, Topic("waivers", waivers)]


def _source(module: ModuleType) -> str:
    path = module.__name__.replace(".", "/")
    return f"{path}/__init__.py" if hasattr(module, "__path__") else f"{path}.py"


def page(topic: Topic, language: Language) -> str:
    """Return the page of a check."""
    words = WORDS[language.code]
    account = accounts(topic.module)[language.code]
    other = counterpart(language)
    title_there = escape(accounts(topic.module)[other.code].title)
    signed = words.signed if topic.is_check else words.unsigned
    parts = [
        _matter(f"{account.title} · {words.guide}", plain(first_sentence(account.body))),
        _path(words, ("../index.md", words.guide), ("index.md", words.checks)),
        f"# {account.title}",
        f'<p class="fp-counterpart" lang="{other.html}">{title_there}</p>',
        account.body,
        f"## {words.reports} {{#messages}}",
        unfolded(signed.format(id=topic.id)),
        _reported(topic, language),
    ]
    if topic.id in SUPPRESSIBLE:
        silencing = words.silencing.format(id=topic.id)
        parts += [f"## {words.silence} {{#silence}}", unfolded(silencing)]
    elif topic.is_check:
        parts.append(words.unsilenced)
    return "\n\n".join(parts) + "\n"


def index(language: Language) -> str:
    """Return the page that lists all checks."""
    words = WORDS[language.code]
    parts = [
        _matter(f"{words.checks} · {words.guide}", words.description),
        _path(words, ("../index.md", words.guide)),
        f"# {words.checks}",
        unfolded(words.introduction),
        "\n".join(_entry(topic, language) for topic in topics()),
    ]
    return "\n\n".join(parts) + "\n"


def _entry(topic: Topic, language: Language) -> str:
    """An item of the list of checks."""
    account = accounts(topic.module)[language.code]
    marks = " ".join(_mark(severity, language) for severity in topic.severities)
    id_ = f"`{topic.id}` " if topic.is_check else ""
    return f"- [{account.title}]({topic.id}.md) {id_}{marks}  \n  {first_sentence(account.body)}"


def _matter(title: str, description: str) -> str:
    # JSON is YAML, and quotes what needs it.
    matter = json.dumps({"title": title, "description": description}, ensure_ascii=False)
    return f"---\n{matter}\n---"


def _path(words: Words, *ways: tuple[str, str]) -> str:
    """The navigation path above a page."""
    items = "\n".join(f"1. [{title}]({address})" for address, title in ways)
    return f'<nav class="fp-path" aria-label="{words.path}" markdown>\n\n{items}\n\n</nav>'


def _reported(topic: Topic, language: Language) -> str:
    """Return the list of a check's messages as HTML, where signs have no meaning in Markdown."""
    messages: dict[str, list[str]] = {}
    for message in topic.messages:
        name = f"<code>{message.code}</code> {_mark(message.severity, language)}"
        sentence = message.en if language.code == "en" else message.zh
        messages.setdefault(name, []).append(f"<dd>{_with_blanks(sentence, language.code)}</dd>")
    items = [f"<div><dt>{name}</dt>\n{''.join(said)}</div>" for name, said in messages.items()]
    return '<dl class="fp-told">\n' + "\n".join(items) + "\n</dl>"


def _mark(severity: Severity, language: Language) -> str:
    caution = " fp-status-caution" if severity == "error" else ""
    return f'<span class="fp-status{caution}">{WORDS[language.code].severity[severity]}</span>'


def _with_blanks(sentence: str, code: LanguageCode) -> str:
    """Return a message with the names of its arguments: `{form}` as ‹form›, or ‹寫法›."""
    html = ""
    for text, place, _, _ in Formatter().parse(sentence):
        html += escape(text, quote=False)
        if place is not None:
            shown = place.replace("_", " ") if code == "en" else PLACES.get(place, "……")
            html += f"<var>‹{shown}›</var>"
    return html
