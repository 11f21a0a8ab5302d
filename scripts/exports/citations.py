"""`articles/…/citations.json`: CSL-JSON that reference managers import.

An article and each of its passages in both languages, with the other forms of the citation under
`custom`, where the schema of CSL-JSON leaves room for them.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial

from ..edition.addresses import path_of
from ..edition.build_context import BuildContext
from ..languages import LANGUAGES, Language
from ..model import Article, Key
from ..pages.bibliography import as_bibtex, as_csl
from ..pages.citations import citation_of, citations_path
from ..pages.page_view import PageView


def files(context: BuildContext) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the file of each article."""
    for article in context.corpus.articles:
        yield citations_path(article), partial(_file, context, article)


def _file(context: BuildContext, article_id: str) -> bytes:
    article = context.corpus.articles[article_id]
    items = [item for language in LANGUAGES for item in _items(context, article, language)]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _items(
    context: BuildContext, article: Article, language: Language
) -> Iterator[dict[str, object]]:
    """The items of an article and its passages, in one language."""
    view = PageView(context, language, path_of(Key("article", article.id)))
    for passage in (None, *article.passages()):
        citation = citation_of(view, article, passage)
        custom = {
            "passage": passage.id if passage else "",
            "language": language.code,
            "plain": citation.plain,
            "bibtex": as_bibtex(citation.record),
        }
        yield {**as_csl(citation.record), "custom": custom}
