"""The page of each entry, in one language."""

from itertools import groupby

from ..edition.addresses import path_of
from ..edition.build_context import Edition
from ..languages import Language
from ..model import Article, Claim, Corpus, Key, Label, Name, Source, Term, Topic
from ..model.relations import sources_of
from ..text.markup import parse
from .citations import citation_of, citations_path
from .listings import gathered
from .page import Page
from .page_view import View


def _view(edition: Edition, language: Language, key: Key) -> View:
    return View(edition, language, path_of(key), own=key)


def article_page(edition: Edition, article: Article, language: Language) -> Page:
    """A digest on facing pages: both texts of every passage, then what it mentions."""
    view = _view(edition, language, Key("article", article.id))
    mentioned = edition.concordance.keys_of(article)
    terms = [edition.corpus.terms[key.id] for key in mentioned if key.kind == "term"]
    names = [edition.corpus.names[key.id] for key in mentioned if key.kind == "name"]
    claims = edition.concordance.claims_in(article)
    return view.page(
        "article",
        article.title.of(language.code),
        article.summary.of(language.code),
        contents=view.set(
            "contents.html", article=article, terms=terms, names=names, claims=claims
        ),
        article=article,
        source=edition.corpus.sources[article.source],
        terms=terms,
        names=names,
        claims=claims,
        citation=citation_of(view, article),
        citations=citations_path(article),
    )


def term_page(edition: Edition, term: Term, language: Language) -> Page:
    """A term with its forms, definition, usage and concordance."""
    key = Key("term", term.id)
    view = _view(edition, language, key)
    return view.page(
        "term",
        _both(term.label, language),
        parse(term.definition.of(language.code)).plain,
        term=term,
        related=_related(edition.corpus, term),
        occurrences=edition.concordance.of(key),
    )


def name_page(edition: Edition, name: Name, language: Language) -> Page:
    """A name with its forms, relations in both directions, claims about it and concordance."""
    key = Key("name", name.id)
    view = _view(edition, language, key)
    return view.page(
        "name",
        _both(name.label, language),
        parse(name.description.of(language.code)).plain,
        name=name,
        relations=[
            (type_, list(related))
            for type_, related in groupby(edition.relations.get(name.id, ()), lambda r: r.type)
        ],
        published=[s for s in edition.corpus.sources.values() if s.publisher == name.id],
        claims=edition.claims_about.get(key, ()),
        occurrences=edition.concordance.of(key),
    )


def claim_page(edition: Edition, claim: Claim, language: Language) -> Page:
    """A claim: who says so, where, with what figure, and what is known of it."""
    view = _view(edition, language, Key("claim", claim.id))
    return view.page(
        "claim",
        claim.title.of(language.code),
        parse(claim.statement.of(language.code)).plain,
        claim=claim,
        sources=[edition.corpus.sources[source] for source in sources_of(edition.corpus, claim)],
        occurrences=[edition.concordance.passage(reference) for reference in claim.passages],
    )


def source_page(edition: Edition, source: Source, language: Language) -> Page:
    """A source with its rights, its paragraphs' fingerprints and what rests on it."""
    key = Key("source", source.id)
    view = _view(edition, language, key)
    articles = [a for a in edition.corpus.articles.values() if a.source == source.id]
    return view.page(
        "source",
        source.label.of(language.code),
        view.t("source.description", label=source.label.of(language.code)),
        source=source,
        publisher=edition.corpus.names[source.publisher],
        articles=articles,
        resting=_resting(edition, articles),
        claims=edition.claims_about.get(key, ()),
    )


def topic_page(edition: Edition, topic: Topic, language: Language) -> Page:
    """The articles, names and claims of a topic."""
    found = gathered(edition, language)[topic.id]
    return _view(edition, language, Key("topic", topic.id)).page(
        "topic",
        topic.label.of(language.code),
        topic.description.of(language.code),
        listed=(topic, *found.entries),
        topic=topic,
        gathered=found,
    )


def _resting(edition: Edition, articles: list[Article]) -> dict[str, list[tuple[Article, str]]]:
    """Which passages rest on each paragraph of a source, by `language/paragraph`."""
    found: dict[str, list[tuple[Article, str]]] = {}
    for article in articles:
        for passage in article.passages():
            grounds = dict.fromkeys((*passage.rests_on.en, *passage.rests_on.zh_hant))
            for reference in grounds:
                found.setdefault(reference, []).append((article, passage.id))
    return found


def _related(corpus: Corpus, term: Term) -> list[Key]:
    """Related terms in both directions: those it names and those that name it."""
    back = [other.id for other in corpus.terms.values() if term.id in other.related]
    return [Key("term", other) for other in dict.fromkeys((*term.related, *back))]


def _both(label: Label, language: Language) -> str:
    """A page title in both languages, the page's own first: soft power · 軟實力."""
    own = label.of(language.code)
    other = label.zh_hant if language.code == "en" else label.en
    return own if own == other else f"{own} · {other}"
