"""An article's words and names for learners: a sheet to print, and a table to copy or download."""

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..edition.build_context import BuildContext
from ..edition.examples import Example
from ..kinds import RANKED, WITH_FORMS
from ..languages import Language
from ..model import Article, Key, Prose, Term, WithForms, key_of_entry
from .page import PATHS, Page
from .page_view import PageView

TABLE = "words.tsv"  # in the folder of the sheet


@dataclass(frozen=True, slots=True)
class Word:
    """A term or name as an article uses it."""

    entry: WithForms
    example: Example

    @property
    def key(self) -> Key:
        """The key of its entry."""
        return key_of_entry(self.entry)

    @property
    def meaning(self) -> Prose:
        """The definition of the term, or the description of the name."""
        entry = self.entry
        return entry.definition if isinstance(entry, Term) else entry.description

    @property
    def jyutping(self) -> str:
        """The Jyutping of its Chinese form; empty for a form without Chinese characters."""
        return self.entry.forms.zh_hant[0].jyutping or ""

    def remarks(self, view: PageView, language: Language) -> list[str]:
        """Remarks on its form in a language, in the language of the page."""
        if isinstance(self.entry, Term):
            form = self.entry.forms.of(language.code)[0]
            part = view.t(f"pos.{form.part_of_speech}")
            return [part, view.t(f"region.{form.region}")] if form.region else [part]
        kind = view.t(f"kind.one.{self.entry.kind}")
        is_ours = self.entry.forms.of(language.code)[0].origin == "ours"
        return [kind, view.t("origin.ours")] if is_ours else [kind]


def has_words(context: BuildContext, article: Article) -> bool:
    """Whether an article mentions any term or name; otherwise it has no sheet."""
    return bool(words_of(context, article))


def words_page(context: BuildContext, article: Article, language: Language) -> Page:
    """Return the sheet: each word with its meaning, pronunciation and an excerpt of the article."""
    words = words_of(context, article)
    view = sheet_view(context, article, language)
    title = article.title.of(language.code)
    return view.page(
        "words",
        view.t("words.of", title=title),
        view.t("words.description", title=title),
        listed=[article, *(word.entry for word in words)],
        article=article,
        parts={
            kind: [word for word in words if word.key.kind == kind]
            for kind in RANKED
            if kind in WITH_FORMS
        },
        headword=partial(_headword, view),
        table=TABLE,
    )


def _headword(view: PageView, word: Word) -> Markup:
    """A word with its meaning, rendered once per language, since all sheets are at one depth."""
    key = (word.key, view.language.code)
    context = view.context
    html = context.recorder.once(
        context.headwords, key, lambda: str(view.set("headword.html", word=word))
    )
    return Markup(html)


def sheet_view(context: BuildContext, article: Article, language: Language) -> PageView:
    """Return the view for the template of an article's sheet."""
    path = PATHS["words"].format(slug=article.id)
    return PageView(context, language, path, own=Key("article", article.id))


def words_of(context: BuildContext, article: Article) -> list[Word]:
    """Return the terms and names of an article, in the order of their first mention.

    There are none while one of its languages is to follow, as examples are in both.
    """
    if not article.is_whole:
        return []
    corpus = context.corpus
    words = []
    for key, example in context.examples(article.id).items():
        entry = corpus.get(key)
        if isinstance(entry, WithForms):
            words.append(Word(entry, example))
    return words
