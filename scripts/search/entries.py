"""Entries as search documents: the texts of their pages, in both languages."""

from collections.abc import Iterator
from typing import assert_never

from ..edition.addresses import path_of
from ..kinds import SEARCHED
from ..languages import CHINESE, ENGLISH, LANGUAGES
from ..model import (
    AnyEntry,
    Article,
    Claim,
    Corpus,
    Key,
    Label,
    Name,
    Source,
    Term,
    Topic,
    WithForms,
)
from ..model import Passage as ArticlePassage
from ..model.name import ChineseNameForm
from ..model.record import GAP
from ..model.term import ChineseTermForm
from ..text.forms import forms_of
from ..text.markup import parse
from ..text.units import units_shown
from .documents import Document, DocumentKind, Form, Pair, Passage
from .romanisation import pinyin_of

THE_PAGE = Pair("", "")  # the anchor of a passage that links to the page as a whole


def documents_of(corpus: Corpus) -> Iterator[Document]:
    """Every entry of a corpus that is searched, each kind in the order of the ids."""
    for kind in SEARCHED:
        yield from map(_document_of, corpus.of(kind).values())


def _document_of(entry: AnyEntry) -> Document:
    match entry:
        case Term():
            return _term(entry)
        case Name():
            texts = (entry.description, entry.note)
            return _document("name", Key("name", entry.id), entry.label, texts, _forms(entry))
        case Article():
            return _article(entry)
        case Claim():
            return _claim(entry)
        case Source():
            return _source(entry)
        case Topic():
            return _document("topic", Key("topic", entry.id), entry.label, (entry.description,))
    assert_never(entry)


def _document(
    kind: DocumentKind,
    key: Key,
    title: Label,
    texts: tuple[Label | None, ...],
    forms: tuple[Form, ...] = (),
) -> Document:
    """An entry with a short page: its texts have no anchors of their own."""
    passages = tuple(Passage(THE_PAGE, plain(text)) for text in texts if text)
    return Document(kind, path_of(key), plain(title), passages, forms)


def plain(text: Label) -> Pair:
    """Return a text without notation, in both languages; empty where it is to follow."""
    texts = (text.of(language.code) for language in LANGUAGES)
    return Pair(*("" if one == GAP else parse(one).plain for one in texts))


def _term(term: Term) -> Document:
    texts = (
        term.definition,
        *term.examples,
        *term.collocations,
        term.usage,
        term.false_friends,
    )
    return _document("term", Key("term", term.id), term.label, texts, _forms(term))


def _article(article: Article) -> Document:
    own = (article.summary, article.note, article.byline, article.translator)
    texts = (*own, *(correction.text for correction in article.corrections or ()))
    passages = [Passage(THE_PAGE, plain(text)) for text in texts if text]
    for _, section in article.located_sections():
        if section.title:
            title = _published(article, plain(section.title))
            passages.append(Passage(Pair(section.id, section.id), title))
        for passage in section.passages:
            passages += _units(article, passage)
    path = path_of(Key("article", article.id))
    return Document("article", path, plain(article.title), tuple(passages))


def _units(article: Article, passage: ArticlePassage) -> Iterator[Passage]:
    """The units of a passage, all with its anchor; of one with a gap, the text that is there."""
    if not passage.is_whole:
        yield Passage(Pair(passage.id, passage.id), _published(article, plain(passage)))
        return
    for unit in units_shown(article, passage):
        texts = Pair(*(unit.plain(language.code) for language in LANGUAGES))
        yield Passage(Pair(passage.id, passage.id), _published(article, texts))


def _published(article: Article, texts: Pair) -> Pair:
    """Return texts of an article without that of a language in which no page shows them."""
    codes = article.languages
    return Pair(*(texts.of(one.code) if one.code in codes else "" for one in LANGUAGES))


def _claim(claim: Claim) -> Document:
    evidence = (
        text
        for piece in claim.evidence
        for text in (piece.what, piece.part, piece.publisher, piece.says)
    )
    texts = (claim.verdict, claim.statement, claim.note, claim.asserted_by.interest, *evidence)
    return _document("claim", Key("claim", claim.id), claim.title, texts)


def _source(source: Source) -> Document:
    """A source, with our label as its title and its own titles as a passage."""
    document = _document(
        "source", Key("source", source.id), source.label, (source.author, source.lacks)
    )
    titles = Pair(*(source.title.of(language.code) or "" for language in LANGUAGES))
    passages = (Passage(THE_PAGE, titles), *document.passages)
    return Document(document.kind, document.path, document.title, passages)


def _forms(entry: WithForms) -> tuple[Form, ...]:
    """The forms that a page shows, each with its readings; and English inflections."""
    english = (
        Form(form.text, ENGLISH.code, is_shown=form.location is not None)
        for form in forms_of(entry)
        if form.language == ENGLISH.code
    )
    chinese = (Form(form.form, CHINESE.code, _readings(form)) for form in entry.forms.zh_hant)
    return tuple(dict.fromkeys((*english, *chinese)))


def _readings(form: ChineseTermForm | ChineseNameForm) -> tuple[str, ...]:
    return tuple(filter(None, (form.jyutping, pinyin_of(form.form))))
