"""Notes on the pages of the preview: which entries are drafts, and what is wrong with an entry.

An entry that cannot be shown at all has a page of its problems alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from ..diagnostics.diagnostic import Diagnostic
from ..edition.addresses import path_of
from ..languages import LANGUAGES, Language
from ..model.record import SLUG
from ..reading.content import Content
from ..reading.folder import EntryFile
from .interface import interface_text
from .page import Page


@dataclass(frozen=True)
class Notes:
    """The content of a preview as it is in its files, and its problems."""

    content: Content
    diagnostics: Sequence[Diagnostic]

    def on(self, pages: Iterable[Page]) -> Iterator[Page]:
        """Yield pages with notes, then the pages of entries that have none."""
        files = {path_of(file.key): file for file in self.content.folder.files}
        found: dict[str, list[str]] = {}
        for diagnostic in self.diagnostics:
            line = f"{diagnostic.place.line}:{diagnostic.place.column}"
            texts = {"en": diagnostic.text, "zh-Hant": diagnostic.text_zh}
            for language in LANGUAGES:
                key = f"{language.code} {diagnostic.place.path}"
                found.setdefault(key, []).append(f"{line} {texts[language.code]}")
        written = set()
        for page in pages:
            written.add(page.path)
            file = files.get(page.path)
            note = self._note(file, page.language, found) if file else ""
            yield replace(page, body=f"{note}{page.body}") if note else page
        for path, file in files.items():
            if path not in written and re.fullmatch(SLUG, file.key.id):
                yield from (self._alone(file, language, found) for language in LANGUAGES)

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
