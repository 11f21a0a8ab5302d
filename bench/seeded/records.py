"""Errors in the recorded figures of a claim, which no longer agree with its texts."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scripts.model import Claim, Name
from scripts.reading.yaml_tree import Scalar

from .corpus import Corpus
from .planting import Change, Kind, Seed, Seeds


def _records(field: str, values: Callable[[str], Sequence[str]]) -> Seeds:
    """Seeds that give a claim's figure another value of a field."""

    def seeds(corpus: Corpus) -> Iterator[Seed]:
        faulty = {diagnostic.place.path for diagnostic in corpus.diagnostics}
        for path, parsed in corpus.parsed_entries.items():
            if not isinstance(parsed.entry, Claim) or path in faulty:
                continue
            for number in range(len(parsed.entry.figures)):
                node = parsed.document.node(("figures", number, field))
                if not isinstance(node, Scalar):
                    continue
                for value in values(node.text):
                    change = Change(path, ("figures", number, field), ((0, len(node.text), value),))
                    about = f"figures/{number}/{field}: {node.text} → {value}"
                    yield Seed(((path, ("figures", number)),), f"{path} {about}", (change,))

    return seeds


def _other_values(value: str) -> Sequence[str]:
    changed = value[:-1] + str((int(value[-1]) + 4) % 10)
    longer = value.replace(".", "") if "." in value else value + "0"
    return [new for new in (longer, changed, value.removesuffix("0")) if new != value]


def _opposites(value: str) -> Sequence[str]:
    return {
        "at least": ["at most", "nearly"],
        "more than": ["at most", "nearly"],
        "nearly": ["more than", "at least"],
        "about": ["more than", "at least"],
        "at most": ["at least", "more than"],
        "exactly": ["more than"],
    }[value]


def _publishers(corpus: Corpus) -> Iterator[Seed]:
    """Seeds that name the asserter of a claim as the publisher of independent evidence."""
    names = {p.key.id: p.entry for p in corpus.parsed_entries.values() if isinstance(p.entry, Name)}
    for path, parsed in corpus.parsed_entries.items():
        asserter = (
            names.get(parsed.entry.asserted_by.name) if isinstance(parsed.entry, Claim) else None
        )
        if not isinstance(parsed.entry, Claim) or asserter is None:
            continue
        for number, evidence in enumerate(parsed.entry.evidence):
            location = ("evidence", number, "publisher", "en")
            node = parsed.document.node(location)
            if evidence.independence == "independent" and isinstance(node, Scalar):
                form = asserter.label.of("en")
                change = Change(path, location, ((0, len(node.text), form),))
                about = f"{path} evidence/{number}/publisher: {form}"
                yield Seed(((path, ("evidence", number)),), about, (change,))


KINDS: Final = (
    Kind(
        "independence",
        "evidence that the asserter published",
        _publishers,
        ("independence:published-by-asserter",),
    ),
    *(
        Kind("figures", name, seeds, (code,))
        for name, seeds, code in (
            (
                "a claim’s record: another value",
                _records("value", _other_values),
                "figures:claim-figure-missing",
            ),
            (
                "a claim’s record: another currency",
                _records(
                    "currency",
                    lambda v: [c for c in ("USD", "GBP", "CNY", "EUR", "JPY", "MOP") if c != v],
                ),
                "figures:claim-figure-missing",
            ),
            (
                "a claim’s record: another qualifier",
                _records("qualifier", _opposites),
                "figures:claim-qualifier-differs",
            ),
            (
                "a claim’s record: another period",
                _records("period", lambda v: [p for p in ("P7Y", "P30M", "P4W") if p != v]),
                "figures:claim-period-missing",
            ),
        )
    ),
)
