"""Compose the pages: a body and a head for each entry, index and language."""

from collections.abc import Iterator

from ..edition.build_context import BuildContext
from ..languages import LANGUAGES, Language
from . import entries, indexes
from .listings import topics_in_order
from .page import SECTIONS, Page
from .word_sheet import has_words, words_page

INDEXES = (
    indexes.articles_page,
    indexes.glossary_page,
    indexes.glossary_by_jyutping_page,
    indexes.names_page,
    indexes.claims_page,
    indexes.sources_page,
    indexes.topics_page,
    indexes.search_page,
    indexes.status_page,
)


def compose(context: BuildContext) -> Iterator[Page]:
    """Return every page that is made from entries, in both languages."""
    for language in LANGUAGES:
        for index in INDEXES:
            page = index(context, language)
            if SECTIONS[page.kind] not in context.empty:
                yield page
        yield from _articles(context, language)
        yield from _others(context, language)


def _articles(context: BuildContext, language: Language) -> Iterator[Page]:
    for article in context.corpus.articles.values():
        yield entries.article_page(context, article, language)
        if has_words(context, article):
            yield words_page(context, article, language)


def _others(context: BuildContext, language: Language) -> Iterator[Page]:
    corpus = context.corpus
    for term in corpus.terms.values():
        yield entries.term_page(context, term, language)
    for name in corpus.names.values():
        yield entries.name_page(context, name, language)
    for claim in corpus.claims.values():
        yield entries.claim_page(context, claim, language)
    for source in corpus.sources.values():
        yield entries.source_page(context, source, language)
    for topic in topics_in_order(context):
        yield entries.topic_page(context, topic, language)


__all__ = ["Page", "compose"]
