"""Compose the pages: a body and a head for each entry, index and language."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from ..edition.addresses import absolute, path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES, Language
from ..model import KINDS, Article, Claim, Key, Name, Source, Term, Topic
from . import entries, indexes
from .listings import topics_in_order
from .page import PATHS, SECTIONS, Page, PageKind
from .word_sheet import has_words, words_page

INDEXES: Mapping[PageKind, Callable[[BuildContext, Language], Page]] = {
    "articles": indexes.articles_page,
    "glossary": indexes.glossary_page,
    "glossary-by-jyutping": indexes.glossary_by_jyutping_page,
    "names": indexes.names_page,
    "claims": indexes.claims_page,
    "sources": indexes.sources_page,
    "topics": indexes.topics_page,
    "search": indexes.search_page,
    "status": indexes.status_page,
}


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page to be composed: its path below the site's root, and what composes it.

    It is None if there is nothing to show, as on the word sheet of an article without words.
    """

    path: str
    compose: Callable[[], Page | None]


def plan(context: BuildContext) -> Iterator[PlannedPage]:
    """Return every page that is made from entries, in both languages, without composing it."""
    for language in LANGUAGES:
        for kind, index in INDEXES.items():
            if SECTIONS[kind] not in context.empty:
                yield PlannedPage(
                    absolute(PATHS[kind], language), partial(index, context, language)
                )
        for key in _with_page(context):
            yield PlannedPage(
                absolute(path_of(key), language), partial(_page, context, key, language)
            )
            if key.kind == "article":
                path = PATHS["words"].format(slug=key.id)
                yield PlannedPage(
                    absolute(path, language), partial(_words, context, key.id, language)
                )


def compose(context: BuildContext) -> Iterator[Page]:
    """Return every page that is made from entries, in both languages."""
    pages = (planned.compose() for planned in plan(context))
    return (page for page in pages if page is not None)


def _with_page(context: BuildContext) -> Iterator[Key]:
    """The entries that have a page: of topics, only those that have entries."""
    for kind in KINDS:
        if kind == "topic":
            yield from (Key(kind, topic.id) for topic in topics_in_order(context))
        else:
            yield from (Key(kind, entry_id) for entry_id in context.content.corpus.of(kind))


def _words(context: BuildContext, article_id: str, language: Language) -> Page | None:
    """The word sheet of an article, if it has any words."""
    article = context.corpus.articles[article_id]
    return words_page(context, article, language) if has_words(context, article) else None


def _page(context: BuildContext, key: Key, language: Language) -> Page:
    """The page of an entry."""
    entry = context.corpus.of(key.kind)[key.id]
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


__all__ = ["Page", "PlannedPage", "compose", "plan"]
