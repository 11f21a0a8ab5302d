"""The index pages, and the lists of the home page."""

from collections import Counter
from typing import Any

from markupsafe import Markup

from ..edition.build_context import BuildContext
from ..kinds import KINDS, RANKED
from ..languages import Language
from ..model.article import CODES
from .collation import by_english, by_jyutping, sample
from .listings import (
    claims_in_order,
    entries_by_topic,
    names_by_kind,
    newest_articles,
    newest_sources,
)
from .page import PATHS, Page, PageKind
from .page_view import PageView
from .register import balance, choices

ARTICLES_SHOWN = 50
TASKS_SHOWN = 10  # of each kind


def _index(context: BuildContext, language: Language, kind: PageKind, **values: Any) -> Page:
    """An index page; its title and description come from `interface.yml`."""
    view = PageView(context, language, PATHS[kind])
    title, description = view.t(f"{kind}.title"), view.t(f"{kind}.description")
    return view.page(kind, title, description, **values)


def articles_page(context: BuildContext, language: Language) -> Page:
    """Return the index of articles, newest source first."""
    articles = newest_articles(context)
    return _index(context, language, "articles", listed=articles, articles=articles)


def glossary_page(context: BuildContext, language: Language) -> Page:
    """Return the glossary in English order."""
    terms = context.corpus.terms.values()
    return _index(context, language, "glossary", listed=terms, groups=by_english(terms))


def glossary_by_jyutping_page(context: BuildContext, language: Language) -> Page:
    """Return the glossary in Chinese order."""
    terms = context.corpus.terms.values()
    groups = by_jyutping(terms)
    return _index(context, language, "glossary-by-jyutping", listed=terms, groups=groups)


def search_page(context: BuildContext, language: Language) -> Page:
    """The page of search results, which a browser fills; to others it shows the indexes."""
    sections = [KINDS[kind].folder for kind in RANKED]
    return _index(context, language, "search", sections=sections)


def names_page(context: BuildContext, language: Language) -> Page:
    """Return the index of names, by kind."""
    names = context.corpus.names.values()
    groups = names_by_kind(context, language)
    return _index(context, language, "names", listed=names, groups=groups)


def claims_page(context: BuildContext, language: Language) -> Page:
    """Return the register of claims."""
    claims = claims_in_order(context)
    view = PageView(context, language, PATHS["claims"])
    return _index(
        context,
        language,
        "claims",
        listed=claims,
        claims=claims,
        balance=balance(claims),
        **choices(view, claims),
    )


def sources_page(context: BuildContext, language: Language) -> Page:
    """Return the index of sources, newest first."""
    sources = newest_sources(context)
    return _index(context, language, "sources", listed=sources, sources=sources)


def topics_page(context: BuildContext, language: Language) -> Page:
    """Return the index of topics, each with its entries."""
    topics = entries_by_topic(context, language)
    listed = [entry for topic in topics.values() for entry in topic.entries]
    return _index(context, language, "topics", listed=listed, topics=topics)


def status_page(context: BuildContext, language: Language) -> Page:
    """Return the page on progress: the counts, and the most urgent tasks, up to a limit."""
    progress = context.progress
    return _index(
        context,
        language,
        "status",
        listed=context.corpus.entries(),
        progress=progress,
        unfinished=_unfinished(context),
        articles=progress.articles[:ARTICLES_SHOWN],
        tasks=[(kind, tasks[:TASKS_SHOWN], len(tasks)) for kind, tasks in progress.tasks.items()],
    )


def _unfinished(context: BuildContext) -> list[tuple[str, int]]:
    """Return how many drafts there are, and how many articles can be read in one language only."""
    languages = Counter(one.languages for one in context.corpus.articles.values())
    counts = [(f"follow.{code}", languages[(code,)]) for code in CODES]
    return [one for one in (("drafts", len(context.content.drafts)), *counts) if one[1]]


def render_list(context: BuildContext, language: Language, name: str, path: str) -> Markup:
    """Render a list for a hand-written page at `path` below the root of its language."""
    view = PageView(context, language, path)
    return view.set(
        f"lists/{name}.html",
        corpus=context.corpus,
        some=sample,
        articles=newest_articles(context),
        topics=entries_by_topic(context, language),
    )
