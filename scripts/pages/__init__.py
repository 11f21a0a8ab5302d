"""Compose the pages: a body and a head for each entry, index and language."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from ..edition.build_context import BuildContext
from ..languages import LANGUAGES, Language
from ..model import KINDS, AnyEntry, Article, Claim, Kind, Name, Source, Term, Topic
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
        for kind in KINDS:
            for entry in _with_page(context, kind):
                yield _page(context, entry, language)
                if isinstance(entry, Article) and has_words(context, entry):
                    yield words_page(context, entry, language)


def _with_page(context: BuildContext, kind: Kind) -> Iterable[AnyEntry]:
    """The entries of a kind that have a page: of topics, only those that have entries."""
    return topics_in_order(context) if kind == "topic" else context.corpus.of(kind).values()


def _page(context: BuildContext, entry: AnyEntry, language: Language) -> Page:
    """The page of an entry."""
    match entry:
        case Article():
            return entries.article_page(context, entry, language)
        case Term():
            return entries.term_page(context, entry, language)
        case Name():
            return entries.name_page(context, entry, language)
        case Claim():
            return entries.claim_page(context, entry, language)
        case Source():
            return entries.source_page(context, entry, language)
        case Topic():
            return entries.topic_page(context, entry, language)
    assert_never(entry)


__all__ = ["Page", "compose"]
