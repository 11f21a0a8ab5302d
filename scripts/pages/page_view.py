"""The view of one page that templates get: its language, its path, its words and its links."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from ..analysis.sign_off import STALE, sign_off_state
from ..edition.addresses import (
    absolute,
    path_of,
    picture_of,
    pronunciation_of,
    relative,
    root_of,
)
from ..edition.build_context import BuildContext, Neighbours
from ..edition.concordance import Occurrence
from ..edition.examples import Excerpt
from ..edition.picture_widths import height_of, widths_of
from ..languages import CHINESE, CODES, ENGLISH, Language, LanguageCode, counterpart
from ..model import (
    Article,
    Claim,
    Entry,
    Figure,
    Key,
    Kind,
    Label,
    Name,
    Passage,
    Picture,
    Prose,
)
from ..model.record import GAP, last_updated
from ..text.blocks import Block, blocks_of, is_plain
from ..text.markup import parse
from ..text.script import han_characters
from .dates_in_words import day_in_words, edtf_in_words
from .figures_in_words import amount_in_words, circumstances
from .interface import interface_text
from .neighbours import neighbours_of
from .page import Page, PageKind
from .provenance import ranges
from .templates import rendered
from .typesetting import Note, spanned, tagged, typeset


@dataclass(frozen=True, slots=True)
class PageView:
    """The view of one page in one language.

    `path` is relative to the root of the language. `own` is the entry that the page is about, if it
    is about one; the page does not link to it. `linked` has the entries that each language's texts
    have linked in the section so far.
    """

    context: BuildContext
    language: Language
    path: str
    own: Key | None = None
    linked: dict[LanguageCode, set[Key]] = field(
        default_factory=lambda: {"en": set(), "zh-Hant": set()}
    )

    @property
    def other(self) -> Language:
        """The other language."""
        return counterpart(self.language)

    @property
    def both(self) -> tuple[Language, Language]:
        """Both languages, the page's own first."""
        return (self.language, self.other)

    def texts(self, article: Article) -> list[Language]:
        """The languages in which an article can be read, the page's own first."""
        return [language for language in self.both if language.code in article.languages]

    @property
    def english(self) -> Language:
        """English, whatever the language of the page."""
        return ENGLISH

    @property
    def chinese(self) -> Language:
        """Chinese, whatever the language of the page."""
        return CHINESE

    # ── Words ───────────────────────────────────────────────────────────────────────────────

    def t(self, key: str, /, **values: object) -> str:
        """A text of the interface."""
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
        """The duration, time and reference date of a figure."""
        return self.plain(circumstances(figure, self.language.code))

    def has_page(self, name: str) -> bool:
        """Whether there is a hand-written page of this name, such as “about”, in the language."""
        docs = self.context.content.folder.handwritten
        return f"docs/{self.language.code}/{name}.md" in docs

    # ── Texts ───────────────────────────────────────────────────────────────────────────────

    def plain(self, text: str) -> Markup:
        """A plain text in the page's language."""
        return tagged(text, self.language.code)

    def label(self, label: Label) -> Markup:
        """A title or heading in the page's language."""
        return tagged(label.of(self.language.code), self.language.code)

    @staticmethod
    def drawn(html: Markup) -> Markup:
        """A text for a picture: SVG has `tspan` where HTML has `span`."""
        return Markup(str(html).replace("<span", "<tspan").replace("</span", "</tspan"))

    def label_in(self, label: Label, language: Language) -> Markup:
        """A title or heading in a language, with `lang` if it differs from the page's."""
        return spanned(label.of(language.code), language.code)

    def run(self, text: str, language: Language) -> Markup:
        """A plain text in a language, with `lang` if it differs from the page's."""
        return spanned(text, language.code)

    def original(self, text: str) -> Markup:
        """A text as a document has it, marked as being in its language: Chinese if it has Han."""
        chinese = bool(han_characters(text))
        return spanned(text, CHINESE.code if chinese else ENGLISH.code)

    def tagged(self, text: str, language: Language) -> Markup:
        """A plain text in a language, for an element that has `lang` already."""
        return tagged(text, language.code)

    def prose(self, prose: Prose, language: Language | None = None) -> Markup:
        """A text with its links; each form is linked only the first time in a section."""
        code: LanguageCode = (language or self.language).code
        return self._typeset(prose.of(code), code)

    def passage(self, passage: Passage, language: Language, article: Article) -> Markup:
        """A text of a passage: a paragraph, or blocks, whose footnotes have ids of their own."""
        text = passage.of(language.code)
        if is_plain(text):
            paragraph = Markup('<p class="fp-text" lang="{}">{}</p>')
            return paragraph.format(language.html, self._typeset(text, language.code))
        own = self.own == Key("article", article.id)
        anchor = f"{passage.id if own else f'{article.id}-{passage.id}'}-{language.code}"
        given = {"language": language, "anchor": anchor, "said": partial(self._said, language)}
        pictures = {picture.id: picture for picture in article.pictures}

        def typeset(leaf: Block) -> Markup:
            return self._typeset(
                leaf.text,
                language.code,
                lambda number: self.set("note.html", number=number, **given),
            )

        shown = {"article": article, "pictures": pictures, "blocks": blocks_of(text)}
        return self.set("passage.html", typeset=typeset, **shown, **given)

    def copies(self, article: Article, picture: Picture) -> list[tuple[int, int, str]]:
        """The width, height and relative address of each copy of a picture, the smallest first."""
        facts = self.context.picture(picture.file)
        return [
            (
                width,
                height_of(facts.width, facts.height, width),
                self.shared(picture_of(article.id, picture.id, width)),
            )
            for width in widths_of(facts)
        ]

    @staticmethod
    def _said(language: Language, key: str, **values: object) -> str:
        """A text of the interface in a language, whatever that of the page."""
        return interface_text(key, language.code, **values)

    def _typeset(self, text: str, code: LanguageCode, note: Note = str) -> Markup:
        pieces = self.context.concordance.pieces(text, code)
        seen = self.linked[code]
        return typeset(pieces, code, self.url, seen=seen, own=self.own, note=note)

    def paragraph(self, reference: str) -> str:
        """The name of a paragraph of a source: `en/2` is English ¶ 2."""
        code, _, paragraph = reference.partition("/")
        called = "headline" if paragraph == "title" else "paragraph"
        return self.t(f"passage.{called}", language=self.t(f"language.{code}"), paragraph=paragraph)

    def grounds(self, article: Article, passage: Passage) -> list[tuple[str, str, str, str]]:
        """The source paragraphs of a passage: what they are called, their numbers, the source, the
        first paragraph.

        Once if both texts are based on the same, else once for each text, the page's own first.
        """
        texts = [article.grounds(passage, language.code) for language in self.both]
        shown = texts[:1] if texts[0] == texts[1] else texts
        return [
            self._grounds(article, source, [one.paragraph for one in text if one.source == source])
            for text in shown
            for source in dict.fromkeys(one.source for one in text)
        ]

    def _grounds(
        self, article: Article, source: str, references: list[str]
    ) -> tuple[str, str, str, str]:
        codes = dict.fromkeys(reference.partition("/")[0] for reference in references)
        called = self.t("list.separator").join(self.t(f"language.{code}") for code in codes)
        numbers = ranges(references, self.t("passage.title"))
        if len(article.source) > 1:  # of which source they are
            label = self.context.corpus.sources[source].label.of(self.language.code)
            numbers += f" {label}"
        return called, numbers, source, references[0].replace("/", "-")

    def staleness(self, passage: Passage) -> str:
        """The notice of a text that has changed since the pair was signed off; else nothing."""
        state = sign_off_state(passage)
        return self.t(f"passage.{state}") if state in STALE else ""

    def quoted(self, occurrence: Occurrence) -> Markup:
        """A passage quoted from its article, for the concordance of an entry.

        It is rendered once for all entries, whose pages are at one depth. A link to the page
        itself is marked as such.
        """
        key = (occurrence.reference, self.language.code)
        view = PageView(self.context, self.language, self.path)
        html = self.context.recorder.once(
            self.context.quotations,
            key,
            lambda: str(view.set("quoted.html", occurrence=occurrence)),
        )
        if self.own is None:
            return Markup(html)
        here = f'href="{escape(self.url(self.own))}"'
        return Markup(html.replace(here, f'{here} aria-current="page"'))

    def prose_plain(self, prose: Prose, language: Language | None = None) -> Markup:
        """A text without its links, for lists; by default in the page's language."""
        code: LanguageCode = (language or self.language).code
        return tagged(parse(prose.of(code)).plain, code)

    def excerpt(self, excerpt: Excerpt, language: Language) -> Markup:
        """An example sentence with the headword marked."""
        stretches = [(tagged(text, language.code), word) for text, word in excerpt.stretches]
        return Markup("".join(f"<mark>{text}</mark>" if word else text for text, word in stretches))

    def begin_section(self) -> str:
        """Start a section, in which each form is linked again; renders nothing."""
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
        """The relative address of an entry's page."""
        return relative(self.path, path_of(key))

    def neighbours(self) -> Neighbours:
        """The entries before and after the page's own, in the order of its index."""
        assert self.own is not None, "an index has no neighbours"
        return neighbours_of(self.context, self.language, self.own)

    def in_language(self, article: Article, language: Language) -> str:
        """The relative address of an article's page in a language."""
        return self.shared(absolute(path_of(Key("article", article.id)), language))

    def to(self, path: str) -> str:
        """The relative address of a path below the root of the page's language."""
        return relative(self.path, path)

    def link(self, key: Key) -> Markup:
        """An entry's label in the page's language, linked to its page."""
        label = self.label(self.context.corpus.label(key))
        return Markup('<a class="fp-{}" href="{}">{}</a>').format(key.kind, self.url(key), label)

    def passage_url(self, occurrence: Occurrence) -> str:
        """The relative address of a passage."""
        return f"{self.url(Key('article', occurrence.article.id))}#{occurrence.passage.id}"

    def pronunciation_url(self, article: Article, passage: Passage) -> str:
        """The relative address of the Jyutping of a passage's Chinese."""
        return f"{self.shared(pronunciation_of(article.id))}#{passage.id}"

    def shared(self, path: str) -> str:
        """The relative address of a file that both languages share, below the site's root."""
        return root_of(absolute(self.path, self.language)) + path

    def permanent(self, path: str) -> str:
        """The absolute address of a path below the root of the page's language."""
        return self.context.settings.absolute(absolute(path, self.language))

    def edit(self, *location: str | int, key: Key | None = None) -> str:
        """The address for editing a field of an entry, by default of the page's own."""
        target = key or self.own
        assert target is not None, "an index has no entry to edit"
        return self.context.edit_url(target, location)

    # ── The page ────────────────────────────────────────────────────────────────────────────

    def set(self, name: str, /, **values: Any) -> Markup:
        """Render a template with some values; the view is its `v`."""
        root = self.context.settings.root
        return Markup(rendered(root, name, {"v": self, **values}))

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
        """The page, its body rendered with the template of its kind.

        `listed` are the entries on a page that has no entry of its own.
        """
        body = self.set(f"{kind}.html", **values)
        own = [self.context.corpus.of(self.own.kind)[self.own.id]] if self.own else []
        entries = [*own, *listed]
        return Page(
            kind=kind,
            language=self.language,
            slug=slug or (self.own.id if self.own else ""),
            title=title.replace(GAP, self.t("gap")),
            description=description.replace(GAP, self.t("gap")),
            body=body,
            contents=contents,
            updated=last_updated(entries),
            languages=own[0].languages if own and isinstance(own[0], Article) else CODES,
        )
