"""Notes on the pages of the preview: which entries are drafts, and what is wrong with an entry.

An entry that cannot be shown at all has a page of its problems alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup, escape

from ..diagnostics.diagnostic import Diagnostic
from ..edition.addresses import absolute, path_of
from ..languages import CHINESE, ENGLISH, LANGUAGES, Language
from ..model import Corpus
from ..model.record import SLUG
from ..reading.content import Content
from ..reading.folder import EntryFile
from . import PlannedPage
from .interface import interface_text
from .page import Page


@dataclass(frozen=True)
class Notes:
    """The content of a preview as it is in its files, its problems, and the entries it shows."""

    content: Content
    diagnostics: Sequence[Diagnostic]
    shown: Corpus

    @cached_property
    def _noted(self) -> Mapping[str, EntryFile]:
        """The files of entries with a note, by the paths of their pages in both languages."""
        paths = {diagnostic.place.path for diagnostic in self.diagnostics} | self.content.drafts
        return {
            absolute(path_of(file.key), language): file
            for file in reversed(self.content.folder.files)
            if file.path in paths or self.shown.get(file.key) is None
            for language in LANGUAGES
        }

    def has(self, path: str) -> bool:
        """Whether a page, by its path below the site's root, has a note."""
        return path in self._noted

    def on(self, planned: Iterable[PlannedPage]) -> Iterator[Page]:
        """Yield the pages with notes, and those of entries that cannot be shown otherwise."""
        found: dict[str, list[str]] = {}
        for diagnostic in self.diagnostics:
            line = f"{diagnostic.place.line}:{diagnostic.place.column}"
            texts = {"en": diagnostic.text, "zh-Hant": diagnostic.text_zh}
            for language in LANGUAGES:
                key = f"{language.code} {diagnostic.place.path}"
                found.setdefault(key, []).append(f"{line} {texts[language.code]}")
        written = set()
        for one in planned:
            file = self._noted.get(one.path)
            page = one.compose() if file else None
            if file and page:
                written.add(one.path)
                yield replace(page, body=f"{self._note(file, page.language, found)}{page.body}")
        for path, file in self._noted.items():
            if path not in written and re.fullmatch(SLUG, file.key.id):
                language = CHINESE if path.startswith(CHINESE.prefix) else ENGLISH
                yield self._alone(file, language, found)

    def _note(self, file: EntryFile, language: Language, found: dict[str, list[str]]) -> str:
        """The note on the page of an entry, or nothing."""
        problems = found.get(f"{language.code} {file.path}", [])
        parsed, _ = self.content.readings[file.path]
        is_draft = file.path in self.content.drafts
        is_old = not (is_draft or (parsed and parsed.entry))
        said = [name for name, is_so in (("draft", is_draft), ("broken", is_old)) if is_so]
        if not (said or problems):
            return ""
        heading = [interface_text(f"preview.{name}", language.code) for name in said]
        items = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
        body = (
            f"<p><strong>{escape(' '.join(heading))}</strong> <code>{escape(file.path)}</code></p>"
        )
        listed = f"<ul>{items}</ul>" if items else ""
        return f'<div class="admonition warning" role="note">{body}{listed}</div>\n'

    def _alone(self, file: EntryFile, language: Language, found: dict[str, list[str]]) -> Page:
        """A page for an entry that cannot be shown: its problems."""
        sentence = escape(interface_text("preview.nothing", language.code))
        body = Markup('<div class="fp-page" id="facing-page"><h1>{}</h1>\n').format(file.key.id)
        note = self._note(file, language, found)
        return Page(
            file.key.kind,
            language,
            file.key.id,
            title=file.key.id,
            description="",
            body=f"{body}<p>{sentence}</p>\n{note}</div>",
        )
