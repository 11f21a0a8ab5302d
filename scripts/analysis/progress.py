"""Progress of the work on the corpus: counts, and the most useful tasks.

The model requires both texts of a passage and both definitions of a term. Still missing may be
the comparison of two texts by a person, and optional fields.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from ..languages import LANGUAGES
from ..model import Article, Claim, Corpus, Key, Name, Passage, Term
from ..model.claim import Status
from .sign_off import STALE, SignOffState, sign_off_state

TaskKind = Literal["translation", "stale", "unread", "claim", "name", "term"]
TASK_KINDS: Final[tuple[TaskKind, ...]] = get_args(TaskKind)  # the most useful first
# The text of a passage that may be out of date.
BEHIND: Final[dict[SignOffState, str]] = {"english-changed": "zh-Hant", "chinese-changed": "en"}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of passages.

    `english_first` were written in English first. `ours` have a text that is based on no paragraph
    in its own language: our translation. `stale` have changed since both texts were last compared,
    `unread` were never compared.
    """

    passages: int
    english_first: int
    ours: int
    stale: int
    unread: int

    @property
    def chinese_first(self) -> int:
        """The number of passages written in Chinese first."""
        return self.passages - self.english_first


@dataclass(frozen=True, slots=True)
class Task:
    """A task: its entry, the location of its field, and its passage, if any."""

    kind: TaskKind
    key: Key
    location: tuple[str | int, ...]
    passage: str = ""


@dataclass(frozen=True, slots=True)
class CorpusProgress:
    """The progress of the whole corpus.

    `articles` are ordered by stale, then unread passages; the tasks of each kind by importance.
    `lacking` counts the entries without an optional item, and all entries of that kind.
    """

    total: Tally
    articles: tuple[tuple[Article, Tally], ...]
    claims: Mapping[Status, int]
    lacking: Mapping[str, tuple[int, int]]
    tasks: Mapping[TaskKind, tuple[Task, ...]]


def corpus_progress(corpus: Corpus) -> CorpusProgress:
    """Return the progress of a corpus."""
    read = {
        article.id: [(passage, _state(article, passage)) for passage in article.passages()]
        for article in corpus.articles.values()
    }
    tallies = [(article, tally(read[article.id])) for article in corpus.articles.values()]
    statuses = Counter(claim.status for claim in corpus.claims.values())
    return CorpusProgress(
        total=tally([pair for pairs in read.values() for pair in pairs]),
        articles=tuple(sorted(tallies, key=lambda one: (-one[1].stale, -one[1].unread, one[0].id))),
        claims={status: statuses[status] for status in get_args(Status)},
        lacking=_lacking(corpus),
        tasks=_by_kind([*_passage_tasks(corpus, read), *_entry_tasks(corpus)]),
    )


def _state(article: Article, passage: Passage) -> SignOffState:
    """The state of a passage; there is nothing to compare while its translation is to follow."""
    return sign_off_state(passage) if article.is_whole else "accepted"


PassageStates = list[tuple[Passage, SignOffState]]


def tally(read: PassageStates) -> Tally:
    """Return the counts of passages with their states."""
    return Tally(
        passages=len(read),
        english_first=sum(passage.written_first == "en" for passage, _ in read),
        ours=sum(any(p.is_translation(lang.code) for lang in LANGUAGES) for p, _ in read),
        stale=sum(state in STALE for _, state in read),
        unread=sum(state == "not-accepted" for _, state in read),
    )


def _lacking(corpus: Corpus) -> dict[str, tuple[int, int]]:
    """The number of entries without each optional item, and of all such entries."""
    terms, names = corpus.terms.values(), corpus.names.values()
    return {
        "usage": (sum(term.usage is None for term in terms), len(terms)),
        "related": (sum(not term.related for term in terms), len(terms)),
        "translation": (sum(_is_translated_by_us(name) for name in names), len(names)),
        "attestation": (sum(_is_named_only_here(name) for name in names), len(names)),
    }


def _is_translated_by_us(name: Name) -> bool:
    """Whether in one of the languages all forms of a name are our own."""
    forms = (name.forms.of(language.code) for language in LANGUAGES)
    return any(all(form.origin == "ours" for form in own) for own in forms)


def _is_named_only_here(name: Name) -> bool:
    return name.attestation == "named only here"


# ── Tasks ──────────────────────────────────────────────────────────────────────────────────


def _by_kind(tasks: list[Task]) -> dict[TaskKind, tuple[Task, ...]]:
    return {kind: tuple(task for task in tasks if task.kind == kind) for kind in TASK_KINDS}


def _passage_tasks(corpus: Corpus, read: Mapping[str, PassageStates]) -> Iterator[Task]:
    """Articles to translate; passages to compare: those that have changed, those never compared."""
    for article in corpus.articles.values():
        if not article.is_whole:
            yield Task("translation", Key("article", article.id), ("translation",))
        states = {passage.id: state for passage, state in read[article.id]}
        for place, _, passage in article.located_passages():
            state, key = states[passage.id], Key("article", article.id)
            if state in STALE:
                field = BEHIND.get(state, "en")
                yield Task("stale", key, (*place, field), passage.id)
            elif state == "not-accepted":
                yield Task("unread", key, place, passage.id)


def _entry_tasks(corpus: Corpus) -> Iterator[Task]:
    """Claims without independent evidence; incomplete names and terms by id.

    Claims for which nobody has looked come first, then those reported most often.
    """
    claims: list[Claim] = [c for c in corpus.claims.values() if c.status == "reported"]
    for claim in sorted(claims, key=lambda c: (bool(c.looked_for), -len(c.passages), c.id)):
        yield Task("claim", Key("claim", claim.id), ("status",))
    for name in corpus.names.values():
        if _is_named_only_here(name):
            yield Task("name", Key("name", name.id), ("attestation",))
    terms: list[Term] = [term for term in corpus.terms.values() if term.usage is None]
    for term in terms:
        yield Task("term", Key("term", term.id), ("definition",))
