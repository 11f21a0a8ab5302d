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

TABLE = "words.tsv"  # beside the sheet


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
        """What it means, or what a name names."""
        entry = self.entry
        return entry.definition if isinstance(entry, Term) else entry.description

    @property
    def jyutping(self) -> str:
        """How its Chinese form is pronounced; nothing of a form without Chinese characters."""
        return self.entry.forms.zh_hant[0].jyutping or ""

    def remarks(self, view: PageView, language: Language) -> list[str]:
        """What must be known of its form in a language, in the words of the page's."""
        if isinstance(self.entry, Term):
            form = self.entry.forms.of(language.code)[0]
            part = view.t(f"pos.{form.part_of_speech}")
            return [part, view.t(f"region.{form.region}")] if form.region else [part]
        kind = view.t(f"kind.one.{self.entry.kind}")
        is_ours = self.entry.forms.of(language.code)[0].origin == "ours"
        return [kind, view.t("origin.ours")] if is_ours else [kind]


def has_words(context: BuildContext, article: Article) -> bool:
    """Whether an article mentions any term or name; without one there is no sheet."""
    return bool(words_of(context, article))


def words_page(context: BuildContext, article: Article, language: Language) -> Page:
    """The sheet: what each word means, how it is said, and where the article uses it."""
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
    """A word with what it means, as every sheet of the language has it: sheets lie at one depth."""
    key = (word.key, view.language.code)
    kept = view.context.headwords
    if key not in kept:
        kept[key] = str(view.set("headword.html", word=word))
    return Markup(kept[key])


def sheet_view(context: BuildContext, article: Article, language: Language) -> PageView:
    """Return what the template of an article's sheet sees."""
    path = PATHS["words"].format(slug=article.id)
    return PageView(context, language, path, own=Key("article", article.id))


def words_of(context: BuildContext, article: Article) -> list[Word]:
    """The terms and names of an article, in the order in which it first mentions them."""
    corpus = context.corpus
    words = []
    for key, example in context.examples(article.id).items():
        entry = corpus.get(key)
        if isinstance(entry, WithForms):
            words.append(Word(entry, example))
    return words
