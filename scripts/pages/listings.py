"""The entries of each topic, and all entries in the order in which pages list them."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..edition.build_context import BuildContext
from ..edition.concordance import Occurrence
from ..languages import CHINESE, ENGLISH, Language
from ..model import Article, Claim, Name, Source, Topic, WithTopics
from ..model.name import NameKind
from .collation import names_in_order

NAME_KINDS: tuple[NameKind, ...] = (
    "programme", "policy", "body", "platform", "event", "place", "work", "tradition", "other",
)  # fmt: skip
NEWEST = 5  # articles, among whose passages the home page chooses one


@dataclass(frozen=True, slots=True)
class TopicEntries:
    """The entries of a topic."""

    articles: tuple[Article, ...]
    names: tuple[Name, ...]
    claims: tuple[Claim, ...]

    @property
    def entries(self) -> tuple[WithTopics, ...]:
        """All of them."""
        return (*self.articles, *self.names, *self.claims)

    @property
    def size(self) -> int:
        """The number of entries."""
        return len(self.entries)


def entries_by_topic(context: BuildContext, language: Language) -> Mapping[str, TopicEntries]:
    """Return the entries of every topic that has any, by its id; the largest topic first.

    Names are in the order of the language.
    """
    names = names_in_order(context.corpus.names.values(), chinese=language is CHINESE)
    articles, claims = newest_articles(context), claims_in_order(context)
    found = {
        topic: TopicEntries(
            _articles_of(topic, articles),
            tuple(name for name in names if topic in name.topics),
            tuple(claim for claim in claims if topic in claim.topics),
        )
        for topic in context.corpus.topics
    }
    by_size = sorted(found.items(), key=lambda item: (-item[1].size, item[0]))
    return {topic: entries for topic, entries in by_size if entries.size}


def _articles_of(topic: str, articles: list[Article]) -> tuple[Article, ...]:
    """The articles of a topic: the parts of a series in their order, then the others."""
    series = [
        (one.series.part, one) for one in articles if one.series and one.series.topic == topic
    ]
    parts = [article for _, article in sorted(series, key=lambda one: one[0])]
    return (*parts, *(one for one in articles if topic in one.topics and one not in parts))


def topics_in_order(context: BuildContext) -> list[Topic]:
    """Return the topics that have entries, the largest first."""
    topics = context.corpus.topics
    return [topics[topic] for topic in entries_by_topic(context, ENGLISH)]


def newest_articles(context: BuildContext) -> list[Article]:
    """Return the articles by the date of their newest source, newest first.

    An article without one has the date of its publication.
    """
    sources = context.corpus.sources

    def day(article: Article) -> str:
        published = article.published or article.updated
        dates = (sources[source].date for source in article.source)
        return max(dates, default=published.isoformat())

    by_id = sorted(context.corpus.articles.values(), key=lambda article: article.id)
    return sorted(by_id, key=day, reverse=True)


def newest_sources(context: BuildContext) -> list[Source]:
    """Return every source, newest first."""
    return sorted(context.corpus.sources.values(), key=lambda s: s.date, reverse=True)


def names_by_kind(context: BuildContext, language: Language) -> list[tuple[NameKind, list[Name]]]:
    """Return the names in groups by kind, each in the order of the language; none is empty."""
    ordered = names_in_order(context.corpus.names.values(), chinese=language is CHINESE)
    groups = [(kind, [name for name in ordered if name.kind == kind]) for kind in NAME_KINDS]
    return [(kind, names) for kind, names in groups if names]


def telling_passage(context: BuildContext) -> Occurrence | None:
    """Return a passage of one of the newest whole articles that shows what the site does.

    It mentions as many kinds of entries as any and, of those that do, is the shortest.
    """
    whole = [article for article in newest_articles(context) if article.is_whole]
    references = [
        f"{article.id}#{passage.id}" for article in whole[:NEWEST] for passage in article.passages()
    ]
    passages = [context.concordance.passage(reference) for reference in references]
    return min(passages, key=lambda found: _telling(context, found), default=None)


def _telling(context: BuildContext, found: Occurrence) -> tuple[int, int]:
    kinds = {key.kind for key in context.concordance.mentioned_by(found.article, found.passage)}
    if context.concordance.claims_of(found.reference):
        kinds.add("claim")
    return -len(kinds), len(found.passage.en)


def claims_in_order(context: BuildContext) -> list[Claim]:
    """Return the claims in the order in which the articles report them."""
    order = {reference: n for n, reference in enumerate(context.concordance.passages())}
    return sorted(
        context.corpus.claims.values(), key=lambda claim: (order[claim.passages[0]], claim.id)
    )


def claims_by_topic(context: BuildContext) -> list[tuple[str, list[Claim]]]:
    """Return the claims in groups by the first topic of each, as the register lists them.

    The largest group comes first; the last, under the empty string, has claims without a topic.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in claims_in_order(context):
        groups.setdefault(claim.topics[0] if claim.topics else "", []).append(claim)
    return sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), group[0]))
