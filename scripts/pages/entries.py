"""The page of each entry, in one language."""

from itertools import groupby

from ..edition.addresses import path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES, Language
from ..model import Article, Claim, Key, Label, Name, Source, Term, Topic
from ..model.relations import sources_of
from ..text.markup import parse
from .citations import citation_of, citations_path
from .listings import entries_by_topic
from .page import Page
from .page_view import PageView
from .provenance import minutes, shared_note


def _view(context: BuildContext, language: Language, key: Key) -> PageView:
    return PageView(context, language, path_of(key), own=key)


def article_page(context: BuildContext, article: Article, language: Language) -> Page:
    """Return the page of an article: both texts of every passage, then the entries it mentions."""
    view = _view(context, language, Key("article", article.id))
    mentioned = context.concordance.keys_of(article)
    terms = [context.corpus.terms[key.id] for key in mentioned if key.kind == "term"]
    names = [context.corpus.names[key.id] for key in mentioned if key.kind == "name"]
    claims = context.concordance.claims_in(article)
    parts = {"article": article, "terms": terms, "names": names, "claims": claims}
    has_text = language.code in article.languages
    sources = [context.corpus.sources[source] for source in article.source]
    return view.page(
        "article",
        article.title.of(language.code),
        article.summary.of(language.code),
        contents=view.set("contents.html", **parts) if has_text else "",
        article=article,
        series=context.series_of(article.series.topic) if article.series else (),
        shared_note=_shared_note(article, sources),
        minutes=minutes(article, (language.code if has_text else article.languages[0])),
        terms=terms,
        names=names,
        claims=claims,
        citation=citation_of(view, article),
        citations=citations_path(article.id),
    )


def _shared_note(article: Article, sources: list[Source]) -> str:
    """The note on a digest of one source that is our translation throughout."""
    is_plain = len(sources) == 1 and article.is_whole and not article.original
    return shared_note(article, sources[0]) if is_plain else ""


def term_page(context: BuildContext, term: Term, language: Language) -> Page:
    """Return the page of a term: forms, definition, usage and concordance."""
    key = Key("term", term.id)
    view = _view(context, language, key)
    return view.page(
        "term",
        _both(term.label, language),
        parse(term.definition.of(language.code)).plain,
        term=term,
        related=[Key("term", other) for other in context.related_terms(term.id)],
        occurrences=context.concordance.of(key),
    )


def name_page(context: BuildContext, name: Name, language: Language) -> Page:
    """Return the page of a name: forms, relations in both directions, claims and concordance."""
    key = Key("name", name.id)
    view = _view(context, language, key)
    claims = context.claims_about(key)
    return view.page(
        "name",
        _both(name.label, language),
        parse(name.description.of(language.code)).plain,
        name=name,
        relations=[
            (type_, list(related))
            for type_, related in groupby(context.relations_of(name.id), lambda r: r.type)
        ],
        published=[context.corpus.sources[source] for source in context.sources_from(name.id)],
        asserted=[claim for claim in claims if claim.asserted_by.name == name.id],
        claims=[claim for claim in claims if claim.asserted_by.name != name.id],
        occurrences=context.concordance.of(key),
    )


def claim_page(context: BuildContext, claim: Claim, language: Language) -> Page:
    """Return the page of a claim: who asserts it, where, its figures, and the evidence."""
    view = _view(context, language, Key("claim", claim.id))
    return view.page(
        "claim",
        claim.title.of(language.code),
        parse(claim.statement.of(language.code)).plain,
        claim=claim,
        sources=[context.corpus.sources[source] for source in sources_of(context.corpus, claim)],
        occurrences=[context.concordance.passage(reference) for reference in claim.passages],
    )


def source_page(context: BuildContext, source: Source, language: Language) -> Page:
    """Return the page of a source: rights, fingerprints of paragraphs, passages that cite them."""
    key = Key("source", source.id)
    view = _view(context, language, key)
    articles = [a for a in context.corpus.articles.values() if source.id in a.source]
    return view.page(
        "source",
        source.label.of(language.code),
        view.t("source.description", label=source.label.of(language.code)),
        source=source,
        publisher=context.corpus.names[source.publisher],
        articles=articles,
        resting=_passages_by_paragraph(source, articles),
        claims=context.claims_about(key),
    )


def topic_page(context: BuildContext, topic: Topic, language: Language) -> Page:
    """Return the page of a topic: its articles, names and claims."""
    found = entries_by_topic(context, language)[topic.id]
    return _view(context, language, Key("topic", topic.id)).page(
        "topic",
        topic.label.of(language.code),
        topic.description.of(language.code),
        listed=(topic, *found.entries),
        topic=topic,
        entries=found,
    )


def _passages_by_paragraph(
    source: Source, articles: list[Article]
) -> dict[str, list[tuple[Article, str]]]:
    """The passages that cite each paragraph of a source, by `language/paragraph`."""
    found: dict[str, list[tuple[Article, str]]] = {}
    for article in articles:
        for passage in article.passages():
            texts = (article.grounds(passage, language.code) for language in LANGUAGES)
            grounds = dict.fromkeys(ground for text in texts for ground in text)
            for ground in grounds:
                if ground.source == source.id:
                    found.setdefault(ground.paragraph, []).append((article, passage.id))
    return found


def _both(label: Label, language: Language) -> str:
    """A page title in both languages, the page's own first: soft power · 軟實力."""
    own = label.of(language.code)
    other = label.zh_hant if language.code == "en" else label.en
    return own if own == other else f"{own} · {other}"
