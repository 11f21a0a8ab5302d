"""The index pages, and the lists of the home page."""

from typing import Any

from markupsafe import Markup

from ..edition import Edition
from ..languages import CHINESE, Language
from ..model import Article
from ..model.name import NameKind
from .ordering import by_english, by_jyutping, names_in_order
from .page import PATHS, FrameKind, Page
from .view import View

NAME_KINDS: tuple[NameKind, ...] = (
    "programme", "policy", "body", "platform", "event", "place", "work",
)  # fmt: skip


def _index(edition: Edition, language: Language, kind: FrameKind, **values: Any) -> Page:
    view = View(edition, language, PATHS[kind])
    title, description = view.t(f"{kind}.title"), view.t(f"{kind}.description")
    return view.page(kind, title, description, **values)


def articles_page(edition: Edition, language: Language) -> Page:
    """Every article, newest source first."""
    return _index(edition, language, "articles", articles=newest_articles(edition))


def newest_articles(edition: Edition) -> list[Article]:
    """The articles by the date of their source, newest first."""
    sources = edition.corpus.sources
    by_id = sorted(edition.corpus.articles.values(), key=lambda article: article.id)
    return sorted(by_id, key=lambda article: sources[article.source].date, reverse=True)


def glossary_page(edition: Edition, language: Language) -> Page:
    """The terms in English order."""
    groups = by_english(edition.corpus.terms.values())
    return _index(edition, language, "glossary", groups=groups)


def glossary_by_jyutping_page(edition: Edition, language: Language) -> Page:
    """The terms in Chinese order."""
    groups = by_jyutping(edition.corpus.terms.values())
    return _index(edition, language, "glossary-by-jyutping", groups=groups)


def names_page(edition: Edition, language: Language) -> Page:
    """The names by kind."""
    chinese = language is CHINESE
    groups = [
        (
            kind,
            names_in_order(
                (n for n in edition.corpus.names.values() if n.kind == kind), chinese=chinese
            ),
        )
        for kind in NAME_KINDS
    ]
    return _index(edition, language, "names", groups=[(k, names) for k, names in groups if names])


def claims_page(edition: Edition, language: Language) -> Page:
    """The register of claims, in the order in which the articles report them."""
    order = {reference: n for n, reference in enumerate(edition.concordance.occurrences)}
    claims = sorted(
        edition.corpus.claims.values(), key=lambda claim: (order[claim.passages[0]], claim.id)
    )
    return _index(edition, language, "claims", claims=claims)


def sources_page(edition: Edition, language: Language) -> Page:
    """Every source, newest first."""
    sources = sorted(edition.corpus.sources.values(), key=lambda s: s.date, reverse=True)
    return _index(edition, language, "sources", sources=sources)


def set_list(edition: Edition, language: Language, name: str, path: str) -> Markup:
    """A list for a hand-written page that lies at PATH below the root of its language."""
    view = View(edition, language, path)
    articles = newest_articles(edition)
    return view.set(f"lists/{name}.html", corpus=edition.corpus, articles=articles)
