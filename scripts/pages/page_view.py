"""What a template sees: one page's language and place, and how things are said and linked there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from ..analysis.sign_off import STALE, sign_off_state
from ..edition.addresses import absolute, path_of, pronunciation_of, relative, root_of
from ..edition.build_context import BuildContext, Neighbours
from ..edition.concordance import Occurrence
from ..edition.examples import Excerpt
from ..languages import CHINESE, ENGLISH, Language, LanguageCode, counterpart
from ..model import KINDS, Article, Claim, Entry, Figure, Key, Kind, Label, Name, Passage, Prose
from ..model.record import last_updated
from ..text.markup import parse
from .dates_in_words import day_in_words, edtf_in_words
from .figures_in_words import amount_in_words, circumstances
from .interface import interface_text
from .neighbours import neighbours
from .page import Page, PageKind
from .templates import rendered
from .typesetting import spanned, tagged, typeset


@dataclass(frozen=True, slots=True)
class PageView:
    """One page in one language, as its template needs it.

    `path` lies below the root of the language. `own` is the entry that the page is about, if it
    is about one; the page does not link to it. `linked` is what each language's texts have linked
    in the section so far, `explained` all that the page has linked and a card can explain.
    """

    context: BuildContext
    language: Language
    path: str
    own: Key | None = None
    linked: dict[LanguageCode, set[Key]] = field(
        default_factory=lambda: {"en": set(), "zh-Hant": set()}
    )
    explained: set[Key] = field(default_factory=set)

    @property
    def other(self) -> Language:
        """The other language."""
        return counterpart(self.language)

    @property
    def both(self) -> tuple[Language, Language]:
        """The page's own language first."""
        return (self.language, self.other)

    @property
    def english(self) -> Language:
        """English, whatever the page is in."""
        return ENGLISH

    @property
    def chinese(self) -> Language:
        """Chinese, whatever the page is in."""
        return CHINESE

    # ── Words ───────────────────────────────────────────────────────────────────────────────

    def t(self, key: str, /, **values: object) -> str:
        """What the interface says."""
        return interface_text(key, self.language.code, **values)

    def day(self, value: date) -> str:
        """A day in words."""
        return day_in_words(value, self.language.code)

    def date(self, value: str) -> str:
        """A date in EDTF in words."""
        return edtf_in_words(value, self.language.code)

    def amount(self, figure: Figure) -> Markup:
        """A figure in words."""
        return self.plain(amount_in_words(figure, self.language.code))

    def circumstances(self, figure: Figure) -> Markup:
        """Over how long and as of when a figure holds."""
        return self.plain(circumstances(figure, self.language.code))

    def has_page(self, name: str) -> bool:
        """Whether there is a hand-written page of a name, such as “about”, in the language."""
        docs = self.context.content.folder.handwritten
        return f"docs/{self.language.code}/{name}.md" in docs

    # ── Texts ───────────────────────────────────────────────────────────────────────────────

    def plain(self, text: str) -> Markup:
        """A plain text in the page's language."""
        return tagged(text, self.language.code)

    def label(self, label: Label) -> Markup:
        """A title or heading in the page's language."""
        return tagged(label.of(self.language.code), self.language.code)

    def label_in(self, label: Label, language: Language) -> Markup:
        """A title or heading in a language, marked as being in it."""
        return spanned(label.of(language.code), language.code)

    def run(self, text: str, language: Language) -> Markup:
        """A plain text in a language, marked as being in it."""
        return spanned(text, language.code)

    def tagged(self, text: str, language: Language) -> Markup:
        """A plain text in a language, for an element that is marked already."""
        return tagged(text, language.code)

    def prose(self, prose: Prose, language: Language | None = None) -> Markup:
        """A text with its links, each form linked the first time in the section only."""
        code: LanguageCode = (language or self.language).code
        pieces = self.context.concordance.pieces(prose.of(code), code)
        html = typeset(pieces, code, self.url, seen=self.linked[code], own=self.own)
        self.explained.update(self.linked[code])
        return html

    def paragraph(self, reference: str) -> str:
        """What a paragraph of a source is called: `en/2` is English ¶ 2."""
        code, _, paragraph = reference.partition("/")
        called = "headline" if paragraph == "title" else "paragraph"
        return self.t(f"passage.{called}", language=self.t(f"language.{code}"), paragraph=paragraph)

    def staleness(self, passage: Passage) -> str:
        """What readers should know if a text has changed since the pair was read; else nothing."""
        state = sign_off_state(passage)
        return self.t(f"passage.{state}") if state in STALE else ""

    def quoted(self, occurrence: Occurrence) -> Markup:
        """A passage out of its article, as the concordance of an entry shows it.

        It is set once for all entries, whose pages lie at one depth. Its link to the page that
        it stands on is marked as such.
        """
        self.explained.update(self.context.concordance.mentioned_by(occurrence.passage))
        key = (occurrence.reference, self.language.code)
        html = self.context.quotations.get(key)
        if html is None:
            view = PageView(self.context, self.language, self.path)
            html = str(view.set("quoted.html", occurrence=occurrence))
            self.context.quotations[key] = html
        if self.own is None:
            return Markup(html)
        here = f'href="{escape(self.url(self.own))}"'
        return Markup(html.replace(here, f'{here} aria-current="page"'))

    def prose_plain(self, prose: Prose, language: Language | None = None) -> Markup:
        """A text without its links, for lists; by default in the page's language."""
        code: LanguageCode = (language or self.language).code
        return tagged(parse(prose.of(code)).plain, code)

    def excerpt(self, excerpt: Excerpt, language: Language) -> Markup:
        """A sentence, the word marked that it is an example of."""
        stretches = [(tagged(text, language.code), word) for text, word in excerpt.stretches]
        return Markup("".join(f"<mark>{text}</mark>" if word else text for text, word in stretches))

    def begin_section(self) -> str:
        """Let each form be linked again. Says nothing on the page."""
        for seen in self.linked.values():
            seen.clear()
        return ""

    # ── Links ───────────────────────────────────────────────────────────────────────────────

    @staticmethod
    def key(kind: Kind, entry_id: str) -> Key:
        """The key of an entry."""
        return Key(kind, entry_id)

    def asserter(self, claim: Claim) -> Name:
        """Who asserts a claim."""
        return self.context.corpus.names[claim.asserted_by.name]

    def url(self, key: Key) -> str:
        """The way from this page to an entry's."""
        return relative(self.path, path_of(key))

    def neighbours(self) -> Neighbours:
        """The entries before and after the page's own, in the order of its index."""
        assert self.own is not None, "an index has no neighbours"
        return neighbours(self.context, self.language)[self.own]

    def to(self, path: str) -> str:
        """The way from this page to a path below the root of its language."""
        return relative(self.path, path)

    def link(self, key: Key) -> Markup:
        """An entry's label in the page's language, linked to its page."""
        self.explained.add(key)
        label = self.label(self.context.corpus.label(key))
        return Markup('<a class="fp-{}" href="{}">{}</a>').format(key.kind, self.url(key), label)

    def passage_url(self, occurrence: Occurrence) -> str:
        """The way from this page to a passage."""
        return f"{self.url(Key('article', occurrence.article.id))}#{occurrence.passage.id}"

    def pronunciation_url(self, article: Article, passage: Passage) -> str:
        """The way from this page to how a passage's Chinese is read aloud."""
        return f"{self.shared(pronunciation_of(article.id))}#{passage.id}"

    def shared(self, path: str) -> str:
        """The way from this page to a file that lies below the site's root for both languages."""
        return root_of(absolute(self.path, self.language)) + path

    def permanent(self, path: str) -> str:
        """The absolute address of a path below the root of the page's language."""
        return self.context.settings.absolute(absolute(path, self.language))

    def edit(self, *location: str | int, key: Key | None = None) -> str:
        """Where to change a field of an entry, by default the one that the page is about."""
        target = key or self.own
        assert target is not None, "an index has no entry to edit"
        return self.context.edit_url(target, location)

    # ── The page ────────────────────────────────────────────────────────────────────────────

    def set(self, name: str, /, **values: Any) -> Markup:
        """What a template makes of some values; it sees this view as `v`."""
        root = self.context.settings.root
        return Markup(rendered(root, name, {"v": self, **values}))

    def cards(self) -> Markup:
        """A card for each term, name and claim that the page has linked, for scripts to show."""
        keys = sorted(key for key in self.explained - {self.own} if KINDS[key.kind].has_card)
        cards = "".join(self._card(key) for key in keys)
        return Markup(f'<template id="explained">{cards}</template>\n' if cards else "")

    def _card(self, key: Key) -> str:
        """What explains an entry, set once for all pages of a depth."""
        place = (key, self.language.code, root_of(self.path))
        if place not in self.context.cards:
            entry = self.context.corpus.of(key.kind)[key.id]
            self.context.cards[place] = self.set("card.html", key=key, entry=entry)
        return self.context.cards[place]

    def page(
        self,
        kind: PageKind,
        title: str,
        description: str,
        /,
        *,
        slug: str = "",
        contents: str = "",
        listed: Iterable[Entry] = (),
        **values: Any,
    ) -> Page:
        """The page, its body set with the template of its kind.

        `listed` are the entries that a page without an entry of its own is made of.
        """
        body = self.set(f"{kind}.html", **values) + self.cards()
        own = [self.context.corpus.of(self.own.kind)[self.own.id]] if self.own else []
        entries = [*own, *listed]
        return Page(
            kind=kind,
            language=self.language,
            slug=slug or (self.own.id if self.own else ""),
            title=title,
            description=description,
            body=body,
            contents=contents,
            updated=last_updated(entries),
        )
