"""Progress is counted from the entries, and the most urgent task comes first."""

from collections.abc import Sequence

import pytest

from scripts.analysis.progress import TASK_KINDS, CorpusProgress, Tally, corpus_progress
from scripts.model import Article, Claim, Corpus, Key
from scripts.reading.content import Content

NIGHT_BOATS = "a-year-of-night-boats"


@pytest.fixture
def corpus(fixture_content: Content) -> Corpus:
    return fixture_content.corpus


def with_article(corpus: Corpus, article: Article) -> Corpus:
    return Corpus(
        sources=corpus.sources,
        articles={**corpus.articles, article.id: article},
        names=corpus.names,
        claims=corpus.claims,
        terms=corpus.terms,
    )


def changed(article: Article, id_: str, **values: object) -> Article:
    """The article with other values in one passage."""
    sections = tuple(
        section.model_copy(
            update={
                "passages": tuple(
                    passage.model_copy(update=values) if passage.id == id_ else passage
                    for passage in section.passages
                )
            }
        )
        for section in article.sections
    )
    return article.model_copy(update={"sections": sections})


def test_the_invented_corpus(corpus: Corpus) -> None:
    progress = corpus_progress(corpus)
    assert progress.total == Tally(passages=16, english_first=11, ours=6, stale=0, unread=0)
    assert progress.total.chinese_first == 5
    assert [(article.id, tally.passages) for article, tally in progress.articles] == [
        (NIGHT_BOATS, 3),
        ("letter-with-signs", 1),
        ("report-and-letter", 2),
        ("walk-along-the-shore", 2),
        ("walk-to-the-lamp", 2),
        ("walk-to-the-well", 2),
        ("what-the-pier-needs", 4),
    ]
    assert progress.claims == {
        "reported": 2,
        "corroborated": 1,
        "partly corroborated": 0,
        "disputed": 1,
        "superseded": 0,
        "unverifiable": 1,
    }
    assert tuple(progress.tasks) == TASK_KINDS
    assert done(progress, "translation") == ["walk-to-the-lamp"]
    assert done(progress, "stale") == done(progress, "unread") == []
    assert done(progress, "claim") == [
        "night-boat-passengers",
        "twelve-boats",
    ]


def done(progress: CorpusProgress, kind: str) -> Sequence[str]:
    return [
        task.key.id for known, tasks in progress.tasks.items() if known == kind for task in tasks
    ]


@pytest.mark.parametrize(
    ("values", "kind", "field"),
    [
        ({"en": "The ridership fell."}, "stale", ("zh-Hant",)),
        ({"zh_hant": "載客量下跌。"}, "stale", ("en",)),
        ({"en": "The ridership fell.", "zh_hant": "載客量下跌。"}, "stale", ("en",)),
        ({"accepted": None}, "unread", ()),
    ],
)
def test_a_stale_passage_links_to_the_text_to_review(
    corpus: Corpus, values: dict[str, object], kind: str, field: tuple[str, ...]
) -> None:
    article = changed(corpus.articles[NIGHT_BOATS], "p2", **values)
    progress = corpus_progress(with_article(corpus, article))
    tasks = {known: tasks for known, tasks in progress.tasks.items() if tasks and known == kind}
    ((task,),) = tasks.values()
    assert task.key == Key("article", NIGHT_BOATS)
    assert task.location == ("sections", 0, "passages", 1, *field)
    assert task.passage == "p2"
    assert (progress.total.stale, progress.total.unread) == (kind == "stale", kind == "unread")


def test_the_most_urgent_passage_comes_first(corpus: Corpus) -> None:
    last = corpus.articles["letter-with-signs"]
    progress = corpus_progress(with_article(corpus, changed(last, "p1", accepted=None)))
    first, *_ = (article.id for article, _ in progress.articles)
    assert first == last.id


def test_a_claim_that_is_reported_more_often_comes_first(corpus: Corpus) -> None:
    claim: Claim = corpus.claims["twelve-boats"]
    often = claim.model_copy(update={"passages": (*claim.passages, f"{NIGHT_BOATS}#p2")})
    claims = {**corpus.claims, claim.id: often}
    progress = corpus_progress(Corpus(articles=corpus.articles, claims=claims))
    assert done(progress, "claim")[0] == "twelve-boats"


def test_what_entries_lack(corpus: Corpus) -> None:
    progress = corpus_progress(corpus)
    without_usage = [term.id for term in corpus.terms.values() if term.usage is None]
    assert done(progress, "term") == without_usage
    assert progress.lacking["usage"] == (len(without_usage), len(corpus.terms))
    assert "heron-isle-society" in done(progress, "name")
    assert progress.lacking["attestation"][0] == len(done(progress, "name"))
    assert 0 < progress.lacking["translation"][0] < len(corpus.names)
    assert 0 < progress.lacking["related"][0] < len(corpus.terms)


def test_nothing_at_all() -> None:
    progress = corpus_progress(Corpus())
    assert progress.total == Tally(0, 0, 0, 0, 0)
    assert not any(progress.tasks.values())
