"""The index pages, and the lists of the home page."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from ..edition.build_context import BuildContext
from ..kinds import KINDS, RANKED
from ..languages import CODES, Language
from .listings import (
    entries_by_topic,
    newest_articles,
    newest_sources,
    telling_passage,
)
from .page import PATHS, Page, PageKind
from .page_view import PageView
from .pictures import panels
from .register import (
    articles_register,
    balance,
    claims_register,
    glossary_register,
    names_register,
)

ARTICLES_SHOWN = 50
TASKS_SHOWN = 10  # of each kind


def _index(view: PageView, kind: PageKind, **values: Any) -> Page:
    """An index page; its title and description come from `interface.yml`."""
    title, description = view.t(f"{kind}.title"), view.t(f"{kind}.description")
    return view.page(kind, title, description, **values)


def _view(context: BuildContext, language: Language, kind: PageKind) -> PageView:
    return PageView(context, language, PATHS[kind])


def articles_page(context: BuildContext, language: Language) -> Page:
    """Return the index of articles, newest source first."""
    articles = newest_articles(context)
    view = _view(context, language, "articles")
    register = articles_register(view, articles)
    return _index(view, "articles", listed=articles, articles=articles, register=register)


def glossary_page(context: BuildContext, language: Language) -> Page:
    """Return the glossary in English order."""
    return _glossary(_view(context, language, "glossary"), "glossary", "english")


def glossary_by_jyutping_page(context: BuildContext, language: Language) -> Page:
    """Return the glossary in Chinese order."""
    view = _view(context, language, "glossary-by-jyutping")
    return _glossary(view, "glossary-by-jyutping", "jyutping")


def _glossary(view: PageView, kind: PageKind, order: str) -> Page:
    register = glossary_register(view, view.context.corpus.terms.values(), order)
    return _index(view, kind, listed=register.entries, register=register)


def search_page(context: BuildContext, language: Language) -> Page:
    """The page of search results, which a browser fills; to others it shows the indexes."""
    sections = [KINDS[kind].folder for kind in RANKED]
    return _index(_view(context, language, "search"), "search", sections=sections)


def names_page(context: BuildContext, language: Language) -> Page:
    """Return the index of names, by kind."""
    view = _view(context, language, "names")
    register = names_register(view)
    return _index(view, "names", listed=register.entries, register=register)


def claims_page(context: BuildContext, language: Language) -> Page:
    """Return the register of claims, by topic."""
    view = _view(context, language, "claims")
    register = claims_register(view)
    claims = register.entries
    return _index(
        view,
        "claims",
        listed=claims,
        register=register,
        balance=balance(claims),
        panels=panels(view, claims),
    )


def sources_page(context: BuildContext, language: Language) -> Page:
    """Return the index of sources, newest first."""
    sources = newest_sources(context)
    view = _view(context, language, "sources")
    return _index(view, "sources", listed=sources, sources=sources)


def topics_page(context: BuildContext, language: Language) -> Page:
    """Return the index of topics, each with its entries."""
    topics = entries_by_topic(context, language)
    listed = [entry for topic in topics.values() for entry in topic.entries]
    return _index(_view(context, language, "topics"), "topics", listed=listed, topics=topics)


def status_page(context: BuildContext, language: Language) -> Page:
    """Return the page on progress: the counts, and the most urgent tasks, up to a limit."""
    progress = context.progress
    return _index(
        _view(context, language, "status"),
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


# What each list for hand-written pages shows.
LISTED: Mapping[str, Callable[[BuildContext, Language], dict[str, Any]]] = {
    "articles": lambda context, _: {"articles": newest_articles(context)},
    "balance": lambda context, _: {"balance": balance([*context.corpus.claims.values()])},
    "doors": lambda context, _: {"corpus": context.corpus, "articles": context.corpus.articles},
    "taste": lambda context, _: {"shown": telling_passage(context)},
    "topics": lambda context, language: {"topics": entries_by_topic(context, language)},
}


def render_list(context: BuildContext, language: Language, name: str, path: str) -> Markup:
    """Render a list for a hand-written page at `path` below the root of its language."""
    view = PageView(context, language, path)
    return view.set(
        f"lists/{name}.html",
        **LISTED[name](context, language),
    )
