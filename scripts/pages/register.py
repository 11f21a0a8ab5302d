"""The registers (articles, glossary, names, claims): their groups, and how readers narrow them.

A page has its rows in one arrangement, in groups. A script filters the rows and puts them into
other arrangements, which the page carries as lists of row numbers; without scripts it is whole.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, get_args

from ..languages import CHINESE
from ..model import Article, Claim, Figure, Name, Term, WithTopics
from ..model.claim import Status
from ..model.term import PartOfSpeech
from .collation import by_english, by_jyutping, letter_of_name, names_in_order
from .listings import claims_by_topic, names_by_kind
from .page_view import PageView

# The values of a choice, each with what readers see.
Options = Sequence[tuple[str, str]]
T = TypeVar("T", Article, Term, Name, Claim)

# Most settled first.
ORDER: tuple[Status, ...] = (
    "corroborated", "partly corroborated", "disputed", "superseded", "unverifiable", "reported",
)  # fmt: skip
assert set(ORDER) == set(get_args(Status)), "every status has its place"


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """A group of rows under a heading. `id` is unique in its arrangement."""

    id: str
    heading: str
    entries: Sequence[T]


@dataclass(frozen=True, slots=True)
class Register(Generic[T]):
    """The rows of a register in groups; `choices` are its filters, `others` other arrangements.

    `arranged` is the name of the arrangement that the page has.
    """

    arranged: str
    groups: Sequence[Group[T]]
    choices: Mapping[str, Options]
    others: Mapping[str, Sequence[Group[T]]]

    @property
    def entries(self) -> list[T]:
        """All rows, in the order of the page."""
        return [entry for group in self.groups for entry in group.entries]

    def numbered(self, arrangement: str) -> str:
        """Return another arrangement as JSON: the heading and row numbers of each group."""
        numbers = {entry.id: number for number, entry in enumerate(self.entries)}
        groups = [
            [group.heading, [numbers[entry.id] for entry in group.entries]]
            for group in self.others[arrangement]
        ]
        return json.dumps(groups, ensure_ascii=False, separators=(",", ":"))


def articles_register(view: PageView, articles: Sequence[Article]) -> Register[Article]:
    """Return the register of articles, which has one group only."""
    choices = {"topic": _topics(view, articles)}
    return Register("source", [Group("articles", "", articles)], choices, {})


def glossary_register(view: PageView, terms: Iterable[Term], order: str) -> Register[Term]:
    """Return the glossary in one of its orders: `english` or `jyutping`."""
    terms = tuple(terms)
    letters = by_english(terms) if order == "english" else by_jyutping(terms)
    groups = [Group(f"letter-{letter}", letter, listed) for letter, listed in letters]
    parts = {_part_of_speech(term) for term in terms}
    kinds = [(part, view.t(f"pos.{part}")) for part in get_args(PartOfSpeech) if part in parts]
    listed = [term for group in groups for term in group.entries]
    others = {"pos": _by_options(kinds, listed, _part_of_speech)}
    return Register(order, groups, {"pos": kinds}, others)


def _part_of_speech(term: Term) -> PartOfSpeech:
    return term.forms.en[0].part_of_speech


def names_register(view: PageView) -> Register[Name]:
    """Return the register of names, in groups by kind."""
    context = view.context
    kinds = names_by_kind(context, view.language)
    groups = [Group(f"kind-{kind}", view.t(f"kind.{kind}"), names) for kind, names in kinds]
    chinese = view.language is CHINESE
    names = names_in_order(context.corpus.names.values(), chinese=chinese)
    topics = _topics(view, names)
    choices: Mapping[str, Options] = {
        "kind": [(kind, view.t(f"kind.{kind}")) for kind, _ in kinds],
        "topic": topics,
        "attestation": [
            (one, view.t(f"attestation.{one}"))
            for one in ("established", "named only here")
            if any(name.attestation == one for name in names)
        ],
    }
    letters: dict[str, list[Name]] = {}
    for name in names:
        letters.setdefault(letter_of_name(name, chinese=chinese), []).append(name)
    others = {
        "letter": [Group(letter, letter, listed) for letter, listed in sorted(letters.items())],
        "topic": _by_options(_with_none(view, topics), names, _first_topic),
    }
    return Register("kind", groups, choices, others)


def claims_register(view: PageView) -> Register[Claim]:
    """Return the register of claims, in groups by the first topic of each."""
    by_topic = claims_by_topic(view.context)
    headings = dict(_with_none(view, _labels(view)))
    groups = [Group(f"topic-{topic}", headings[topic], claims) for topic, claims in by_topic]
    claims = [claim for group in groups for claim in group.entries]
    statuses = {claim.status for claim in claims}
    status = [(one, view.t(f"status.{one}")) for one in ORDER if one in statuses]
    code = view.language.code
    asserters = {claim.asserted_by.name: view.asserter(claim).label.of(code) for claim in claims}
    who = sorted(asserters.items(), key=lambda asserter: asserter[1])
    choices: Mapping[str, Options] = {
        "status": status,
        "asserter": who,
        "topic": _topics(view, claims),
        "figure": [("yes", view.t("narrow.figure.yes")), ("no", view.t("narrow.figure.no"))],
    }
    others = {
        "asserter": _by_options(who, claims, lambda claim: claim.asserted_by.name),
        "status": _by_options(status, claims, lambda claim: claim.status),
        "figure": _by_figure(view, claims),
        "updated": _by_day(view, claims),
    }
    return Register("topic", groups, choices, others)


def balance(claims: Sequence[Claim]) -> list[tuple[str, int]]:
    """Return how many claims have each status.

    Claims that are only reported are counted apart by whether anybody has looked for evidence.
    """
    counts = Counter(state_of(claim) for claim in claims)
    states = [state for status in ORDER for state in (status, f"{status} looked")]
    return [(state, counts[state]) for state in states if counts[state]]


def state_of(claim: Claim) -> str:
    """Return the status of a claim; `reported looked` if evidence was looked for in vain."""
    looked = claim.status == "reported" and claim.looked_for
    return "reported looked" if looked else claim.status


def _labels(view: PageView) -> list[tuple[str, str]]:
    topics = view.context.corpus.topics.items()
    return [(topic, entry.label.of(view.language.code)) for topic, entry in topics]


def _topics(view: PageView, entries: Iterable[WithTopics]) -> Options:
    """The topics that occur, in the order of their labels."""
    topics = {topic for entry in entries for topic in entry.topics}
    return [(topic, label) for topic, label in _labels(view) if topic in topics]


def _with_none(view: PageView, topics: Options) -> Options:
    return [*topics, ("", view.t("narrow.topic.none"))]


def _first_topic(entry: WithTopics) -> str:
    return entry.topics[0] if entry.topics else ""


def _by_options(
    options: Options, entries: Iterable[T], value: Callable[[T], str]
) -> list[Group[T]]:
    """Entries in groups by a value, in the order of the options; none is empty."""
    found: dict[str, list[T]] = {}
    for entry in entries:
        found.setdefault(value(entry), []).append(entry)
    return [Group(one, label, found[one]) for one, label in options if one in found]


def _by_figure(view: PageView, claims: Sequence[Claim]) -> list[Group[Claim]]:
    """Claims by what their first figure measures, the largest first."""
    kinds = [(one, view.t(f"narrow.figure.{one}")) for one in ("money", "percentage", "number")]
    with_figure = [claim for claim in claims if claim.figures]
    largest = sorted(with_figure, key=lambda claim: claim.figures[0].value, reverse=True)
    without = [claim for claim in claims if not claim.figures]
    groups = _by_options(kinds, largest, lambda claim: kind_of_figure(claim.figures[0]))
    return [*groups, *([Group("no", view.t("narrow.figure.no"), without)] if without else [])]


def kind_of_figure(figure: Figure) -> str:
    """Return what a figure measures: `money`, `percentage` or `number`."""
    if figure.currency:
        return "money"
    return "percentage" if figure.is_percentage else "number"


def _by_day(view: PageView, claims: Sequence[Claim]) -> list[Group[Claim]]:
    """Claims by the day of their last revision, the newest first."""
    days = sorted({claim.updated for claim in claims}, reverse=True)
    options = [(day.isoformat(), view.day(day)) for day in days]
    return _by_options(options, claims, lambda claim: claim.updated.isoformat())
