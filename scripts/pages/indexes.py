"""The index pages, and the lists of the home page."""

from typing import Any

from markupsafe import Markup

from ..edition.build_context import Edition
from ..languages import Language
from .collation import by_english, by_jyutping, spread
from .listings import claims_in_order, gathered, names_by_kind, newest_articles, newest_sources
from .page import PATHS, FrameKind, Page
from .page_view import View

ARTICLES_SHOWN = 50
TASKS_SHOWN = 10  # of each kind


def _index(edition: Edition, language: Language, kind: FrameKind, **values: Any) -> Page:
    """An index page of a kind; its title and description stand in the interface's words."""
    view = View(edition, language, PATHS[kind])
    title, description = view.t(f"{kind}.title"), view.t(f"{kind}.description")
    return view.page(kind, title, description, **values)


def articles_page(edition: Edition, language: Language) -> Page:
    """Every article, newest source first."""
    articles = newest_articles(edition)
    return _index(edition, language, "articles", listed=articles, articles=articles)


def glossary_page(edition: Edition, language: Language) -> Page:
    """The terms in English order."""
    terms = edition.corpus.terms.values()
    return _index(edition, language, "glossary", listed=terms, groups=by_english(terms))


def glossary_by_jyutping_page(edition: Edition, language: Language) -> Page:
    """The terms in Chinese order."""
    terms = edition.corpus.terms.values()
    groups = by_jyutping(terms)
    return _index(edition, language, "glossary-by-jyutping", listed=terms, groups=groups)


def search_page(edition: Edition, language: Language) -> Page:
    """The page of search results, which a browser fills; to others it shows the indexes."""
    return _index(edition, language, "search")


def names_page(edition: Edition, language: Language) -> Page:
    """The names by kind."""
    names = edition.corpus.names.values()
    groups = names_by_kind(edition, language)
    return _index(edition, language, "names", listed=names, groups=groups)


def claims_page(edition: Edition, language: Language) -> Page:
    """The register of claims."""
    claims = claims_in_order(edition)
    return _index(edition, language, "claims", listed=claims, claims=claims)


def sources_page(edition: Edition, language: Language) -> Page:
    """Every source, newest first."""
    sources = newest_sources(edition)
    return _index(edition, language, "sources", listed=sources, sources=sources)


def topics_page(edition: Edition, language: Language) -> Page:
    """Every topic, with what it gathers."""
    topics = gathered(edition, language)
    listed = [entry for topic in topics.values() for entry in topic.entries]
    return _index(edition, language, "topics", listed=listed, topics=topics)


def status_page(edition: Edition, language: Language) -> Page:
    """How far the work has come, and what is most worth doing; no more than can be read."""
    standing = edition.standing
    return _index(
        edition,
        language,
        "status",
        listed=edition.corpus.entries(),
        standing=standing,
        articles=standing.articles[:ARTICLES_SHOWN],
        tasks=[(kind, tasks[:TASKS_SHOWN], len(tasks)) for kind, tasks in standing.tasks.items()],
    )


def set_list(edition: Edition, language: Language, name: str, path: str) -> Markup:
    """A list for a hand-written page that lies at PATH below the root of its language."""
    view = View(edition, language, path)
    return view.set(
        f"lists/{name}.html",
        corpus=edition.corpus,
        some=spread,
        articles=newest_articles(edition),
        topics=gathered(edition, language),
    )
