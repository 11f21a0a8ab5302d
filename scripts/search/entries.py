"""Entries as search documents: the texts of their pages, in both languages."""

from collections.abc import Iterator

from ..edition.addresses import path_of
from ..languages import CHINESE, ENGLISH, LANGUAGES
from ..model import Article, Claim, Corpus, Key, Label, Name, Source, Term
from ..model.name import ChineseNameForm
from ..model.term import ChineseTermForm
from ..text.forms import forms_of
from ..text.markup import parse
from .documents import Document, DocumentKind, Form, Pair, Passage
from .romanisation import pinyin_of

THE_PAGE = Pair("", "")  # the anchor of a passage that links to the page as a whole


def documents_of(corpus: Corpus) -> Iterator[Document]:
    """Yield every entry of a corpus as a document, each kind in the order of ids."""
    for term in corpus.terms.values():
        texts = (
            term.definition,
            *term.examples,
            *term.collocations,
            term.usage,
            term.false_friends,
        )
        yield _document("term", Key("term", term.id), term.label, texts, _forms(term))
    for name in corpus.names.values():
        texts = (name.description, name.note)
        yield _document("name", Key("name", name.id), name.label, texts, _forms(name))
    for article in corpus.articles.values():
        yield _article(article)
    for claim in corpus.claims.values():
        yield _claim(claim)
    for source in corpus.sources.values():
        yield _source(source)


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
    """Return a text without notation, in both languages."""
    return Pair(*(parse(text.of(language.code)).plain for language in LANGUAGES))


def _article(article: Article) -> Document:
    passages = [Passage(THE_PAGE, plain(text)) for text in (article.summary, article.note) if text]
    for section in article.sections:
        if section.title:
            passages.append(Passage(Pair(section.id, section.id), plain(section.title)))
        for passage in section.passages:
            passages.append(Passage(Pair(passage.id, passage.id), plain(passage)))
    path = path_of(Key("article", article.id))
    return Document("article", path, plain(article.title), tuple(passages))


def _claim(claim: Claim) -> Document:
    evidence = (text for piece in claim.evidence for text in (piece.what, piece.note))
    texts = (claim.statement, claim.note, claim.asserted_by.interest, *evidence)
    return _document("claim", Key("claim", claim.id), claim.title, texts)


def _source(source: Source) -> Document:
    """A source, with our label as its title and its own titles as a passage."""
    document = _document(
        "source", Key("source", source.id), source.label, (source.author, source.lacks)
    )
    titles = Pair(*(source.title.of(language.code) or "" for language in LANGUAGES))
    passages = (Passage(THE_PAGE, titles), *document.passages)
    return Document(document.kind, document.path, document.title, passages)


def _forms(entry: Term | Name) -> tuple[Form, ...]:
    """The shown forms with their readings, and English inflections."""
    english = (
        Form(form.text, ENGLISH.code, is_shown=form.location is not None)
        for form in forms_of(entry)
        if form.language == ENGLISH.code
    )
    chinese = (Form(form.form, CHINESE.code, _readings(form)) for form in entry.forms.zh_hant)
    return tuple(dict.fromkeys((*english, *chinese)))


def _readings(form: ChineseTermForm | ChineseNameForm) -> tuple[str, ...]:
    return tuple(filter(None, (form.jyutping, pinyin_of(form.form))))
