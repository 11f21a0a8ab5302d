"""From the corpus to pages: one body and head for each entry, index and language.

And to the files that lie beside pages, and that their readers take along.
"""

from collections.abc import Iterator

from ..edition.build_context import Edition
from ..languages import LANGUAGES, Language
from . import entries, indexes
from .citations import citations_file
from .listings import topics_in_order
from .page import SECTIONS, Page
from .word_sheet import has_words, words_page, words_table

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


def compose(edition: Edition) -> Iterator[Page]:
    """Every page of the site that is made from entries, in both languages."""
    for language in LANGUAGES:
        for index in INDEXES:
            page = index(edition, language)
            if SECTIONS[page.kind] not in edition.empty:
                yield page
        yield from _articles(edition, language)
        yield from _others(edition, language)


def _articles(edition: Edition, language: Language) -> Iterator[Page]:
    for article in edition.corpus.articles.values():
        yield entries.article_page(edition, article, language)
        if has_words(edition, article):
            yield words_page(edition, article, language)


def _others(edition: Edition, language: Language) -> Iterator[Page]:
    corpus = edition.corpus
    for term in corpus.terms.values():
        yield entries.term_page(edition, term, language)
    for name in corpus.names.values():
        yield entries.name_page(edition, name, language)
    for claim in corpus.claims.values():
        yield entries.claim_page(edition, claim, language)
    for source in corpus.sources.values():
        yield entries.source_page(edition, source, language)
    for topic in topics_in_order(edition):
        yield entries.topic_page(edition, topic, language)


def companions(edition: Edition) -> Iterator[tuple[str, str]]:
    """The path below the site's root and the text of each file that lies beside a page."""
    for article in edition.corpus.articles.values():
        yield citations_file(edition, article)
        for language in LANGUAGES if has_words(edition, article) else ():
            yield words_table(edition, article, language)


__all__ = ["Page", "companions", "compose"]
